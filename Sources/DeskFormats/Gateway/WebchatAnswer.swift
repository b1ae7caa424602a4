package import DeskCore
import JSON

extension WebAnswer {
  /// What a page is told before anybody wrote: whether somebody is there, and what to choose from.
  package static func state(_ state: ChannelState, _ menu: WebchatMenu) -> WebAnswer {
    json(.object(JSONObject(uniqueMembers: [("state", JSONValue(state.rawValue))] + menu.members)))
  }
}

extension WebchatMenu {
  /// `"subjects":[{"id":"orcamento","name":"…","form":false}],"form":{"fields":["phone"],"required":[]}`
  var members: [(String, JSONValue)] {
    [
      (
        "subjects",
        .array(
          subjects.map {
            [
              "id": JSONValue($0.id.text), "name": JSONValue($0.name), "form": .bool($0.hasForm),
            ]
          })
      ),
      ("form", form.map(\.page) ?? .null),
    ]
  }
}

extension WebForm {
  fileprivate var page: JSONValue {
    let own = ownFields
    return [
      "fields": .array(own.map { JSONValue($0.rawValue) }),
      "required": .array(own.filter(required.contains).map { JSONValue($0.rawValue) }),
    ]
  }
}

extension VisitorAsk {
  var word: String {
    switch self {
    case .subject: "subject"
    case .form: "form"
    }
  }
}
