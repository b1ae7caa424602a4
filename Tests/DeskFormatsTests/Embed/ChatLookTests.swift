import DeskCore
import JSON
import Testing

@testable import DeskFormats

struct ChatLookTests {
  typealias Change = @Sendable (inout LivechatSettings) -> Void

  static let seen: [(String, Change)] = [
    ("endpoint", { $0.endpoint = try? ChatEndpoint(text: "/chat") }),
    ("onlineWelcome.text", { $0.onlineWelcome.text = "Oi" }),
    ("onlineWelcome.color", { $0.onlineWelcome.color = Colour(1) }),
    ("offlineWelcome.text", { $0.offlineWelcome.text = "Oi" }),
    ("offlineWelcome.color", { $0.offlineWelcome.color = Colour(1) }),
    ("closing.color", { $0.closing.color = Colour(1) }),
    ("showOnLogin", { $0.showOnLogin = true }), ("fontColor", { $0.fontColor = Colour(1) }),
    ("backgroundColor", { $0.backgroundColor = Colour(1) }),
    ("borderColor", { $0.borderColor = Colour(1) }),
  ]

  static let unseen: [(String, Change)] = [
    ("enabled", { $0.enabled = false }), ("title", { $0.title = "Oi" }),
    ("origins", { $0.origins = (try? WebOrigin(text: "https://a.example")).map { [$0] } ?? [] }),
    ("hours", { $0.hours = try? BusinessHours.ID(text: "loja") }),
    ("team", { $0.team = try? Team.ID(text: "vendas") }),
    ("category", { $0.category = try? DeskCore.Category.ID(text: "x") }),
    ("ticketType", { $0.ticketType = try? TicketType.ID(text: "x") }),
    ("priority", { $0.priority = try? Priority.ID(text: "x") }),
    ("closing.text", { $0.closing.text = "Tchau" }),
    ("mail.opened.subject", { $0.mail.opened.subject = "x" }),
    ("mail.opened.body", { $0.mail.opened.body = "x" }),
    ("mail.registered.subject", { $0.mail.registered.subject = "x" }),
    ("mail.registered.body", { $0.mail.registered.body = "x" }),
    ("mail.registered.password", { $0.mail.registered.password = "x" }),
  ]

  @Test func `L7 the fingerprint is over what the page holds and nothing else`() {
    let today = EmbedSamples.look.fingerprint
    for (key, change) in Self.seen {
      let look = ChatLook(EmbedSamples.settings(change), language: .ptBR)
      #expect(look.fingerprint != today, "\(key)")
    }
    for (key, change) in Self.unseen {
      let look = ChatLook(EmbedSamples.settings(change), language: .ptBR)
      #expect(look.fingerprint == today, "\(key)")
    }
    #expect(ChatLook(EmbedSamples.settings, language: .en).fingerprint != today)
  }

  /// A new setting is on one list or the other.
  @Test func `L7 every setting is said to be on the page or not`() {
    let listed = (Self.seen + Self.unseen).map(\.0).sorted()
    let all = SettingKey.all(below: LivechatSettings.fields.erased).map(\.text).sorted()
    #expect(listed == all)
  }

  @Test func `L7 a text that names the contact is left to the desk`() {
    func welcome(_ text: String) -> String? {
      let look = ChatLook(
        EmbedSamples.settings { $0.onlineWelcome.text = text }, language: .ptBR)
      return look.config["welcome"]?["text"]?.string
    }
    #expect(welcome("Olá, {contact.name}!") == "")
    #expect(welcome("Aqui é o {channel}. {{oi}}") == "Aqui é o Livechat. {oi}")
  }
}
