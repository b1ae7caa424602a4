package import DeskCore
import JSON

/// What a store says of itself, in `format.json`.
package struct StoreFormat: Record, Hashable {
  /// The format that this program writes.
  package static let current = 1

  package var format = StoreFormat.current
  package var madeAt = Instant(secondsSinceEpoch: 0)
  /// Made under `--now`, to play with: its clock may be set.
  package var play = false
  /// The Unix group that shares it; nil where one user keeps it.
  package var group: Int?
  /// The inode of `lock`: another one shows that the store was copied or restored.
  package var home: Int?
  package var hold: Hold?
  /// The transports that do not work, each told of once.
  package var outages: [Outage] = []

  package init() {}

  package static let fields: Fields<Self> = [
    Field("format", \.format, required: true, en: "the format's number", pt: "o número do formato"),
    Field("madeAt", \.madeAt, required: true, en: "when it was made", pt: "quando foi criado"),
    Field("play", \.play, en: "made to play with", pt: "criado para brincar"),
    Field(
      "group", \.group, en: "the number of the Unix group that shares it",
      pt: "o número do grupo Unix que o compartilha"),
    Field("home", \.home, en: "the inode of its lock", pt: "o inode do arquivo lock"),
    Field("hold", \.hold, en: "why it sends nothing", pt: "por que não envia nada"),
    Field(
      "outages", \.outages, en: "the transports that do not work",
      pt: "os transportes que não funcionam"),
  ]
}

extension StoreFormat {
  /// Reads `format.json`. Of an older format no more is understood than its number, and whose its
  /// files are; a newer one is refused.
  static func read(_ bytes: [UInt8]) throws -> StoreFormat {
    guard let json = try? JSONValue(parsing: bytes) else {
      throw StoreError.damaged(path: Layout.format, .noJSON)
    }
    if let number = json["format"]?.int {
      // A newer format may hold keys that are not known here: its number is looked at first.
      if number > current { throw StoreError.newerFormat(found: number, known: current) }
      if number < current, SummedFile.content(of: json) != nil {
        var older = StoreFormat()
        older.format = number
        older.group = json["group"]?.int
        older.play = json["play"]?.bool ?? false
        return older
      }
    }
    guard let json = SummedFile.content(of: json) else {
      throw StoreError.damaged(path: Layout.format, .notAsWritten)
    }
    do {
      return try StoreFormat(json: json)
    } catch {
      throw StoreError.damaged(
        path: Layout.format, .noRecord(error))
    }
  }
}

/// A desk that fires and sends nothing until it is resumed.
package struct Hold: Record, Hashable {
  package var since = Instant(secondsSinceEpoch: 0)
  package var why = ""

  package init() {}

  package init(since: Instant, why: String) {
    self.since = since
    self.why = why
  }

  package static let fields: Fields<Self> = [
    Field("since", \.since, required: true, en: "since when", pt: "desde quando"),
    Field("why", \.why, en: "why", pt: "por quê"),
  ]
}
