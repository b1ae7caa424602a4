/// C6: a survey that is sent, and the minutes in which an answer counts.
package struct AskedSurvey: Hashable, Sendable {
  package let id: Survey.ID
  package let minutes: Int

  package init(_ id: Survey.ID, minutes: Int) {
    self.id = id
    self.minutes = minutes
  }
}

/// C6: how far a contact has come with the survey after their conversation. A part of it.
package struct SurveyState: Record, Hashable {
  package var survey: Survey.ID?
  package var askedAt = Instant(secondsSinceEpoch: 0)
  /// A reply counts until then, included.
  package var until = Instant(secondsSinceEpoch: 0)
  /// A first reply was no answer, and it was asked once more.
  package var isRepeated = false
  /// The value of the answer.
  package var rating: String?
  package var comment: String?
  package var endedAt: Instant?

  package init() {}

  package init(_ asked: AskedSurvey, at now: Instant) {
    survey = asked.id
    askedAt = now
    until = now + asked.minutes * 60
  }

  package static let fields: Fields<Self> = [
    Field("survey", \.survey, en: "which one", pt: "qual"),
    Field("askedAt", \.askedAt, en: "when it was sent", pt: "quando foi enviada"),
    Field("until", \.until, en: "until when a reply counts", pt: "até quando uma resposta vale"),
    Field("repeated", \.isRepeated, en: "whether it was asked twice", pt: "se foi repetida"),
    Field("rating", \.rating, en: "the answer's value", pt: "a nota"),
    Field("comment", \.comment, en: "what was written besides", pt: "o comentário"),
    Field("endedAt", \.endedAt, en: "when it was over", pt: "quando terminou"),
  ]

  /// Whether a reply still counts, its time aside.
  package var isWaiting: Bool { endedAt == nil }

  /// The first second in which none does.
  package var end: Instant { until + 1 }
}
