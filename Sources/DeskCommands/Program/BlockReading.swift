import DeskCore
import DeskStore

extension Desk {
  /// The numbers that records of a kind have, in order, for as long as the body says that it wants
  /// more. The lock is given back between blocks: others may write in between, and each record is as it
  /// stood at one moment.
  func eachNumber(
    of kind: RecordKind, _ body: (Int, StoreReader) throws -> Bool
  ) throws {
    let last = try reading { try $0.lastNumber(kind) }
    var number = 1
    var goesOn = true
    while goesOn, number <= last {
      try reading { store in
        let block = number / Layout.blockSize
        while goesOn, number <= last, number / Layout.blockSize == block {
          goesOn = try body(number, store)
          number += 1
        }
      }
    }
  }
}
