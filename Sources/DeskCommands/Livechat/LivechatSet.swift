import CommandLineKit
import DeskCore
import DeskFormats
import JSON

extension CommandSpec<Action> {
  static var livechatSet: CommandSpec {
    CommandSpec(
      name: "set",
      summary: Text(
        en: "Change livechat's settings, all of them together or none.",
        pt: "Altera as configurações do livechat, todas juntas ou nenhuma."),
      discussion: Text(
        en: """
          Each key of `livechat show` has its option. A text may be @FILE, a colour any opaque one of
          CSS. Two colours that are hard to tell apart are kept, with a warning. Where a change makes
          the code on your pages stale, that is said.
          """,
        pt: """
          Cada chave de `livechat show` tem a sua opção. Um texto pode ser @ARQUIVO, uma cor qualquer
          cor opaca do CSS. Duas cores difíceis de distinguir ficam, com um aviso. Se a mudança
          desatualiza o código das suas páginas, isso é dito.
          """),
      examples: [
        Example(
          "deskctl livechat set --enabled yes --endpoint /chat --title 'Chat {contact.name}' "
            + "--team suporte",
          Text(en: "livechat begins", pt: "o livechat começa")),
        Example(
          "deskctl livechat set --background-color '#25d366' --font-color white",
          Text(en: "its look", pt: "a aparência")),
      ],
      options: SettingsSection.livechat.options, action: .config(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let section = SettingsSection.livechat
    let before = try PageCode(desk)
    let (changes, notices) = try desk.rewriteKeys(section.wanted(desk, words))
    let after = try PageCode(desk)
    var lines = [section.line(of: changes, desk.language)]
    if let stale = after.replacing(before) { lines.append(stale(desk.language)) }
    let change = Output.Change(
      id: section.name, line: lines.joined(separator: "\n"),
      record: [
        "changes": .array(changes.map { $0.change(desk.language).record }),
        "fingerprint": ["old": before.json, "new": after.json],
      ])
    let changed = Set(changes.filter { $0.old != $0.new }.map(\.key.text))
    let poor = try desk.settings.livechat.poorContrasts.filter { poor in
      changed.contains("livechat.\(poor.key)") || changed.contains("livechat.\(poor.other)")
    }
    return Output(
      .changed(schema: "livechat.change", [change]),
      notices: notices + poor.map { .contrast($0) })
  }
}

/// L7: the code that pages should hold; none where there is no livechat.
private struct PageCode {
  private let fingerprint: String?

  init(_ desk: Desk) throws {
    let settings = try desk.settings
    fingerprint =
      settings.livechat.enabled
      ? ChatLook(settings.livechat, language: settings.desk.language).fingerprint : nil
  }

  var json: JSONValue { fingerprint.map { JSONValue($0) } ?? .null }

  /// What becomes of pages that hold another; nil where none does.
  func replacing(_ old: PageCode) -> Text? {
    guard let before = old.fingerprint, before != fingerprint else { return nil }
    guard let fingerprint else {
      return Text(
        en: "pages with the code \(before) show no chat from now on",
        pt: "páginas com o código \(before) não mostram mais o chat a partir de agora")
    }
    return Text(
      en: "pages with the code \(before) are stale from now on; today's is \(fingerprint)",
      pt:
        "páginas com o código \(before) estão desatualizadas a partir de agora; o de hoje é \(fingerprint)"
    )
  }
}
