package import JSON

/// The number of a stored record of one kind: from 1 upwards, never used again.
package struct RecordID<Kind>: Hashable, Comparable, Sendable, FieldValue {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package static var shape: Shape { .integer(1...Int.max) }

  package init(json: JSONValue) throws(Mismatch) {
    guard let number = json.int, number > 0 else { throw Self.mismatch }
    self.number = number
  }

  package var json: JSONValue { number.json }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// The name of something that is configured: lower-case letters, digits and hyphens.
package struct Slug<Kind>: Hashable, Comparable, Sendable, TextValue, CustomStringConvertible {
  package let text: String

  package static var form: TextForm { .slug }
  package static var pattern: String? { "^[a-z0-9][a-z0-9-]{0,63}$" }

  package init(text: String) throws(Unreadable) {
    let bytes = text.utf8
    let isPlain = bytes.allSatisfy {
      ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z"))
        || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: "-")
    }
    guard isPlain, (1...64).contains(bytes.count), bytes.first != UInt8(ascii: "-") else {
      throw Unreadable.slugCharacters
    }
    self.text = text
  }

  package var description: String { text }

  package static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// The kinds of record that the store keeps.
package enum RecordKind: String, CaseIterable, Sendable, ChoiceValue {
  case contact
  case ticket
  case conversation
  case schedule
  case outbox
  case notification
}

/// A record of any kind, as people and scripts name it: `schedule/42`.
package struct Reference: Hashable, Sendable, TextValue, CustomStringConvertible {
  package let kind: RecordKind
  package let number: Int

  package init(_ kind: RecordKind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  package static var form: TextForm { .reference }
  package static var pattern: String? { "^[a-z]+/[1-9][0-9]*$" }

  package init(text: String) throws(Unreadable) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = RecordKind(rawValue: String(parts[0])),
      let number = Reference.number(parts[1])
    else { throw Unreadable.otherForm }
    self.init(kind, number)
  }

  /// A positive number in plain digits.
  package static func number(_ text: some StringProtocol) -> Int? {
    guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text), number > 0
    else { return nil }
    return number
  }

  package var text: String { "\(kind.rawValue)/\(number)" }
  package var description: String { text }
}

/// A record that the store keeps under a number.
package protocol StoredRecord: Record {
  static var kind: RecordKind { get }
  var id: RecordID<Self> { get set }
  /// Grows by one with each write.
  var rev: Int { get set }
}

extension StoredRecord {
  package typealias ID = RecordID<Self>
  package var reference: Reference { Reference(Self.kind, id.number) }
}

/// Something that is configured under a name.
package protocol ConfiguredRecord: Record {
  /// The noun of its commands: `ticket-type`.
  static var noun: String { get }
  /// The file below Config without its ending, and the key that holds the entries: `ticketTypes`.
  static var file: String { get }
  var name: String { get }
}

extension ConfiguredRecord {
  package typealias ID = Slug<Self>
}
