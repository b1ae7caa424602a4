/// What an unknown phone is asked, and told when a ticket is open (W3 to W9).
package struct IntakeTexts: Record, Hashable {
  package var askEmail =
    "Olá! Para abrir o seu atendimento, por favor envie o seu e-mail nesta conversa."
  package var askAgain =
    """
    Não consegui ler um e-mail nessa mensagem. Por favor, envie só o endereço, \
    como nome@exemplo.com.br.
    """
  package var menu =
    """
    Olá! Como você prefere seguir? Responda com o número:
    1 - Informar meu e-mail e receber o link do chamado
    2 - Seguir sem e-mail
    """
  package var link = "Pronto! Seu chamado foi aberto com o número {ticket}."

  package init() {}

  package static let fields: Fields<Self> = [
    Field("askEmail", \.askEmail, en: "asks for an e-mail", pt: "pede um e-mail"),
    Field(
      "askAgain", \.askAgain, en: "asks again, after what was none",
      pt: "pede de novo, depois de algo que não é e-mail"),
    Field(
      "menu", \.menu, en: "offers 1, to give an e-mail, and 2, to go on without",
      pt: "oferece 1, informar um e-mail, e 2, seguir sem"),
    Field(
      "link", \.link, en: "says that a ticket is open; its link follows",
      pt: "diz que o chamado foi aberto; o link vem em seguida"),
  ]
}

/// The two e-mails that a ticket opened by itself may send (W7, W8).
package struct IntakeMails: Record, Hashable {
  package var opened = OpenedMail()
  package var welcome = WelcomeMail()

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "opened", \.opened, en: "to a registered contact whose e-mail was given",
      pt: "a um contato cadastrado cujo e-mail foi informado"),
    Field(
      "welcome", \.welcome, en: "to a contact that was just registered",
      pt: "a um contato que acaba de ser cadastrado"),
  ]
}

/// W7: tells somebody that a ticket was opened in their name, and from which phone.
package struct OpenedMail: Record, Hashable {
  package var subject = "Chamado {ticket} aberto"
  package var body = """
    Olá, {contact.name}!

    Abrimos o chamado {ticket} a pedido de quem escreveu pelo {channel} com o telefone \
    {contact.phone}.

    Se não foi você, responda a este e-mail para sabermos.
    """

  package init() {}

  package static let fields: Fields<Self> = [
    Field("subject", \.subject, en: "its subject", pt: "o assunto"),
    Field(
      "body", \.body, en: "its text, with the phone; the ticket's link follows",
      pt: "o texto, com o telefone; o link do chamado vem em seguida"),
  ]
}

/// W8: tells somebody new that a ticket was opened, and how to create a password.
package struct WelcomeMail: Record, Hashable {
  package var subject = "Chamado {ticket} aberto"
  package var body = """
    Olá, {contact.name}!

    Recebemos a sua mensagem pelo {channel} e abrimos o chamado {ticket}. Você também já está \
    cadastrado com este e-mail.
    """
  package var password = "Para criar a sua senha de acesso, use este link (vale uma única vez):"

  package init() {}

  package static let fields: Fields<Self> = [
    Field("subject", \.subject, en: "its subject", pt: "o assunto"),
    Field(
      "body", \.body, en: "its text; the ticket's link follows",
      pt: "o texto; o link do chamado vem em seguida"),
    Field(
      "password", \.password,
      en: "stands above the link to create a password; left out where desk.passwordLink is unset",
      pt: "vem acima do link para criar a senha; não sai se desk.passwordLink não estiver definido"),
  ]
}
