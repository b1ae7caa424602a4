/// The members of a JSON object: in order, each key once.
///
/// Keys count as equal by their code points. Up to `linearLimit` members are searched one by one;
/// larger objects carry an index, which removing a member makes anew.
package struct JSONObject: Sendable {
  /// The largest count of members that has no index.
  static let linearLimit = 16

  /// In order, each key once.
  package private(set) var members: [(key: String, value: JSONValue)] = []
  private var places: [ExactString: Int]?

  /// An object without members.
  package init() {}

  /// These members, in this order; a key that stands twice is a fault of the programmer.
  package init(uniqueMembers: some Sequence<(String, JSONValue)>) {
    for (key, value) in uniqueMembers {
      precondition(place(of: key) == nil, "the key \(key) stands twice")
      append(newKey: key, value)
    }
  }
}

extension JSONObject {
  /// The keys, in order.
  package var keys: [String] { members.map(\.key) }

  /// The value of that key. Setting keeps the place of a key that is there, appends one that is
  /// not, and removes it where the new value is nil.
  package subscript(key: String) -> JSONValue? {
    get { place(of: key).map { place in members[place].value } }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(newKey: key, value)
      case (nil, nil): break
      }
    }
  }

  /// Where the member of that key stands, if there is one.
  func place(of key: String) -> Int? {
    let exact = ExactString(key)
    if let places { return places[exact] }
    // By place, and most keys by their length alone: a loop over the members would copy their values.
    let size = key.utf8.count
    return members.indices.first { place in
      members[place].key.utf8.count == size && ExactString(members[place].key) == exact
    }
  }

  /// Makes room for that many members.
  package mutating func reserveCapacity(_ capacity: Int) {
    members.reserveCapacity(capacity)
  }

  /// Appends a member; the caller has made sure that no other has its key.
  package mutating func append(newKey key: consuming String, _ value: consuming JSONValue) {
    members.append((key, value))
    if members.count > Self.linearLimit { noteLast() }
  }

  /// Puts a value in place of the last member's; there is a member.
  mutating func replaceLastValue(_ value: consuming JSONValue) {
    members[members.count - 1].value = value
  }

  private mutating func noteLast() {
    if places == nil { return index() }
    places?[ExactString(members[members.count - 1].key)] = members.count - 1
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    index()
  }

  private mutating func index() {
    places = nil
    guard members.count > Self.linearLimit else { return }
    var places = [ExactString: Int](minimumCapacity: members.count)
    for (place, member) in members.enumerated() { places[ExactString(member.key)] = place }
    self.places = places
  }
}

extension JSONObject: RandomAccessCollection {
  /// The place of the first member.
  package var startIndex: Int { 0 }

  /// The place after the last member.
  package var endIndex: Int { members.count }

  /// The member at that place.
  package subscript(place: Int) -> (key: String, value: JSONValue) { members[place] }
}

extension JSONObject: Hashable {
  /// Whether both have the same members in the same order.
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.count == right.count && left.hasSameKeys(as: right) && left.hasSameValues(as: right)
  }

  private func hasSameKeys(as other: JSONObject) -> Bool {
    for place in members.indices
    where ExactString(members[place].key) != ExactString(other.members[place].key) {
      return false
    }
    return true
  }

  private func hasSameValues(as other: JSONObject) -> Bool {
    for place in members.indices where members[place].value != other.members[place].value {
      return false
    }
    return true
  }

  /// Feeds what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(members.count)
    for (key, value) in members {
      hasher.combine(ExactString(key))
      hasher.combine(value)
    }
  }
}
