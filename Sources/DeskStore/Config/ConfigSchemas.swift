import DeskCore
import JSON

extension ConfigFolder {
  /// The schema of each file, as a file of Config: `schema/teams.schema.json`.
  package static var schemaFiles: [NewFile] {
    JSONSchema.configFiles.map { name, schema in
      ("\(schemaFolder)/\(name).schema.json", schema.serialized(.pretty) + [newline])
    }
  }
}
