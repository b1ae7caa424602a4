import CommandLineKit

/// What the nouns of Config are called in a sentence.
enum NounWording {
  /// `the ticket type`, `o tipo de chamado`; a noun that is not known here stands as it is.
  static func the(_ noun: String) -> Text {
    let en = "the " + noun.split(separator: "-").joined(separator: " ")
    return Text(en: en, pt: portuguese[noun] ?? noun)
  }

  /// That there is none of a name.
  static func there(isNo noun: String, _ name: String) -> Text {
    let en = noun.split(separator: "-").joined(separator: " ")
    return Text(en: "there is no \(en) \(name)", pt: "não existe \(the(noun).pt) \(name)")
  }

  private static let portuguese = [
    "team": "a equipe", "agent": "o atendente", "role": "o cargo", "category": "a categoria",
    "ticket-type": "o tipo de chamado", "priority": "a prioridade", "group": "o agrupamento",
    "template": "o modelo", "survey": "a pesquisa", "hours": "o horário", "queue": "a fila",
    "subject": "o assunto",
  ]
}
