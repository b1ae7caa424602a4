/// Labels of domain names in other scripts, written in ASCII: RFC 3492, with the names of its
/// section 6.
enum Punycode {
  private static let base = 36
  private static let tMin = 1
  private static let tMax = 26
  private static let skew = 38
  private static let damp = 700
  private static let initialBias = 72
  private static let initialN = 128

  /// The label in small letters as the name system has it: itself, or `xn--` and its encoding.
  ///
  /// Nil for one of more than 63 characters, whose encoding is longer still.
  static func asciiLabel(_ label: String) -> String? {
    let small = label.lowercased()
    guard small.unicodeScalars.count <= 63 else { return nil }
    return small.utf8.allSatisfy { $0 < 0x80 } ? small : "xn--" + encoded(small)
  }

  /// Section 6.3. A label of 63 characters cannot overflow: its deltas stay under 64 times the
  /// number of code points.
  private static func encoded(_ label: String) -> String {
    let points = label.unicodeScalars.map { Int($0.value) }
    var output = String(String.UnicodeScalarView(label.unicodeScalars.filter(\.isASCII)))
    let basicCount = output.utf8.count
    var handled = basicCount
    if basicCount > 0 { output.append("-") }
    var n = initialN
    var delta = 0
    var bias = initialBias
    while let next = points.filter({ $0 >= n }).min() {
      delta += (next - n) * (handled + 1)
      n = next
      for point in points {
        if point < n { delta += 1 }
        guard point == n else { continue }
        output += integer(delta, bias: bias)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return output
  }

  /// Section 3.3: a number in digits whose thresholds follow the bias.
  private static func integer(_ delta: Int, bias: Int) -> String {
    var text = ""
    var rest = delta
    var k = base
    while true {
      let threshold = min(max(k - bias, tMin), tMax)
      guard rest >= threshold else { break }
      text.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      k += base
    }
    text.append(digit(rest))
    return text
  }

  /// Section 6.1.
  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var k = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + skew)
  }

  private static func digit(_ value: Int) -> Character {
    Character(Unicode.Scalar(UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)))
  }
}
