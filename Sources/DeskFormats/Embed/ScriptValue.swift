package import JSON

/// A value as a script in a page has it: JSON of plain ASCII in which no text can end its string,
/// its script, its attribute or its comment, whatever it holds (L8).
///
/// In texts, letters, digits, spaces and a few signs stand as they are; all else is `\u` escapes:
/// quotes, `<` and `>`, braces that templates look for, line ends of every kind, signs that turn
/// the direction of writing. So the page's encoding does not matter either. The only way out is
/// `script`.
package struct ScriptValue: Hashable, Sendable {
  /// The value as an expression.
  package let script: String

  package init(_ value: JSONValue) {
    var script = ""
    Self.write(value, to: &script)
    self.script = script
  }

  private static func write(_ value: JSONValue, to script: inout String) {
    switch value {
    case .null: script += "null"
    case .bool(let flag): script += flag ? "true" : "false"
    case .number(let number): script += number.text
    case .string(let text): write(text, to: &script)
    case .array(let values):
      writeList(values, "[", "]", to: &script) { write($0, to: &$1) }
    case .object(let object):
      writeList(Array(object.members), "{", "}", to: &script) { member, script in
        write(member.key, to: &script)
        script += ":"
        write(member.value, to: &script)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ begin: String, _ end: String, to script: inout String,
    _ write: (Element, inout String) -> Void
  ) {
    script += begin
    for (place, element) in elements.enumerated() {
      if place > 0 { script += "," }
      write(element, &script)
    }
    script += end
  }

  private static func write(_ text: String, to script: inout String) {
    script += "\""
    for unit in text.utf16 {
      if isPlain(unit) {
        script.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      } else {
        script += escape(unit)
      }
    }
    script += "\""
  }

  private static func isPlain(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // Space, ! # ( ) + , - . : ; = ? @ _ and the slash, which ends nothing without a <.
    case 0x20, 0x21, 0x23, 0x28, 0x29, 0x2B...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F: true
    default: false
    }
  }

  /// The escape of a code unit of UTF-16; two of them make what needs two.
  static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
