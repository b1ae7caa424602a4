import DeskTestSupport
import Foundation

/// The backups that were made while others wrote: each is restored, and is a sound desk on the spot.
struct SoakBackups {
  static let folder = "backups"

  private let desk: BinaryDesk
  /// Those that took their place, the newest last.
  private let names: [String]

  init(_ desk: BinaryDesk) throws {
    self.desk = desk
    let found = try FileManager.default.contentsOfDirectory(atPath: "\(desk.root)/\(Self.folder)")
    names = found.filter { $0.hasSuffix(".tar") && !$0.hasPrefix(".") }.sorted {
      $0.localizedStandardCompare($1) == .orderedAscending
    }
  }

  /// Looks at them and takes them away: all in `make torture`, else a few.
  func violations() throws -> [String] {
    let chosen = Exhaustion.some(names, atMost: 3)
    let faults = try chosen.compactMap { name in try fault(name).map { "\(name): \($0)" } }
    for name in names {
      try FileManager.default.removeItem(atPath: "\(desk.root)/\(Self.folder)/\(name)")
    }
    try Exhaustion.count("soak: backups restored", cases: chosen.count, failures: faults.count)
    return faults
  }

  private func fault(_ name: String) throws -> String? {
    let place = "\(desk.root)/restored"
    defer { try? FileManager.default.removeItem(atPath: place) }
    let checked = try desk.run("backup", "--verify", "\(Self.folder)/\(name)")
    // 1 says that a doctor warns: what a killed command left is in it, too.
    if checked.status > 1 { return "verify: \(checked.status) \(checked.output)\(checked.error)" }
    let restored = try desk.run("restore", "\(Self.folder)/\(name)", "--to", place)
    if restored.status != 0 { return "restore: \(restored.status) \(restored.error)" }
    let folders = ["--config", place + "/config", "--data", place + "/data"]
    let doctor = try desk.run(folders + ["doctor"])
    return doctor.status > 1 ? "doctor: \(doctor.status) \(doctor.output)" : nil
  }
}
