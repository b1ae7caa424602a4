import JSON

/// W13: a text of the settings with the placeholders that it may hold, and the one that it must.
struct CheckedText {
  private let text: String?
  private let allowed: Set<Placeholder>
  private let needed: Placeholder?
  private let keys: [String]

  /// `keys` lead to it from the root of `desk.json`.
  init(_ text: String?, _ allowed: Set<Placeholder>, needs: Placeholder? = nil, _ keys: String...) {
    self.text = text
    self.allowed = allowed
    needed = needs
    self.keys = keys
  }

  var faults: [Mismatch] {
    guard let text else { return [] }
    do throws(UnknownPlaceholder) {
      let fillable = try FillableText(text, allowing: allowed)
      guard let needed, !fillable.placeholders.contains(needed) else { return [] }
      return [Mismatch(.placeholderMissing(needed), at: keys.map { .key($0) })]
    } catch {
      return [Mismatch(.placeholder(error), at: keys.map { .key($0) })]
    }
  }
}
