import JSON

/// The commands of a soak that change tickets and Config, and those that run the desk.
extension SoakPlan {
  mutating func ticket() -> SoakCommand {
    let number = some("ticket")
    switch below(16) {
    case ..<3: return addTicket()
    case ..<4: return SoakCommand(["ticket", "reopen", number, "--jsonl"])
    case ..<6: return SoakCommand(["ticket", "note", number, mark(), "--jsonl"])
    case ..<8:
      let agent = one(of: "ana", "bia")
      return SoakCommand(["ticket", "assign", number, "--agent", agent, "--jsonl"])
    default: return SoakCommand(["ticket", "close", number, "--jsonl"])
    }
  }

  private mutating func addTicket() -> SoakCommand {
    let contact = some("contact")
    var command = SoakCommand([
      "ticket", "add", "--contact", contact, "--team", "suporte", "--title", mark(), "--jsonl",
    ])
    command.makes = [
      SoakCommand.Making(
        noun: "ticket", mark: mark(),
        facts: ["contact": Int(contact).map { JSONValue($0) } ?? .null, "team": "suporte"])
    ]
    return command
  }

  /// Ticks, deliveries, and what a person does about entries of the outbox.
  mutating func running() -> SoakCommand {
    switch below(14) {
    case ..<4: SoakCommand(["tick", "--jsonl"], [0, 5, 6])
    case ..<5: SoakCommand(["tick", "--limit", "1", "--jsonl"], [0, 5, 6])
    case ..<6: SoakCommand(["tick", "--deliver", "--jsonl"], [0, 5, 6, 10])
    case ..<9: SoakCommand(["outbox", "deliver", "--jsonl"], [0, 5, 6, 10])
    case ..<10: SoakCommand(["outbox", "deliver", "--limit", "1", "--jsonl"], [0, 5, 6, 10])
    case ..<11: SoakCommand(["outbox", "settle", some("outbox"), "--not-sent", "--jsonl"])
    case ..<12: SoakCommand(["outbox", "settle", some("outbox"), "--sent", "x", "--jsonl"])
    default: SoakCommand(["outbox", "retry", some("outbox"), "--jsonl"])
    }
  }

  mutating func settings() -> SoakCommand {
    switch below(isOnHold ? 3 : 6) {
    case 0: holdOrResume()
    case 1: write(key: "desk.name", mark())
    case 2: write(key: "desk.passwordLink", "https://a.example/\(count)/{token}")
    default: SoakCommand(["notification", "dismiss", some("notification"), "--jsonl"])
    }
  }

  private func write(key: String, _ value: String) -> SoakCommand {
    var command = SoakCommand(["config", "set", "\(key)=\(value)", "--jsonl"])
    command.key = key
    command.value = value
    return command
  }

  /// What every key of the soak holds before anybody writes it.
  mutating func beginning() -> [SoakCommand] {
    count += 1
    return [
      write(key: "desk.name", mark()),
      write(key: "desk.passwordLink", "https://a.example/0/{token}"),
    ]
  }

  /// The last commands before a desk is looked at: they end what others left, and
  /// none of them waits for a lock.
  mutating func settling() -> [SoakCommand] {
    count += 1
    isOnHold = false
    return [
      SoakCommand(["resume", "--wait", "0"], [0]), write(key: "desk.name", mark()),
      SoakCommand(["outbox", "deliver", "--wait", "0", "--jsonl"], [0, 10]),
      SoakCommand(
        ["contact", "set", "1", "--emails", "\(count)@a.com", "--wait", "0", "--jsonl"], [0]),
      readKey("desk.name"), readKey("desk.passwordLink"),
    ]
  }
}
