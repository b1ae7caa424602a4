import DeskTestSupport
import Foundation
import JSON

/// The files of a desk when nothing runs.
struct SoakFolder {
  private let desk: BinaryDesk
  private let names: [String]

  init(_ desk: BinaryDesk) throws {
    self.desk = desk
    names = try FileManager.default.subpathsOfDirectory(atPath: desk.root)
  }

  func violations(_ truth: SoakTruth) throws -> [String] {
    let doctor = try desk.run("doctor")
    let unsound =
      doctor.status == 0 ? [] : ["doctor: \(doctor.status) \(doctor.output.prefix(900))"]
    return unsound + leftovers + (try journal()) + (try outgoing(truth))
  }

  private var leftovers: [String] {
    // What a backup that was killed leaves is the next one's of that name.
    names.filter { $0.contains(".deskctl-new-") && !$0.hasPrefix(SoakBackups.folder) }.map {
      "a temporary file is left: \($0)"
    }
  }

  private func journal() throws -> [String] {
    let size = try Data(contentsOf: URL(fileURLWithPath: desk.root + "/data/journal")).count
    return size == 0 ? [] : ["the journal is not empty: \(size)"]
  }

  /// Each message that was sent is a file, and each file a message that was handed over, with its
  /// text.
  private func outgoing(_ truth: SoakTruth) throws -> [String] {
    var files: [Int: JSONValue] = [:]
    for name in names where name.hasPrefix("data/outgoing/") && name.hasSuffix(".json") {
      let text = try String(contentsOfFile: desk.root + "/" + name, encoding: .utf8)
      let message = try JSONValue(parsing: text)
      files[message.number ?? 0] = message
    }
    let entries = truth.all("outbox")
    let known = Set(entries.compactMap(\.number))
    let strange = files.keys.filter { !known.contains($0) }.map { "a file of no entry: \($0)" }
    return strange + entries.compactMap { fault($0, files[$0.number ?? 0]) }
  }

  private func fault(_ entry: JSONValue, _ file: JSONValue?) -> String? {
    let name = "outbox/\(entry.number ?? 0)"
    // A person may have said that another program had sent it.
    let isSent = entry["state"]?.string == "sent" && entry["provider"]?.string != "x"
    if isSent && file == nil { return "\(name) was sent, and has no file" }
    guard let file else { return nil }
    if entry["attempts"]?.int == 0 { return "\(name) was not handed over, and has a file" }
    let hasText = (file["text"]?.string ?? "") == (entry["body"]?["text"]?.string ?? "")
    return hasText ? nil : "\(name) was sent with another text"
  }
}
