import CommandLineKit
import DeskCore
import DeskSystem

/// The time zone of a new desk: the one that was typed, else the machine's, else São Paulo's.
struct InitZone {
  let name: String
  var notices: [Notice] = []

  private static let fallback = "America/Sao_Paulo"

  init(_ desk: Desk, typed: String?) throws {
    let files = ZoneFiles(environment: desk.surroundings.environment)
    if let typed {
      guard try files.knows(typed) else { throw Failure.noZone(typed, files) }
      name = typed
    } else if let machine = files.machineZone(), try files.knows(machine) {
      name = machine
    } else {
      guard try files.knows(InitZone.fallback) else {
        throw Failure.noZone(InitZone.fallback, files)
      }
      name = InitZone.fallback
      notices = [.zoneGuessed(name)]
    }
  }

  /// The zone of a Config that was there: it is whole, or the desk is not made.
  init(kept desk: Desk) throws {
    try desk.checkConfig()
    name = try desk.settings.desk.zone
  }
}

extension ZoneFiles {
  /// Whether a desk can have this zone; UTC needs no data.
  func knows(_ name: String) throws -> Bool { try name == "UTC" || read(name) != nil }
}

extension Failure {
  fileprivate static func noZone(_ name: String, _ files: ZoneFiles) -> Failure {
    var failure = Failure.noZone(name, isInstalled: files.isInstalled)
    if files.isInstalled { failure.hint = Text("deskctl init --zone America/Sao_Paulo") }
    return failure
  }
}

extension Notice {
  fileprivate static func zoneGuessed(_ name: String) -> Notice {
    Notice(
      "zone",
      Text(
        en: "this machine names no time zone; the desk has \(name)",
        pt: "esta máquina não informa o fuso horário; a central ficou com \(name)"),
      hint: Text("deskctl config set desk.zone=Europe/Lisbon"))
  }
}
