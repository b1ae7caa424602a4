import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// What an export's records name of Config. It stands in the first line, so that a desk that lacks
/// some of it says so before it takes anything in.
struct ExportNames {
  private var names: [String: Set<String>] = [:]

  /// The nouns of the command line, in the order in which they are to be added.
  private static let nouns = ["team", "agent", "group"]

  init() {}

  init(json: JSONValue?) {
    for noun in Self.nouns {
      names[noun] = Set(json?[noun]?.array?.compactMap(\.string) ?? [])
    }
  }

  var json: JSONValue {
    .object(
      JSONObject(
        uniqueMembers: Self.nouns.map { noun in
          (noun, .array((names[noun] ?? []).sorted().map { JSONValue($0) }))
        }))
  }

  mutating func add(_ contact: Contact) {
    names["group", default: []].formUnion(contact.groups.map(\.text))
  }

  mutating func add(_ conversation: Conversation) {
    if let team = conversation.team { names["team", default: []].insert(team.text) }
    if let agent = conversation.assignee { names["agent", default: []].insert(agent.text) }
  }

  /// Refuses where this desk's Config lacks any of them.
  func require(of desk: Desk, _ path: String) throws {
    let there: [String: [String]] = [
      "team": try desk.teams.ids.map(\.text), "agent": try desk.agents.ids.map(\.text),
      "group": try desk.groups.ids.map(\.text),
    ]
    let missing = Self.nouns.flatMap { noun in
      (names[noun] ?? []).subtracting(there[noun] ?? []).sorted().map { (noun, $0) }
    }
    if !missing.isEmpty { throw Failure.lacking(missing, path, desk) }
  }
}

extension Failure {
  fileprivate static func lacking(
    _ missing: [(noun: String, name: String)], _ path: String, _ desk: Desk
  ) -> Failure {
    let all = missing.map { "\($0.noun)/\($0.name)" }
    let commands = missing.map { "deskctl \($0.noun) add \($0.name)" }.joined(separator: "; ")
    let end = "/. \(desk.configPath)/"
    return Failure(
      .notFound, "not_found",
      Text(
        en:
          "\(path): this desk's Config has no \(all.joined(separator: ", ")); nothing was taken in",
        pt:
          "\(path): a configuração desta central não tem \(all.joined(separator: ", ")); nada entrou"
      ),
      hint: Text(
        en:
          "copy the Config of the desk that exported it (cp -R THEIRS\(end)), or add each: \(commands)",
        pt:
          "copie a configuração da central que exportou (cp -R OUTRA\(end)), ou crie cada um: \(commands)"
      ),
      details: ["missing": .array(all.map { JSONValue($0) })])
  }
}
