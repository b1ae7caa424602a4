package import DeskCore
import JSON

/// What the Cloud API's answer to a message, or to a file, means for the outbox.
///
/// Errors are told apart by their codes: titles change. The codes are those of Meta's page "Error
/// codes" of the WhatsApp Business Platform.
package struct SendAnswer: Sendable {
  private let http: HTTPAnswer
  private let json: JSONValue?

  package init(_ http: HTTPAnswer) {
    self.http = http
    json = try? JSONValue(parsing: Array(http.body))
  }

  private var isTaken: Bool { (200..<300).contains(http.status) }

  /// What became of a message.
  package var ofMessage: DeliveryAnswer {
    guard isTaken else { return failure }
    guard let message = json?["messages"]?.array?.first, let id = message["id"]?.string else {
      return .unknown(reason: "cloud-api no id")
    }
    var receipt = DeliveryAnswer.Receipt(id)
    receipt.status = .accepted
    let person = json?["contacts"]?.array?.first
    if let reached = person?["wa_id"]?.string, reached != person?["input"]?.string {
      receipt.reached = reached
      receipt.detail.append("other_wa_id")
    }
    if let held = message["message_status"]?.string, held != "accepted" {
      receipt.detail.append(held)
    }
    return .sent(receipt)
  }

  /// The id of a file that was uploaded, else why it was not.
  package var ofUpload: Result<String, NotUploaded> {
    if isTaken, let id = json?["id"]?.string { return .success(id) }
    let answer: DeliveryAnswer =
      isTaken ? .notTaken(reason: "cloud-api no media id", holding: .contact) : failure
    return .failure(NotUploaded(answer: answer))
  }

  /// A file that was not taken: its message was not sent.
  package struct NotUploaded: Error {
    package let answer: DeliveryAnswer
  }

  private var failure: DeliveryAnswer {
    let code = json?["error"]?["code"]?.int
    let reason = code.map { "cloud-api \($0)" } ?? "cloud-api http \(http.status)"
    guard let held = CloudAPIError(http: http.status, code: code).held else {
      return .refused(reason: reason)
    }
    let after = http.headers["retry-after"].flatMap { Int($0) }
    return .notTaken(reason: reason, holding: held, after: after)
  }
}

/// An error of the Cloud API, by what follows from it.
package struct CloudAPIError: Sendable {
  package let http: Int
  package let code: Int?

  package init(http: Int, code: Int?) {
    self.http = http
    self.code = code
  }

  /// Who waits with the message that it is about; nil where the message itself is refused for good.
  package var held: DeliveryAnswer.Held? {
    if (500...).contains(http) { return .outage }
    switch code ?? -1 {
    // Too many to one person.
    case 131_056: return .contact
    // Too many calls of the app or of the account, too many messages, too many taken for spam.
    case 4, 80_007, 130_429, 131_048: return .everyone
    // The desk's own token, rights, account or number: nothing is wrong with the message.
    case 0, 3, 10, 190, 200...299, 368, 131_005, 131_031, 131_042, 133_010: return .outage
    default: break
    }
    switch http {
    case 408, 429: return .everyone
    case 300...399: return .outage
    case 401, 403, 404, 407: return code == nil ? .outage : nil
    default: return nil
    }
  }
}
