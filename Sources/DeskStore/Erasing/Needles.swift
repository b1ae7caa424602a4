import DeskCore
package import JSON

/// Texts by which a person is found in bytes, and what stands in their place afterwards.
package struct Needles: Sendable {
  static let mask = "•••"

  /// The longest first, so that no part of one is left.
  package private(set) var texts: [String]
  private var byFirst: [[[UInt8]]]
  /// The digits of phone numbers: they are found however somebody has parted them.
  private let runs: [[UInt8]]

  package init(_ texts: Set<String>) {
    self.texts = texts.filter { !$0.isEmpty }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    byFirst = Array(repeating: [], count: 256)
    runs = Set(self.texts.compactMap(Self.digits)).sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    let forms = self.texts.flatMap(Self.cases).flatMap { [Array($0.utf8), Self.escaped($0)] }
    for form in Set(forms).sorted(by: { $0.count > $1.count }) {
      for first in Set([form[0], form[0].otherCase]) { byFirst[Int(first)].append(form) }
    }
  }

  package var isEmpty: Bool { texts.isEmpty }

  /// Whether one of them stands anywhere; capital and small ASCII letters are the same.
  package func isIn(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.indices.contains { length(buffer, $0) != nil }
    }
  }

  /// The bytes of what stands at a place, if one of them does.
  private func length(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    let forms = byFirst[Int(bytes[place])]
    let form = forms.first { Self.matches($0, bytes, place) }
    return form?.count ?? runs.lazy.compactMap { Self.length(of: $0, bytes, place) }.first
  }

  /// As a person writes a name: in small or capital letters, with its accents or without.
  private static func cases(_ text: String) -> [String] {
    [text, text.lowercased(), text.uppercased(), text.folded]
  }

  /// As a text stands between the quotes of a JSON string.
  private static func escaped(_ text: String) -> [UInt8] {
    Array(JSONValue(text).text().utf8.dropFirst().dropLast())
  }

  /// The digits of what is a phone number in some form; nil of anything else.
  private static func digits(_ text: String) -> [UInt8]? {
    let digits = text.utf8.filter(\.isDigit)
    let isPhone = text.utf8.allSatisfy { $0.isDigit || $0.isSeparator }
    return isPhone && digits.count >= 10 ? digits : nil
  }

  /// The bytes of a run of digits at a place, with at most three signs between two of them.
  private static func length(
    of run: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Int? {
    guard bytes[place] == run[0], place == 0 || !bytes[place - 1].isDigit else {
      return nil
    }
    var next = place
    for digit in run {
      var signs = 0
      while next < bytes.count, next > place, signs < 3, bytes[next].isSeparator {
        next += 1
        signs += 1
      }
      guard next < bytes.count, bytes[next] == digit else { return nil }
      next += 1
    }
    return next < bytes.count && bytes[next].isDigit ? nil : next - place
  }

  private static func matches(
    _ form: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Bool {
    guard form.count <= bytes.count - place else { return false }
    return form.indices.allSatisfy {
      form[$0] == bytes[place + $0] || form[$0].otherCase == bytes[place + $0]
    }
  }

  /// A text without them.
  package func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard isIn(bytes[...]) else { return text }
    var result: [UInt8] = []
    bytes.withUnsafeBufferPointer { buffer in
      var place = 0
      while place < buffer.count {
        if let count = length(buffer, place) {
          result += Self.mask.utf8
          place += count
        } else {
          result.append(buffer[place])
          place += 1
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A document with every string masked; its keys stay.
  package func masked(_ json: JSONValue) -> JSONValue {
    switch json {
    case .null, .bool, .number: json
    case .string(let text): .string(masked(text))
    case .array(let values): .array(values.map(masked))
    case .object(let object):
      .object(JSONObject(uniqueMembers: object.map { ($0.0, masked($0.1)) }))
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  /// What people put between the digits of a phone number.
  fileprivate var isSeparator: Bool { " .-()/+".utf8.contains(self) }

  /// The same ASCII letter, capital or small; any other byte as it is.
  fileprivate var otherCase: UInt8 {
    switch self {
    case 0x41...0x5A, 0x61...0x7A: self ^ 0x20
    default: self
    }
  }
}
