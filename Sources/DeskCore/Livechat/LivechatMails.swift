/// The e-mails that a chat may send (W7, W8).
package struct LivechatMails: Record, Hashable {
  package var opened = ChatOpenedMail()
  package var registered = RegisteredMail()

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "opened", \.opened, en: "to a registered contact whose e-mail a visitor gave",
      pt: "a um contato cadastrado cujo e-mail um visitante informou"),
    Field(
      "registered", \.registered, en: "to a visitor whom an agent registered",
      pt: "a um visitante que um atendente cadastrou"),
  ]
}

/// W7: tells somebody that a ticket was opened in their name.
package struct ChatOpenedMail: Record, Hashable {
  package var subject = "Chamado {ticket} aberto"
  package var body = """
    Olá, {contact.name}!

    Abrimos o chamado {ticket} a pedido de quem escreveu no chat do nosso site e informou este \
    e-mail.

    Se não foi você, responda a este e-mail para sabermos.
    """

  package init() {}

  package static let fields: Fields<Self> = [
    Field("subject", \.subject, en: "its subject", pt: "o assunto"),
    Field(
      "body", \.body, en: "its text; the ticket's link follows",
      pt: "o texto; o link do chamado vem em seguida"),
  ]
}

/// C18: tells a visitor that they are registered, and how to create a password.
package struct RegisteredMail: Record, Hashable {
  package var subject = "Seu cadastro"
  package var body = """
    Olá, {contact.name}!

    A partir da nossa conversa no chat do site, cadastramos você com este e-mail.
    """
  package var password = "Para criar a sua senha de acesso, use este link (vale uma única vez):"

  package init() {}

  package static let fields: Fields<Self> = [
    Field("subject", \.subject, en: "its subject", pt: "o assunto"),
    Field("body", \.body, en: "its text", pt: "o texto"),
    Field(
      "password", \.password,
      en: "stands above the link to create a password; left out where desk.passwordLink is unset",
      pt: "vem acima do link para criar a senha; não sai se desk.passwordLink não estiver definido"),
  ]
}
