/// Why what was typed is no phone number.
package enum PhoneError: Error, Hashable, Sendable {
  /// There is not one digit.
  case empty
  /// A letter, which numbers are not written with.
  case letter(Character)
  /// A character that is neither digit nor one of those that part them.
  case character(Character)
  /// Digits are followed by an extension, which cannot be reached from outside.
  case extensionGiven
  /// No country has a calling code with which these digits begin.
  case unknownCallingCode(String)
  /// A Brazilian number without its DDD.
  case areaCodeMissing
  /// No region of Brazil has this DDD.
  case unknownAreaCode(String)
  /// No number of the country begins as this one does after its area code.
  case noSuchNumber(String)
  /// So many digits, which no number of the country has; E.164 allows 8 to 15 in all.
  case wrongLength(Int)
}
