package import DeskCore

/// A ticket as the customer may see it: what both sides said, and no comment of the desk's.
package struct TicketPage: Sendable {
  /// One message of its conversation.
  package struct Line: Sendable {
    package let author: String
    package let at: String
    package let text: String

    package init(author: String, at: String, text: String) {
      self.author = author
      self.at = at
      self.text = text
    }
  }

  package var desk: String
  package var language: DeskLanguage
  package var number: Int
  package var title: String
  package var state: TicketState
  package var openedAt: String
  package var closedAt: String?
  package var lines: [Line]

  package init(
    desk: String, language: DeskLanguage, number: Int, title: String, state: TicketState,
    openedAt: String, closedAt: String?, lines: [Line]
  ) {
    self.desk = desk
    self.language = language
    self.number = number
    self.title = title
    self.state = state
    self.openedAt = openedAt
    self.closedAt = closedAt
    self.lines = lines
  }

  package var answer: WebAnswer {
    let words = PageWords(language)
    let closed: HTML = closedAt.map { "<dt>\(words.closedAt)</dt><dd>\($0)</dd>\n" } ?? ""
    let items = lines.map { line -> HTML in
      "<li><small>\(line.author), \(line.at)</small>\(line.text)</li>\n"
    }
    let list: HTML = items.isEmpty ? "" : "<ul>\n\(items)</ul>"
    return .page(
      .ok, language: language.rawValue, title: "\(words.ticket) \(number) - \(desk)",
      """
      <h1>\(words.ticket) \(String(number)): \(title)</h1>
      <dl>
      <dt>\(words.state)</dt><dd>\(words.name(of: state))</dd>
      <dt>\(words.openedAt)</dt><dd>\(openedAt)</dd>
      \(closed)</dl>
      \(list)
      """)
  }
}

/// The pages of the link to create a password (W8), and those that refuse.
package enum LinkPage {
  /// Asks for a click: programs that look into e-mails open links, and press no buttons.
  package static func question(_ language: DeskLanguage, desk: String) -> WebAnswer {
    let words = PageWords(language)
    return .page(
      .ok, language: language.rawValue, title: desk,
      """
      <h1>\(desk)</h1>
      <p>\(words.question)</p>
      <form method="post"><button type="submit">\(words.confirm)</button></form>
      """)
  }

  package static func confirmed(
    _ language: DeskLanguage, desk: String, email: String
  ) -> WebAnswer {
    let words = PageWords(language)
    return .page(
      .ok, language: language.rawValue, title: desk,
      "<h1>\(desk)</h1>\n<p>\(words.confirmed) <strong>\(email)</strong></p>")
  }

  /// A refusal that a person reads.
  package static func refused(
    _ refusal: WebRefusal, _ language: DeskLanguage, desk: String
  ) -> WebAnswer {
    let words = PageWords(language)
    var answer = WebAnswer.page(
      refusal.status, language: language.rawValue, title: desk,
      "<h1>\(desk)</h1>\n<p>\(words.sentence(refusal))</p>")
    if let seconds = refusal.retryAfter { answer.set("Retry-After", String(seconds)) }
    return answer
  }
}
