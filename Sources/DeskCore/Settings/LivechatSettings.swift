/// Livechat: whether there is one, the tickets it opens, what it says and how it looks (L1, L2):
/// `livechat` in `desk.json`.
package struct LivechatSettings: Record, Hashable {
  /// L1: without it livechat's commands and views say so and do nothing.
  package var enabled = false
  package var endpoint: ChatEndpoint?
  package var origins: [WebOrigin] = []
  /// L3: outside them it is offline; always open without.
  package var hours: BusinessHours.ID?
  /// W13: may hold placeholders.
  package var title: String?
  package var team: Team.ID?
  package var category: Category.ID?
  package var ticketType: TicketType.ID?
  package var priority: Priority.ID?
  package var onlineWelcome = OnlineWelcome()
  package var offlineWelcome = OfflineWelcome()
  package var closing = LivechatClosing()
  package var mail = LivechatMails()
  package var showOnLogin = false
  package var fontColor = Colour(0xFFFFFF)
  package var backgroundColor = Colour(0x0F766E)
  package var borderColor = Colour(0x001F1B)

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "enabled", \.enabled, en: "whether the desk has livechat",
      pt: "se a central tem livechat"),
    Field(
      "endpoint", \.endpoint,
      en: "where the web server runs the chat, as /chat or https://desk.example/chat",
      pt: "onde o servidor web atende o chat, como /chat ou https://central.exemplo/chat"),
    Field(
      "origins", \.origins, en: "the sites whose pages may call it, as https://www.loja.example",
      pt: "os sites cujas páginas podem chamá-lo, como https://www.loja.example"),
    Field(
      "hours", \.hours, en: "when it is open; always unless set",
      pt: "quando está aberto; sempre, se não for dito"),
    Field("title", \.title, en: "the new tickets' title", pt: "o título dos chamados novos"),
    Field("team", \.team, en: "the new tickets' team", pt: "a equipe dos chamados novos"),
    Field(
      "category", \.category, en: "the new tickets' category",
      pt: "a categoria dos chamados novos"),
    Field("ticketType", \.ticketType, en: "the new tickets' type", pt: "o tipo dos chamados novos"),
    Field(
      "priority", \.priority, en: "the new tickets' priority",
      pt: "a prioridade dos chamados novos"),
    Field(
      "onlineWelcome", \.onlineWelcome, en: "the welcome while somebody is online",
      pt: "as boas-vindas com alguém online"),
    Field(
      "offlineWelcome", \.offlineWelcome, en: "the welcome while nobody is online",
      pt: "as boas-vindas sem ninguém online"),
    Field("closing", \.closing, en: "the end of a conversation", pt: "o encerramento"),
    Field("mail", \.mail, en: "the e-mails", pt: "os e-mails"),
    Field(
      "showOnLogin", \.showOnLogin, en: "whether the login page shows the chat, too",
      pt: "se a tela de login também mostra o chat"),
    Field(
      "fontColor", \.fontColor, en: "the colour of letters, on bubbles and background",
      pt: "a cor da fonte, sobre os balões e o fundo"),
    Field(
      "backgroundColor", \.backgroundColor, en: "the chat's ground", pt: "a cor do fundo do chat"),
    Field(
      "borderColor", \.borderColor, en: "the lines around the chat and its fields",
      pt: "a cor da borda do chat e dos seus campos"),
  ]
}
