import DeskCore
import DeskFormats
import DeskStore
import DeskSystem
import DeskTestSupport
import Foundation
import JSON
import Testing

/// `Config/` and `Samples/` as they lie in the project, and what the program carries of them.
struct ProjectFilesTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static func content(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)))
  }

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).sorted()
  }

  @Test func `the program carries the files of Config and Samples as they are`() throws {
    let wanted =
      try ["Config", "Samples/config"].flatMap { folder in
        try Self.names(folder).filter { $0.hasSuffix(".json") }.map { "\(folder)/\($0)" }
      } + ["Samples/contatos.csv"]
    #expect(EmbeddedFile.all.map(\.path).sorted() == wanted.sorted())
    for file in EmbeddedFile.all { #expect(file.bytes == (try Self.content(file.path))) }
  }

  /// `DESKCTL_RECORD=1` writes those that differ, and fails.
  @Test func `the schemas of Config are those of the declarations`() throws {
    for (path, bytes) in ConfigFolder.schemaFiles {
      let whole = "\(Self.root)/Config/\(path)"
      let written = try? Self.content("Config/\(path)")
      if written != bytes, ProcessInfo.processInfo.environment["DESKCTL_RECORD"] != nil {
        try Data(bytes).write(to: URL(fileURLWithPath: whole))
      }
      let isSame = written == bytes
      #expect(isSame, "\(path)")
    }
    let files = ConfigFolder.schemaFiles.map { Folder.name(of: $0.path) }
    #expect(try Self.names("Config/schema") == files.sorted())
  }

  @Test(arguments: ["Config", "Samples/config"])
  func `the configuration has no fault and names its schemas`(folder: String) throws {
    let config = try ConfigFolder("\(Self.root)/\(folder)")
    #expect(try config.faults { _ in true } == [])
    for name in try Self.names(folder) where name.hasSuffix(".json") {
      let tree = try JSONValue(parsing: Self.content("\(folder)/\(name)"))
      let schema = "schema/\(name.dropLast(5)).schema.json"
      #expect(tree["$schema"]?.string == schema)
      #expect(try !Self.content("\(folder)/\(schema)").isEmpty)
    }
  }

  @Test(arguments: ["Config", "Samples/config"])
  func `the configuration is laid out as the program would write it`(folder: String) throws {
    for name in try Self.names(folder) where name.hasSuffix(".json") {
      let bytes = try Self.content("\(folder)/\(name)")
      #expect(
        try JSONValue(parsing: bytes).text(.pretty) + "\n" == String(decoding: bytes, as: UTF8.self)
      )
    }
  }

  @Test func `the sample contacts are as a spreadsheet in Brazil writes them`() throws {
    let bytes = try Self.content("Samples/contatos.csv")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    var reader = CSVReader(bytes)
    let header = try #require(try reader.next())
    let sheet = try ContactSheet(header: header.fields)
    #expect(reader.delimiter == .semicolon)
    #expect(sheet.unread == [])
    while let record = try reader.next() {
      let row = try #require(sheet.row(record))
      #expect(row.problems == [])
      for phone in row.phones { _ = try PhoneNumber(phone, country: .brazil) }
    }
  }
}
