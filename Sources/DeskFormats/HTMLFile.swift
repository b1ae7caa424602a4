import DeskCore

extension HTML {
  /// The beginning of a page that is a file of its own, up to what it shows. The policy lets in its one style
  /// sheet, by its hash, and nothing else: no script, no picture, no address.
  static func fileStart(language: String, title: String, style: HTML) -> HTML {
    let policy =
      "default-src 'none'; style-src 'sha256-"
      + Base64.encode(SHA256.hash(Array(style.source.utf8)))
      + "'; base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>

      """
  }
}
