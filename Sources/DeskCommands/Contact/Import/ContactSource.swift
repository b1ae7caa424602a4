import CommandLineKit
import DeskCore
import DeskFormats
import DeskSystem
import JSON

/// The rows of a file of contacts, one by one: the file is never held whole.
struct ContactSource {
  enum Format: String, ChoiceValue {
    case csv
    case jsonl
  }

  /// A row, or a piece of the file that is none.
  enum Item {
    case row(ContactRow)
    case unreadable(line: Int, RowProblem)
  }

  /// The next item; nil at the end.
  let next: () throws -> Item?
  /// The titles or keys that nothing is read from, as far as they are known.
  let unread: () -> [String]

  /// Opens a file, `-` for standard input. What it is shows in its first bytes, else in its name.
  ///
  /// Throws where no row can be read: nothing in it, or no column of phones or e-mails.
  init(_ desk: Desk, _ path: String, _ format: Format?) throws {
    let chunk = try desk.chunks(of: path)
    let name = path == "-" ? "stdin" : path
    var start: [UInt8] = []
    while start.count < 3, case let more = try chunk(), !more.isEmpty { start += more }
    guard !start.isEmpty else { throw Failure.nothingToImport(name) }
    if format ?? Self.format(of: start, path) == .jsonl {
      try self.init(lines: Self.afterMark(start), then: chunk, name)
    } else {
      try self.init(sheet: start, then: chunk, name)
    }
  }

  private static func format(of start: [UInt8], _ path: String) -> Format {
    let first = afterMark(start).first { !$0.isBlank }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    return isJSON || [".jsonl", ".ndjson"].contains(where: path.hasSuffix) ? .jsonl : .csv
  }

  /// UTF-8's mark, which some programs put before JSON, is no part of it.
  private static func afterMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  // MARK: CSV

  private init(
    sheet start: [UInt8], then chunk: @escaping () throws -> [UInt8], _ path: String
  ) throws {
    var reader = CSVReader(reading: Self.joined(start, chunk))
    let sheet: ContactSheet
    do {
      guard let header = try reader.next() else { throw Failure.nothingToImport(path) }
      sheet = try ContactSheet(header: header.fields)
    } catch let error as CSVError {
      throw RowProblem.csv(error).failure(path, error.line)
    } catch ContactSheetError.noPhoneOrEmail(let titles) {
      throw Failure.noContactColumns(path, titles)
    }
    next = {
      do {
        while let record = try reader.next() {
          if let row = sheet.row(record) { return .row(row) }
        }
        return nil
      } catch let error as CSVError {
        return .unreadable(line: error.line, .csv(error))
      }
    }
    unread = { sheet.unread.map(\.title) }
  }

  // MARK: JSON Lines

  private init(
    lines start: ArraySlice<UInt8>, then chunk: @escaping () throws -> [UInt8], _ path: String
  ) throws {
    if start.first(where: { !$0.isBlank }) == UInt8(ascii: "[") {
      throw Failure.arrayOfContacts(path)
    }
    var reader = JSONLinesReader(
      maximumLineLength: CSVReader.recordLimit, read: Self.joined(Array(start), chunk))
    var keys = ContactLines()
    next = {
      do {
        guard let line = try reader.next() else { return nil }
        guard let object = try line.value().object else {
          return .unreadable(line: line.number, .notAnObject)
        }
        return .row(keys.row(object, line: line.number))
      } catch let error as JSONError {
        return .unreadable(line: error.line, .json(error))
      }
    }
    unread = { keys.unread }
  }

  /// What was looked at already, then the rest.
  private static func joined(
    _ start: [UInt8], _ rest: @escaping () throws -> [UInt8]
  ) -> () throws -> [UInt8] {
    var start = start
    return {
      guard start.isEmpty else {
        defer { start = [] }
        return start
      }
      return try rest()
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
