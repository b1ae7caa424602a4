/// How messages leave: `outbox` in `desk.json`.
package struct OutboxSettings: Record, Hashable {
  package var transport = Transport.file
  package var folder: String?
  package var command: String?
  package var cloudAPI = CloudAPISettings()
  package var mail = MailSettings()
  /// Seconds.
  package var timeout = 60
  /// Seconds.
  package var giveUpAfter = 86_400

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "transport", \.transport, en: "what carries messages to WhatsApp away",
      pt: "o que leva as mensagens de WhatsApp"),
    Field(
      "folder", \.folder,
      en: "where the file transport writes; the data folder's outgoing unless set",
      pt: "onde o transporte file grava; outgoing na pasta de dados se não for definido"),
    Field(
      "command", \.command, en: "what the command transport starts, as the shell reads it",
      pt: "o que o transporte command aciona, como o shell o lê"),
    Field("cloudApi", \.cloudAPI, en: "WhatsApp's own API", pt: "a API do próprio WhatsApp"),
    Field("mail", \.mail, en: "how e-mails leave", pt: "como saem os e-mails"),
    Field(
      "timeout", \.timeout, within: 1...3600,
      en: "seconds that a transport may take for one message",
      pt: "segundos que um transporte pode levar para uma mensagem"),
    Field(
      "giveUpAfter", \.giveUpAfter, within: 0...31_536_000,
      en: "seconds from the first try until what is not taken fails for good",
      pt: "segundos da primeira tentativa até falhar de vez o que não é aceito"),
  ]
}

/// What carries a message to WhatsApp away.
package enum Transport: String, ChoiceValue, Hashable {
  /// Writes each message as a file in a folder; needs nothing.
  case file
  /// WhatsApp's own API, by curl.
  case cloudAPI = "cloud-api"
  /// A program of the operator's.
  case command

  /// C13: whether it takes free text only in the 24 hours after the contact wrote, unless the
  /// settings say otherwise.
  package var hasWindow: Bool {
    switch self {
    case .file, .command: false
    case .cloudAPI: true
    }
  }
}

/// WhatsApp's Cloud API: `outbox.cloudApi`. The token itself is never in Config.
package struct CloudAPISettings: Record, Hashable {
  package var baseURL = APIAddress.graph
  package var tokenFile: String?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "baseUrl", \.baseURL, en: "its address, with the version of the API",
      pt: "o endereço dela, com a versão da API"),
    Field(
      "tokenFile", \.tokenFile, en: "the file that holds the token, and nothing else",
      pt: "o arquivo que contém o token, e nada mais"),
  ]
}

/// E-mails: `outbox.mail`.
package struct MailSettings: Record, Hashable {
  package var transport = MailTransport.file
  package var from: EmailAddress?
  package var program = "/usr/sbin/sendmail"
  package var command: String?

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "transport", \.transport, en: "what carries e-mails away", pt: "o que leva os e-mails"),
    Field("from", \.from, en: "the address that they come from", pt: "o endereço de remetente"),
    Field(
      "program", \.program, en: "the program of the sendmail transport",
      pt: "o programa do transporte sendmail"),
    Field(
      "command", \.command, en: "what the command transport starts, as the shell reads it",
      pt: "o que o transporte command aciona, como o shell o lê"),
  ]
}

/// What carries an e-mail away.
package enum MailTransport: String, ChoiceValue, Hashable {
  /// Writes each message as a file in a folder; needs nothing.
  case file
  /// The machine's mail program.
  case sendmail
  /// A program of the operator's.
  case command
}
