import DeskCore
import DeskStore
import DeskTestSupport
import Foundation

/// A desk as a command finds it: made of commands, on a disk in memory unless another is named.
enum Ground: Sendable {
  /// Neither Config nor store.
  case nothing
  case sample
  /// Half past ten, schedule 1 is due, and so is schedule 2, of another contact.
  case due
  /// They fired: tickets, outbox entries and notifications 1 and 2 are there.
  case fired
  /// Ticket 1 is closed, contact 2 is blocked.
  case closed
  /// Nobody knows what became of outbox entry 1; entry 2 was sent.
  case unknown
  /// Outbox entry 1 was not sent.
  case notSent
  /// On hold, with what is due.
  case held
  /// Of each kind of Config one entry, `novo`, that nothing uses.
  case configured
  /// As `fired`, and schedule 3 waits.
  case scheduled
  /// As `fired`, and both conversations wait for somebody.
  case pending
  /// Two people wrote.
  case received
  /// As `fired`, and a survey is set.
  case surveyed
  /// Contact 8 says to be contact 1, and has a token to create a password with.
  case claimed
  /// A visitor began a chat, conversation 1, that ana may answer; nobody has it. A web server's
  /// request for one more message of theirs waits.
  case chatting
  /// A web server's request for the first message of a visitor of the webchat waits; a bot hands over,
  /// and bia is there.
  case visiting
  /// A visitor of the webchat, conversation 1, is offered to bia.
  case offered
  /// Bia has them.
  case inService
  /// Their session has ended, and the case waits to be saved.
  case ended
  /// As `fired`, and a line is typed on standard input.
  case typing
  /// Ana answers livechat.
  case online
  /// An index and a folder's mode are wrong, and an unfinished line stands at a log's end.
  case damaged
  /// Neither Config nor store: `central.tar` holds what was there, as `fired`.
  case saved
  /// An empty store; `todas.jsonl` holds the conversations of what was there, as `fired`.
  case exported

  func desk(in folder: String = TestDesk.memory) throws -> BinaryDesk {
    let desk = try BinaryDesk(sample: self != .nothing, in: folder)
    desk.environment["EDITOR"] = "sed -i s/Horizonte/Aurora/"
    for (name, text) in Self.files {
      try text.write(toFile: "\(desk.root)/\(name)", atomically: true, encoding: .utf8)
    }
    for line in lines { try run(line, desk) }
    if self == .damaged { try damage(desk) }
    if self == .exported {
      try FileManager.default.removeItem(atPath: desk.root + "/data")
      try run("init", desk)
    }
    if self == .saved {
      for name in ["config", "data"] {
        try FileManager.default.removeItem(atPath: "\(desk.root)/\(name)")
      }
    }
    if self == .claimed { try claim(desk) }
    if self == .typing { desk.input = "linha.txt" }
    if self == .visiting { try ask(desk, "web.json", "/start") }
    if self == .chatting { try ask(desk, "dizer.json", "/say") }
    return desk
  }

  /// Its commands; one behind `10:35` runs at that time, and so do those behind it.
  private var lines: [String] {
    switch self {
    case .nothing, .sample, .claimed: []
    case .due: Self.schedules + ["10:35"]
    case .fired: Ground.due.lines + ["tick"]
    case .closed: Ground.fired.lines + ["ticket close 1", "contact block 2"]
    case .unknown: Ground.fired.lines + ["killed outbox deliver", "10 outbox deliver"]
    case .notSent: Ground.unknown.lines + ["outbox settle 1 --not-sent"]
    case .held: Ground.due.lines + ["hold --why mudança"]
    case .configured: Self.entries
    case .scheduled: Ground.fired.lines + [Self.waiting]
    case .online: ["agent online ana"]
    case .damaged: Ground.fired.lines
    case .exported: Ground.fired.lines + ["conversation export --to jsonl -o todas.jsonl"]
    case .saved: Ground.fired.lines + ["backup -o central.tar"]
    case .chatting: Self.chat
    case .visiting:
      [
        "agent online bia --channel webchat",
        "config set webchat.bot.command=cat>/dev/null;cat<$HOME/robo.json",
      ]
    case .offered: ["agent online bia --channel webchat", "asked web.json /start"]
    case .inService: Ground.offered.lines + ["offer accept 1 --as bia"]
    case .ended: Ground.inService.lines + ["conversation close 1 --yes"]
    case .typing: Ground.fired.lines
    case .received: ["whatsapp receive corpos.jsonl"]
    case .pending: Ground.fired.lines + ["conversation pending 1 2"]
    case .surveyed:
      Ground.fired.lines + ["config set whatsapp.survey.onManualClose=satisfacao"]
    }
  }

  private static let schedules = ["1 --at 2026-12-04T10:20", "2 --at 2026-12-04T10:30"].map {
    "schedule add --agent ana --team suporte -m Oi --comment c --action openTicketAndNotify "
      + "--contact \($0)"
  }

  private static let waiting =
    "schedule add --contact 3 --agent ana --team suporte --comment c --at 2026-12-05T10:00"

  private static let entries =
    ["team", "category", "ticket-type", "priority", "group", "role"].map { "\($0) add novo" } + [
      "agent add novo --role atendente --teams suporte",
      "template add novo --name novo --language pt_BR --body Olá",
      "canned add novo --text Oi",
      "hours add novo --weekly mon-fri=9:00-18:00", "queue add novo --team vendas",
      "subject add novo --queue vendas",
      "survey add novo --question Nota? --answers 1=Ruim,2=Boa",
      "config set schedules.spacing.minutes=4",
    ]

  /// What a webhook was sent: a known phone and an unknown one write, and a status comes.
  private static let bodies =
    [
      #"{"id":"wamid.1","from":"5511987654321","timestamp":"1796390300","type":"text","text":{"body":"oi"}}"#,
      #"{"id":"wamid.2","from":"5511955554444","timestamp":"1796390301","type":"text","text":{"body":"1"}}"#,
    ].map { #"{"entry":[{"changes":[{"field":"messages","value":{"messages":[\#($0)]}}]}]}\#n"# }
    .joined()
    + #"{"entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"wamid.3","status":"read","timestamp":"1796390302"}]}}]}]}"#

  /// Files beside the desk that commands read.
  private static let files = [
    "novos.csv": "nome;telefone;e-mail\n"
      + (1...4).map { "Cliente \($0);(11) 97777-\(1000 + $0);c\($0)@loja.com.br\n" }.joined(),
    "inicio.json": visitor + #"0a0a0a0a0a0a0a0a","channel":"livechat","name":"Davi","#
      + #""email":"davi@nova.example","text":"Oi"}"#,
    "robo.json": #"{"messages":[{"text":"Um momento."}],"handOver":true,"subject":"conserto"}"#,
    "web.json": visitor + #"0a0a0a0a0a0a0a0a","channel":"webchat","name":"Davi","#
      + #""email":"davi@nova.example","text":"Oi","subject":"conserto"}"#,
    "dizer.json": visitor + #"0b0b0b0b0b0b0b0b","text":"Alguém?"}"#,
    "nota.txt": "uma nota\n", "linha.txt": "olá\n", "corpos.jsonl": bodies,
    "modelos.json": #"{"data":[{"name":"novo_aviso","language":"pt_BR","status":"APPROVED","#
      + #""components":[{"type":"BODY","text":"Oi, {{1}}!"}]}]}"#,
  ]

  private static let chat = [
    "config set desk.ticketLink=https://desk.example/chat/ticket/{ticket}-{token}",
    "agent online bia", "asked inicio.json /start", "10:02",
  ]

  /// What a visitor's page sends.
  private static let visitor =
    #"{"token":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a","id":"0a0a0a0a0a0a0a0a"#

  /// Has the desk find a web server's request in its environment.
  private func ask(_ desk: BinaryDesk, _ file: String, _ path: String) throws {
    let size = (Self.files[file] ?? "").utf8.count
    desk.environment["REQUEST_METHOD"] = "POST"
    desk.environment["PATH_INFO"] = path
    desk.environment["CONTENT_TYPE"] = "application/json"
    desk.environment["CONTENT_LENGTH"] = String(size)
    desk.environment["HTTP_SEC_FETCH_SITE"] = "same-origin"
    desk.input = file
  }

  /// Runs one of the lines: `10` before it is the exit status that it has, `killed` says that it is
  /// killed when it makes the first folder that is not there.
  private func run(_ line: String, _ desk: BinaryDesk) throws {
    var words = line.split(separator: " ").map(String.init)
    if words.count == 1, words[0].contains(":") {
      desk.environment["DESKCTL_NOW"] = "2026-12-04T\(words[0]):00-03:00"
      return
    }
    if words[0] == "asked" {
      try ask(desk, words[1], words[2])
      words = ["cgi"]
    }
    var expected: Int32 = 0
    if let status = Int32(words[0]) {
      expected = status
      words.removeFirst()
    }
    if words[0] == "killed" {
      let killed = try Tracer().run(
        Array(words.dropFirst()), desk, "mkdirat:signal=KILL:when=1")
      if killed.status != 137 { throw NotMade(line: line, answer: killed) }
    } else {
      let answer = try desk.run(words)
      if answer.status != expected { throw NotMade(line: line, answer: answer) }
    }
  }

  /// One of its commands did not do what it should.
  struct NotMade: Error {
    let line: String
    let answer: Binary.Answer
  }

  private func claim(_ desk: BinaryDesk) throws {
    let store = try Store(desk.root + "/data", now: TestDesk.start)
    _ = try store.write(patience: 1) { transaction in
      var contact = Contact()
      contact.id = Contact.ID(try transaction.nextNumber(.contact))
      contact.phones = PhoneNumber(e164: "+5511912345678").map { [$0] } ?? []
      contact.claim = Claim(
        contact: Contact.ID(1), email: try EmailAddress("carla@loja.com.br"), at: TestDesk.start)
      contact.passwordToken = PasswordToken(
        sha256: Redemption.key(of: ""), expiresAt: TestDesk.start + 86_400)
      try transaction.apply([.contact(contact)])
    }
  }

  private func damage(_ desk: BinaryDesk) throws {
    let data = desk.root + "/data"
    try FileManager.default.removeItem(atPath: data + "/index/phone")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: data + "/contacts")
    let log = data + "/log/2026-12-04.jsonl"
    let text = try String(contentsOfFile: log, encoding: .utf8)
    try Data((text + "{\"at\":\"2026").utf8).write(to: URL(fileURLWithPath: log))
  }
}
