/// The words of help and manual that belong to no command.
enum HelpWording {
  static let usage = Text(en: "Usage:", pt: "Uso:")
  static let aliases = Text(en: "Aliases:", pt: "Também:")
  static let arguments = Text(en: "Arguments", pt: "Argumentos")
  static let options = Text(en: "Options", pt: "Opções")
  static let globalOptions = Text(en: "Global options", pt: "Opções globais")
  static let commands = Text(en: "Commands", pt: "Comandos")
  static let examples = Text(en: "Examples", pt: "Exemplos")

  static let globalPlace = Text(en: "[global options]", pt: "[opções globais]")
  static let argumentPlace = Text(en: "[arguments]", pt: "[argumentos]")
  static let optionPlace = Text(en: "[options]", pt: "[opções]")
  static let noun = Text(en: "NOUN", pt: "NOME")
  static let verb = Text(en: "VERB", pt: "VERBO")

  static let name = Text(en: "Name", pt: "Nome")
  static let synopsis = Text(en: "Synopsis", pt: "Sinopse")
  static let description = Text(en: "Description", pt: "Descrição")
  static let environment = Text(en: "Environment", pt: "Ambiente")

  static func moreOfVerb(_ line: String) -> Text {
    Text(en: "More of one: \(line)", pt: "Mais sobre um deles: \(line)")
  }

  static func globals(_ line: String) -> Text {
    Text(
      en: "Global options stand in any place; they are listed by: \(line)",
      pt: "As opções globais valem em qualquer lugar; para vê-las: \(line)")
  }

  static func stands(for option: String) -> Text {
    Text(en: "Stands for --\(option).", pt: "Vale por --\(option).")
  }
}
