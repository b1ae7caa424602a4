extension PhoneNumber {
  /// The number as programs and people write it, with and without its ninth digit, and with the area
  /// code at least: what a search for every trace of it looks for.
  package var writtenForms: [String] {
    Set(
      variants.flatMap { phone -> [String] in
        let digits = String(phone.e164.dropFirst())
        let shown = phone.display
        // What stands behind the calling code, as it is shown and as digits alone.
        let local = shown.split(separator: " ").dropFirst().joined(separator: " ")
        let national = local.filter(\.isASCIIDigit)
        let area = local.prefix { $0 != " " }
        let rest = local.dropFirst(area.count + 1)
        let forms = [
          phone.e164, digits, shown, "00" + digits, national, "0" + national, local,
          "(\(area)) \(rest)", "(\(area))\(rest)", "\(area) \(rest.filter(\.isASCIIDigit))",
        ]
        return forms.filter { $0.filter(\.isASCIIDigit).count >= 10 }
      }
    ).sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }
}
