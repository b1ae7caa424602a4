import DeskCore

extension FuzzSubject {
  /// The first byte chooses what the rest is: an instant, a time as people type it, a zone's file, or
  /// a zone's rule at the end of one.
  func checkTime(_ bytes: [UInt8]) throws {
    guard let choice = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    switch choice % 4 {
    case 0: try checkInstant(String(decoding: rest, as: UTF8.self))
    case 1: try checkTyped(String(decoding: rest, as: UTF8.self))
    case 2: try checkZone(rest)
    default: try checkZone(Self.emptyZone + rest + [0x0A])
    }
  }

  private static let now = Instant(secondsSinceEpoch: 1_796_390_400)

  private func checkInstant(_ text: String) throws {
    guard let instant = Instant(rfc3339: text) else { return }
    try FuzzFinding.require(
      Instant(rfc3339: instant.rfc3339) == instant, "another instant: \(instant)")
  }

  private func checkTyped(_ text: String) throws {
    guard let typed = try? TimeExpression(parsing: text) else { return }
    for purpose in [TimeExpression.Purpose.plan, .moment] {
      guard let instant = try? typed.resolve(now: Self.now, zone: .utc, purpose: purpose) else {
        continue
      }
      try FuzzFinding.require(
        purpose == .moment || instant.isWholeMinute, "planned within a minute: \(instant)")
      try checkInstant(instant.rfc3339)
    }
  }

  /// What a zone's clocks show is a time that this zone knows, at that instant.
  private func checkZone(_ bytes: [UInt8]) throws {
    guard let zone = try? TimeZoneRules(name: "fuzzed", tzif: bytes) else { return }
    for days in stride(from: -36_500, to: 73_000, by: 9_131) {
      let instant = Self.now + days * 86_400
      switch zone.resolve(zone.local(instant)) {
      case .once(let one):
        try FuzzFinding.require(one == instant, "\(instant) shows as \(one)")
      case .twice(let earlier, let later):
        try FuzzFinding.require(
          earlier <= instant && instant <= later, "\(instant) is not in \(earlier), \(later)")
      case .never:
        try FuzzFinding.require(false, "\(instant) shows a time that is never shown")
      }
      _ = zone.firstInstant(of: zone.local(instant).date)
    }
  }

  /// A zone's file of version 2 with no change and one kind of time (RFC 9636, 3), up to its footer.
  private static let emptyZone: [UInt8] = {
    let counts: [UInt8] = [0, 0, 0, 0, 1, 4]
    let header =
      Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15) + counts.flatMap { [0, 0, 0, $0] }
    let block = header + [UInt8](repeating: 0, count: 6) + Array("UTC\0".utf8)
    return block + block + [0x0A]
  }()
}
