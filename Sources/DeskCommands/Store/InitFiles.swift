import DeskCore
import DeskStore
import DeskSystem
import JSON

/// The files of a new Config: those of the project's `Config/`, or of the sample desk, and the
/// schemas that they name.
struct InitFiles {
  let isSample: Bool

  private var folder: String { isSample ? InitFiles.sampleFolder : InitFiles.plainFolder }
  private static let sampleFolder = "Samples/config"
  private static let plainFolder = "Config"

  /// All of them, with the desk's time zone put in.
  func all(zone: String) throws -> [ConfigFolder.NewFile] {
    let files = try EmbeddedFile.files(in: folder).map { file in
      guard file.name == ConfigFolder.deskFile else { return (path: file.name, bytes: file.bytes) }
      let desk = try JSONValue(parsing: file.bytes).object ?? JSONObject()
      let tree = JSONValue.object(desk.setting(JSONValue(zone), at: ["desk", "zone"]))
      return (path: file.name, bytes: tree.serialized(.pretty) + Array("\n".utf8))
    }
    return files + ConfigFolder.schemaFiles
  }

  /// Whether a file is one that `init` writes: then it is left of a making that was interrupted.
  static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    [sampleFolder, plainFolder].contains { folder in
      EmbeddedFile.files(in: folder).contains { $0.name == name && $0.bytes == bytes }
    }
  }

  /// Whether a Config is still as it was made from these; the desk's own file is the machine's.
  func areIn(_ config: ConfigFolder) throws -> Bool {
    try EmbeddedFile.files(in: folder).allSatisfy { file in
      try file.name == ConfigFolder.deskFile || config.bytes(file.name) == file.bytes
    }
  }
}
