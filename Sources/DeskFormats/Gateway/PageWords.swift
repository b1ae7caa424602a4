import DeskCore

/// The words of the pages that customers see, in the desk's language.
struct PageWords {
  private let language: DeskLanguage

  init(_ language: DeskLanguage) { self.language = language }

  private func word(en: String, pt: String) -> String {
    switch language {
    case .en: en
    case .ptBR: pt
    }
  }

  var ticket: String { word(en: "Ticket", pt: "Chamado") }
  var state: String { word(en: "State", pt: "Situação") }
  var openedAt: String { word(en: "Opened", pt: "Aberto em") }
  var closedAt: String { word(en: "Closed", pt: "Fechado em") }
  var confirm: String { word(en: "Confirm", pt: "Confirmar") }
  var confirmed: String { word(en: "Confirmed:", pt: "E-mail confirmado:") }
  var question: String {
    word(
      en: "Press the button to confirm that this e-mail address is yours.",
      pt: "Clique no botão para confirmar que este e-mail é seu.")
  }

  func name(of state: TicketState) -> String {
    switch state {
    case .open: word(en: "open", pt: "aberto")
    case .closed: word(en: "closed", pt: "fechado")
    }
  }

  func sentence(_ refusal: WebRefusal) -> String {
    switch refusal {
    case .token, .notFound:
      word(
        en: "This link is not known, or works no more.",
        pt: "Este link não é conhecido ou já não vale mais.")
    case .busy, .slowDown, .internal:
      word(
        en: "This did not work just now. Please try again in a moment.",
        pt: "Não foi possível agora. Tente de novo em instantes.")
    case .badRequest, .origin, .signature, .closed, .method, .tooLarge, .type, .name, .email,
      .text, .phone, .document, .company:
      word(en: "This cannot be done.", pt: "Isto não pode ser feito.")
    }
  }
}
