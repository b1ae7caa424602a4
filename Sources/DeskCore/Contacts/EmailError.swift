/// Why a text is no e-mail address.
package enum EmailError: Error, Hashable, Sendable {
  case empty
  /// There is no `@`.
  case atMissing
  /// There is more than one `@`.
  case atRepeated
  /// Nothing stands before the `@`.
  case localPartEmpty
  /// More than 64 octets stand before the `@`.
  case localPartTooLong(Int)
  /// A point begins or ends what stands before the `@`, or follows another.
  case localPartDots
  /// A character that an address cannot have there, such as a space or a quote.
  case character(Character)
  /// The domain is one label, or none: there is no point in it.
  case domainIncomplete
  /// A label is empty, or begins or ends with a hyphen.
  case domainLabel(String)
  /// A label has more than 63 octets as the name system sees it.
  case labelTooLong(String)
  /// The last label is a number, as of an IP address.
  case topLevelNumeric(String)
  /// The whole has more than 254 octets.
  case tooLong(Int)
}
