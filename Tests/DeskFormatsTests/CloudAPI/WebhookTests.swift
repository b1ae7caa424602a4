import DeskCore
import DeskFormats
import DeskTestSupport
import JSON
import Testing

struct WebhookTests {
  private static let carla = "Carla Nunes +5511912345678 BR.7310845562901473"
  private static let readers = "+5511912345678 BR.7310845562901473"

  /// What each sample tells.
  static let rows: [(name: String, line: String)] = [
    ("text", "text from \(carla): \"Bom dia! A impressora do caixa parou de novo.\""),
    ("text-reply", "text from \(carla): \"É esta aqui.\"; replies 0900"),
    ("text-forwarded", "text from \(carla): \"Promoção só hoje!\"; forwarded"),
    (
      "text-product",
      "text from \(carla): \"Tem este em estoque?\"; replies 0901 asks for TONER-85A"
    ),
    (
      "text-ad",
      "text from \(carla): \"Vi o anúncio, quero um orçamento.\"; came by ad ARexemplo_clique_0001"
    ),
    (
      "text-username",
      "text from Lia @lia.moraes BR.5528094417736620: "
        + "\"Oi, é a Lia. Prefiro não mostrar meu número.\""
    ),
    ("text-group", "text from \(carla): no inbound; \"Alguém da loja pode ver?\""),
    ("image", "image from \(carla): \"O erro que aparece na tela\"; image/jpeg"),
    ("video", "video from \(carla): video/mp4"),
    ("audio", "audio from \(carla): audio/mpeg"),
    ("audio-voice", "audio from \(carla): voice audio/ogg; codecs=opus"),
    ("document", "document from \(carla): \"Segue a nota\"; application/pdf nota-4711.pdf"),
    ("sticker", "sticker from \(carla): image/webp"),
    (
      "location",
      "location from \(carla): "
        + "\"Padaria Lua, Rua das Acácias, 10, São Paulo (-23.561414, -46.655881)\""
    ),
    ("location-point", "location from \(carla): \"-23.5, -46.6\""),
    (
      "contacts",
      "contacts from \(carla): \"Rui Prado: +55 11 98877-6655, +55 11 3344-5566\nOficina\""
    ),
    ("button", "button from \(carla): \"Confirmo\"; chose confirmar-visita; replies 0902"),
    (
      "interactive-button",
      "interactive from \(carla): \"Informar e-mail\"; chose 1; replies 0903"
    ),
    (
      "interactive-list",
      "interactive from \(carla): \"Seguir sem e-mail\"; chose 2; replies 0904"
    ),
    (
      "interactive-flow",
      "interactive from \(carla): \"equipamento: Impressora\nandar: 3\nurgente: true\"; replies 0905"
    ),
    ("reaction", "reaction from \(carla): no inbound; \"👍\"; reacts to 0906"),
    ("reaction-removed", "reaction from \(carla): no inbound; takes back from 0906"),
    (
      "order",
      "order from \(carla): "
        + "\"2 × TONER-85A (129.9 BRL)\n1 × CABO-USB-3M (35 BRL)\nEntregar à tarde, por favor\""
    ),
    (
      "system-number",
      "system from +5511912345678: no inbound; "
        + "\"Carla Nunes mudou de 5511912345678 para 5511955554444\"; is now +5511955554444"
    ),
    (
      "system-user-id",
      "system from nobody: no inbound; \"User Carla Nunes changed from BR.7310845562901473 to "
        + "BR.9920184467120335\"; is now BR.9920184467120335"
    ),
    (
      "edit",
      "edit from \(carla): no inbound; \"Bom dia! A impressora do caixa 2 parou de novo.\"; edits 0001"
    ),
    ("revoke", "revoke from \(carla): no inbound; deletes 0003"),
    (
      "unsupported",
      "unsupported from \(carla): \"Message type is currently not supported.\"; error 131051"
    ),
    ("unknown", "hologram from \(carla): "),
    ("status-sent", "status sent of 0906 to \(readers): is sent; for outbox/12"),
    ("status-delivered", "status delivered of 0906 to \(carla): is delivered"),
    ("status-read", "status read of 0906 to \(carla): is read"),
    ("status-played", "status played of 0906 to \(carla): is read"),
    (
      "status-failed",
      "status failed of 0906 to \(readers): is failed; for outbox/13; error 131047"
    ),
    ("errors", "fault 130429 at +551140028922: Rate limit hit"),
    ("template-status", "other message_template_status_update"),
    ("account-update", "other account_update"),
  ]

  @Test(arguments: rows)
  func `D4 each kind of body is read as what it tells`(name: String, line: String) throws {
    #expect(try WebhookSamples.events(name).map(WebhookSamples.line) == [line])
  }

  @Test func `D4 no sample is without its row`() throws {
    #expect(try WebhookSamples.names() == (Self.rows.map(\.name) + ["twelve"]).sorted())
  }

  @Test func `D4 two entries of two changes of three messages are twelve`() throws {
    let texts = try WebhookSamples.events("twelve").map { event -> String? in
      if case .message(let message) = event { message.content.text } else { nil }
    }
    #expect(texts == (1...12).map { "Mensagem \($0)" })
  }

  @Test func `a message has the id, the time and the number that it was written to`() throws {
    guard case .message(let message) = try WebhookSamples.events("text")[0] else {
      Issue.record("no message")
      return
    }
    #expect(message.id == "wamid.HBgNNTUxMTkxMjM0NTY3OBUCABIYFDNBRXEMPLO0001AA==")
    #expect(message.at.rfc3339 == "2026-12-05T15:01:00Z")
    #expect(message.number.id == "207700011122233")
    #expect(message.number.phone?.e164 == "+551140028922")
    #expect(message.sender.address == "5511912345678")
  }

  @Test func `an attachment is known by what fetches and what checks it`() throws {
    guard case .message(let message) = try WebhookSamples.events("document")[0] else {
      Issue.record("no message")
      return
    }
    #expect(message.content.media?.id == "301100022233305")
    #expect(message.content.media?.sha256 == "mK1bq7m0Yd3H4s6oQeZl2jv9xw5Tn8Rc0aUfGiLpXyM=")
  }

  /// A `from` that is no phone's digits is an id; a contact beside the message may say more.
  static let senders: [(sender: String, phone: String?, id: String?)] = [
    (#""from":"BR.1""#, nil, "BR.1"),
    (#""from":"5511987654321","from_user_id":"BR.1""#, "+5511987654321", "BR.1"),
    (#""from":"551187654321""#, "+551187654321", "BR.9"),
    (#""from":"","from_user_id":"BR.2""#, nil, "BR.2"),
    (#""from":null"#, "+5511987654321", "BR.9"),
  ]

  @Test(arguments: senders)
  func `a sender is known by phone, by user id, or by both`(
    sender: String, phone: String?, id: String?
  ) throws {
    let body = """
      {"entry":[{"changes":[{"field":"messages","value":{
        "contacts":[{"wa_id":"5511987654321","user_id":"BR.9","profile":{"name":"Rui"}}],
        "messages":[{"id":"a","timestamp":1,"type":"text","text":{"body":"x"},\(sender)}]}}]}]}
      """
    guard case .message(let message) = try Webhook.events(JSONValue(parsing: body))[0] else {
      Issue.record("no message")
      return
    }
    #expect(message.sender.phone?.e164 == phone)
    #expect(message.sender.userID == id)
  }

  static let stages: [(name: String, stage: DeliveryStage?)] = [
    ("accepted", .accepted), ("sent", .sent), ("delivered", .delivered), ("read", .read),
    ("played", .read), ("failed", .failed), ("deleted", nil), ("warning", nil),
  ]

  @Test(arguments: stages)
  func `D3 a status is kept by its name, known or not`(name: String, stage: DeliveryStage?) throws {
    let body = """
      {"entry":[{"changes":[{"field":"messages","value":{"statuses":[
        {"id":"a","status":"\(name)","timestamp":"1"}]}}]}]}
      """
    guard case .status(let status) = try Webhook.events(JSONValue(parsing: body))[0] else {
      Issue.record("no status")
      return
    }
    #expect(status.name == name)
    #expect(status.stage == stage)
  }
}
