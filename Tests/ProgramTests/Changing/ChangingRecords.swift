/// The cases, a table for each part of the tree. Where a command is refused the second time, it
/// says why; where nothing stands, a person may type it twice.
extension ChangingCommand {
  static let onRecords = [
    // A second contact of the same phone is refused.
    ChangingCommand("contact add --name Nova --phones 11977770000", again: .refused(5)),
    ChangingCommand("contact set 1 --name Carla"),
    // What is gone is not found.
    ChangingCommand("contact remove 4", again: .refused(3)),
    ChangingCommand("contact import novos.csv"),
    ChangingCommand("contact import novos.csv --batch 1", extent: .steps),
    ChangingCommand("contact block 1"),
    ChangingCommand("contact unblock 2", on: .closed),
    // What a kill may have left is looked for again.
    ChangingCommand("contact erase 1 --yes", on: .fired, extent: .steps),
    ChangingCommand("contact confirm 8", on: .claimed),
    // Nothing on standard input is the token there; it works once.
    ChangingCommand("contact redeem -", on: .claimed, again: .refused(5)),
    ChangingCommand(
      "ticket add --contact 3 --title Nota --team suporte --agent ana", again: .another),
    ChangingCommand("ticket close 1", on: .fired),
    ChangingCommand("ticket reopen 1", on: .closed),
    ChangingCommand("ticket assign 1 --agent bia --team vendas", on: .fired),
    ChangingCommand("ticket note 1 olá", on: .fired, again: .another),
    ChangingCommand("notification dismiss 1 2", on: .fired),
    ChangingCommand("whatsapp receive corpos.jsonl"),
    ChangingCommand("agent online ana"),
    ChangingCommand("agent offline ana", on: .online),
  ]

  static let onConversations = [
    ChangingCommand("conversation say 1 olá --as ana --file nota.txt", on: .fired, again: .another),
    ChangingCommand(
      "conversation template 1 lembrete-visita --param nome=Lu --param data=1 --param hora=2",
      on: .fired, again: .another),
    ChangingCommand("conversation claim 1 --as ana", on: .received),
    ChangingCommand("conversation assign 1 bia", on: .fired),
    // An agent's answer is one more each time; a visitor's has an id.
    ChangingCommand("conversation say 1 olá --as ana", on: .chatting, again: .another),
    ChangingCommand("cgi", on: .chatting),
    // Whoever has it already is refused.
    ChangingCommand("conversation transfer 1 bia --as ana", on: .chatting, again: .refused(3)),
    // Who is registered now is edited elsewhere.
    ChangingCommand(
      "conversation requester 1 --name Davi", on: .chatting, again: .refused(5)),
    ChangingCommand("conversation close 1 --ticket --yes", on: .chatting),
    // The visitor's message, and then the bot's answer to it.
    ChangingCommand("cgi", on: .visiting, extent: .steps),
    // Whoever has the visitor is told so; nobody else is offered them.
    ChangingCommand("offer accept 1 --as bia", on: .offered),
    // It is offered to her again at once: there is nobody else.
    ChangingCommand("offer decline 1 --as bia", on: .offered, again: .another),
    ChangingCommand("conversation close 1 --yes --as bia", on: .inService),
    ChangingCommand("case set 1 --summary troca --as bia", on: .inService),
    // What is saved stays as it is.
    ChangingCommand("case save 1 --as bia", on: .ended, again: .refused(5)),
    ChangingCommand("conversation forward 1 vendas --comment nota", on: .fired),
    ChangingCommand("conversation pending 1 2", on: .fired),
    ChangingCommand("conversation resolve 1 2", on: .pending),
    ChangingCommand("conversation rate 1 3 --comment bom", on: .surveyed),
    ChangingCommand("conversation link 1 --ticket 2 --messages 1", on: .fired),
    ChangingCommand("conversation ticket 1 --messages 1", on: .fired, again: .another),
    ChangingCommand("conversation ticket --all", on: .received, extent: .steps),
    ChangingCommand("conversation import todas.jsonl", on: .exported, extent: .steps),
    ChangingCommand("conversation say 1 --canned saudacao", on: .fired, again: .another),
    ChangingCommand(
      "conversation chat 1 --as ana", on: .typing, again: .another, extent: .steps),
  ]

  static let onSchedules = [
    // A second one at the same time is too close to the first (S2).
    ChangingCommand(
      "schedule add --contact 1 --agent ana --team suporte --at 2026-12-05T10:00 -m Oi --comment c",
      again: .refused(5)),
    ChangingCommand(
      "schedule add --contact 1 --agent ana --at 2026-12-05T10:00 --file nota.txt --comment c",
      again: .refused(5)),
    ChangingCommand("schedule set 3 --comment outro --at 2026-12-06T09:00", on: .scheduled),
    ChangingCommand("schedule cancel 3", on: .scheduled),
    ChangingCommand("schedule clone 3 --at 2026-12-07T09:00", on: .scheduled, again: .refused(5)),
    ChangingCommand("tick", on: .due),
    ChangingCommand("tick --deliver", on: .due, extent: .sending, mayEnd: [10]),
  ]

  static let onTheOutbox = [
    ChangingCommand("outbox deliver", on: .fired, extent: .sending, mayEnd: [10]),
    // Its fate is known now.
    ChangingCommand("outbox settle 1 --sent wamid.1", on: .unknown, again: .refused(5)),
    ChangingCommand("outbox settle 1 --not-sent", on: .unknown, again: .refused(5)),
    // It waits already.
    ChangingCommand("outbox retry 1", on: .notSent, again: .refused(5)),
  ]

  static let onTheStore = [
    // A store is never made over another.
    ChangingCommand("init", on: .nothing, again: .refused(5), extent: .steps),
    ChangingCommand("init --sample", on: .nothing, again: .refused(5), extent: .steps),
    // A place that holds a desk is refused.
    ChangingCommand(
      "restore central.tar --allow-network", on: .saved, again: .refused(5), extent: .steps),
    ChangingCommand("doctor --repair", on: .damaged, extent: .steps),
    // 1 says that the reserve was used up.
    ChangingCommand("doctor --rebuild", on: .fired, extent: .steps, mayEnd: [1]),
    // Each is told in the log.
    ChangingCommand("hold --why mudança", on: .due, again: .another),
    ChangingCommand("resume", on: .held),
    ChangingCommand(
      "resume --expire-before 2026-12-04T10:25", on: .held, again: .another, extent: .steps),
  ]
}
