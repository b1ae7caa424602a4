import CommandLineKit
import DeskCore
import DeskFormats
import JSON

extension CommandSpec<Action> {
  static var livechatCheck: CommandSpec {
    CommandSpec(
      name: "check",
      summary: Text(
        en: "Find pages whose code is stale, missing or there twice; 1 if there is one.",
        pt: "Acha páginas com o código desatualizado, ausente ou repetido; 1 se houver alguma."),
      discussion: Text(
        en: """
          It needs the configuration alone. The code is found however it was pasted or packed; in a
          comment of HTML, or in an element that holds text, it does not run and does not count. With
          `--format github` a workflow shows each finding beside its line, and colours that are hard
          to tell apart beside theirs.
          """,
        pt: """
          Precisa só da configuração. O código é achado como quer que tenha sido colado ou compactado;
          num comentário do HTML, ou num elemento que só guarda texto, ele não roda e não conta. Com
          `--format github`, um workflow mostra cada achado ao lado da linha, e as cores difíceis de
          distinguir ao lado da delas.
          """),
      examples: [
        Example(
          "deskctl livechat check site/*.html",
          Text(en: "every page of the site", pt: "todas as páginas do site"))
      ],
      arguments: [
        ArgumentSpec("FILE", Text(en: "a page", pt: "uma página"), repeats: true, completion: .file)
      ],
      options: [EmbedOptions.channel], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let channel = EmbedOptions.channel(words)
    let settings = try desk.chatSettings(channel)
    let look = try desk.chatLook(channel)
    var listing = Listing(
      "livechat.finding",
      [
        Table.Column(Text(en: "place", pt: "lugar"), key: "place"),
        Table.Column(Text(en: "finding", pt: "achado"), key: "finding", shrinks: true),
      ])
    listing.lines = []
    listing.whenEmpty = upToDate(words.arguments.count, look)
    for file in words.arguments {
      let page = try desk.content(of: file)
      for finding in EmbedFinding.all(in: page, look) {
        listing.add(EmbedReport(file: file, finding: finding, look: look), desk.language)
      }
    }
    let contrasts = try desk.contrastWarnings(settings)
    let folder = desk.shownConfigPath
    listing.annotations += contrasts.map { $0.annotation(in: folder, desk.language) }
    return Output(
      .list(listing), notices: contrasts.map(\.notice),
      exit: listing.records.isEmpty ? .done : .no)
  }

  private static func upToDate(_ count: Int, _ look: ChatLook) -> Text {
    let today = look.fingerprint
    return count == 1
      ? Text(en: "up to date (\(today))", pt: "em dia (\(today))")
      : Text(
        en: "\(count) pages, all up to date (\(today))",
        pt: "\(count) páginas, todas em dia (\(today))")
  }
}

extension Listing {
  fileprivate mutating func add(_ report: EmbedReport, _ language: Language) {
    add(id: report.place, report.json, [report.place, report.text(language)])
    lines?.append("\(Shown(report.place).line): L7: \(report.text(language))")
    annotations.append(
      Annotation(
        file: report.file, line: report.finding.place?.line, column: report.finding.place?.column,
        message: "L7: " + report.text(language)))
  }
}

/// L7: a finding as people and scripts read it.
private struct EmbedReport {
  let file: String
  let finding: EmbedFinding
  let look: ChatLook

  /// `site/antigo.html:41`
  var place: String { file + (finding.place.map { ":\($0.line)" } ?? "") }

  var text: Text {
    switch finding {
    case .stale(let found):
      Text(
        en: "stale, made from other settings (\(found.fingerprint), today \(look.fingerprint))",
        pt:
          "desatualizado, feito com outras configurações (\(found.fingerprint), hoje \(look.fingerprint))"
      )
    case .missing:
      Text(en: "no code of this channel", pt: "não tem o código deste canal")
    case .inert(_, .comment):
      Text(
        en: "no code of this channel that runs: here it is in a comment",
        pt: "não tem código deste canal que rode: aqui está num comentário")
    case .inert(_, .element(let name)):
      Text(
        en: "no code of this channel that runs: here it is in <\(name)>",
        pt: "não tem código deste canal que rode: aqui está em <\(name)>")
    case .double(_, let first):
      Text(
        en: "there twice, first in line \(first.line)",
        pt: "aparece duas vezes, a primeira na linha \(first.line)")
    }
  }

  var json: JSONValue {
    [
      "file": JSONValue(file), "line": finding.place.map { JSONValue($0.line) } ?? .null,
      "column": finding.place.map { JSONValue($0.column) } ?? .null, "rule": "L7",
      "state": JSONValue(state),
      "found": finding.place.map { JSONValue($0.fingerprint) } ?? .null,
      "today": JSONValue(look.fingerprint),
    ]
  }

  private var state: String {
    switch finding {
    case .stale: "stale"
    case .missing: "missing"
    case .inert: "inert"
    case .double: "double"
    }
  }
}
