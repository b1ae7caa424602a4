import DeskCore
import DeskStore

/// The numbers of the records that an export looks at, in order. What it costs follows what is asked
/// for: those that are open are found by their index, those that are named by their names.
struct ExportNumbers {
  /// Nil for all up to the last.
  private let chosen: [Int]?
  let count: Int

  init<Kept: StoredRecord>(
    _ type: Kept.Type, _ choice: TicketChoice, _ store: StoreReader
  ) throws {
    if Kept.kind == .ticket, let numbers = choice.numbers {
      chosen = numbers
    } else if choice.state == .open {
      chosen = try store.numbers(.open(Kept.kind))
    } else {
      chosen = nil
    }
    count = try chosen?.count ?? store.lastNumber(Kept.kind)
  }

  subscript(place: Int) -> Int { chosen?[place] ?? place + 1 }
}
