import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var agentOnline: CommandSpec {
    CommandSpec(
      name: "online",
      summary: Text(
        en: "Switch an agent on for a channel; oneself unless named.",
        pt: "Põe um atendente online num canal; você mesmo se não for dito."),
      discussion: Text(
        en:
          "An agent switches him- or herself; an administrator may switch anybody who is licensed.",
        pt: "Cada atendente põe a si mesmo; um administrador, qualquer um que tenha licença."),
      examples: [
        Example(
          "deskctl --as ana agent online",
          Text(en: "Ana answers livechat", pt: "a Ana atende no livechat")),
        Example(
          "deskctl --as bia agent online --channel webchat",
          Text(en: "Bia is offered visitors", pt: "os visitantes são oferecidos à Bia")),
      ],
      arguments: [.oneAgent], options: [.presenceChannel],
      action: .write(.work) { try switched(on: true, $0, $1, $2) })
  }

  static var agentOffline: CommandSpec {
    CommandSpec(
      name: "offline",
      summary: Text(
        en: "Switch an agent off for a channel; oneself unless named.",
        pt: "Põe um atendente offline num canal; você mesmo se não for dito."),
      examples: [
        Example(
          "deskctl agent offline ana",
          Text(en: "for an administrator", pt: "para um administrador"))
      ],
      arguments: [.oneAgent], options: [.presenceChannel],
      action: .write(.work) { try switched(on: false, $0, $1, $2) })
  }

  private static func switched(
    on isOnline: Bool, _ desk: Desk, _ transaction: Transaction, _ words: ParsedWords
  ) throws -> Output {
    let channel = try words.choice(.presenceChannel, Licence.self) ?? .livechat
    try desk.requireChat(channel)
    let id = try desk.switchedAgent(words.argument(0))
    let isLicensed = try desk.agents[id]?.licences.contains(channel) ?? false
    if isOnline, !isLicensed { throw Failure.unlicensed(id, channel) }
    var presence = try transaction.presence()
    let before = presence
    presence.set(id, on: channel, isOnline: isOnline, at: try desk.now())
    if presence != before {
      let what = isOnline ? "online" : "offline"
      try transaction.apply([
        .presence(presence),
        try desk.event(nil, what, rule: channel.presenceRule, ["agent/\(id)", channel.rawValue]),
      ])
    }
    let state = ChannelState(agent: id, channel: channel, isLicensed: isLicensed, presence)
    let change = Output.Change(
      id: id.text, line: state.line(isSame: presence == before, desk.language), record: state.json)
    let notices = try isOnline && channel == .livechat ? desk.livechatHoursNotices() : []
    return Output(.changed(schema: "agent.channel", [change]), notices: notices)
  }
}

extension Desk {
  /// L1, R1: a chat that the desk does not have is nobody's to sign in to.
  fileprivate func requireChat(_ channel: Licence) throws {
    switch channel {
    case .livechat: _ = try livechat()
    case .webchat: _ = try webchat()
    case .whatsapp: break
    }
  }

  /// The agent that a command is about: who acts, unless another one is named.
  func switchedAgent(_ typed: String?) throws -> Agent.ID {
    guard let typed else {
      guard let own = actor.agent else { throw Failure.whichAgent }
      return own
    }
    let id = try self.id(Agent.self, typed)
    if id != actor.agent { try require(.administer) }
    return id
  }
}

extension ArgumentSpec {
  static let oneAgent = ArgumentSpec(
    "ID", Text(en: "an agent; oneself unless given", pt: "um atendente; você se não for dito"),
    isOptional: true, completion: .dynamic(Agent.noun))
}

extension OptionSpec {
  static let presenceChannel = OptionSpec.value(
    "channel", "CHANNEL",
    Text(en: "livechat unless given", pt: "livechat se não for dito"),
    choices: ["livechat", "webchat"])
}

extension Licence {
  /// The rule by which who is online counts: each chat has its own.
  fileprivate var presenceRule: String { self == .webchat ? "R5" : "L3" }
}

extension Failure {
  fileprivate static let whichAgent = Failure(
    .usage, "usage",
    Text(en: "name an agent, or act as one", pt: "indique um atendente, ou aja como um"),
    hint: Text("deskctl agent list"))

  fileprivate static func unlicensed(_ agent: Agent.ID, _ channel: Licence) -> Failure {
    Failure(
      .refused, channel.presenceRule,
      Text(
        en: "\(agent) is not licensed for \(channel.rawValue)",
        pt: "\(agent) não tem licença de \(channel.rawValue)"),
      hint: Text(
        en: "an administrator adds \(channel.rawValue) to: deskctl agent set \(agent) --licences",
        pt:
          "um administrador acrescenta \(channel.rawValue) em: deskctl agent set \(agent) --licences"
      ))
  }
}
