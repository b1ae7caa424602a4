/// A JSON number (RFC 8259, section 6): its digits exactly as they were read.
///
/// Nothing is lost between reading and writing, whatever the size or precision. Two numbers are
/// equal when their digits are: `1`, `1.0` and `1e0` are three.
package struct JSONNumber: Sendable, Hashable {
  /// The digits as they stand in the document.
  package let text: String

  /// The integer's decimal digits.
  package init(_ integer: Int) { text = String(integer) }

  /// The shortest digits that read back as this double; nil for infinities and NaN.
  package init?(_ double: Double) {
    guard double.isFinite else { return nil }
    text = double.description
  }

  /// The number with these digits; nil where RFC 8259 knows no such number (`01`, `+1`, `.5`, `1.`).
  package init?(_ text: String) {
    let bytes = [UInt8](text.utf8)
    let isNumber = bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      return reader.skipNumber() && reader.isAtEnd
    }
    guard isNumber else { return nil }
    self.text = text
  }

  /// Digits that the reader has checked.
  init(checked text: String) { self.text = text }
}

extension JSONNumber {
  /// The exact value, where it is an integer within `Int`: `1.0` and `1e2` are, `1.5` is not.
  package var int: Int? {
    Int(text) ?? JSONDecimal(text).int
  }

  /// The nearest double; nil where that is infinite. What is too small for a double is zero.
  package var double: Double? {
    guard let double = Double(text), double.isFinite else { return nil }
    return double
  }
}
