/// What a field takes: a fact, of which phrases are made elsewhere.
package indirect enum Expectation: Hashable, Sendable {
  case boolean
  case integer(ClosedRange<Int>)
  /// A text, of a form where it has one.
  case text(TextForm?)
  /// What other programs write in either way.
  case numberOrText
  case choice([String])
  case list(Expectation)
  case object
  /// A survey's answers, so many, each with another value.
  case answers(ClosedRange<Int>)
}

/// The forms of texts that are read by a type or checked by a rule.
package enum TextForm: Hashable, Sendable {
  case instant
  case phone
  case email
  case slug
  case reference
  case zone
  case country
  /// The address of a page, which holds a placeholder.
  case address
  /// The address of an API, to which a token is sent.
  case apiAddress
  /// A colour as CSS writes it, opaque.
  case colour
  /// Where the chat's calls go.
  case endpoint
  /// A site, as a browser names it.
  case origin
  /// An answer of a survey.
  case answer
  /// The id that WhatsApp has for a number.
  case numberID
  /// Seconds since 1970, in digits.
  case seconds
  /// A text that is sent to somebody.
  case message
  /// Days of the week with their intervals.
  case weeklyHours
  case holiday
  /// A date with its intervals.
  case hoursException
}

/// Why a text cannot be read.
package enum Unreadable: Error, Hashable, Sendable {
  /// It is not of its form, and no more can be said.
  case otherForm
  case unexpected(Expectation)
  /// No word for yes or no.
  case notYesOrNo
  /// A key that holds other keys was given one value.
  case notOneKey
  case slugCharacters
  case email(EmailError)
  case unknownZone
  case unknownCountry
  case placeholderMissing(String)
  /// An address that is not https, nor http on this machine.
  case apiAddress
  /// An answer without what parts its value from its meaning.
  case equalsMissing
  /// An answer without its value or its meaning.
  case answerIncomplete
  case numberIDCharacters
  /// Nothing but blanks.
  case empty
  /// More characters than that.
  case tooLong(limit: Int)
  case colour(ColourProblem)
  /// Where the chat cannot be called.
  case endpoint
  /// A site with a path, or none.
  case origin
  /// No interval such as `9:00-12:00`.
  case interval(String)
  case intervalWithoutLength(String)
  /// No day of the week, nor two of them.
  case weekday(String)
  /// No such date.
  case date(String)
  /// A holiday without its name.
  case nameMissing
}
