package import CommandLineKit
package import DeskCore
package import DeskStore

/// What a command does, and what it needs for that: the runner opens, locks and commits, so that
/// no command can forget to, and none opens what it does not need.
package struct Action: Sendable {
  /// What the runner gives a command, with the command itself.
  package enum Needs: Sendable {
    /// Neither store nor lock.
    case none(@Sendable (Desk, ParsedWords) throws -> Output)
    /// The store, under its shared lock.
    case read(@Sendable (Desk, StoreReader, ParsedWords) throws -> Output)
    /// The store, read several times: the lock is never held between two.
    case reads(@Sendable (Desk, ParsedWords) throws -> Output)
    /// One transaction.
    case write(@Sendable (Desk, Transaction, ParsedWords) throws -> Output)
    /// Config, to be changed or made: the command takes its lock.
    case config(@Sendable (Desk, ParsedWords) throws -> Output)
    /// Several transactions; the lock is never held between two.
    case steps(@Sendable (Desk, ParsedWords) throws -> Output)
  }

  package let needs: Needs
  /// What the actor must be allowed; nil for what anybody may who can read the files.
  package let permission: Permission?
  /// It acts as the desk itself, whoever starts it.
  package let actsAsDesk: Bool

  private init(_ needs: Needs, _ permission: Permission?, actsAsDesk: Bool = false) {
    self.needs = needs
    self.permission = permission
    self.actsAsDesk = actsAsDesk
  }

  static func none(_ run: @escaping @Sendable (Desk, ParsedWords) throws -> Output) -> Action {
    Action(.none(run), nil)
  }

  static func read(
    _ permission: Permission?,
    _ run: @escaping @Sendable (Desk, StoreReader, ParsedWords) throws -> Output
  ) -> Action {
    Action(.read(run), permission)
  }

  /// For what reads long, or until somebody ends it, and may not keep those waiting who write.
  static func reads(_ run: @escaping @Sendable (Desk, ParsedWords) throws -> Output) -> Action {
    Action(.reads(run), nil)
  }

  static func reads(
    _ permission: Permission,
    _ run: @escaping @Sendable (Desk, ParsedWords) throws -> Output
  ) -> Action {
    Action(.reads(run), permission)
  }

  static func write(
    _ permission: Permission,
    _ run: @escaping @Sendable (Desk, Transaction, ParsedWords) throws -> Output
  ) -> Action {
    Action(.write(run), permission)
  }

  static func config(_ run: @escaping @Sendable (Desk, ParsedWords) throws -> Output) -> Action {
    Action(.config(run), .administer)
  }

  /// Makes a desk: there is nobody yet whose permission could be asked.
  static func making(_ run: @escaping @Sendable (Desk, ParsedWords) throws -> Output) -> Action {
    Action(.config(run), nil)
  }

  static func steps(
    _ permission: Permission, _ run: @escaping @Sendable (Desk, ParsedWords) throws -> Output
  ) -> Action {
    Action(.steps(run), permission)
  }

  /// What runs the desk: it reads, or does several transactions, as the desk itself.
  static func asDesk(
    reading run: @escaping @Sendable (Desk, StoreReader, ParsedWords) throws -> Output
  ) -> Action {
    Action(.read(run), nil, actsAsDesk: true)
  }

  static func asDesk(_ run: @escaping @Sendable (Desk, ParsedWords) throws -> Output) -> Action {
    Action(.steps(run), nil, actsAsDesk: true)
  }

  /// Whether it changes the store or Config: then it can be rehearsed with `--dry-run`.
  package var changes: Bool {
    switch needs {
    case .none, .read, .reads: false
    case .write, .config, .steps: true
    }
  }
}
