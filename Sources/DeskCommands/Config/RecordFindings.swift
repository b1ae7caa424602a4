import CommandLineKit
import DeskCore
import DeskStore

extension Desk {
  /// What stands in Config's way among the records: told beside its faults where there is a store that
  /// can be read, to whoever sees those records. What is wrong with the store itself is the doctor's to
  /// tell.
  func recordNotices() -> [Notice] {
    let notices: [Notice]? = try? reading { store in
      try settleCaller()
      return try blockedNotices(store) + strangerNotices(store)
    }
    return notices ?? []
  }

  /// W4, W12: an e-mail is required of everybody unknown, and some are never asked for it.
  private func blockedNotices(_ store: StoreReader) throws -> [Notice] {
    let settings = try settings.whatsapp
    guard settings.openOnConversationStart, settings.email.required else { return [] }
    var count = 0
    try store.forEach(Contact.self) { contact in
      if contact.automaticBlocked, !contact.registered { count += 1 }
    }
    guard count > 0 else { return [] }
    return [
      Notice(
        "W12",
        Text(
          en:
            "whatsapp.email.required: \(count) unknown contact(s) get no automatic messages, so they "
            + "are never asked for one, and no ticket opens by itself",
          pt: "whatsapp.email.required: \(count) contato(s) sem cadastro não recebem mensagens "
            + "automáticas; o e-mail nunca lhes é pedido, e nenhum chamado abre sozinho"))
    ]
  }

  /// S6: schedules that will fail, because their agent is not in their team any more.
  private func strangerNotices(_ store: StoreReader) throws -> [Notice] {
    let agents = try agents
    var notices: [Notice] = []
    try store.forEachPending { entry in
      guard let agent = entry.agent, let team = entry.team,
        agents[agent]?.teams.contains(team) != true, actor.sees(team: team, assignee: agent)
      else { return }
      notices.append(
        Notice(
          "S6",
          Text(
            en: "schedule/\(entry.schedule): \(agent) is not in the team \(team) any more",
            pt: "schedule/\(entry.schedule): \(agent) não está mais na equipe \(team)"),
          hint: Text("deskctl schedule show \(entry.schedule)")))
    }
    return notices
  }
}
