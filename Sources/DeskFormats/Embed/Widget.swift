/// The chat that a web page carries, as the binary brings it.
package enum Widget {
  /// A script that defines `deskctl.chat(config)` and does nothing else until that is called.
  ///
  /// It is `widget.js` without its comments and indents, which no page needs to load; no text in it
  /// spans lines in a way that this would change. It holds no `</script` and no `<!--`, and may
  /// stand in a page as it is.
  package static let source = pageForm(
    of: String(decoding: PackageResources.widget_js, as: UTF8.self))

  static func pageForm(of script: String) -> String {
    script.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.isEmpty && !$0.hasPrefix("//") }
      .joined(separator: "\n") + "\n"
  }
}
