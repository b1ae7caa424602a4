package import DeskCore
import JSON

/// What the widget asks, read from its body: one object with the keys that are known and no others.
package struct VisitorCall: Sendable {
  private let object: JSONObject

  /// Reads a body; `keys` are the ones that it may have.
  private init(_ body: [UInt8], keys: [String]) throws(WebRefusal) {
    guard let json = try? JSONValue(parsing: body), let object = json.object,
      Set(keys).isSuperset(of: object.keys)
    else { throw .badRequest }
    self.object = object
  }

  private func text(_ key: String) throws(WebRefusal) -> String {
    guard let text = object[key]?.string else { throw .badRequest }
    return text
  }

  private func token() throws(WebRefusal) -> VisitorToken {
    guard let token = VisitorToken(try text("token")) else { throw .badRequest }
    return token
  }

  private func message() throws(WebRefusal) -> Line {
    guard let id = VisitorMessageID(try text("id")) else { throw .badRequest }
    guard let text = VisitorText(try text("text")) else { throw .text }
    return Line(
      token: try token(), id: id, text: text, since: try since(), subject: try subject(),
      form: try form())
  }

  private func subject() throws(WebRefusal) -> Subject.ID? {
    guard let value = object["subject"], !value.isNull else { return nil }
    guard let text = value.string, let id = try? Subject.ID(text: text) else { throw .badRequest }
    return id
  }

  /// `"form":true` says that the visitor was shown the form; its fields stand beside it.
  private func form() throws(WebRefusal) -> FormAnswers? {
    var answers = FormAnswers()
    for field in FormField.allCases where !field.isOfEveryChat {
      guard let value = object[field.rawValue] else { continue }
      guard let text = value.string else { throw .badRequest }
      guard FormAnswers.canHold(text) else { throw WebRefusal(field) }
      answers[field] = text
    }
    guard let isShown = object["form"] else { return nil }
    guard let isShown = isShown.bool else { throw .badRequest }
    return isShown ? answers : nil
  }

  private func since() throws(WebRefusal) -> Int {
    guard let value = object["since"] else { return 0 }
    guard let since = value.int, since >= 0 else { throw .badRequest }
    return since
  }
}

extension VisitorCall {
  /// A message of a visitor.
  package struct Line: Sendable {
    package let token: VisitorToken
    package let id: VisitorMessageID
    package let text: VisitorText
    package let since: Int
    /// Webchat: what they picked.
    package let subject: Subject.ID?
    /// Webchat: what they filled in; nil where they were not shown the form.
    package let form: FormAnswers?
  }

  /// The first message of a session, with who writes it.
  package struct Start: Sendable {
    package let channel: Channel
    package let line: Line
    package let details: VisitorDetails
  }

  /// What a visitor saw last.
  package struct Poll: Sendable {
    package let token: VisitorToken
    package let since: Int
  }

  private static let messageKeys =
    ["token", "id", "text", "subject", "form"]
    + FormField.allCases.filter { !$0.isOfEveryChat }.map(\.rawValue)

  package static func start(_ body: [UInt8]) throws(WebRefusal) -> Start {
    let call = try VisitorCall(
      body, keys: ["channel", "name", "email", "page"] + messageKeys)
    let channel = try channel(named: call.text("channel"))
    let page = call.object["page"] ?? .null
    guard page.isNull || page.string != nil else { throw .badRequest }
    let name = try call.text("name")
    let email = try call.text("email")
    do {
      let details = try VisitorDetails(name: name, email: email, page: page.string)
      return Start(channel: channel, line: try call.message(), details: details)
    } catch let refusal as VisitorDetails.Refusal {
      throw WebRefusal(refusal)
    } catch let refusal as WebRefusal {
      throw refusal
    } catch {
      throw .badRequest
    }
  }

  package static func say(_ body: [UInt8]) throws(WebRefusal) -> Line {
    try VisitorCall(body, keys: ["since"] + messageKeys).message()
  }

  package static func poll(_ body: [UInt8]) throws(WebRefusal) -> Poll {
    let call = try VisitorCall(body, keys: ["token", "since"])
    return Poll(token: try call.token(), since: try call.since())
  }

  package static func end(_ body: [UInt8]) throws(WebRefusal) -> VisitorToken {
    try VisitorCall(body, keys: ["token"]).token()
  }

  /// A channel that pages have.
  package static func channel(named name: String?) throws(WebRefusal) -> Channel {
    switch name.flatMap(Channel.init(rawValue:)) {
    case .livechat: return .livechat
    case .webchat: return .webchat
    case .whatsapp, nil: throw .badRequest
    }
  }
}

extension WebRefusal {
  package init(_ refusal: VisitorDetails.Refusal) {
    switch refusal {
    case .name: self = .name
    case .email: self = .email
    case .page: self = .badRequest
    }
  }
}

extension WebRefusal {
  /// A field of the form that is not as it must be.
  package init(_ field: FormField) {
    switch field {
    case .name: self = .name
    case .email: self = .email
    case .message: self = .text
    case .phone: self = .phone
    case .document: self = .document
    case .company: self = .company
    }
  }
}
