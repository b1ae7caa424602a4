import DeskCore
import JSON

/// The list that ends a backup: what it is, then a line for each file in the order in which they
/// stand there, each line with its own sum as in the store.
struct BackupManifest {
  /// The format that this program writes.
  static let current = 1

  /// What the first line says.
  struct Head: Record, Hashable {
    var format = BackupManifest.current
    var madeAt = Instant(secondsSinceEpoch: 0)
    /// The version of the program that made it.
    var version = ""
    var files = 0
    /// Of all files together.
    var bytes = 0

    init() {}

    static let fields: Fields<Self> = [
      Field("backup", \.format, required: true, en: "the format's number", pt: "o formato"),
      Field("madeAt", \.madeAt, required: true, en: "when it was made", pt: "quando foi feito"),
      Field("version", \.version, en: "by which version", pt: "por qual versão"),
      Field("files", \.files, en: "how many files", pt: "quantos arquivos"),
      Field("bytes", \.bytes, en: "of so many bytes", pt: "de quantos bytes"),
    ]
  }

  /// A file that the backup holds.
  struct Entry: Record, Hashable {
    var name = ""
    var size = 0
    /// Lower-case hexadecimal, 64 digits.
    var sha256 = ""

    init() {}

    init(_ name: String, size: Int, sha256: String) {
      self.name = name
      self.size = size
      self.sha256 = sha256
    }

    static let fields: Fields<Self> = [
      Field("name", \.name, required: true, en: "its name", pt: "o nome"),
      Field("size", \.size, required: true, en: "its size in bytes", pt: "o tamanho em bytes"),
      Field(
        "sha256", \.sha256, required: true, en: "the hash of its content",
        pt: "o hash do conteúdo"),
    ]
  }

  var head = Head()
  private(set) var entries: [Entry] = []

  init() {}

  mutating func add(_ entry: Entry) {
    entries.append(entry)
    head.files += 1
    head.bytes += entry.size
  }

  var encoded: [UInt8] {
    var bytes = StoredLine.encode(head.json) + [newline]
    for entry in entries {
      bytes += StoredLine.encode(entry.json)
      bytes.append(newline)
    }
    return bytes
  }

  init(_ bytes: [UInt8]) throws {
    let lines = splitLines(bytes)
    guard bytes.last == newline, let first = lines.first.flatMap(StoredLine.decode),
      let format = first["backup"]?.int
    else { throw BackupError(nil, .noManifest) }
    guard format <= Self.current else {
      throw BackupError(nil, .newerFormat(found: format, known: Self.current))
    }
    guard let head = try? Head(json: first) else { throw BackupError(nil, .noManifest) }
    for line in lines.dropFirst() {
      // Sizes that no file has come from no backup.
      guard let entry = StoredLine.decode(line).flatMap({ try? Entry(json: $0) }),
        !self.head.bytes.addingReportingOverflow(entry.size).overflow
      else { throw BackupError(nil, .noManifest) }
      add(entry)
    }
    // A line that was taken out whole leaves every sum right.
    guard head.files == entries.count, head.bytes == self.head.bytes else {
      throw BackupError(nil, .noManifest)
    }
    self.head = head
  }
}
