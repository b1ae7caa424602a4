import CommandLineKit
import DeskCore
import JSON

extension Desk {
  /// A record as a person reads it: a line for each field that is set, in the declared order.
  /// Instants stand in the desk's zone.
  func sheet<Shown: Record>(_ record: Shown, titled title: String? = nil) throws -> String {
    let times = try times()
    let fields = Shown.fields.map(\.erased)
    let width = fields.map(\.key.count).max() ?? 0
    let object = record.json
    var lines = title.map { [$0] } ?? []
    for field in fields {
      guard let value = object[field.key] else { continue }
      let label = field.key.padded(to: width)
      let text = word(value, times)
      let rows = CommandLineKit.Shown(text).paragraph.split(separator: "\n", omittingEmptySubsequences: false)
      for (place, row) in rows.enumerated() {
        lines.append(
          (place == 0 ? label : String(repeating: " ", count: width)) + "  " + row)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func word(_ value: JSONValue, _ times: TimeWording) -> String {
    switch value {
    case .string(let text):
      return Instant(rfc3339: text).map { times.full($0) } ?? text
    case .array(let values):
      return values.map { word($0, times) }.joined(
        separator: values.allSatisfy { $0.object != nil } ? "\n" : ", ")
    case .object(let object):
      return object.map { word($0.value, times) }.joined(separator: "  ")
    case .null, .bool, .number:
      return Shape.boolean.word(for: value)
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
