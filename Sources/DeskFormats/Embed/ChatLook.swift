package import DeskCore
package import JSON

/// L7: what a page's code holds of the settings of its day, and the fingerprint over that and
/// nothing else: the same settings have the same one on any day, by any way of embedding.
package struct ChatLook: Sendable {
  package let channel: Channel
  /// L2: whether the login page carries the chat, too.
  package let isOnLogin: Bool
  private let settings: [(String, JSONValue)]
  /// `deskctl-livechat-` and 12 hexadecimal digits: no way of packing a page changes it, and
  /// `livechat check` finds it by its beginning.
  package let marker: String

  /// Both chats look as `livechat` says. In the webchat, `awayText` is what a visitor reads whom
  /// nobody takes: livechat's own text speaks of a ticket.
  package init(
    _ settings: LivechatSettings, channel: Channel = .livechat, awayText: String? = nil,
    language: DeskLanguage
  ) {
    self.channel = channel
    var away = settings.offlineWelcome
    if let awayText { away.text = awayText }
    isOnLogin = settings.showOnLogin
    let members: [(String, JSONValue)] = [
      ("v", 1), ("channel", JSONValue(channel.rawValue)),
      ("endpoint", JSONValue(settings.endpoint?.text ?? "")),
      ("lang", JSONValue(language.rawValue)),
      ("welcome", Self.bubble(settings.onlineWelcome, on: channel)),
      ("offline", Self.bubble(away, on: channel)),
      ("closing", ["color": JSONValue(settings.closing.color.hex)]),
      ("font", JSONValue(settings.fontColor.hex)),
      ("background", JSONValue(settings.backgroundColor.hex)),
      ("border", JSONValue(settings.borderColor.hex)),
      ("showOnLogin", JSONValue(settings.showOnLogin)),
    ]
    self.settings = members
    var bytes: [UInt8] = []
    JSONValue.object(JSONObject(uniqueMembers: members)).write(into: &bytes)
    marker = Self.markerStart(channel) + SHA256.hash(bytes).hexadecimal.prefix(Self.digits)
  }

  /// How many digits a fingerprint has.
  static let digits = 12

  static func markerStart(_ channel: Channel) -> String { "deskctl-\(channel.rawValue)-" }

  package var fingerprint: String { String(marker.suffix(Self.digits)) }

  /// The object that `deskctl.chat` is called with.
  package var config: JSONValue { config(endpoint: nil) }

  /// The same for a page that shows the chat and calls nobody.
  func config(endpoint: String?) -> JSONValue {
    var object = JSONObject(uniqueMembers: settings)
    if let endpoint { object["endpoint"] = JSONValue(endpoint) }
    object["fingerprint"] = JSONValue(marker)
    return .object(object)
  }

  /// What a page says before anybody is known. A text that names the contact, their ticket or the
  /// day is not said there: the desk says it once there is a conversation.
  private static func bubble(_ text: some LivechatText, on channel: Channel) -> JSONValue {
    let fillable = try? FillableText(text.text, allowing: [.channel])
    return [
      "text": JSONValue(fillable?.filled { _ in shownName(channel) } ?? ""),
      "color": JSONValue(text.color.hex),
    ]
  }

  private static func shownName(_ channel: Channel) -> String {
    switch channel {
    case .whatsapp: "WhatsApp"
    case .livechat: "Livechat"
    case .webchat: "Webchat"
    }
  }
}
