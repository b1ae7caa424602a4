import DeskTestSupport
import JSON

/// A document with every kind of value, escape and white space.
let richDocument = """
  {"id": 42, "name" :"Zé \\"Ana\\" \\u00e9\\ud83d\\ude00 \\\\ \\/ \\b\\f\\n\\r\\t 😀",
  \t"numbers": [0, -0, 1.50, -2e+10, 3E-2, 12345678901234567890],\r
  "nested": {"a": {"b": [[], {}, [null, true, false]]}, "": ""},
   "long text of more than a few words": "one two three four five six seven eight"}

  """

extension SeededGenerator {
  /// A tree of at most that depth.
  mutating func value(depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &self) {
    case 0: return nil
    case 1: return JSONValue(Bool.random(using: &self))
    case 2: return JSONValue(Int(truncatingIfNeeded: next()))
    case 3: return JSONNumber(Double(bitPattern: next())).map(JSONValue.number) ?? nil
    case 4: return JSONValue(string())
    case 5, 6:
      var object = JSONObject()
      for _ in 0..<Int.random(in: 0..<24, using: &self) {
        object[string()] = value(depth: depth - 1)
      }
      return JSONValue(object)
    default:
      return JSONValue(
        (0..<Int.random(in: 0..<6, using: &self)).map { _ in value(depth: depth - 1) })
    }
  }

  /// A string of a few scalars from every plane.
  mutating func string() -> String {
    let limits: [UInt32] = [0x20, 0x7F, 0x80, 0x100, 0x800, 0x3000, 0x11_0000]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<20, using: &self) {
      let limit = limits.randomElement(using: &self) ?? 0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &self)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
