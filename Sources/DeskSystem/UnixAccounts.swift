import Glibc

/// Names of Unix users and groups, asked of `getent`: a static program cannot load the modules
/// that know them (LDAP, systemd), the system's own program can.
package struct UnixAccounts: Sendable {
  let environment: [String]

  package init(environment: [String]) { self.environment = environment }

  /// The number of a group; nil where the system knows none of that name.
  package func group(named name: String) throws -> UInt32? {
    try entry("group", name).flatMap { $0.count > 2 ? UInt32($0[2]) : nil }
  }

  /// The login name of a user; nil for a number without one.
  package func login(of user: UInt32) throws -> String? {
    try entry("passwd", String(user))?.first
  }

  private func entry(_ database: String, _ key: String) throws -> [String]? {
    let asked = try Program("getent", [database, "--", key], environment: environment).run()
    guard asked.status == 0 else { return nil }
    let line = String(decoding: asked.output, as: UTF8.self).prefix { $0 != "\n" }
    return line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
  }
}

/// Who runs this process.
package enum Caller {
  package static var user: UInt32 { geteuid() }
  package static var isRoot: Bool { geteuid() == 0 }
  package static var process: Int { Int(getpid()) }

  /// The groups that this process belongs to.
  package static var groups: [UInt32] {
    let count = getgroups(0, nil)
    guard count > 0 else { return [getegid()] }
    let all = [UInt32](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
      filled = max(0, Int(getgroups(count, buffer.baseAddress)))
    }
    return all + [getegid()]
  }
}
