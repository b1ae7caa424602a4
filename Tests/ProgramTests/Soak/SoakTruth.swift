import DeskTestSupport
import Foundation
import JSON

/// All that a desk holds when nothing runs.
struct SoakTruth {
  private(set) var records: [String: [JSONValue]] = [:]
  let events: [JSONValue]

  static let nouns = ["schedule", "ticket", "contact", "outbox", "notification", "conversation"]

  init(_ run: (SoakCommand) throws -> Binary.Answer) throws {
    for noun in Self.nouns {
      let all = noun == "contact" ? [] : ["--all"]
      var command = SoakCommand([noun, "list"] + all + ["--sort", Self.key(noun), "--jsonl"], [0])
      command.isWholeList = noun
      records[noun] = try Self.lines(run(command))
    }
    events = try Self.lines(run(SoakCommand(["log", "--limit", "9999999", "--jsonl"], [0])))
  }

  private static func lines(_ answer: Binary.Answer) throws -> [JSONValue] {
    try answer.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  /// What a noun calls its number.
  private static func key(_ noun: String) -> String { noun == "ticket" ? "number" : "id" }

  func all(_ noun: String) -> [JSONValue] { records[noun] ?? [] }

  // MARK: Against what was said

  /// What was done is there, once and whole; what was refused is not; what was killed is there once
  /// and whole, or not.
  func against(_ history: SoakHistory) -> [String] {
    var marked: [String: [JSONValue]] = [:]
    for noun in ["schedule", "ticket", "contact"] {
      for record in all(noun) {
        marked[noun + (mark(record, noun) ?? ""), default: []].append(record)
      }
    }
    return history.makings.compactMap { making, fate in
      fault(making, fate, marked[making.noun + making.mark] ?? [])
    } + history.fired.compactMap { number, said in fault(said, number) }
      + history.revisions.compactMap { finality($0.key, $0.value) }
  }

  /// The text that shows by which command a record was made.
  private func mark(_ record: JSONValue, _ noun: String) -> String? {
    switch noun {
    case "schedule": record["comment"]?.string
    case "ticket": record["origin"]?.string == "manual" ? record["title"]?.string : nil
    default: record["name"]?.string
    }
  }

  private func fault(
    _ making: SoakCommand.Making, _ fate: SoakHistory.Fate, _ found: [JSONValue]
  ) -> String? {
    let what = "\(making.noun) of \(making.mark)"
    switch fate {
    case .done: if found.count != 1 { return "\(what) was made, and is there \(found.count) times" }
    case .refused: if !found.isEmpty { return "\(what) was refused, and is there" }
    case .unknown: if found.count > 1 { return "\(what) is there \(found.count) times" }
    }
    for record in found {
      for (key, value) in making.facts where record[key] != value {
        return "\(what) is not whole: its \(key) is not \(value)"
      }
    }
    return nil
  }

  /// What a tick said that it fired is as it said.
  private func fault(_ said: JSONValue, _ number: Int) -> String? {
    let record = all("schedule").first { $0.number == number }
    let keys = ["state", "reason", "ticket", "outbox", "notifications"]
    let isSame = keys.allSatisfy { said[$0] == record?[$0] }
    return isSame ? nil : "schedule/\(number) is not as the tick said that fired it"
  }

  /// A schedule that was fired or cancelled stays so.
  private func finality(
    _ name: SoakHistory.RecordName, _ revisions: [Int: JSONValue]
  ) -> String? {
    guard name.noun == "schedule" else { return nil }
    let states = revisions.sorted { $0.key < $1.key }.map { $0.value["state"]?.string ?? "none" }
    let final = states.drop { $0 == "pending" }
    return Set(final).count > 1
      ? "schedule/\(name.number) was \(final.joined(separator: ", "))" : nil
  }
}
