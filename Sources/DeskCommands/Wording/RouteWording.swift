import CommandLineKit
import DeskCore

/// A visitor's way in words.
struct RouteWording {
  let language: Language
  let times: TimeWording
  let now: Instant

  func outcome(_ outcome: RouteOutcome, _ settings: WebchatSettings) -> String {
    let reason = outcome.reason.map { " (\($0.rawValue))" } ?? ""
    return text(outcome, defaultText: Shown(settings.defaultText).line)(language) + reason
  }

  private func text(_ outcome: RouteOutcome, defaultText: String) -> Text {
    switch outcome {
    case .bot: Text(en: "the bot answers", pt: "o robô responde")
    case .chooseSubject:
      Text(en: "the visitor is asked for a subject", pt: "pergunta-se o assunto ao visitante")
    case .form: Text(en: "the form", pt: "o formulário")
    case .defaultText:
      Text(en: "the text “\(defaultText)”", pt: "o texto “\(defaultText)”")
    case .offer(let agents):
      Text(en: "offered to \(Self.list(agents))", pt: "oferecido a \(Self.list(agents))")
    }
  }

  private static let fault = Text(
    en: ": a fault of the configuration", pt: ": falha da configuração")

  func sentence(_ step: RouteStep) -> String { text(step)(language) }

  private func text(_ step: RouteStep) -> Text {
    switch step {
    case .webchatOff: Text(en: "the webchat is switched off", pt: "o webchat está desligado")
    case .noBot: Text(en: "there is no bot", pt: "não há robô")
    case .botAnswers:
      Text(
        en: "a bot takes everything until it hands over", pt: "o robô atende tudo até passar a vez")
    case .botHandedOver: Text(en: "the bot has handed over", pt: "o robô passou a vez")
    case .noSubjects: Text(en: "there are no subjects", pt: "não há assuntos")
    case .subjectNotChosen(let known):
      Text(
        en: "no subject is picked yet, of \(Self.list(known))",
        pt: "nenhum assunto escolhido ainda, de \(Self.list(known))")
    case .subjectGone(let subject):
      Text(
        en: "there is no subject \(subject) any more", pt: "o assunto \(subject) não existe mais")
    case .subjectChosen(let subject):
      Text(en: "the subject is \(subject)", pt: "o assunto é \(subject)")
    case .subjectWithoutQueue(let subject):
      Text(
        en: "the subject \(subject) leads to no queue\(Self.fault.en)",
        pt: "o assunto \(subject) não leva a nenhuma fila\(Self.fault.pt)")
    case .queueFound(let queue, let team):
      Text(
        en: "it leads to the queue \(queue), of the team \(team)",
        pt: "ele leva à fila \(queue), da equipe \(team)")
    case .queueWithoutTeam(let queue):
      Text(
        en: "the queue \(queue) has no team\(Self.fault.en)",
        pt: "a fila \(queue) não tem equipe\(Self.fault.pt)")
    case .teamWithoutAgents(let queue, let team):
      Text(
        en: "the queue \(queue) is of the team \(team), which has nobody\(Self.fault.en)",
        pt: "a fila \(queue) é da equipe \(team), que não tem ninguém\(Self.fault.pt)")
    case .hoursGone(let queue, let hours):
      Text(
        en: "the queue \(queue) goes by \(hours), which is not there\(Self.fault.en)",
        pt: "a fila \(queue) segue \(hours), que não existe\(Self.fault.pt)")
    case .alwaysOpen(let queue):
      Text(
        en: "the queue \(queue) has no hours, so it is always open",
        pt: "a fila \(queue) não tem horário, então está sempre aberta")
    case .open(_, let hours, let until): open(hours, until)
    case .closed(_, let hours, let until): closed(hours, until)
    case .noForm: Text(en: "there is no form", pt: "não há formulário")
    case .form: Text(en: "there is a form", pt: "há um formulário")
    case .agents(let standings): agents(standings)
    case .nobodyThere(let hasForm, let isOffered): nobodyThere(hasForm, isOffered)
    case .offered(let agents):
      Text(
        en: "offered to \(Self.list(agents)); the first to accept has it",
        pt: "oferecido a \(Self.list(agents)); fica com quem aceitar primeiro")
    }
  }

  private func open(_ hours: BusinessHours.ID, _ until: Instant?) -> Text {
    guard let until else {
      return Text(en: "it is open (\(hours)), always", pt: "está aberta (\(hours)), sempre")
    }
    let when = times.full(until, from: now)
    return Text(en: "it is open (\(hours)) until \(when)", pt: "está aberta (\(hours)) até \(when)")
  }

  private func closed(_ hours: BusinessHours.ID, _ until: Instant?) -> Text {
    guard let until else {
      return Text(en: "it is never open (\(hours))", pt: "nunca abre (\(hours))")
    }
    let when = times.full(until, from: now)
    return Text(
      en: "it is closed (\(hours)) until \(when)", pt: "está fechada (\(hours)) até \(when)")
  }

  private func agents(_ standings: [AgentStanding]) -> Text {
    func list(_ language: Language) -> String {
      standings.map { "\($0.agent) \($0.standing.text(language))" }.joined(separator: ", ")
    }
    return Text(en: "agents: \(list(.en))", pt: "atendentes: \(list(.ptBR))")
  }

  private func nobodyThere(_ hasForm: Bool, _ isOffered: Bool) -> Text {
    if isOffered {
      return Text(
        en: "nobody is there, and the form is offered then, too (formWhenNoAgent)",
        pt: "não há ninguém, e o formulário é oferecido também assim (formWhenNoAgent)")
    }
    return hasForm
      ? Text(
        en: "nobody is there, and the form is for closed queues alone (formWhenNoAgent is off)",
        pt: "não há ninguém, e o formulário é só para fila fechada (formWhenNoAgent desligado)")
      : Text(en: "nobody is there", pt: "não há ninguém")
  }

  private static func list<Kind>(_ ids: [Slug<Kind>]) -> String {
    ids.map(\.text).joined(separator: ", ")
  }
}

extension AgentStanding.Standing {
  fileprivate var text: Text {
    switch self {
    case .there: Text(en: "is there", pt: "está disponível")
    case .otherTeam: Text(en: "is of another team", pt: "é de outra equipe")
    case .unlicensed: Text(en: "has no webchat licence", pt: "não tem licença de webchat")
    case .otherChannel:
      Text(en: "is signed in to another channel", pt: "está conectado a outro canal")
    case .notSignedIn: Text(en: "is not signed in", pt: "não está conectado")
    }
  }
}

/// The titles of `route show`.
enum RouteTitles {
  static func text(_ key: String) -> Text { Text(en: key, pt: portuguese[key] ?? key) }

  private static let portuguese = [
    "subject": "assunto", "queue": "fila", "team": "equipe", "hours": "horário",
    "open": "aberta", "agents": "atendentes",
  ]
}
