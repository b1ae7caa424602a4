package import JSON

/// JSON Schema (draft-07), made from declarations: what an editor completes and checks with.
package enum JSONSchema {
  /// The schema of each file of Config, by that file's name without its ending.
  package static var configFiles: [(name: String, schema: JSONValue)] {
    [("desk", file(of: DeskFile.self, title: "deskctl desk.json"))]
      + Configured.kinds.map { ($0.file, catalog(of: $0)) }
  }

  /// The schema of a file of Config that holds entries by name, under one key.
  package static func catalog<Entry: ConfiguredRecord>(of type: Entry.Type) -> JSONValue {
    document(
      title: "deskctl \(Entry.file).json", required: [Entry.file],
      properties: [
        ("$schema", ["type": "string"]),
        (
          Entry.file,
          [
            "type": "object", "additionalProperties": schema(Entry.shape),
            "propertyNames": ["pattern": JSONValue(Slug<Entry>.pattern ?? "")],
          ]
        ),
      ])
  }

  /// The schema of a file of Config that is one record.
  package static func file<Whole: Record>(of type: Whole.Type, title: String) -> JSONValue {
    let fields = Whole.fields.erased
    return document(
      title: title, required: fields.filter(\.isRequired).map(\.key),
      properties: fields.map { ($0.key, described($0)) })
  }

  private static func document(
    title: String, required: [String], properties: [(String, JSONValue)]
  ) -> JSONValue {
    [
      "$schema": "http://json-schema.org/draft-07/schema#", "title": JSONValue(title),
      "type": "object", "required": .array(required.map { JSONValue($0) }),
      "properties": .object(JSONObject(uniqueMembers: properties)), "additionalProperties": false,
    ]
  }

  private static func described(_ field: AnyField) -> JSONValue {
    var object = schema(field.shape).object ?? JSONObject()
    object["description"] = .string(field.note.en)
    switch field.shape {
    case .boolean, .integer, .text, .choice: object["default"] = field.standard
    case .list, .record: break
    }
    return .object(object)
  }

  /// The schema of one value.
  package static func schema(_ shape: Shape) -> JSONValue {
    switch shape {
    case .boolean:
      return ["type": "boolean"]
    case .integer(let range):
      var object: JSONObject = ["type": "integer"]
      if range.lowerBound > Int.min { object["minimum"] = JSONValue(range.lowerBound) }
      if range.upperBound < Int.max { object["maximum"] = JSONValue(range.upperBound) }
      return .object(object)
    case .text(_, let pattern):
      return pattern.map { ["type": "string", "pattern": JSONValue($0)] } ?? ["type": "string"]
    case .choice(let words):
      return ["enum": .array(words.map { JSONValue($0) })]
    case .list(let element):
      return ["type": "array", "items": schema(element)]
    case .record(let fields):
      let fields = fields()
      return [
        "type": "object",
        "required": .array(fields.filter(\.isRequired).map { JSONValue($0.key) }),
        "properties": .object(JSONObject(uniqueMembers: fields.map { ($0.key, described($0)) })),
        "additionalProperties": false,
      ]
    }
  }
}
