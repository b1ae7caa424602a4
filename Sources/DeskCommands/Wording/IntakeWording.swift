import CommandLineKit
import DeskCore
import DeskStore

/// The settings of WhatsApp as sentences: what each makes happen at the first messages.
struct IntakeWording {
  private let desk: DeskSettings
  private let settings: WhatsAppSettings
  private let team: String?
  private let labels: [Text]

  init(_ desk: Desk) throws {
    self.desk = try desk.settings.desk
    settings = try desk.settings.whatsapp
    let config = try desk.config()
    team = try settings.team.map { try config.catalog(Team.self).name($0) }
    let category = try settings.category.map { try config.catalog(DeskCore.Category.self).name($0) }
    let type = try settings.ticketType.map { try config.catalog(TicketType.self).name($0) }
    let priority = try settings.priority.map { try config.catalog(Priority.self).name($0) }
    labels = [
      category.map { Text(en: "category \($0)", pt: "categoria \($0)") },
      type.map { Text(en: "type \($0)", pt: "tipo \($0)") },
      priority.map { Text(en: "priority \($0)", pt: "prioridade \($0)") },
    ].compactMap { $0 }
  }

  // MARK: The first message

  var nothingOpens: Text {
    Text(
      en: "No ticket opens by itself, and nothing is asked.",
      pt: "Nenhum chamado abre sozinho, e nada se pergunta.")
  }

  var opens: Text {
    let title = settings.title ?? "-"
    let team = team ?? "-"
    return Text(
      en: "A ticket opens: \(list("“\(title)”", "team \(team)", \.en)). Nothing is asked.",
      pt: "Abre um chamado: \(list("“\(title)”", "equipe \(team)", \.pt)). Nada se pergunta.")
  }

  private func list(_ title: String, _ team: String, _ language: (Text) -> String) -> String {
    ([title, team] + labels.map(language)).joined(separator: ", ")
  }

  var linkIsSent: Text {
    guard let link = desk.ticketLink else {
      return Text(
        en: "They are sent its number; desk.ticketLink is unset, so no link.",
        pt: "Recebe o número; desk.ticketLink não está definido, por isso sem link.")
    }
    return Text(en: "They are sent its link, \(link).", pt: "Recebe o link, \(link).")
  }

  var goesOn: Text {
    let new =
      team.map { Text(en: "the new ones of \($0)", pt: "as novas de \($0)") }
      ?? Text(en: "the new ones, of no team", pt: "as novas, sem equipe")
    guard settings.bot.command != nil else {
      return Text(
        en: "Then the conversation waits among \(new.en). There is no bot.",
        pt: "Depois a conversa espera entre \(new.pt). Não há robô.")
    }
    let seconds = settings.bot.timeout
    return Text(
      en: """
        Then the bot answers. When it hands over, fails or takes longer than \(seconds) s, the \
        conversation waits among \(new.en).
        """,
      pt: """
        Depois o robô responde. Quando ele passa adiante, falha ou leva mais de \(seconds) s, a \
        conversa espera entre \(new.pt).
        """)
  }

  // MARK: Who is not known

  var isAskedForEmail: Text {
    Text(
      en: """
        They are asked for an e-mail, again after each message that is none, without limit; past 10 \
        requests in 10 minutes an agent is told instead.
        """,
      pt: """
        Recebe o pedido de e-mail, de novo após cada mensagem que não é um, sem limite; passados 10 \
        pedidos em 10 minutos, avisa-se um atendente.
        """)
  }

  var menu: Text {
    Text(
      en: "They choose: 1 gives an e-mail, 2 goes on without one and opens no ticket.",
      pt: "Escolhe: 1 informa o e-mail, 2 segue sem e-mail e não abre chamado.")
  }

  func attempts(_ number: Int) -> Text {
    Text(
      en: "Invalid e-mail \(number) brings the menu back.",
      pt: "No \(number)º e-mail inválido, o menu volta.")
  }

  var claim: Text {
    Text(
      en: """
        The e-mail of a registered contact opens that contact's ticket and tells them by e-mail; the \
        phone counts as claimed until an agent confirms it.
        """,
      pt: """
        O e-mail de um contato cadastrado abre o chamado desse contato e o avisa por e-mail; o \
        telefone fica como declarado até um atendente confirmar.
        """)
  }

  var trust: Text {
    Text(
      en: """
        The e-mail of a registered contact opens that contact's ticket, tells them by e-mail and \
        writes the phone into their record, unproved.
        """,
      pt: """
        O e-mail de um contato cadastrado abre o chamado desse contato, o avisa por e-mail e grava o \
        telefone no cadastro dele, sem prova.
        """)
  }

  var registers: Text {
    guard desk.passwordLink != nil else {
      return Text(
        en: """
          An e-mail that nobody has registers a contact and sends one e-mail: the ticket is open. \
          desk.passwordLink is unset, so no link to create a password.
          """,
        pt: """
          Um e-mail que ninguém tem cadastra o contato e envia um e-mail: o chamado foi aberto. \
          desk.passwordLink não está definido, por isso sem link para criar senha.
          """)
    }
    let lifetime = TimeWording.duration(desk.tokenLifetime)
    return Text(
      en: """
        An e-mail that nobody has registers a contact and sends one e-mail: the ticket is open, and \
        a link to create a password, good for \(lifetime).
        """,
      pt: """
        Um e-mail que ninguém tem cadastra o contato e envia um e-mail: o chamado foi aberto, e um \
        link para criar a senha, válido por \(lifetime).
        """)
  }
}

extension Failure {
  static func nothingToSet(_ section: String) -> Failure {
    Failure(
      .usage, "usage", Text(en: "there is nothing to change", pt: "não há nada a mudar"),
      hint: Text("deskctl \(section) set --help"))
  }
}
