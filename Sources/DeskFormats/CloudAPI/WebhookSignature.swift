import DeskCore

/// What Meta signs a webhook body with: the header `X-Hub-Signature-256`.
package struct WebhookSignature: Hashable, Sendable {
  private let code: [UInt8]

  /// Reads `sha256=` and 64 hexadecimal digits; nil where it is anything else.
  package init?(_ header: String) {
    let prefix = "sha256="
    let digits = Array(header.utf8.dropFirst(prefix.utf8.count))
    guard header.hasPrefix(prefix), digits.count == 64 else { return nil }
    var code: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(digits[place]), let low = Self.value(digits[place + 1]) else {
        return nil
      }
      code.append(high << 4 | low)
    }
    self.code = code
  }

  /// Whether these very bytes were signed with the secret of the app. It takes the same time
  /// wherever a wrong signature differs.
  package func isValid(for body: [UInt8], secret: [UInt8]) -> Bool {
    ConstantTime.areEqual(code, HMACSHA256.code(of: body, key: secret))
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x41 + 10
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}
