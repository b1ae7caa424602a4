package import DeskCore

/// The code that stands in a page, found by its marker wherever and however it was pasted, packed
/// or moved into a script of its own.
package struct EmbedSearch: Sendable {
  /// A piece of code in a page.
  package struct Found: Hashable, Sendable {
    package let fingerprint: String
    /// From 1; a line may end in CR, LF or both.
    package let line: Int
    /// From 1, in bytes.
    package let column: Int
    /// What keeps it from running; nil for code that runs.
    package let inert: InertPart?
  }

  package let found: [Found]

  package init(of channel: Channel, in page: [UInt8]) {
    let start = Array(ChatLook.markerStart(channel).utf8)
    var found: [Found] = []
    let inert = InertParts(of: page)
    var place = LinePlace()
    for index in page.indices {
      if page[index] == start[0], page[index...].starts(with: start) {
        let digits = page[(index + start.count)...].prefix(ChatLook.digits)
        if digits.count == ChatLook.digits, digits.allSatisfy({ $0.isLowerHexDigit }) {
          found.append(
            Found(
              fingerprint: String(decoding: digits, as: UTF8.self), line: place.line,
              column: place.column, inert: inert.part(at: index)))
        }
      }
      place.pass(page[index])
    }
    self.found = found
  }
}

/// Lines and columns, counted byte by byte.
private struct LinePlace {
  var line = 1
  var column = 1
  private var isAfterReturn = false

  mutating func pass(_ byte: UInt8) {
    let isSecond = isAfterReturn && byte == UInt8(ascii: "\n")
    isAfterReturn = byte == UInt8(ascii: "\r")
    if isSecond { return }
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}

extension UInt8 {
  fileprivate var isLowerHexDigit: Bool {
    (0x30...0x39).contains(self) || (0x61...0x66).contains(self)
  }
}

/// L7: what is not as it should be with the code of one page.
package enum EmbedFinding: Hashable, Sendable {
  /// Made from other settings than today's.
  case stale(EmbedSearch.Found)
  case missing
  /// There, and nowhere that it runs.
  case inert(EmbedSearch.Found, InertPart)
  /// The first stands there already.
  case double(EmbedSearch.Found, first: EmbedSearch.Found)

  /// All that is wrong with a page, in the order of its lines.
  package static func all(in page: [UInt8], _ look: ChatLook) -> [EmbedFinding] {
    let all = EmbedSearch(of: look.channel, in: page).found
    let found = all.filter { $0.inert == nil }
    guard let first = found.first else {
      return [all.first.flatMap { one in one.inert.map { .inert(one, $0) } } ?? .missing]
    }
    return found.flatMap { one -> [EmbedFinding] in
      (one == first ? [] : [.double(one, first: first)])
        + (one.fingerprint == look.fingerprint ? [] : [.stale(one)])
    }
  }

  package var place: EmbedSearch.Found? {
    switch self {
    case .stale(let found), .double(let found, _), .inert(let found, _): found
    case .missing: nil
    }
  }
}
