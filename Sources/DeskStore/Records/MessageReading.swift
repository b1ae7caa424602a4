package import DeskCore
import DeskSystem

extension StoreReading {
  /// The last messages of a conversation, in the order of their places; what it costs follows how many
  /// are asked for, not how many there are.
  package func messages(of conversation: Conversation.ID, last count: Int) throws -> [Message] {
    guard let kept = try find(conversation), kept.messageCount > count else {
      return try messages(of: conversation)
    }
    let path = Layout.messages(of: conversation)
    let lines = try files.lastLines(path, count)
    let messages: [Message] = try lines.enumerated().map { place, line in
      try decodeLine(line, path: path, number: kept.messageCount - lines.count + place + 1)
    }
    guard messages.count == count, messages.last?.id == kept.messageCount else {
      // Something is missing or too many: reading all of it names what.
      return Array(try self.messages(of: conversation).suffix(count))
    }
    return messages
  }

  /// Every conversation with messages in which a word stands, in whatever case its ASCII letters are,
  /// with those messages. Bytes are compared first: what does not hold the word is not read as JSON.
  package func forEachConversation(
    with word: MessageWord, _ body: (Conversation.ID, [Message]) throws -> Bool
  ) throws {
    let last = try lastNumber(.conversation)
    guard last > 0 else { return }
    for number in 1...last {
      let conversation = Conversation.ID(number)
      let path = Layout.messages(of: conversation)
      guard let bytes = try files.bytes(path), word.isIn(bytes[...]) else { continue }
      let found: [Message] = try splitLines(bytes).enumerated().compactMap { place, line in
        guard word.isIn(line) else { return nil }
        let message: Message = try decodeLine(line, path: path, number: place + 1)
        return word.isIn(message) ? message : nil
      }
      if !found.isEmpty, try !body(conversation, found) { return }
    }
  }
}

extension WorkingSet {
  /// A step back from the end of a file.
  private static let tailStep = 16 << 10

  /// The last lines of a file, read from its end; all of them where it has fewer.
  func lastLines(_ path: String, _ count: Int) throws -> [ArraySlice<UInt8>] {
    guard hasNoChange(path), let file = try folder.open(path) else {
      return try lines(path).suffix(count)
    }
    let size = try folder.facts(of: file, path).size
    var length = Self.tailStep
    while length < size {
      let bytes = try folder.read(file, path, from: size - length, count: length)
      guard bytes.last == newline else { break }
      let lines = splitLines(bytes)
      // The first one began before what was read.
      if lines.count > count { return lines.suffix(count) }
      length *= 4
    }
    return try lines(path).suffix(count)
  }
}
