import JSON

/// W13: a text of the settings with the placeholders that it may hold, and the one that it must.
struct CheckedText {
  private let text: String?
  private let allowed: Set<Placeholder>
  private let needed: Placeholder?
  private let mayBeEmpty: Bool
  private let keys: [String]

  /// `keys` lead to it from the root of `desk.json`.
  init(
    _ text: String?, _ allowed: Set<Placeholder>, needs: Placeholder? = nil,
    mayBeEmpty: Bool = false, _ keys: String...
  ) {
    self.text = text
    self.allowed = allowed
    self.mayBeEmpty = mayBeEmpty
    needed = needs
    self.keys = keys
  }

  /// WhatsApp takes no text of nothing, and none of more characters.
  private static let limit = 4096

  private func lengthFault(_ text: String) -> Unreadable? {
    if text.trimmed.isEmpty, !mayBeEmpty { return .empty }
    return text.unicodeScalars.count > Self.limit ? .tooLong(limit: Self.limit) : nil
  }

  var faults: [Mismatch] {
    guard let text else { return [] }
    if let reason = lengthFault(text) {
      return [Mismatch(.unreadable(.message, reason), at: keys.map { .key($0) })]
    }
    do throws(UnknownPlaceholder) {
      let fillable = try FillableText(text, allowing: allowed)
      guard let needed, !fillable.placeholders.contains(needed) else { return [] }
      return [Mismatch(.placeholderMissing(needed), at: keys.map { .key($0) })]
    } catch {
      return [Mismatch(.placeholder(error), at: keys.map { .key($0) })]
    }
  }
}
