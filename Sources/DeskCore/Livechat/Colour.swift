/// An opaque colour of sRGB. However it was written (hex, `rgb()`, `hsl()`, a name), it is kept as
/// `#rrggbb`: two ways to write one colour make the same bytes.
package struct Colour: Hashable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From the number that hex notation stands for: `0x25D366`.
  package init(_ number: Int) {
    self.init(
      red: UInt8(number >> 16 & 0xFF), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
  }

  package var number: Int { Int(red) << 16 | Int(green) << 8 | Int(blue) }

  /// `#rrggbb`.
  package var hex: String {
    let digits = String(number, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}

extension Colour: TextValue {
  package static var form: TextForm { .colour }

  package init(text: String) throws(Unreadable) {
    do {
      self = try Colour(css: text)
    } catch {
      throw Unreadable.colour(error)
    }
  }

  package var text: String { hex }
}

/// Why a text is no colour that a chat can have.
package enum ColourProblem: Error, Hashable, Sendable {
  /// `#fff8`, `rgb(0 0 0 / 50%)`, `transparent`: what is behind would decide its contrast.
  case seeThrough
  case unknownName(String)
  case otherForm
}
