import JSON

/// A file that holds one object, for people to read, with a sum over what it says as every line of
/// the store has one.
enum SummedFile {
  static func text(of json: JSONValue) -> [UInt8] {
    let summed = try? JSONValue(parsing: StoredLine.encode(json))
    return (summed ?? json).serialized(.pretty) + [newline]
  }

  /// What a text says, without its sum; nil where that does not fit. One that has none was written
  /// by hand.
  static func content(of json: JSONValue) -> JSONValue? {
    guard json[StoredLine.sumKey] != nil else { return json }
    var line: [UInt8] = []
    json.write(into: &line)
    return StoredLine.decode(line[...])
  }
}
