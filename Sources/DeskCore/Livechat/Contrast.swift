/// How well one colour reads on another: the contrast ratio of WCAG 2.2, from 1 to 21.
///
/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
package struct Contrast: Hashable, Sendable, Comparable {
  package let ratio: Double

  /// Success criterion 1.4.3, AA: letters of a usual size.
  package static let ofText = Contrast(ratio: 4.5)
  /// Success criterion 1.4.11, AA: what shows where a field begins.
  package static let ofParts = Contrast(ratio: 3)

  private init(ratio: Double) { self.ratio = ratio }

  package init(_ first: Colour, _ second: Colour) {
    let light = max(first.luminance, second.luminance)
    let dark = min(first.luminance, second.luminance)
    ratio = (light + 0.05) / (dark + 0.05)
  }

  /// `1.98:1`, never rounded up: what is said to be 4.50 passes.
  package var text: String {
    let hundredths = Int(ratio * 100)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest):1"
  }

  package static func < (left: Self, right: Self) -> Bool { left.ratio < right.ratio }
}

extension Colour {
  /// Relative luminance as WCAG 2.2 defines it, from 0 for black to 1 for white.
  package var luminance: Double {
    0.2126 * red.linear + 0.7152 * green.linear + 0.0722 * blue.linear
  }
}

extension UInt8 {
  /// The light of a channel of sRGB, from 0 to 1 (IEC 61966-2-1).
  var linear: Double { Self.allLinear[Int(self)] }

  private static let allLinear: [Double] = (0...255).map { channel in
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055).toThe2point4
  }
}

extension Double {
  /// The power of 12/5, of a number from 0 to 1: no function of the C library is at hand here.
  fileprivate var toThe2point4: Double {
    var twelfth = self * self * self
    twelfth *= twelfth
    return (twelfth * twelfth).root(5)
  }

  /// The root of a number from 0 to 1, by Newton's steps down from 1.
  func root(_ degree: Int) -> Double {
    guard self > 0 else { return 0 }
    var root = 1.0
    while true {
      var power = 1.0
      for _ in 1..<degree { power *= root }
      let next = (Double(degree - 1) * root + self / power) / Double(degree)
      // The steps only fall until they are as near as numbers are.
      guard next < root else { return root }
      root = next
    }
  }
}
