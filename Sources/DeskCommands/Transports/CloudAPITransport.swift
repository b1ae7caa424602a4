import CommandLineKit
import DeskCore
import DeskFormats
import JSON

/// WhatsApp's Cloud API, by curl. All that curl is told, the token too, goes to its standard input.
struct CloudAPITransport {
  let desk: Desk
  let settings: OutboxSettings

  func deliver(_ message: Outgoing) -> DeliveryAnswer {
    do throws(Stopped) {
      let token = try token()
      guard let number = message.number else {
        throw Stopped(.notTaken(reason: "no whatsapp.numbers is set", holding: .outage))
      }
      let account = "\(settings.cloudAPI.baseURL.text)/\(number.text)"
      let outgoing = OutgoingMessage(
        to: message.entry.to, content: try content(message, account, token),
        callbackData: String(message.entry.id.number))
      var options = options("\(account)/messages", token)
      options.post(json: outgoing.json.serialized())
      if options.isTooLong { throw Stopped(.refused(reason: "too long")) }
      return try SendAnswer(ask(options)).ofMessage
    } catch {
      return error.answer
    }
  }

  /// What became of a message before it was answered.
  private struct Stopped: Error {
    let answer: DeliveryAnswer

    init(_ answer: DeliveryAnswer) { self.answer = answer }
  }

  private func options(_ url: String, _ token: String) -> CurlOptions {
    CurlOptions(
      url: url, scheme: settings.cloudAPI.baseURL.scheme, token: token, seconds: settings.timeout)
  }

  /// The token as it stands in its file. Without one nothing is wrong with the message.
  private func token() throws(Stopped) -> String {
    guard let path = settings.cloudAPI.tokenFile else {
      throw Stopped(.notTaken(reason: "no outbox.cloudApi.tokenFile is set", holding: .outage))
    }
    let token: String
    do {
      token = String(try desk.text(file: desk.surroundings.absolute(path)).trimmed)
    } catch {
      throw Stopped(.notTaken(reason: "token file: \(desk.why(error).en)", holding: .outage))
    }
    guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Stopped(.notTaken(reason: "the token file holds no token", holding: .outage))
    }
    return token
  }

  private func content(
    _ message: Outgoing, _ account: String, _ token: String
  ) throws(Stopped) -> OutgoingMessage.Content {
    if let template = message.template {
      return .template(
        name: template.name, language: template.language, message.entry.body.parameters)
    }
    guard let file = message.files.first else { return .text(message.text ?? "") }
    let name = file.attachment.name.filter { !$0.isNewline && $0 != "\0" }
    var options = options("\(account)/media", token)
    options.post(file: file.path, named: name, type: MediaType(fileName: name).text)
    return .media(id: try upload(options), name: name, caption: message.text)
  }

  /// A file is sent before its message: where nobody knows of the file, the message was not sent.
  private func upload(_ options: CurlOptions) throws(Stopped) -> String {
    do throws(Stopped) {
      return try SendAnswer(ask(options)).ofUpload.mapError { Stopped($0.answer) }.get()
    } catch {
      guard case .unknown(let reason) = error.answer else { throw error }
      throw Stopped(.notTaken(reason: reason, holding: .contact))
    }
  }

  /// curl's: the name was not found, the connection refused. All others may come after the first
  /// byte left.
  private static let neverConnected: Set<Int32> = [6, 7]

  private func ask(_ options: CurlOptions) throws(Stopped) -> HTTPAnswer {
    let courier = Courier(
      "curl", ["-q", "-K", "-"], as: "curl", input: options.text, seconds: settings.timeout + 5,
      desk)
    switch courier.run() {
    case .answer(let answer): throw Stopped(answer)
    case .ended(let status, let output, _):
      if Self.neverConnected.contains(status) {
        throw Stopped(.notTaken(reason: "curl \(status)", holding: .outage))
      }
      guard let answer = HTTPAnswer(output) else {
        throw Stopped(.unknown(reason: "curl \(status)"))
      }
      return answer
    }
  }
}
