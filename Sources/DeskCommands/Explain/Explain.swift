import CommandLineKit
import DeskCore
import JSON

extension CommandSpec<Action> {
  static var explain: CommandSpec {
    CommandSpec(
      name: "explain",
      summary: Text(
        en: "What a rule, a code, an exit status or a reason means.",
        pt: "O que significa uma regra, um código, um estado de saída ou um motivo."),
      discussion: Text(
        en: """
          Whatever the desk does or refuses carries a code. This says what stands behind it, in a
          few sentences, with the lines that may help. Without a code it lists all of them.
          """,
        pt: """
          Tudo o que a central faz ou recusa traz um código. Este comando diz o que há por trás dele,
          em poucas frases, com as linhas que podem ajudar. Sem um código, lista todos.
          """),
      examples: [
        Example(
          "deskctl explain S4",
          Text(en: "why nothing was sent to somebody", pt: "por que nada foi enviado a alguém")),
        Example("deskctl explain 5", Text(en: "an exit status", pt: "um estado de saída")),
        Example(
          "deskctl explain ticket_open",
          Text(en: "the reason of a schedule", pt: "o motivo de um agendamento")),
      ],
      arguments: [
        ArgumentSpec(
          "CODE",
          Text(
            en: "as the desk said it; all of them without one",
            pt: "como a central disse; todos, se não for dito"),
          isOptional: true, completion: .dynamic("code"))
      ], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    guard let typed = words.arguments.first else { return Output(.list(listing(desk.language))) }
    guard let explanation = Explanation.of(typed) else {
      throw Failure.noSuchCode(typed, suggestion(for: typed))
    }
    return Output(
      .one(
        schema: "explanation", explanation.json(desk.language),
        text: explanation.page(desk.language).text(width: desk.pageWidth)))
  }

  /// The code that was meant; one that begins alike before all others, so that S15 is no C15.
  private static func suggestion(for typed: String) -> String? {
    let codes = Explanation.all.map(\.code)
    let alike = codes.filter { $0.prefix(1).lowercased() == typed.prefix(1).lowercased() }
    return nearest(to: typed, among: alike) ?? nearest(to: typed, among: codes)
  }

  private static func listing(_ language: Language) -> Listing {
    var listing = Listing(
      "explanation",
      [
        Table.Column(Text(en: "code", pt: "código"), key: "code"),
        Table.Column(Text(en: "kind", pt: "tipo"), key: "kind"),
        Table.Column(Text(en: "meaning", pt: "significado"), key: "title", shrinks: true),
      ])
    for explanation in Explanation.all {
      listing.add(
        id: explanation.code, explanation.json(language),
        [explanation.code, explanation.kind.name(language), explanation.title(language)])
    }
    return listing
  }
}

extension Explanation.Kind {
  func name(_ language: Language) -> String {
    switch self {
    case .rule: Text(en: "rule", pt: "regra")(language)
    case .exitStatus: Text(en: "exit status", pt: "estado de saída")(language)
    case .failure: Text(en: "failure", pt: "falha")(language)
    case .finding: Text(en: "finding", pt: "achado")(language)
    case .reason: Text(en: "reason", pt: "motivo")(language)
    }
  }
}

extension Failure {
  static func noSuchCode(_ typed: String, _ suggestion: String?) -> Failure {
    Failure(
      .notFound, "not_found",
      Text(en: "there is no code \(typed)", pt: "não existe o código \(typed)"),
      hint: Text("deskctl explain\(suggestion.map { " \($0)" } ?? "")"))
  }
}
