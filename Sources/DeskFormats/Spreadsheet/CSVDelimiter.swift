/// What stands between two fields.
package enum CSVDelimiter: Hashable, CaseIterable, Sendable {
  /// What spreadsheets write where the comma is the decimal sign, as in Brazil.
  case semicolon
  case comma
  case tab

  /// The delimiter itself.
  package var character: Character { Character(Unicode.Scalar(byte)) }

  var byte: UInt8 {
    switch self {
    case .semicolon: UInt8(ascii: ";")
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    }
  }

  /// The one of this byte.
  init?(_ byte: UInt8) {
    guard let delimiter = Self.allCases.first(where: { $0.byte == byte }) else { return nil }
    self = delimiter
  }

  /// The one that the first record has most of outside quotes; of as many, the first of the cases.
  /// A record without any has one field, whatever the delimiter.
  init(mostIn counts: [CSVDelimiter: Int]) {
    var best = CSVDelimiter.semicolon
    for delimiter in Self.allCases where counts[delimiter, default: 0] > counts[best, default: 0] {
      best = delimiter
    }
    self = best
  }
}
