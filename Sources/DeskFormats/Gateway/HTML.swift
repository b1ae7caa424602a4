/// A piece of an HTML page. Text from outside has one way in, by which it stays text.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  package let source: String

  package init(stringLiteral literal: String) { source = literal }

  package init(stringInterpolation parts: Interpolation) { source = parts.source }

  /// What a literal is put together from: its own source as it is, texts escaped.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + 40 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { source += literal }

    /// Text, whatever it holds: it ends no element, no attribute and no script.
    package mutating func appendInterpolation(_ text: String) { source += HTMLText(text).html }

    package mutating func appendInterpolation(_ html: HTML) { source += html.source }

    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { source += piece.source }
    }
  }
}

extension WebAnswer {
  /// A page of its own: without scripts, and with nothing from elsewhere.
  package static func page(
    _ status: WebStatus, language: String, title: String, _ body: HTML
  ) -> WebAnswer {
    let style: HTML = """
      body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;\
      color:#1f2937;background:#fff}h1{font-size:1.4rem}dt{color:#4b5563}dd{margin:0 0 .5rem}\
      li{margin:.75rem 0;white-space:pre-wrap;overflow-wrap:anywhere}\
      small{display:block;color:#4b5563}button{font:inherit;padding:.5rem 1rem}
      """
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
    var answer = WebAnswer(status, body: Array(page.source.utf8))
    answer.set("Content-Type", "text/html; charset=utf-8")
    answer.set(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'")
    // The address holds what lets one in: other sites never see it, our own form names itself.
    answer.set("Referrer-Policy", "same-origin")
    return answer
  }
}
