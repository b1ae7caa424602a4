/// Text as a page shows it, between tags or within an attribute's quotes. The only way out is
/// `html`.
package struct HTMLText: Hashable, Sendable {
  package let html: String

  package init(_ text: String) {
    var html = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      // No page may hold it, written as a reference or as it is.
      case "\0": html += "\u{FFFD}"
      default: html.unicodeScalars.append(scalar)
      }
    }
    self.html = html
  }
}
