import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem

extension Desk {
  /// The number of a Unix group whose files this user may make.
  func unixGroup(_ name: String) throws -> UInt32 {
    let accounts = UnixAccounts(environment: surroundings.childEnvironment)
    guard let number = try accounts.group(named: name) else {
      throw Failure(
        .notFound, "not_found",
        Text(
          en: "this machine has no Unix group \(name)",
          pt: "esta máquina não tem o grupo Unix \(name)"),
        hint: Text("groupadd \(name)"))
    }
    guard surroundings.user == 0 || Caller.groups.contains(number) else {
      let login = try accounts.login(of: surroundings.user) ?? String(surroundings.user)
      throw Failure(
        .refused, "not_member",
        Text(
          en: "you do not belong to the Unix group \(name)",
          pt: "você não pertence ao grupo Unix \(name)"),
        hint: Text("usermod -aG \(name) \(login)"))
    }
    return number
  }

  /// Whether the store never had a contact.
  func hasNoContacts() throws -> Bool { try reading { try $0.lastNumber(.contact) } == 0 }
}

extension Failure {
  static let nestedFolders = Failure(
    .usage, "usage",
    Text(
      en: "configuration and store are two folders, neither of which lies in the other",
      pt: "configuração e dados são duas pastas, e nenhuma fica dentro da outra"),
    hint: Text("--config /etc/deskctl --data /var/lib/deskctl"))
}
