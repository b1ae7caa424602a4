import DeskCore

/// A report as one page that stands alone: it loads nothing, runs nothing, prints well, and is dark where
/// its reader's screen is. Each picture has its table.
package struct ReportPage: Sendable {
  private let language: String
  private let title: String
  /// The days that it is about, and by which clocks.
  private let subtitle: String
  /// What stands in the place of a picture that would show nothing.
  private let nothing: String
  private let figures: [ReportFigure]

  package init(
    language: String, title: String, subtitle: String, nothing: String, figures: [ReportFigure]
  ) {
    self.language = language
    self.title = title
    self.subtitle = subtitle
    self.nothing = nothing
    self.figures = figures
  }

  package var html: String {
    let figures = figures.enumerated().map { html($1, "f\($0 + 1)") }
    let page: HTML = """
      \(HTML.fileStart(language: language, title: title, style: Self.style))\
      <main>
      <h1>\(title)</h1>
      <p>\(subtitle)</p>
      \(figures)</main>
      </body>
      </html>

      """
    return page.source
  }

  private func html(_ figure: ReportFigure, _ id: String) -> HTML {
    let body: HTML =
      figure.rows.isEmpty
      ? "<p>\(nothing)</p>\n"
      : "\(legend(figure))\(ReportPicture(figure: figure).svg)\(table(figure))"
    return """
      <figure aria-labelledby="\(id)">
      <figcaption><h2 id="\(id)">\(figure.title)</h2><p>\(figure.note)</p></figcaption>
      \(body)</figure>

      """
  }

  /// Which colour is what, where bars have several pieces.
  private func legend(_ figure: ReportFigure) -> HTML {
    guard figure.picture == .bars, figure.columns.count > 2 else { return "" }
    let names = figure.columns.dropFirst().enumerated().map { place, name -> HTML in
      "<li class=\"k\("\(place % 4)")\">\(name)</li>"
    }
    return "<ul>\(names)</ul>\n"
  }

  private func table(_ figure: ReportFigure) -> HTML {
    let heads = figure.columns.map { name -> HTML in "<th scope=\"col\">\(name)</th>" }
    let rows = figure.rows.map { row -> HTML in
      let cells = row.cells.map { cell -> HTML in "<td>\(cell)</td>" }
      return "<tr><th scope=\"row\">\(row.label)</th>\(cells)</tr>\n"
    }
    let kind: HTML = figure.picture == .heat ? " class=\"heat\"" : ""
    return """
      <table\(kind)>
      <caption>\(figure.title)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>

      """
  }

  private static let style: HTML = """
    :root{color-scheme:light dark;--ink:#1f2937;--dim:#4b5563;--page:#fff;--line:#d1d5db;\
    --s0:#1d4ed8;--s1:#b45309;--s2:#047857;--s3:#7e22ce;--empty:#e5e7eb}\
    @media screen and (prefers-color-scheme:dark){:root{--ink:#e5e7eb;--dim:#9ca3af;--page:#111827;\
    --line:#374151;--s0:#60a5fa;--s1:#fbbf24;--s2:#34d399;--s3:#c084fc;--empty:#1f2937}}\
    body{max-width:48rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;\
    color:var(--ink);background:var(--page);overflow-wrap:anywhere}h1{font-size:1.5rem}\
    h2{font-size:1.2rem;margin:0}figure{margin:2.5rem 0}figcaption p{margin:0;color:var(--dim)}\
    svg{display:block;width:100%;margin:.5rem 0}svg text{font:13px system-ui,sans-serif;\
    fill:var(--ink)}.label{text-anchor:end}.s0{fill:var(--s0)}.s1{fill:var(--s1)}\
    .s2{fill:var(--s2)}.s3{fill:var(--s3)}.h0{fill:var(--empty)}.h1,.h2,.h3,.h4,.h5{fill:var(--s0)}\
    .h1{fill-opacity:.2}.h2{fill-opacity:.4}.h3{fill-opacity:.6}.h4{fill-opacity:.8}\
    ul{display:flex;gap:1.5rem;list-style:none;margin:.5rem 0;padding:0}\
    li::before{content:"\\25A0  "}.k0::before{color:var(--s0)}.k1::before{color:var(--s1)}\
    .k2::before{color:var(--s2)}.k3::before{color:var(--s3)}\
    table{border-collapse:collapse;font-size:.85rem}caption{text-align:start;color:var(--dim)}\
    th,td{padding:.1rem .75rem .1rem 0;border-bottom:1px solid var(--line);text-align:end;\
    font-variant-numeric:tabular-nums}th:first-child{text-align:start}.heat{font-size:.65rem}\
    .heat th,.heat td{padding-right:.3rem}@media print{@page{margin:15mm}body{max-width:none;\
    margin:0;font-size:10pt}svg,tr{break-inside:avoid}figcaption{break-after:avoid}\
    rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
