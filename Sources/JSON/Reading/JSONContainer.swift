/// An array or object that is not yet closed, or the document around all of them.
struct JSONContainer {
  /// What it is, and with that how it goes on and closes.
  enum Kind {
    case document
    case array
    case object
  }

  let kind: Kind
  private var elements: [JSONValue] = []
  private(set) var members = JSONObject()
  /// Where the fingerprints of its keys begin among those of all open objects.
  let firstFingerprint: Int

  /// An empty one, with room for that many values.
  init(_ kind: Kind, capacity: Int, firstFingerprint: Int) {
    self.kind = kind
    self.firstFingerprint = firstFingerprint
    switch kind {
    case .document: break
    case .array: elements.reserveCapacity(capacity)
    case .object: members.reserveCapacity(capacity)
    }
  }

  /// Takes in a new key, whose value comes next.
  mutating func append(newKey key: consuming String) {
    members.append(newKey: key, .null)
  }

  /// Takes in the next value.
  mutating func append(_ value: consuming JSONValue) {
    switch kind {
    case .document: break
    case .array: elements.append(value)
    case .object: members.replaceLastValue(value)
    }
  }

  /// The array or object, whole.
  consuming func closed() -> JSONValue {
    switch kind {
    case .document: .null
    case .array: .array(elements)
    case .object: .object(members)
    }
  }

  /// The byte that closes it.
  var closer: UInt8 {
    switch kind {
    case .document: 0
    case .array: UInt8(ascii: "]")
    case .object: UInt8(ascii: "}")
    }
  }

  /// What may follow a value in it.
  var expectedAfterValue: String {
    switch kind {
    case .document: "the end of the text"
    case .array: #""," or "]""#
    case .object: #""," or "}""#
    }
  }
}
