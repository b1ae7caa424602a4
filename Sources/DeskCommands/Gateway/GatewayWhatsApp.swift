import DeskCore
import DeskFormats
import DeskStore

/// WhatsApp's webhook.
extension Gateway {
  /// The question by which WhatsApp finds out that the address is the desk's: what it sent is given back
  /// to who knows the token.
  func verify(_ query: QueryString) throws -> WebAnswer {
    guard let file = try desk.settings.whatsapp.webhook.verifyTokenFile else {
      throw WebRefusal.notFound
    }
    let token = try desk.secret(file: file)
    guard query["hub.mode"] == "subscribe", let given = query["hub.verify_token"],
      let challenge = query["hub.challenge"]
    else { throw WebRefusal.badRequest }
    // Their hashes are compared: of two lengths, too, nothing can be learnt.
    guard
      ConstantTime.areEqual(SHA256.hash(Array(given.utf8)), SHA256.hash(token))
    else { throw WebRefusal.token }
    return .text(challenge)
  }

  /// A body, which must be signed. It is answered when it is kept.
  func receive(_ body: [UInt8], _ request: WebRequest) throws -> WebAnswer {
    guard let file = try desk.settings.whatsapp.webhook.secretFile else {
      throw WebRefusal.notFound
    }
    let secret = try desk.secret(file: file)
    guard let signature = request.signature.flatMap(WebhookSignature.init),
      signature.isValid(for: body, secret: secret)
    else { throw WebRefusal.signature }
    let source = WebhookSource(document: body)
    let report = try ReceiveReport(desk, "stdin", isSilent: true)
    var run = ReceiveRun(desk: desk, source: source, media: nil, report: report)
    try run.run()
    if try report.output().exit != .done { throw WebRefusal.badRequest }
    return WebAnswer(.ok)
  }
}

extension Desk {
  /// What a file holds that keeps a secret, without the end of its line.
  func secret(file: String) throws -> [UInt8] {
    var secret = try content(of: file)[...]
    while let last = secret.last, last == 0x0A || last == 0x0D { secret.removeLast() }
    if secret.isEmpty { throw Failure.emptySecret(file) }
    return Array(secret)
  }
}
