import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore
import DeskSystem

extension CommandSpec<Action> {
  private static var signature: OptionSpec {
    .value(
      "signature", "HEADER",
      Text(
        en:
          "the header X-Hub-Signature-256; one body, refused where it does not fit",
        pt: "o cabeçalho X-Hub-Signature-256; um corpo só, recusado se não conferir"))
  }
  private static var secretFile: OptionSpec {
    .value(
      "secret-file", "FILE",
      Text(
        en: "holds the app's secret, with which bodies are signed",
        pt: "contém o segredo do aplicativo, com que os corpos são assinados"), completion: .file)
  }
  private static var mediaFolder: OptionSpec {
    .value(
      "media-dir", "DIR",
      Text(
        en: "where attachments lie that were fetched, named by their ids at WhatsApp",
        pt: "onde estão os anexos já baixados, com o id do WhatsApp como nome"), completion: .file)
  }
  private static var explaining: OptionSpec {
    .flag(
      "explain",
      Text(
        en: "print a line per message: rule, who, what, effect",
        pt: "imprime uma linha por mensagem: regra, quem, o quê, efeito"))
  }

  static var whatsappReceive: CommandSpec {
    CommandSpec(
      name: "receive",
      summary: Text(
        en: "Take in what WhatsApp's Cloud API sends to a webhook.",
        pt: "Recebe o que a Cloud API do WhatsApp envia a um webhook."),
      discussion: Text(
        en: """
          One body, or JSON Lines of them. Each body is kept as it came; its messages join their
          conversations, open tickets and are answered as the settings say. What came before is
          passed over, so the same may be sent again. Some 8 MiB are stored at a time, whole or not
          at all, the messages in the order of WhatsApp's clock. Lines that are no bodies are named
          and left out: exit 7, or 4 where there is nothing else.
          """,
        pt: """
          Um corpo, ou vários em JSON Lines. Cada corpo fica guardado como veio; as mensagens entram
          nas conversas, abrem chamados e são respondidas conforme as configurações. O que já veio é
          ignorado, então o mesmo pode ser enviado de novo. Grava-se uns 8 MiB por vez, tudo ou
          nada, com as mensagens na ordem do relógio do WhatsApp. Linhas que não são corpos são
          apontadas e deixadas de fora: status 7, ou 4 se não houver mais nada.
          """),
      examples: [
        Example(
          "deskctl whatsapp receive Samples/whatsapp/primeiro-contato.jsonl --explain",
          Text(en: "and what each message did", pt: "e o que cada mensagem fez")),
        Example(
          "deskctl whatsapp receive - --signature \"$HTTP_X_HUB_SIGNATURE_256\" --secret-file segredo",
          Text(en: "from a web server", pt: "a partir de um servidor web")),
      ],
      arguments: [
        ArgumentSpec(
          "FILE",
          Text(en: "webhook bodies; - is standard input", pt: "corpos; - é a entrada padrão"),
          completion: .file)
      ],
      options: [signature, secretFile, mediaFolder, explaining], action: .asDesk(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let path = words.arguments[0]
    let source = try WebhookSource(desk, path, signedAs: try check(desk, words))
    let media = try words.value(mediaFolder).map { try MediaFolder(desk, $0) }
    let report = try ReceiveReport(
      desk, path == "-" ? "stdin" : path, explains: words.has(explaining))
    var run = ReceiveRun(desk: desk, source: source, media: media, report: report)
    try run.run()
    return try report.output()
  }

  /// What tells whether bytes are what was signed; nil where no signature was given.
  private static func check(_ desk: Desk, _ words: ParsedWords) throws -> (([UInt8]) -> Bool)? {
    guard let header = words.value(signature) else {
      if words.value(secretFile) != nil { throw Failure.missing("--signature", "sha256=…") }
      return nil
    }
    guard let file = words.value(secretFile) else {
      throw Failure.missing("--secret-file", "/etc/deskctl/segredo")
    }
    let secret = try desk.secret(file: file)
    guard let given = WebhookSignature(header) else { throw Failure.wrongSignature }
    return { given.isValid(for: $0, secret: secret) }
  }
}

/// Takes all of a source in, batch by batch: reading and telling happen between two transactions,
/// when nobody waits for the lock.
struct ReceiveRun {
  let desk: Desk
  let source: WebhookSource
  let media: MediaFolder?
  let report: ReceiveReport
  /// The lines of the bodies that are kept.
  private var kept: Set<Int> = []

  /// So many bytes of bodies are put in order together.
  private static let batchSize = 8 << 20

  init(desk: Desk, source: WebhookSource, media: MediaFolder?, report: ReceiveReport) {
    self.desk = desk
    self.source = source
    self.media = media
    self.report = report
  }

  mutating func run() throws {
    while case let bodies = try readBatch(), !bodies.isEmpty {
      var waiting = WaitingEvent.inOrder(bodies, now: try desk.now())[...]
      while !waiting.isEmpty {
        let done = try desk.transaction { try take(waiting, $0) }
        try report.add(done)
        try desk.answerByBot(after: done)
        waiting = waiting.dropFirst(done.count)
      }
      kept = []
    }
  }

  private mutating func take(
    _ events: ArraySlice<WaitingEvent>, _ transaction: Transaction
  ) throws -> [ReceivedEvent] {
    try Receiving(desk, media: media).take(events, keeping: &kept, transaction)
  }

  private func readBatch() throws -> [WebhookBody] {
    var bodies: [WebhookBody] = []
    var size = 0
    while size < Self.batchSize, let item = try source.next() {
      switch item {
      case .body(let body):
        bodies.append(body)
        size += body.text.utf8.count
      case .unreadable(let line, let problem): report.refuse(line, problem)
      }
    }
    return bodies
  }
}
