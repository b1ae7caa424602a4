/// A question that a contact is asked after a conversation, and the answers that count.
package struct Survey: ConfiguredRecord, Hashable {
  package var name = ""
  package var question = ""
  package var answers: [SurveyAnswer] = []

  package init() {}

  package static let noun = "survey"
  package static let file = "surveys"
  package static let fields: Fields<Self> = [
    Field(
      "name", \.name, required: true, en: "what people call it", pt: "o nome que as pessoas usam"),
    Field("question", \.question, required: true, en: "what is asked", pt: "o que se pergunta"),
    Field(
      "answers", \.answers, required: true, en: "2 to 10 answers, as 1=Ruim,2=Regular,3=Bom",
      pt: "de 2 a 10 respostas, como 1=Ruim,2=Regular,3=Bom"),
  ]

  /// How many answers there may be.
  package static let answerCount = 2...10
}

/// One answer of a survey: what is typed and counted, and what it means, as `3=Bom`.
package struct SurveyAnswer: TextValue, Hashable {
  package let value: String
  package let label: String

  package static var form: TextForm { .answer }
  package static let pattern: String? = "^[^=]*[^=\\s][^=]*=.*\\S.*$"

  package init(text: String) throws(Unreadable) {
    guard let equals = text.firstIndex(of: "=") else { throw Unreadable.equalsMissing }
    value = String(text[..<equals].trimmed)
    label = String(text[text.index(after: equals)...].trimmed)
    guard !value.isEmpty, !label.isEmpty else {
      throw Unreadable.answerIncomplete
    }
  }

  package var text: String { "\(value)=\(label)" }
}
