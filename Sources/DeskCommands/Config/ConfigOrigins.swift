import DeskCore
import DeskStore
import JSON

/// Where the values of `desk.json` come from.
struct ConfigOrigins {
  let bytes: [UInt8]

  /// `desk.json:5`, `default`, or `unset` where there is no value at all.
  func origin(of key: SettingKey) -> String {
    if let place = JSONValue.position(of: key.steps.map { .key($0) }, in: bytes) {
      return "\(ConfigFolder.deskFile):\(place.line)"
    }
    return key.field.standard == nil ? "unset" : "default"
  }
}

extension Desk {
  func configOrigins() throws -> ConfigOrigins {
    ConfigOrigins(bytes: try config().bytes(ConfigFolder.deskFile) ?? [])
  }
}
