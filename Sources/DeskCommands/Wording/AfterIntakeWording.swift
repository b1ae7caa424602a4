import CommandLineKit
import DeskCore

/// The settings of WhatsApp as sentences: what each makes happen once a conversation goes on.
struct AfterIntakeWording {
  private let file: DeskFile
  private var settings: WhatsAppSettings { file.whatsapp }

  init(_ file: DeskFile) { self.file = file }

  var sync: Text {
    switch settings.assigneeSync {
    case .off:
      Text(
        en: "The ticket does not follow the conversation's assignee.",
        pt: "O chamado não acompanha o responsável da conversa.")
    case .onCreate:
      Text(
        en: "A ticket takes the conversation's assignee when it is made, if of its team.",
        pt: "O chamado recebe o responsável da conversa ao ser criado, se for da equipe.")
    case .onCreateAndEdit:
      Text(
        en:
          "A ticket takes the conversation's assignee when made and at each change, if of its team.",
        pt:
          "O chamado segue o responsável da conversa ao ser criado e a cada mudança, se da equipe.")
    }
  }

  var blocked: Text {
    Text(
      en: "A contact with automatic messages blocked is sent none of this.",
      pt: "O contato com mensagens automáticas bloqueadas não recebe nada disso.")
  }

  var again: Text {
    Text(
      en: "After a close the next message begins a new conversation, and all this anew.",
      pt: "Após o encerramento, a mensagem seguinte começa outra conversa, e tudo isso de novo.")
  }

  var views: Text {
    settings.segmentedViews
      ? Text(
        en: "Agents see the new conversations and their own.",
        pt: "O atendente vê as conversas novas e as suas.")
      : Text(
        en: "Agents see all conversations of their teams.",
        pt: "O atendente vê todas as conversas das suas equipes.")
  }

  var window: Text {
    file.hasWindow
      ? Text(
        en: "Free text goes out only within 24 hours of what they last wrote.",
        pt: "Texto livre só sai até 24 horas depois da última mensagem do contato.")
      : Text(
        en: "Free text goes out at any time.", pt: "Texto livre sai a qualquer hora.")
  }

  var inactivity: Text {
    guard let minutes = settings.inactivity.closeAfterMinutes else {
      return Text(en: "Silence closes nothing.", pt: "O silêncio não encerra nada.")
    }
    return Text(
      en: "\(minutes) minutes of the contact's silence close the conversation.",
      pt: "\(minutes) minutos de silêncio do contato encerram a conversa.")
  }

  var closing: Text {
    let message =
      settings.closing.message.isEmpty
      ? Text(en: "No closing message", pt: "Sem mensagem de encerramento")
      : Text(en: "A closing message", pt: "Mensagem de encerramento")
    guard let survey = settings.survey.onManualClose else {
      return Text(en: "\(message.en), no survey.", pt: "\(message.pt), sem pesquisa.")
    }
    let minutes = settings.survey.answerWithinMinutes
    return Text(
      en: "\(message.en); closed by hand, then the survey \(survey.text), for \(minutes) minutes.",
      pt: "\(message.pt); encerrada à mão, a pesquisa \(survey.text), por \(minutes) minutos.")
  }
}
