import CommandLineKit

/// A finding at a place in a file, as GitHub's workflow commands show it beside the line.
///
/// <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>
package struct Annotation: Hashable, Sendable {
  enum Level: String, Sendable {
    case error
    case warning
  }

  var level = Level.error
  let file: String
  let line: Int?
  let column: Int?
  let message: String

  /// `::error file=Config/agents.json,line=12,col=9::…`
  var command: String {
    var properties = ["file=\(Annotation.escaped(file, isProperty: true))"]
    if let line { properties.append("line=\(line)") }
    if let column { properties.append("col=\(column)") }
    return
      "::\(level.rawValue) \(properties.joined(separator: ","))::\(Annotation.escaped(message))"
  }

  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped += Shown(String(scalar)).line
      }
    }
    return escaped
  }
}
