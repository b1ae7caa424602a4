import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var whatsappSet: CommandSpec {
    CommandSpec(
      name: "set",
      summary: Text(
        en: "Change WhatsApp's settings, all of them together or none.",
        pt: "Altera as configurações do WhatsApp, todas juntas ou nenhuma."),
      discussion: Text(
        en: "Each key of `whatsapp show` has its option. A text may be @FILE.",
        pt: "Cada chave de `whatsapp show` tem a sua opção. Um texto pode ser @ARQUIVO."),
      examples: [
        Example(
          "deskctl whatsapp set --open-on-conversation-start yes --title 'WhatsApp {contact.name}' --team suporte",
          Text(en: "tickets open by themselves", pt: "chamados se abrem sozinhos")),
        Example(
          "deskctl whatsapp set --email-required no --email-max-attempts 3",
          Text(
            en: "who gives no e-mail may go on without",
            pt: "quem não informa e-mail pode seguir sem")),
      ],
      options: WhatsAppKeys.all.map(\.optionSpec) + [WhatsAppKeys.unset],
      action: .config(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    var wanted: [(key: SettingKey, value: JSONValue?)] = []
    for key in WhatsAppKeys.all {
      guard let typed = words.value(named: key.option) else { continue }
      let value = try desk.value(key, named: "--\(key.option)", typed)
      wanted.append((WhatsAppKeys.whole(key), value))
    }
    for typed in words.values(WhatsAppKeys.unset) {
      let key = try WhatsAppKeys.whole(find(typed))
      if wanted.contains(where: { $0.key.text == key.text }) { throw Failure.keyTwice(key.text) }
      wanted.append((key, nil))
    }
    if wanted.isEmpty { throw Failure.nothingToSet }
    let (changes, notices) = try desk.rewriteKeys(wanted)
    return Output(
      .changed(schema: "whatsapp.change", [summary(of: changes, desk.language)]), notices: notices)
  }

  private static func find(_ typed: String) throws -> SettingKey {
    switch SettingKey.find(typed, among: WhatsAppKeys.all) {
    case .key(let key): return key
    case .none(let suggestion): throw ConfigError.noSuchKey(typed, suggestion: suggestion)
    }
  }

  /// `whatsapp changed: email.required no → yes, title`: a text is named and not repeated.
  private static func summary(
    of changes: [KeyChange], _ language: Language
  ) -> Output.Change {
    let real = changes.filter { $0.old != $0.new }
    let changed = Text(en: "whatsapp changed", pt: "whatsapp alterado")(language)
    let same = Text(en: "whatsapp: already so", pt: "whatsapp: já estava assim")(language)
    let parts = real.map { $0.brief(language) }
    return Output.Change(
      id: "whatsapp",
      line: real.isEmpty ? same : "\(changed): " + parts.joined(separator: ", "),
      record: ["changes": .array(changes.map { $0.change(language).record })])
  }
}

extension KeyChange {
  fileprivate func brief(_ language: Language) -> String {
    let name = WhatsAppKeys.short(key)
    if case .text(form: nil, _) = key.field.shape {
      return new == nil ? "\(name) → \(Self.none(language))" : name
    }
    let after = new.map { Shown(key.word($0)).line } ?? Self.none(language)
    let before = old.map { Shown(key.word($0)).line + " " } ?? ""
    return "\(name) \(before)→ \(after)"
  }
}
