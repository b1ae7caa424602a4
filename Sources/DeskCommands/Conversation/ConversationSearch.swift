import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var conversationSearch: CommandSpec {
    CommandSpec(
      name: "search",
      summary: Text(
        en: "Messages with a text, of every conversation that one sees.",
        pt: "Mensagens com um texto, de toda conversa que se vê."),
      discussion: Text(
        en: "Capital and small letters without accents are the same; accents are not. The lock is "
          + "given back between blocks of records.",
        pt:
          "Maiúsculas e minúsculas sem acento são iguais; acentos contam. A trava é liberada entre "
          + "blocos de registros."),
      examples: [
        Example(
          "deskctl conversation search 'nota fiscal' --limit 20",
          Text(en: "the oldest conversations first", pt: "as conversas mais antigas primeiro"))
      ],
      arguments: [text], options: [.limit], action: .reads(run))
  }

  private static let text = ArgumentSpec(
    "TEXT", Text(en: "what stands in the message", pt: "o que está na mensagem"))

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    guard let word = MessageWord(words.arguments[0]) else {
      throw Failure.missing("TEXT", "'nota fiscal'")
    }
    var listing = Listing("conversation.search", columns)
    var left = try words.number(.limit, from: 0) ?? Int.max
    try desk.eachNumber(of: .conversation) { number, store in
      let id = Conversation.ID(number)
      let messages = try left > 0 ? store.messages(of: id, with: word) : []
      guard !messages.isEmpty, let conversation = try store.find(id), try desk.sees(conversation)
      else { return left > 0 }
      for message in messages.prefix(left) {
        listing.add(
          id: String(number), message.fullJSON,
          [
            String(number), String(message.id), try desk.times().compact(message.at),
            message.author, message.text ?? "-",
          ])
      }
      left -= min(left, messages.count)
      return left > 0
    }
    return Output(.list(listing))
  }

  private static var columns: [Table.Column] {
    [
      Table.Column(Text(en: "conversation", pt: "conversa"), key: "conversation"),
      Table.Column(Text(en: "message", pt: "mensagem"), key: "id"),
      Table.Column(Text(en: "when", pt: "quando"), key: "at"),
      Table.Column(Text(en: "who", pt: "quem"), key: "author"),
      Table.Column(Text(en: "text", pt: "texto"), key: "text", shrinks: true),
    ]
  }
}
