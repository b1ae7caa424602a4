package import JSON

/// Texts by which a person is found in bytes, and what stands in their place afterwards.
package struct Needles: Sendable {
  static let mask = "•••"

  /// The longest first, so that no part of one is left.
  package private(set) var texts: [String]
  private var byFirst: [[[UInt8]]]

  package init(_ texts: Set<String>) {
    self.texts = texts.filter { !$0.isEmpty }.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    byFirst = Array(repeating: [], count: 256)
    for text in self.texts {
      let escaped = Array(JSONValue(text).text().utf8.dropFirst().dropLast())
      for form in Set([Array(text.utf8), escaped]) {
        for first in Set([form[0], form[0].otherCase]) { byFirst[Int(first)].append(form) }
      }
    }
  }

  package var isEmpty: Bool { texts.isEmpty }

  /// Whether one of them stands anywhere; capital and small ASCII letters are the same.
  package func isIn(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.indices.contains { place in
        byFirst[Int(buffer[place])].contains { Self.matches($0, buffer, place) }
      }
    }
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
        let found = byFirst[Int(buffer[place])].first { Self.matches($0, buffer, place) }
        if let found {
          result += Self.mask.utf8
          place += found.count
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
  /// The same ASCII letter, capital or small; any other byte as it is.
  fileprivate var otherCase: UInt8 {
    switch self {
    case 0x41...0x5A, 0x61...0x7A: self ^ 0x20
    default: self
    }
  }
}
