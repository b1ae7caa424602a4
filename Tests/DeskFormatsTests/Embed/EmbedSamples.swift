import DeskCore
import DeskFormats

/// Settings, and all ways to embed them.
enum EmbedSamples {
  static let look = ChatLook(settings, language: .ptBR)

  static var settings: LivechatSettings {
    var settings = LivechatSettings()
    settings.enabled = true
    settings.endpoint = try? ChatEndpoint(text: "https://desk.example/chat")
    return settings
  }

  static func settings(_ change: (inout LivechatSettings) -> Void) -> LivechatSettings {
    var changed = settings
    change(&changed)
    return changed
  }

  /// Every target in every shape.
  static func snippets(_ look: ChatLook = look) -> [EmbedSnippet] {
    EmbedTarget.allCases.flatMap { target in
      EmbedShape.allCases.map { EmbedSnippet(look, target: target, shape: $0) }
    }
  }

  /// With a text as each of the three; braces doubled, as W13 has them.
  static func look(saying text: String) -> ChatLook {
    let text = text.map { "{}".contains($0) ? "\($0)\($0)" : String($0) }.joined()
    return ChatLook(
      settings {
        $0.onlineWelcome.text = text
        $0.offlineWelcome.text = text
        $0.closing.text = text
      }, language: .ptBR)
  }
}
