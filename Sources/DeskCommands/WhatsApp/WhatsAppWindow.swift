import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var whatsappWindow: CommandSpec {
    CommandSpec(
      name: "window",
      summary: Text(
        en: "Whether free text may go to a contact now.",
        pt: "Se um texto livre pode ir agora a um contato."),
      discussion: Text(
        en: """
          WhatsApp takes free text only while less than 24 hours have passed since the contact last
          wrote to that number; a template may go at any time. The exit status is 0 where the window
          is open, or there is none, and 1 where it is closed.
          """,
        pt: """
          O WhatsApp só aceita texto livre enquanto não se passaram 24 horas da última mensagem do
          contato àquele número; um modelo pode ir a qualquer hora. O estado de saída é 0 se a janela
          está aberta, ou não há janela, e 1 se está fechada.
          """),
      examples: [
        Example(
          "deskctl whatsapp window '(11) 98765-4321' --at 'amanhã 9h'",
          Text(en: "will it be open then?", pt: "estará aberta a essa hora?"))
      ],
      arguments: [.contact], options: [at, number], action: .read(nil, run))
  }

  private static let at = OptionSpec.value(
    "at", "TIME", Text(en: "then instead of now", pt: "nessa hora em vez de agora"))
  private static let number = OptionSpec.value(
    "number", "ID",
    Text(
      en: "the desk's number, by its id at WhatsApp; the conversation's, else the first",
      pt: "o número da central, pelo id no WhatsApp; o da conversa, ou o primeiro"))

  private static func run(
    _ desk: Desk, _ store: StoreReader, _ words: ParsedWords
  ) throws -> Output {
    let contact = try desk.contact(words.arguments[0], in: store)
    let settings = try desk.settings
    let number = try words.value(number).map { try own($0, settings) }
    let recipient = contact.recipient(by: try number ?? desk.number(for: contact, store))
    let answer = WindowAnswer(
      contact: contact, window: recipient?.window ?? ServiceWindow(lastInbound: nil),
      number: recipient?.number, hasWindow: settings.hasWindow,
      at: try words.value(at).map { try desk.time(at, $0, purpose: .moment) } ?? desk.now())
    return Output(
      .one(schema: "whatsapp.window", answer.json, text: try answer.text(desk) + "\n"),
      exit: answer.isOpen ? .done : .no)
  }

  /// One of the desk's numbers, as it was typed.
  private static func own(_ typed: String, _ settings: DeskFile) throws -> PhoneNumberID {
    let numbers = settings.whatsapp.numbers
    if let number = numbers.first(where: { $0.text == typed }) { return number }
    throw Failure(
      .notFound, "not_found",
      Text(
        en: "the desk has no number with the id \(typed)",
        pt: "a central não tem um número com o id \(typed)"),
      hint: numbers.isEmpty
        ? Text("deskctl config set whatsapp.numbers=207700011122233")
        : Text("--number \(numbers[0].text)"))
  }
}

/// Whether free text may go to a contact at some time, and why.
private struct WindowAnswer {
  let contact: Contact
  let window: ServiceWindow
  let number: PhoneNumberID?
  let hasWindow: Bool
  let at: Instant

  var isOpen: Bool { !hasWindow || window.isOpen(at: at) }

  var json: JSONValue {
    [
      "contact": JSONValue(contact.id.number), "number": number?.json ?? .null, "at": at.json,
      "open": JSONValue(isOpen), "hasWindow": JSONValue(hasWindow),
      "lastInboundAt": window.lastInbound?.json ?? .null,
      "closesAt": hasWindow ? window.closing?.json ?? .null : .null,
    ]
  }

  func text(_ desk: Desk) throws -> String {
    let name = Shown(contact.displayName).line
    let times = try desk.times()
    func when(_ instant: Instant) throws -> String { times.full(instant, from: try desk.now()) }
    guard hasWindow else {
      return Text(
        en: "open: this desk's transport has no window, so free text may go at any time",
        pt: "aberta: o transporte desta central não tem janela, texto livre pode ir a qualquer hora"
      )(desk.language)
    }
    guard let last = window.lastInbound, let closing = window.closing else {
      return Text(
        en: "closed: \(name) never wrote to this number; only a template may go",
        pt: "fechada: \(name) nunca escreveu para este número; só um modelo pode ir")(desk.language)
    }
    let (since, until) = (try when(last), try when(closing))
    let text =
      isOpen
      ? Text(
        en: "open: \(name) last wrote \(since); free text may go until \(until)",
        pt: "aberta: \(name) escreveu pela última vez \(since); texto livre pode ir até \(until)")
      : Text(
        en: "closed since \(until): \(name) last wrote \(since); only a template may go",
        pt:
          "fechada desde \(until): \(name) escreveu pela última vez \(since); só um modelo pode ir")
    return text(desk.language)
  }
}
