/// L2: two colours of livechat's settings that are hard to tell apart by WCAG 2.2 AA, and what to
/// set instead.
package struct PoorContrast: Hashable, Sendable {
  /// The key of the colour that can be changed, below `livechat`: a ground, or the border.
  package let key: String
  /// The key of the colour that it is seen with.
  package let other: String
  package let contrast: Contrast
  package let needed: Contrast
  /// The nearest colour for `key` that passes.
  package let better: Colour
  package let betterContrast: Contrast

  fileprivate init?(
    _ key: String, _ colour: Colour, with other: String, _ seenWith: Colour, needed: Contrast
  ) {
    let contrast = Contrast(colour, seenWith)
    guard contrast < needed,
      let nearest = NearestColour(to: colour, on: seenWith, passing: needed)
    else { return nil }
    self.key = key
    self.other = other
    self.contrast = contrast
    self.needed = needed
    better = nearest.colour
    betterContrast = nearest.contrast
  }
}

extension LivechatSettings {
  /// The font on the background and on each bubble, which is text, and the border on the
  /// background, which shows where a field begins.
  package var poorContrasts: [PoorContrast] {
    let grounds = [
      ("backgroundColor", backgroundColor), ("onlineWelcome.color", onlineWelcome.color),
      ("offlineWelcome.color", offlineWelcome.color), ("closing.color", closing.color),
    ]
    let ofText = grounds.map { key, colour in
      PoorContrast(key, colour, with: "fontColor", fontColor, needed: .ofText)
    }
    let ofBorder = PoorContrast(
      "borderColor", borderColor, with: "backgroundColor", backgroundColor, needed: .ofParts)
    return (ofText + [ofBorder]).compactMap { $0 }
  }
}
