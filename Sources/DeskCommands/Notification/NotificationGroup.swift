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
    var notifications: [DeskCore.Notification] = []
    if words.has(.all) {
      try store.forEach(DeskCore.Notification.self) { if isWanted($0) { notifications.append($0) } }
    } else if let agent {
      notifications = try store.notifications(of: agent).filter(isWanted)
    } else {
      let open = try store.numbers(.open(.notification)).map { DeskCore.Notification.ID($0) }
      notifications = try store.records(open).filter(isWanted)
    }
    notifications = try desk.limited(desk.sorted(notifications, words), words)
    var listing = Listing(
      "notification",
      [
        Table.Column(Text("id"), key: "id"),
        Table.Column(Text(en: "at", pt: "quando"), key: "at"),
        Table.Column(Text(en: "agent", pt: "atendente"), key: "agent"),
        Table.Column(Text(en: "text", pt: "texto"), key: "text", shrinks: true),
        Table.Column(Text(en: "about", pt: "sobre"), key: "schedule"),
      ])
    for notification in notifications {
      listing.add(
        id: String(notification.id.number), notification.fullJSON,
        [
          String(notification.id.number), try desk.times().compact(notification.at),
          notification.agent?.text ?? "-", notification.text,
          notification.schedule.map { "schedule/\($0.number)" }
            ?? notification.outbox.map { "outbox/\($0.number)" } ?? "-",
        ])
    }
    return Output(.list(listing))
  }
}
