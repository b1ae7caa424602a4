import DeskCore
package import JSON

/// Texts by which a person is found in bytes, and what stands in their place afterwards.
package struct Needles: Sendable {
  static let mask = "•••"

  package let texts: Set<String>
  /// As they are written, by the small letter that they begin with: for what `folded` drops.
  private var exact: [[[UInt8]]]
  /// In small letters and without accents, by their first byte.
  private var folded: [[[UInt8]]]
  /// The digits of phone numbers: they are found however somebody has parted them.
  private let runs: [[UInt8]]
  /// The bytes at which anything may begin: most places are passed over by this alone.
  private var begins: [Bool]

  package init(_ texts: Set<String>) {
    self.texts = texts.filter { !$0.isEmpty }
    runs = Array(Set(self.texts.compactMap(Self.digits)))
    exact = Array(repeating: [], count: 256)
    folded = exact
    begins = []
    for text in self.texts {
      let escaped = Self.escaped(text)
      for form in Set([Array(text.utf8), Array(escaped.utf8)]) {
        exact[Int(form[0].small)].append(form)
      }
      for form in Set([Array(text.folded.utf8), Array(escaped.folded.utf8)]) where !form.isEmpty {
        folded[Int(form[0])].append(form)
      }
    }
    let (exact, folded, runs) = (exact, folded, runs)
    let isFolding = folded.contains { !$0.isEmpty }
    begins = (0..<256).map { byte in
      let small = Int(UInt8(byte).small)
      return !exact[small].isEmpty || !folded[small].isEmpty || isFolding && byte >= 0xC2
        || runs.contains { Int($0[0]) == byte }
    }
  }

  package var isEmpty: Bool { texts.isEmpty }

  /// Whether one of them stands anywhere, in small or capital letters, with its accents or without.
  package func isIn(_ bytes: ArraySlice<UInt8>) -> Bool {
    if isEmpty { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.indices.contains { length(buffer, $0) != nil }
    }
  }

  /// The bytes of the longest that stands at a place, so that no part of it is left.
  private func length(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    let byte = bytes[place]
    guard begins[Int(byte)] else { return nil }
    let letters = FoldedLetters(bytes)
    var longest = 0
    for form in exact[Int(byte.small)] where Self.matches(form, bytes, place) {
      longest = max(longest, form.count)
    }
    if let first = letters.letter(at: place)?.folded.first {
      for form in folded[Int(first)] {
        longest = max(longest, letters.length(of: form, at: place) ?? 0)
      }
    }
    for run in runs { longest = max(longest, Self.length(of: run, bytes, place) ?? 0) }
    return longest > 0 ? longest : nil
  }

  /// As a text stands between the quotes of a JSON string.
  private static func escaped(_ text: String) -> String {
    String(JSONValue(text).text().dropFirst().dropLast())
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
    return form.indices.allSatisfy { form[$0].small == bytes[place + $0].small }
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

  /// A capital ASCII letter as a small one; any other byte as it is.
  fileprivate var small: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
