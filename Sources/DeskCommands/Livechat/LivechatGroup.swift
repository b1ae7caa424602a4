import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore

extension CommandGroup<Action> {
  static var livechat: CommandGroup {
    CommandGroup(
      name: "livechat",
      summary: Text(
        en: "The chat on a web page: its look, and the code that goes there.",
        pt: "O chat numa página: a aparência e o código que vai para lá."),
      commands: [
        .livechatShow, .livechatSet, .livechatEmbed, .livechatCheck, .livechatPreview,
        .livechatSimulate,
      ])
  }
}

extension Desk {
  /// L1: livechat's settings, for what does nothing without it. It needs Config alone.
  func livechat() throws -> LivechatSettings {
    let settings = try settings.livechat
    guard settings.enabled else { throw Failure.noLivechat }
    if !settings.faults.isEmpty {
      let file = ConfigFolder.deskFile
      let bytes = try config().bytes(file) ?? []
      throw ConfigError.faults(
        settings.faults.map { ConfigFault($0, file: file, bytes: bytes) }, folder: configPath)
    }
    return settings
  }

  /// L1: where a conversation is livechat's, the desk must have that.
  func requireLivechat(for conversation: Conversation) throws {
    guard conversation.channel == .livechat else { return }
    guard try settings.livechat.enabled else { throw Failure.noLivechat }
  }

  /// R1: the webchat's settings, for what does nothing without it.
  func webchat() throws -> WebchatSettings {
    let settings = try settings.webchat
    guard settings.enabled else { throw Failure.noWebchat }
    return settings
  }

  /// L7: what a chat's look is made of. The webchat shares livechat's, and where it calls.
  func chatSettings(_ channel: Channel) throws -> LivechatSettings {
    guard channel == .webchat else { return try livechat() }
    _ = try webchat()
    let shared = try settings.livechat
    if shared.endpoint == nil { throw Failure.noEndpoint }
    return shared
  }

  /// What pages that show a chat hold.
  func chatLook(_ channel: Channel = .livechat) throws -> ChatLook {
    let isWebchat = channel == .webchat
    return ChatLook(
      try chatSettings(channel), channel: channel,
      awayText: isWebchat ? try settings.webchat.defaultText : nil,
      language: try settings.desk.language)
  }
}

extension Notice {
  /// L1: what is listed can only be closed.
  static let noLivechatNow = Notice(
    "L1",
    Text(
      en: "this desk has no livechat now: its conversations can only be closed",
      pt: "esta central está sem livechat: essas conversas só podem ser encerradas"),
    hint: Text("deskctl livechat set --enabled yes"))
}

extension Failure {
  fileprivate static let noLivechat = Failure(
    .refused, "L1",
    Text(en: "this desk has no livechat", pt: "esta central não tem livechat"),
    hint: Text(
      "deskctl livechat set --enabled yes --endpoint /chat --title 'Chat {contact.name}' --team ID")
  )

  fileprivate static let noEndpoint = Failure(
    .refused, "L1",
    Text(
      en: "nobody says where pages call the desk",
      pt: "não se sabe onde as páginas chamam a central"),
    hint: Text("deskctl livechat set --endpoint /chat"))

  fileprivate static let noWebchat = Failure(
    .refused, "R1",
    Text(en: "this desk has no webchat", pt: "esta central não tem webchat"),
    hint: Text("deskctl config set webchat.enabled=yes"))
}
