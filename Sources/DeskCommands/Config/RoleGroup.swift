import CommandLineKit
import DeskCore
import JSON

extension EntryKind<Role> {
  static let role = EntryKind(
    one: Text(en: "a role", pt: "um cargo"), all: Text(en: "the roles", pt: "os cargos"),
    summary: Text(en: "What agents may do.", pt: "O que os atendentes podem fazer."),
    discussion: Text(
      en: "What a role does not allow is refused. Who owns the store, and root, may do everything.",
      pt: "O que um cargo não permite é recusado. O dono dos dados e o root podem tudo."),
    example: "vendas --allow conversation.work --allow schedule.manage",
    uses: EntryUses(agents: { $0.role.map { [$0] } ?? [] }))
}

extension CommandGroup<Action> {
  static var role: CommandGroup {
    let kind = EntryKind<Role>.role
    return kind.group([
      kind.list, kind.show, kind.adding(RoleOptions.all, RoleOptions.edit),
      kind.setting(RoleOptions.all, RoleOptions.edit), kind.remove,
    ])
  }
}

/// Permissions one by one, beside `--permissions` with all of them.
enum RoleOptions {
  private static let words = Permission.allCases.map(\.rawValue)

  private static let allow = OptionSpec.value(
    "allow", "PERMISSION", Text(en: "one more that it has", pt: "mais uma que ele tem"),
    choices: words, repeats: true)
  private static let deny = OptionSpec.value(
    "deny", "PERMISSION", Text(en: "one that it has no more", pt: "uma que ele deixa de ter"),
    choices: words, repeats: true)

  static let all = [allow, deny]

  /// A role with what was allowed and without what was denied, in the order in which its author
  /// has it.
  @Sendable static func edit(_ role: JSONObject, _ words: ParsedWords) throws -> JSONObject {
    let (allowed, denied) = (words.values(allow), words.values(deny))
    if let both = allowed.first(where: denied.contains) {
      throw Failure.allowedAndDenied(both)
    }
    let old = (role["permissions"]?.array ?? []).compactMap(\.string)
    var new = old.filter { !denied.contains($0) }
    for permission in allowed where !new.contains(permission) { new.append(permission) }
    if new == old { return role }
    return role.setting(.array(new.map { JSONValue($0) }), at: ["permissions"])
  }
}

extension Failure {
  fileprivate static func allowedAndDenied(_ permission: String) -> Failure {
    Failure(
      .usage, "usage",
      Text(
        en: "\(permission) cannot be allowed and denied",
        pt: "\(permission) não pode ser permitida e negada ao mesmo tempo"),
      hint: Text("--deny \(permission)"))
  }
}
