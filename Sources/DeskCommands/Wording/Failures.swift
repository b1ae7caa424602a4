import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

extension Failure {
  /// Whatever was thrown, as people and scripts are told. Here, and nowhere else, an error's kind
  /// becomes an exit status.
  init(_ error: any Error, words: [String], desk: Desk) {
    switch error {
    case let failure as Failure: self = failure
    case let error as UsageError: self = Failure.usage(error, words: words, desk: desk)
    case let error as StoreError: self = Failure.store(error, desk: desk)
    case let error as ConfigError: self = Failure.config(error, desk: desk)
    case let error as ScheduleRefusal: self = Failure.schedule(error, desk: desk)
    case let error as WritingRefusal: self = Failure.writing(error, desk: desk)
    case let error as AssigningRefusal: self = Failure.assigning(error, desk: desk)
    case let error as Transfer.Refusal: self = Failure.transfer(error, desk: desk)
    case let error as OfferRefusal: self = Failure.offer(error)
    case let error as CaseChange.Refusal: self = Failure.serviceCase(error, desk: desk)
    case let error as Requester.Refusal: self = Failure.requester(error)
    case let error as WhatsAppClosing.Refusal: self = Failure.closing(error)
    case let error as ClosingWithTicketRefusal: self = Failure.closing(error, desk: desk)
    case let error as Confirmation.Refusal: self = Failure.confirmation(error)
    case let error as Redemption.Refusal: self = Failure.redemption(error, desk: desk)
    case let error as SystemError: self = Failure.system(error)
    case let error as NotSynced: self = Failure(error.cause, words: words, desk: desk)
    case let error as NotAFile: self = Failure.notAFile(error)
    case let error as SpawnError: self = Failure.spawn(error)
    case let error as ZoneError: self = Failure.zone(error)
    default:
      self = Failure(
        .bug, "bug",
        Text(
          en: "something that should not happen did: \(error)",
          pt: "aconteceu algo que não devia: \(error)"))
    }
  }

  // MARK: Usage

  static func usage(_ error: UsageError, words: [String], desk: Desk) -> Failure {
    if let refused = Failure.oneTimeOneContact(error, words) { return refused }
    return Failure(
      .usage, "usage", Text(en: error.message(.en), pt: error.message(.ptBR)),
      hint: Text(
        en: error.hint(.en, in: desk.tree, line: words),
        pt: error.hint(.ptBR, in: desk.tree, line: words)))
  }

  /// S1: what people try first with a schedule that they want often, or for many.
  private static func oneTimeOneContact(_ error: UsageError, _ words: [String]) -> Failure? {
    guard words.contains("schedule") else { return nil }
    switch error {
    case .unknownOption(let word, _)
    where ["--every", "--repeat", "--recurrence", "--cron", "--daily", "--weekly", "--until"]
      .contains(String(word.prefix { $0 != "=" })):
      return .recurrence
    case .repeatedOption("contact"): return .severalContacts
    case .repeatedOption("at"): return .recurrence
    default: return nil
    }
  }

  static let recurrence = Failure(
    .usage, "S1",
    Text(en: "a schedule happens once", pt: "um agendamento acontece uma vez só"),
    hint: Text(
      en: "make another from it: deskctl schedule clone 1 --at 'mon 10:00'",
      pt: "crie outro a partir dele: deskctl schedule clone 1 --at 'seg 10:00'"))

  static let severalContacts = Failure(
    .usage, "S1",
    Text(en: "a schedule is for one contact", pt: "um agendamento é para um contato só"),
    hint: Text(
      en: "make one for each: deskctl schedule clone 1 --contact OTHER --at TIME",
      pt: "crie um para cada: deskctl schedule clone 1 --contact OUTRO --at HORA"))

  /// A value that an option does not take; `expected` says what it does.
  static func badValue(_ option: OptionSpec, _ typed: String, _ expected: Text) -> Failure {
    badValue("--\(option.name)", typed, expected)
  }

  static func badValue(_ name: String, _ typed: String, _ expected: Text) -> Failure {
    Failure(
      .usage, "usage",
      Text(
        en: "\(name) cannot be \"\(typed)\": it takes \(expected.en)",
        pt: "\(name) não pode ser \"\(typed)\": espera \(expected.pt)"))
  }

  /// What a required option lacks.
  static func missing(_ name: String, code: String = "usage", _ example: String) -> Failure {
    Failure(
      .usage, code, Text(en: "\(name) is missing", pt: "falta \(name)"),
      hint: Text("\(name) \(example)"))
  }

  // MARK: The system

  static func system(_ error: SystemError) -> Failure {
    let en =
      error.isOutOfSpace
      ? "no space is left for \(error.path)"
      : "\(error.call.rawValue) \(error.path): \(error.reason)"
    let pt =
      error.isOutOfSpace
      ? "não há mais espaço para \(error.path)"
      : "\(error.call.rawValue) \(error.path): \(error.reason)"
    return Failure(
      .inputOutput, error.isOutOfSpace ? "no_space" : "io", Text(en: en, pt: pt),
      hint: error.isForbidden && !error.isReadOnly
        ? Text(
          en: "run it as the user who owns the desk, or as root",
          pt: "rode como o usuário dono da central, ou como root")
        : nil,
      details: ["path": JSONValue(error.path), "errno": JSONValue(Int(error.code))])
  }

  static func notAFile(_ error: NotAFile) -> Failure {
    Failure(
      .damaged, "damaged",
      Text(
        en: "\(error.path) is a \(error.found), where a \(error.expected) of the store belongs",
        pt: "\(error.path): há \(portuguese(error.found)) onde a central espera "
          + portuguese(error.expected)),
      hint: Text("deskctl doctor"), details: ["path": JSONValue(error.path)])
  }

  /// The kinds of thing that a name in a folder can stand for.
  static func portuguese(_ kind: String) -> String {
    switch kind {
    case "file": "um arquivo"
    case "folder": "uma pasta"
    case "link": "um link simbólico"
    case "hard link": "um arquivo com mais de um nome"
    case "device": "um dispositivo"
    default: "um \(kind)"
    }
  }

  static func spawn(_ error: SpawnError) -> Failure {
    Failure(
      .outsideFailed, "outside",
      Text(
        en: "\(error.program) could not be started: \(error.reason)",
        pt: "não foi possível iniciar \(error.program): \(error.reason)"))
  }

  static func committedButNotPrinted(_ error: SystemError) -> Failure {
    Failure(
      .inputOutput, "not_printed",
      Text(
        en: "it is done, but the answer could not be written: \(error.reason)",
        pt: "foi feito, mas não foi possível escrever a resposta: \(error.reason)"),
      details: ["committed": true])
  }

  // MARK: Not found

  static func noSuchEntry(_ noun: String, _ typed: String, _ suggestion: String?) -> Failure {
    Failure(
      .notFound, "not_found",
      NounWording.there(isNo: noun, typed),
      hint: suggestion.map { Text(en: "did you mean \($0)?", pt: "seria \($0)?") }
        ?? Text("deskctl \(noun) list"))
  }

  static func noSuchRecord(_ kind: String, _ typed: String) -> Failure {
    Failure(
      .notFound, "not_found",
      Text(
        en: "there is no \(kind) \(typed)", pt: "não existe \(RecordKind.portuguese(kind)) \(typed)"
      ),
      hint: Text("deskctl \(kind) list\(kind == "contact" ? "" : " --all")"))
  }

  // MARK: Who may

  static let mayNotActAsOthers = Failure(
    .mayNot, "may_not",
    Text(
      en: "only the owner of the desk and root may act as somebody else",
      pt: "só o dono da central e o root podem agir como outra pessoa"))

  static func unknownLogin(_ login: String) -> Failure {
    Failure(
      .mayNot, "may_not",
      Text(
        en: "the Unix user \(login) is no agent of this desk",
        pt: "o usuário Unix \(login) não é atendente desta central"),
      hint: Text(
        en: "an administrator types: deskctl agent set AGENT --login \(login)",
        pt: "um administrador digita: deskctl agent set ATENDENTE --login \(login)"))
  }

  static func mayNot(_ actor: Actor, _ permission: Permission) -> Failure {
    let role: String
    switch actor {
    case .administrator, .system: role = ""
    case .agent(_, let agent, _): role = agent.role?.text ?? ""
    }
    return Failure(
      .mayNot, permission == .manageSchedules ? "S7" : "may_not",
      Text(
        en: "\(actor.name) may not: the role \(role) does not allow \(permission.rawValue)",
        pt: "\(actor.name) não pode: o cargo \(role) não permite \(permission.rawValue)"),
      hint: Text(
        en: "an administrator types: deskctl role set \(role) --allow \(permission.rawValue)",
        pt: "um administrador digita: deskctl role set \(role) --allow \(permission.rawValue)"),
      details: ["permission": JSONValue(permission.rawValue)])
  }
}

extension RecordKind {
  /// What people call the records of a kind in Portuguese; a word that is no kind stays.
  static func portuguese(_ word: String) -> String {
    switch RecordKind(rawValue: word) {
    case .contact: "contato"
    case .conversation: "conversa"
    case .ticket: "chamado"
    case .schedule: "agendamento"
    case .notification: "notificação"
    case .outbox: "mensagem na fila de saída"
    case nil: word
    }
  }
}
