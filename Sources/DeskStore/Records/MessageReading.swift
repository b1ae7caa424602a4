package import DeskCore
import DeskSystem
import JSON

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

  /// Every message of a conversation in the order of their places, read piece by piece: what is held
  /// does not grow with their number.
  package func forEachMessage(
    of conversation: Conversation, _ body: (Message) throws -> Void
  ) throws {
    let path = Layout.messages(of: conversation.id)
    guard files.hasNoChange(path), let file = try files.folder.open(path) else {
      return try messages(of: conversation.id).forEach(body)
    }
    var number = 0
    try files.forEachLine(file, path) { line in
      number += 1
      try body(decodeLine(line, path: path, number: number))
    }
    if number < conversation.messageCount {
      throw StoreError.damaged(path: path, .missingRecord(number + 1))
    }
  }

  /// When each message of a conversation came or went, in the order of their places. No message is
  /// put together on the way: what it costs is little more than to read the file as JSON.
  package func forEachMoment(
    of conversation: Conversation, _ body: (MessageMoment) -> Void
  ) throws {
    let path = Layout.messages(of: conversation.id)
    guard files.hasNoChange(path), let file = try files.folder.open(path) else {
      for message in try messages(of: conversation.id) { body(MessageMoment(message)) }
      return
    }
    var number = 0
    try files.forEachLine(file, path) { line in
      number += 1
      guard StoredLine.isWhole(line), let json = try? JSONValue(parsing: line),
        let moment = MessageMoment(json)
      else { throw StoreError.damaged(path: path, line: number, .notAsWritten) }
      body(moment)
    }
    if number < conversation.messageCount {
      throw StoreError.damaged(path: path, .missingRecord(number + 1))
    }
  }

  /// Whether the store has an attachment.
  package func holds(_ attachment: Attachment) throws -> Bool {
    try files.folder.facts(Layout.file(sha256: attachment.sha256)) != nil
  }

  /// An attachment's bytes, piece by piece; false where the store does not have it. That they are
  /// what was put in is known after the last one.
  package func forEachPiece(
    of attachment: Attachment, _ body: ([UInt8]) throws -> Void
  ) throws -> Bool {
    let path = Layout.file(sha256: attachment.sha256)
    guard let file = try files.folder.open(path) else { return false }
    var hash = SHA256()
    var offset = 0
    while case let piece = try files.folder.read(file, path, from: offset, count: 256 << 10),
      !piece.isEmpty
    {
      offset += piece.count
      hash.update(piece)
      try body(piece)
    }
    guard hash.finalize().hexadecimal == attachment.sha256 else {
      throw StoreError.damaged(path: path, .notAsWritten)
    }
    return true
  }

  /// A conversation's messages in which a word stands, in whatever case its ASCII letters are. Bytes
  /// are compared first: what does not hold the word is not read as JSON.
  package func messages(
    of conversation: Conversation.ID, with word: MessageWord
  ) throws -> [Message] {
    let path = Layout.messages(of: conversation)
    guard let bytes = try files.bytes(path), word.isIn(bytes[...]) else { return [] }
    return try splitLines(bytes).enumerated().compactMap { place, line in
      guard word.isIn(line) else { return nil }
      let message: Message = try decodeLine(line, path: path, number: place + 1)
      return word.isIn(message) ? message : nil
    }
  }
}

extension MessageMoment {
  fileprivate init(_ message: Message) {
    self.init(
      at: message.at, isInbound: message.direction == .inbound, isAutomatic: message.automatic,
      isMark: Message.markTypes.contains(message.type))
  }

  /// From a line's values; nil where it is none of a message.
  fileprivate init?(_ json: JSONValue) {
    guard let message = json.object,
      let at = message["at"]?.string.flatMap({ Instant(rfc3339: $0) }),
      let direction = message["direction"]?.string.flatMap({ Direction(rawValue: $0) })
    else { return nil }
    self.init(
      at: at, isInbound: direction == .inbound, isAutomatic: message["automatic"]?.bool ?? false,
      isMark: message["type"]?.string.map(Message.markTypes.contains) ?? false)
  }
}

extension WorkingSet {
  /// So much of a file is read at once.
  private static let piece = 256 << 10

  /// The lines of a file as it lies on the disk, a piece in memory at a time. A last one without its
  /// end counts where its sum says that it is whole.
  func forEachLine(
    _ file: Descriptor, _ path: String, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    let size = try folder.facts(of: file, path).size
    var rest: [UInt8] = []
    var offset = 0
    while offset < size {
      let piece = try folder.read(
        file, path, from: offset, count: min(Self.piece, size - offset))
      if piece.isEmpty { break }
      offset += piece.count
      rest = rest.isEmpty ? piece : rest + piece
      guard let end = rest.lastIndex(of: newline) else { continue }
      for line in splitLines(rest[...end]) { try body(line) }
      rest = Array(rest[(end + 1)...])
    }
    if let length = StoredLine.unendedLength(rest[...]) { try body(rest[..<length]) }
  }

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
