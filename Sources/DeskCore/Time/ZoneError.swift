/// Why the bytes of a zone file are no rules of a time zone.
package struct ZoneError: Error, Hashable, Sendable {
  /// The zone's name, as it was asked for.
  package let zone: String

  /// What is wrong with its bytes.
  package let defect: Defect

  /// A defect in the file of this zone.
  package init(zone: String, defect: Defect) {
    self.zone = zone
    self.defect = defect
  }

  /// What is wrong with the file; the words are those of RFC 9636.
  package enum Defect: Error, Hashable, Sendable {
    /// It does not begin with `TZif`.
    case notTZif
    /// It ends before what its header announces.
    case truncated
    /// Its header's counts contradict each other, or it has no local time type.
    case counts
    /// Its transitions are not in ascending order.
    case transitionOrder
    /// A transition names a local time type that is not there.
    case typeIndex
    /// An offset of 26 hours or more.
    case offset
    /// It counts leap seconds (a zone of the `right` folder), which Unix time does not.
    case leapSeconds
    /// The rule for the years past its last transition cannot be read.
    case footer
  }
}
