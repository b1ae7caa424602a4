/// What curl is asked, as the file of options that it reads from standard input (`curl -K -`): so
/// nothing of it, and no secret, stands on a command line.
package struct CurlOptions: Sendable {
  private var lines: [String] = []

  package init(url: String, scheme: String, token: String, seconds: Int) {
    add("url", url)
    add("proto", "=\(scheme)")
    add("header", "Authorization: Bearer \(token)")
    // Without it curl waits to be told to go on, and a message is sent in two steps.
    add("header", "Expect:")
    add("max-time", String(seconds))
    lines += ["silent", "show-error", "include", "suppress-connect-headers", "globoff"]
  }

  /// A body of JSON.
  package mutating func post(json: [UInt8]) {
    add("header", "Content-Type: application/json")
    add("data-raw", String(decoding: json, as: UTF8.self))
  }

  /// A file of this machine, and what goes with it, as a form.
  package mutating func post(file path: String, named name: String, type: String) {
    add("form-string", "messaging_product=whatsapp")
    add("form-string", "type=\(type)")
    add("form", "file=@\(quoted(path));type=\(type);filename=\(quoted(name))")
  }

  /// curl reads no line of more than 100 KiB. What WhatsApp takes, 4096 characters, is always shorter.
  package var isTooLong: Bool { lines.contains { $0.utf8.count > 100_000 } }

  package var text: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  private mutating func add(_ option: String, _ value: String) {
    lines.append("\(option) = \(quoted(value))")
  }

  /// As curl reads it both in its options and in a form: what else would end or break a line goes
  /// by its escape.
  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\0": quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
