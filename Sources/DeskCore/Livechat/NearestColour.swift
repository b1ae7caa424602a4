/// The colour nearest to one that reads badly, of those on the two straight lines of sRGB that lead
/// from it to black and to white in 255 steps each: darker or paler, of the same hue. Of those that
/// pass, the one that looks least different: the smallest distance in OKLab.
package struct NearestColour: Sendable {
  package let colour: Colour
  package let contrast: Contrast

  /// Nil only where nothing on the lines passes; for 4.5 and less, black or white always does.
  package init?(to colour: Colour, on other: Colour, passing needed: Contrast) {
    let passing = Self.candidates(from: colour).filter { Contrast($0, other) >= needed }
    let own = OKLab(colour)
    let nearest = passing.min { own.distance(to: OKLab($0)) < own.distance(to: OKLab($1)) }
    guard let nearest else { return nil }
    self.colour = nearest
    contrast = Contrast(nearest, other)
  }

  /// The colour itself, then each line from it outwards.
  package static func candidates(from colour: Colour) -> [Colour] {
    [colour] + (1...255).map { colour.mixed(with: 0, steps: $0) }
      + (1...255).map { colour.mixed(with: 255, steps: $0) }
  }
}

extension Colour {
  /// So many steps of 255 towards black (0) or white (255).
  fileprivate func mixed(with end: Int, steps: Int) -> Colour {
    func mixed(_ channel: UInt8) -> UInt8 {
      UInt8((Int(channel) * (255 - steps) + end * steps + 127) / 255)
    }
    return Colour(red: mixed(red), green: mixed(green), blue: mixed(blue))
  }
}

/// A colour by how it looks: distances are about as large as they seem.
///
/// <https://bottosson.github.io/posts/oklab/>
package struct OKLab: Hashable, Sendable {
  package let lightness: Double
  package let greenRed: Double
  package let blueYellow: Double

  package init(_ colour: Colour) {
    let (red, green, blue) = (colour.red.linear, colour.green.linear, colour.blue.linear)
    let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).root(3)
    let middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).root(3)
    let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).root(3)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    greenRed = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    blueYellow = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
  }

  /// The square of the distance, which orders alike.
  package func distance(to other: OKLab) -> Double {
    let steps = [
      lightness - other.lightness, greenRed - other.greenRed, blueYellow - other.blueYellow,
    ]
    return steps.reduce(0) { $0 + $1 * $1 }
  }
}
