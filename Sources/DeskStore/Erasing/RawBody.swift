import DeskCore
package import JSON

/// A webhook's body as it was kept, taken apart: one may tell of several people.
///
/// Its form is the one of WhatsApp's Cloud API; a part is an object in `entry[].changes[].value`.
package struct RawBody {
  /// What a body tells of one person: who they are, what they wrote, or what became of a message.
  struct Part {
    /// A message's id; nil where it says who somebody is.
    var id: String?
    /// Phones, as digits alone, and WhatsApp's ids.
    var addresses: Set<String> = []
    var names: Set<String> = []
  }

  package private(set) var json: JSONValue

  /// Nil for what is no JSON.
  init?(_ text: String) {
    guard let json = try? JSONValue(parsing: text) else { return nil }
    self.json = json
  }

  /// The lists of a change that hold parts.
  private static let lists = ["contacts", "messages", "statuses"]

  var parts: [Part] {
    var parts: [Part] = []
    _ = Self.keeping(json) { part in
      parts.append(part)
      return true
    }
    return parts
  }

  /// The body with some of its parts alone; nil where there are none.
  func keeping(_ isKept: (Part) -> Bool) -> RawBody? {
    var count = 0
    let kept = Self.keeping(json) { part in
      let isKept = isKept(part)
      // Who somebody is says nothing without what they did.
      if isKept, part.id != nil { count += 1 }
      return isKept
    }
    if count == 0 { return nil }
    var body = self
    body.json = kept
    return body
  }

  private static func keeping(_ json: JSONValue, _ isKept: (Part) -> Bool) -> JSONValue {
    json.mapping("entry") { entry in
      entry.mapping("changes") { change in
        guard var members = change.object, var value = change["value"]?.object else {
          return change
        }
        for list in lists {
          guard case .array(let parts)? = value[list] else { continue }
          value[list] = .array(parts.filter { isKept(Part($0, in: list)) })
        }
        members["value"] = .object(value)
        return .object(members)
      }
    }
  }
}

extension RawBody.Part {
  fileprivate init(_ json: JSONValue, in list: String) {
    if list != "contacts" { id = json["id"]?.string }
    let places = [json, json["system"] ?? .null]
    for place in places {
      for key in Self.addressKeys {
        if let address = place[key]?.string, !address.isEmpty { addresses.insert(address) }
      }
    }
    for key in ["name", "username"] {
      if let name = json["profile"]?[key]?.string, !name.isEmpty { names.insert(name) }
    }
  }

  /// Whose number or id stands in a part, as Meta calls it; `system` tells of a changed one.
  private static let addressKeys = [
    "wa_id", "user_id", "from", "from_user_id", "recipient_id", "recipient_participant_id",
    "recipient_user_id", "new_wa_id", "previous_user_id",
  ]
}

extension JSONValue {
  /// The value with each element of the list under a key changed.
  fileprivate func mapping(_ key: String, _ change: (JSONValue) -> JSONValue) -> JSONValue {
    guard var members = object, case .array(let elements)? = members[key] else { return self }
    members[key] = .array(elements.map(change))
    return .object(members)
  }
}
