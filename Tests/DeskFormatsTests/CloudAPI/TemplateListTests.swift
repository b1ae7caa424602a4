import DeskCore
import DeskFormats
import DeskTestSupport
import Foundation
import JSON
import Testing

struct TemplateListTests {
  static func sample() throws -> JSONValue {
    let path = WebhookSamples.folder + "/../modelos.json"
    return try JSONValue(parsing: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test func `the sample is read, each with what it needs`() throws {
    let list = try TemplateList(Self.sample())
    #expect(!list.hasMore)
    let read = list.templates.map { template in
      ([template.name, template.language, template.status.rawValue]
        + template.needs.map(\.rawValue)).joined(separator: " ")
    }
    #expect(
      read == [
        "lembrete_visita pt_BR approved", "retomar_conversa pt_BR approved",
        "retomar_conversa en_US pending",
        "nota_fiscal_pdf pt_BR approved headerMedia buttonParameters",
        "promocao_natal pt_BR paused", "codigo_acesso pt_BR in_appeal buttonParameters",
      ])
    #expect(list.templates[1].header == "Horizonte Informática")
    #expect(list.templates[1].buttons == ["Podemos", "Agora não"])
  }

  @Test func `every status that WhatsApp has is known, and a new one stops nothing`() throws {
    let words = [
      "APPROVED": TemplateStatus.approved, "PENDING": .pending, "REJECTED": .rejected,
      "PAUSED": .paused, "DISABLED": .disabled, "IN_APPEAL": .inAppeal, "DELETED": .deleted,
      "PENDING_DELETION": .deleted, "LIMIT_EXCEEDED": .paused, "ARCHIVED": .disabled,
      "SOMETHING_NEW": .unknown,
    ]
    for (word, status) in words {
      let json = try JSONValue(
        parsing: #"{"data":[{"name":"a","language":"pt_BR","status":"\#(word)","#
          + #""components":[{"type":"BODY","text":"x"}]}]}"#)
      #expect(try TemplateList(json).templates.map(\.status) == [status])
    }
  }

  /// The sample with one value of another kind: read all the same, where nobody asks for it, or
  /// refused with exactly its place.
  @Test func `a value of another kind is refused with its place, or nobody needs it`() throws {
    let sample = try Self.sample()
    var cases = 0
    var refused = 0
    var failures: [String] = []
    for path in Self.paths(sample) {
      let broken = Self.replacing(sample, at: path[...])
      cases += 1
      do {
        _ = try TemplateList(broken)
      } catch {
        refused += 1
        if error.path != path { failures.append("\(path.text): \(error.path.text)") }
      }
    }
    try Exhaustion.count(
      "template lists with a wrong value", cases: cases, failures: failures.count)
    #expect(failures == [])
    #expect(cases > 100 && refused > 60)
  }

  /// The places of all values below one.
  static func paths(_ value: JSONValue) -> [JSONPath] {
    switch value {
    case .object(let object):
      object.members.flatMap { key, value in
        [[.key(key)]] + paths(value).map { [.key(key)] + $0 }
      }
    case .array(let values):
      values.enumerated().flatMap { place, value in
        [[.index(place)]] + paths(value).map { [.index(place)] + $0 }
      }
    case .null, .bool, .number, .string: []
    }
  }

  /// Another kind of value in its place.
  static func replacing(_ value: JSONValue, at path: ArraySlice<JSONPathStep>) -> JSONValue {
    guard let step = path.first else { return value.string == nil ? "text" : .bool(true) }
    switch (value, step) {
    case (.object(var object), .key(let key)):
      object[key] = object[key].map { replacing($0, at: path.dropFirst()) }
      return .object(object)
    case (.array(var values), .index(let place)):
      values[place] = replacing(values[place], at: path.dropFirst())
      return .array(values)
    default: return value
    }
  }
}
