import CommandLineKit
import DeskCore

extension CommandSpec<Action> {
  static var help: CommandSpec {
    CommandSpec(
      name: "help",
      summary: Text(
        en: "Help for a command or a topic.", pt: "Ajuda de um comando ou de um assunto."),
      discussion: Text(
        en: "The topics are: \(HelpTopic.list).", pt: "Os assuntos são: \(HelpTopic.list)."),
      examples: [
        Example(
          "deskctl help schedule add",
          Text(en: "the same as --help behind it", pt: "o mesmo que --help depois dele")),
        Example(
          "deskctl help times", Text(en: "how a time is typed", pt: "como se digita uma hora")),
      ],
      arguments: [
        ArgumentSpec(
          "TOPIC",
          Text(
            en: "words of a command, or a topic; the program's own help without one",
            pt: "palavras de um comando, ou um assunto; a ajuda do programa, se não for dito"),
          isOptional: true, repeats: true, completion: .dynamic("topic"))
      ], action: .none(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let typed = words.arguments
    if typed.count == 1, let topic = HelpTopic(rawValue: typed[0]) {
      return desk.output(topic.page(desk))
    }
    do {
      return desk.output(
        HelpPage(desk.tree, path: try desk.tree.path(named: typed), language: desk.language))
    } catch let error as UsageError {
      guard typed.count == 1, let topic = nearest(to: typed[0], among: HelpTopic.names) else {
        throw error
      }
      throw Failure.noSuchTopic(typed[0], topic)
    }
  }
}

extension Failure {
  static func noSuchTopic(_ typed: String, _ suggestion: String) -> Failure {
    Failure(
      .usage, "usage",
      Text(en: "there is no help on \(typed)", pt: "não há ajuda sobre \(typed)"),
      hint: Text("deskctl help \(suggestion)"))
  }
}
