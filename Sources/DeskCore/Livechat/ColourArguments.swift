/// What stands between the parentheses of `rgb()` and `hsl()`: three values, and perhaps how
/// opaque they are. With commas between them (`1, 2, 3, 1`), or without (`1 2 3 / 1`).
struct ColourArguments {
  private let values: [ColourQuantity]

  init(_ text: Substring) throws(ColourProblem) {
    let hasCommas = text.contains(",")
    let slash = hasCommas ? nil : text.firstIndex(of: "/")
    var words =
      hasCommas
      ? text.split(separator: ",", omittingEmptySubsequences: false)
      : text[..<(slash ?? text.endIndex)].split(whereSeparator: \.isWhitespace)
    if let slash { words.append(text[text.index(after: slash)...]) }
    guard words.count == 3 && slash == nil || words.count == 4 && (hasCommas || slash != nil) else {
      throw ColourProblem.otherForm
    }
    var values: [ColourQuantity] = []
    for word in words { values.append(try ColourQuantity(word.trimmed, allowsNone: !hasCommas)) }
    if let alpha = values.dropFirst(3).first, try alpha.share() < 1 {
      throw ColourProblem.seeThrough
    }
    self.values = values
  }

  func rgb() throws(ColourProblem) -> Colour {
    var channels: [UInt8] = []
    for value in values.prefix(3) { channels.append(Self.byte(try value.channel())) }
    return Colour(red: channels[0], green: channels[1], blue: channels[2])
  }

  /// The formula of CSS Color 4, section 7.1.
  func hsl() throws(ColourProblem) -> Colour {
    let hue = try values[0].degrees()
    let saturation = try values[1].hundredths()
    let lightness = try values[2].hundredths()
    func channel(_ start: Double) -> UInt8 {
      let place = (start + hue / 30).truncatingRemainder(dividingBy: 12)
      let reach = saturation * min(lightness, 1 - lightness)
      return Self.byte((lightness - reach * max(-1, min(place - 3, 9 - place, 1))) * 255)
    }
    return Colour(red: channel(0), green: channel(8), blue: channel(4))
  }

  private static func byte(_ value: Double) -> UInt8 { UInt8(max(0, min(255, value.rounded()))) }
}

/// A number of CSS with its unit.
private struct ColourQuantity {
  private let value: Double
  private let unit: Substring

  /// `none` stands for 0 where values have no commas between them.
  init(_ word: Substring, allowsNone: Bool) throws(ColourProblem) {
    if allowsNone, word == "none" {
      (value, unit) = (0, "")
      return
    }
    let end = word.lastIndex { $0.isASCII && $0.isNumber || $0 == "." }
    guard let end, let value = Double(word[...end]), value.isFinite,
      word[...end].allSatisfy({ "+-.0123456789e".contains($0) })
    else { throw ColourProblem.otherForm }
    self.value = value
    unit = word[word.index(after: end)...]
  }

  /// A channel of `rgb()`, of 255.
  func channel() throws(ColourProblem) -> Double {
    unit == "%" ? value * 255 / 100 : try value(ofUnits: ["": 1])
  }

  /// How opaque, of 1.
  func share() throws(ColourProblem) -> Double { try value(ofUnits: ["": 1, "%": 0.01]) }

  /// A part of `hsl()`, of 1.
  func hundredths() throws(ColourProblem) -> Double {
    max(0, min(1, try value(ofUnits: ["": 0.01, "%": 0.01])))
  }

  /// A hue, from 0 up to 360.
  func degrees() throws(ColourProblem) -> Double {
    let all = try value(ofUnits: [
      "": 1, "deg": 1, "grad": 0.9, "rad": 180 / Double.pi, "turn": 360,
    ]).truncatingRemainder(dividingBy: 360)
    return all < 0 ? all + 360 : all
  }

  private func value(ofUnits units: [Substring: Double]) throws(ColourProblem) -> Double {
    guard let factor = units[unit] else { throw ColourProblem.otherForm }
    return value * factor
  }
}
