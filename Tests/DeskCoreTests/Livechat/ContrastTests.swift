import DeskCore
import DeskTestSupport
import Testing

struct ContrastTests {
  /// Ratios as the formula has them, from public contrast checkers.
  @Test(arguments: [
    (0xFFFFFF, 0x000000, "21.00:1"), (0x25D366, 0xFFFFFF, "1.98:1"), (0x777777, 0xFFFFFF, "4.47:1"),
    (0x767676, 0xFFFFFF, "4.54:1"), (0xFF0000, 0xFFFFFF, "3.99:1"), (0x0000FF, 0xFFFFFF, "8.59:1"),
    (0x123456, 0x123456, "1.00:1"),
  ])
  func `L2 two colours have the contrast that WCAG gives them`(
    first: Int, second: Int, text: String
  ) {
    #expect(Contrast(Colour(first), Colour(second)).text == text)
    #expect(Contrast(Colour(second), Colour(first)).text == text)
  }

  /// Colours all over the cube, on grounds all over it.
  static let cube: [Colour] = stride(from: 0, through: 255, by: 51).flatMap { red in
    stride(from: 0, through: 255, by: 51).flatMap { green in
      stride(from: 0, through: 255, by: 51).map { Colour(red << 16 | green << 8 | $0) }
    }
  }

  @Test(arguments: [Contrast.ofText, .ofParts])
  func `L2 the colour that is named passes and none on the lines is nearer`(
    needed: Contrast
  ) throws {
    var failures = 0
    var cases = 0
    for colour in Exhaustion.some(Self.cube, atMost: 6) {
      let lines = NearestColour.candidates(from: colour).map { ($0, OKLab($0)) }
      let own = OKLab(colour)
      for other in Exhaustion.some(Self.cube, atMost: 12) {
        cases += 1
        guard let found = NearestColour(to: colour, on: other, passing: needed) else {
          failures += 1
          continue
        }
        let distance = own.distance(to: OKLab(found.colour))
        let nearer = lines.contains {
          own.distance(to: $0.1) < distance && Contrast($0.0, other) >= needed
        }
        if Contrast(found.colour, other) < needed || nearer { failures += 1 }
      }
    }
    try Exhaustion.count("colours made legible", cases: cases, failures: failures)
    #expect(failures == 0)
  }

  @Test func `L2 a colour that passes is its own nearest`() {
    let nearest = NearestColour(to: Colour(0x0F766E), on: Colour(0xFFFFFF), passing: .ofText)
    #expect(nearest?.colour == Colour(0x0F766E))
  }

  @Test func `L2 the colours of a new desk pass`() {
    #expect(LivechatSettings().poorContrasts == [])
  }

  @Test func `L2 each ground of the font is looked at, and the border`() {
    var settings = LivechatSettings()
    settings.fontColor = Colour(0x000000)
    settings.borderColor = settings.backgroundColor
    #expect(
      settings.poorContrasts.map(\.key) == [
        "backgroundColor", "onlineWelcome.color", "offlineWelcome.color", "closing.color",
        "borderColor",
      ])
    #expect(settings.poorContrasts.allSatisfy { $0.betterContrast >= $0.needed })
  }
}
