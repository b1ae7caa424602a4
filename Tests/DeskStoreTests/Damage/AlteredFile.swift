import DeskTestSupport

/// A file of a store, altered as a failing disk or a careless hand would.
struct AlteredFile: CustomStringConvertible {
  let path: String
  let how: String
  let bytes: [UInt8]

  var description: String { "\(path), \(how)" }

  /// Every beginning of it, but for the whole.
  static func prefixes(_ path: String, _ bytes: [UInt8]) -> [AlteredFile] {
    bytes.indices.map { count in
      AlteredFile(path: path, how: "its first \(count)", bytes: Array(bytes[..<count]))
    }
  }

  /// Each of its bytes in turn: with its lowest bit, its highest, or all of them changed to zero.
  static func flips(_ path: String, _ bytes: [UInt8]) -> [AlteredFile] {
    bytes.indices.flatMap { place in
      [bytes[place] ^ 0x01, bytes[place] ^ 0x80, 0].filter { $0 != bytes[place] }.map { value in
        var altered = bytes
        altered[place] = value
        return AlteredFile(path: path, how: "byte \(place) as \(value)", bytes: altered)
      }
    }
  }
}
