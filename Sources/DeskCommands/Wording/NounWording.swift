import CommandLineKit
import DeskCore

/// What the nouns of Config are called in a sentence.
enum NounWording {
  /// `the ticket type`, `o tipo de chamado`; a noun that is not known here stands as it is.
  static func the(_ noun: String) -> Text {
    Text(en: "the " + english(noun), pt: portuguese[noun] ?? noun)
  }

  /// That there is none of a name.
  static func there(isNo noun: String, _ name: String) -> Text {
    Text(en: "there is no \(english(noun)) \(name)", pt: "não existe \(the(noun).pt) \(name)")
  }

  private static func english(_ noun: String) -> String {
    noun == BusinessHours.noun
      ? "hours entry" : noun.split(separator: "-").joined(separator: " ")
  }

  private static let portuguese = [
    "team": "a equipe", "agent": "o atendente", "role": "o cargo", "category": "a categoria",
    "ticket-type": "o tipo de chamado", "priority": "a prioridade", "group": "o agrupamento",
    "template": "o modelo", "survey": "a pesquisa", "hours": "o horário", "queue": "a fila",
    "subject": "o assunto", "canned": "a resposta pronta",
  ]
}
