/// C10: messages of one conversation that a ticket holds.
package struct TicketLink: Record, Hashable {
  package var conversation = Conversation.ID(0)
  package var messages: [MessageSpan] = []

  package init() {}

  package static let fields: Fields<Self> = [
    Field(
      "conversation", \.conversation, required: true, en: "the conversation", pt: "a conversa"),
    Field(
      "messages", \.messages, required: true, en: "their places there",
      pt: "as posições das mensagens na conversa"),
  ]
}

/// Messages that follow each other, by their places, both included.
package struct MessageSpan: Record, Hashable {
  package var first = 0
  package var last = 0

  package init() {}

  package init(_ places: ClosedRange<Int>) {
    first = places.lowerBound
    last = places.upperBound
  }

  package static let fields: Fields<Self> = [
    Field("first", \.first, required: true, en: "the first one", pt: "a primeira"),
    Field("last", \.last, required: true, en: "the last one", pt: "a última"),
  ]
}

/// Messages of one conversation that somebody chose, by their places.
package struct MessageSelection: Hashable, Sendable {
  /// In order, none touching the next.
  package private(set) var spans: [ClosedRange<Int>] = []

  package init(_ spans: some Sequence<ClosedRange<Int>>) {
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = self.spans.last, span.lowerBound <= last.upperBound + 1 else {
        self.spans.append(span)
        continue
      }
      self.spans[self.spans.count - 1] =
        last.lowerBound...max(last.upperBound, span.upperBound)
    }
  }

  /// Reads `1,3-5`; nil where it is not written so. A place is at most nine digits long.
  package init?(_ text: String) {
    var spans: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { $0.trimmed }
      guard (1...2).contains(ends.count), ends.allSatisfy({ $0.utf8.count <= 9 }),
        let first = Reference.number(ends[0]), let last = Reference.number(ends[ends.count - 1]),
        first <= last
      else { return nil }
      spans.append(first...last)
    }
    self.init(spans)
  }

  /// C12: those that were written at an instant or later, by the provider's clock.
  package init(_ messages: [Message], since start: Instant) {
    self.init(messages.filter { $0.at >= start }.map { $0.id...$0.id })
  }

  package var count: Int { spans.map(\.count).reduce(0, +) }

  package var last: Int? { spans.last?.upperBound }

  package func contains(_ place: Int) -> Bool { spans.contains { $0.contains(place) } }
}

extension Ticket {
  /// C10: what it holds of a conversation by links.
  package func linked(of conversation: Conversation.ID) -> MessageSelection {
    let spans = links.filter { $0.conversation == conversation }.flatMap(\.messages)
    return MessageSelection(spans.filter { $0.first <= $0.last }.map { $0.first...$0.last })
  }

  /// C10: links messages; answers how many of them are new. Again is no second link.
  package mutating func link(_ chosen: MessageSelection, of conversation: Conversation.ID) -> Int {
    let old = linked(of: conversation)
    let new = MessageSelection(old.spans + chosen.spans)
    guard new != old else { return 0 }
    var link = TicketLink()
    link.conversation = conversation
    link.messages = new.spans.map { MessageSpan($0) }
    if let place = links.firstIndex(where: { $0.conversation == conversation }) {
      links[place] = link
    } else {
      links.append(link)
    }
    return new.count - old.count
  }
}
