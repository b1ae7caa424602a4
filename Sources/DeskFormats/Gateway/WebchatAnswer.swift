package import DeskCore
import JSON

extension WebAnswer {
  /// What a page is told before anybody wrote: whether somebody is there, and what to choose from.
  package static func state(_ state: ChannelState, _ menu: WebchatMenu) -> WebAnswer {
    json(.object(JSONObject(uniqueMembers: state.members + menu.members)))
  }
}

extension WebchatMenu {
  /// `"label":"Assunto","subjects":[{"id":"orcamento","name":"…","form":false}],`
  /// `"form":[{"id":"phone","label":"Telefone","required":false}]`
  var members: [(String, JSONValue)] {
    [
      ("label", JSONValue(label)),
      (
        "subjects",
        .array(
          subjects.map {
            ["id": JSONValue($0.id.text), "name": JSONValue($0.name), "form": .bool($0.hasForm)]
          })
      ),
      (
        "form",
        .array(
          fields.map {
            [
              "id": JSONValue($0.field.rawValue), "label": JSONValue($0.label),
              "required": .bool($0.isRequired),
            ]
          })
      ),
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
