import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var agentChannels: CommandSpec {
    CommandSpec(
      name: "channels",
      summary: Text(
        en: "Who is licensed for which channel, and online there since when.",
        pt: "Quem tem licença de que canal, e está online nele desde quando."),
      discussion: Text(
        en: "An agent sees their own channels; an administrator everybody's, or those of one.",
        pt: "O atendente vê os próprios canais; um administrador, os de todos ou de um."),
      examples: [
        Example(
          "deskctl agent channels ana",
          Text(en: "the channels of one", pt: "os canais de uma pessoa"))
      ],
      arguments: [.oneAgent], action: .read(nil, run))
  }

  private static func run(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let typed = words.argument(0)
    let one = try typed != nil || desk.actor.agent != nil ? desk.switchedAgent(typed) : nil
    let presence = try store.presence()
    let hasLivechat = try desk.settings.livechat.enabled
    let times = try desk.times()
    var listing = Listing(
      "agent.channel",
      [
        Table.Column(Text(en: "agent", pt: "atendente"), key: "agent"),
        Table.Column(Text(en: "channel", pt: "canal"), key: "channel"),
        Table.Column(Text("online"), key: "online"),
        Table.Column(Text(en: "since", pt: "desde"), key: "since"),
      ])
    for (id, agent) in try desk.agents.entries where one == nil || id == one {
      for channel in agent.licences.sorted() where channel != .livechat || hasLivechat {
        var state = ChannelState(agent: id, channel: channel, isLicensed: true, presence)
        state.isInService = try channel == .webchat && !store.conversations(.service(id)).isEmpty
        listing.add(id: id.text, state.json, state.cells(times, desk.language))
      }
    }
    return Output(
      .list(listing), notices: try hasLivechat ? desk.livechatHoursNotices() : [.noLivechat])
  }
}

/// L3: an agent and one channel.
struct ChannelState {
  let agent: Agent.ID
  let channel: Licence
  let isLicensed: Bool
  let since: Instant?
  /// R7: they have a visitor.
  var isInService = false

  init(agent: Agent.ID, channel: Licence, isLicensed: Bool, _ presence: Presence) {
    self.agent = agent
    self.channel = channel
    self.isLicensed = isLicensed
    since = isLicensed ? presence.since(agent, on: channel) : nil
  }

  /// WhatsApp has no online: who belongs to the team is written to.
  private var hasPresence: Bool { channel != .whatsapp }

  var json: JSONValue {
    [
      "agent": JSONValue(agent.text), "channel": JSONValue(channel.rawValue),
      "licensed": JSONValue(isLicensed),
      "online": hasPresence ? JSONValue(since != nil) : .null, "since": since?.json ?? .null,
      "inService": JSONValue(isInService),
    ]
  }

  func cells(_ times: TimeWording, _ language: Language) -> [String] {
    let yes = Text(en: "yes", pt: "sim")(language)
    let no = Text(en: "no", pt: "não")(language)
    let inService = Text(en: "in service", pt: "em atendimento")(language)
    let state = isInService ? inService : since == nil ? no : yes
    return [
      agent.text, channel.rawValue, hasPresence ? state : "-",
      since.map { times.compact($0) } ?? "-",
    ]
  }

  /// `agent/ana online on livechat`
  func line(isSame: Bool, _ language: Language) -> String {
    let state = since == nil ? "offline" : "online"
    let same = Text(en: "already so", pt: "já estava assim")(language)
    let on = Text(en: "on", pt: "no")(language)
    let first = "agent/\(agent) \(state) \(on) \(channel.rawValue)"
    return isSame ? "\(first): \(same)" : first
  }
}

extension Notice {
  fileprivate static let noLivechat = Notice(
    "L1", Text(en: "this desk has no livechat", pt: "esta central não tem livechat"))
}
