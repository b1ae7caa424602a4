/// A number's digits and power of ten, taken apart without computing the power.
struct JSONDecimal {
  private var isNegative = false
  /// The significant digits, without zeros before or after them; none when the number is zero.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0

  /// Exponents stop counting here: beyond any digits that memory holds, far from overflow.
  private static let exponentLimit = 1 << 60

  /// Takes apart the text of a valid number.
  init(_ text: String) {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest.removeFirst()
    }
    let mark = rest.firstIndex { byte in byte | 0x20 == UInt8(ascii: "e") } ?? rest.endIndex
    readDigits(rest[..<mark])
    readExponent(rest[mark...].dropFirst())
    dropOuterZeros()
  }

  /// The value, where it is an integer within `Int`.
  var int: Int? {
    if digits.isEmpty { return 0 }
    // Int.max has 19 digits.
    guard exponent >= 0, exponent < 19, digits.count + exponent <= 19 else { return nil }
    var value = 0
    for digit in digits + [UInt8](repeating: 0, count: exponent) {
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      // Built below zero, for Int.min has no positive counterpart.
      let (difference, underflowed) = product.subtractingReportingOverflow(Int(digit))
      if overflowed || underflowed { return nil }
      value = difference
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }

  private mutating func readDigits(_ text: Substring.UTF8View) {
    var isFraction = false
    for byte in text {
      if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        digits.append(byte - UInt8(ascii: "0"))
        if isFraction { exponent -= 1 }
      }
    }
  }

  private mutating func readExponent(_ text: Substring.UTF8View) {
    var power = 0
    for byte in text where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
      power = min(power * 10 + Int(byte - UInt8(ascii: "0")), Self.exponentLimit / 10)
    }
    exponent += text.first == UInt8(ascii: "-") ? -power : power
  }

  private mutating func dropOuterZeros() {
    digits.removeFirst(digits.prefix { digit in digit == 0 }.count)
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
  }
}
