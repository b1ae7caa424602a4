import CommandLineKit
import DeskCore
import DeskStore

extension CommandGroup<Action> {
  static var notification: CommandGroup {
    CommandGroup(
      name: "notification",
      summary: Text(en: "What agents are told of.", pt: "Os avisos aos atendentes."),
      commands: [.notificationList, .notificationDismiss, .notificationOpen])
  }
}

extension CommandSpec<Action> {
  static var notificationList: CommandSpec {
    CommandSpec(
      name: "list",
      summary: Text(
        en: "What is not dismissed; all with --all.",
        pt: "O que não foi dispensado; tudo com --all."),
      options: [.all, .agent, .sort, .limit], action: .read(nil, list))
  }

  private static func list(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let agent = try words.value(.agent).map { try desk.id(Agent.self, $0) } ?? desk.actor.agent
    func isWanted(_ notification: DeskCore.Notification) -> Bool {
      desk.actor.isTold(notification) && (agent.map { $0 == notification.agent } ?? true)
        && (words.has(.all) || !notification.dismissed)
    }
    let list = try RecordList<DeskCore.Notification>("notification", columns, desk, words) {
      try cells(of: $0, desk)
    }
    if words.has(.all) {
      try store.forEach(DeskCore.Notification.self) { if isWanted($0) { try list.add($0) } }
    } else if let agent {
      for notification in try store.notifications(of: agent) where isWanted(notification) {
        try list.add(notification)
      }
    } else {
      try store.forEachOpen(DeskCore.Notification.self) { if isWanted($0) { try list.add($0) } }
    }
    return try list.output()
  }

  private static func cells(
    of notification: DeskCore.Notification, _ desk: Desk
  ) throws -> [String] {
    [
      String(notification.id.number), try desk.times().compact(notification.at),
      notification.agent?.text ?? "-", notification.text,
      notification.schedule.map { "schedule/\($0.number)" }
        ?? notification.outbox.map { "outbox/\($0.number)" } ?? "-",
    ]
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text("id"), key: "id"),
      Table.Column(Text(en: "at", pt: "quando"), key: "at"),
      Table.Column(Text(en: "agent", pt: "atendente"), key: "agent"),
      Table.Column(Text(en: "text", pt: "texto"), key: "text", shrinks: true),
      Table.Column(Text(en: "about", pt: "sobre"), key: "schedule"),
    ]
  }
}
