import JSON

/// The commands of a soak that change records.
extension SoakPlan {
  mutating func schedule() -> SoakCommand {
    switch below(32) {
    case ..<18: addSchedule()
    case ..<24: changeSchedule()
    case ..<29: SoakCommand(["schedule", "cancel", some("schedule"), "--jsonl"])
    default: cloneSchedule()
    }
  }

  private mutating func addSchedule() -> SoakCommand {
    let contact = some("contact")
    let action = one(of: "openTicket", "openTicketAndNotify", "notify")
    let agent = one(of: "ana", "bia")
    var words = [
      "schedule", "add", "--contact", contact, "--agent", agent, "--team", "suporte", "--at",
      time(), "--comment", mark(), "--action", action, "--jsonl",
    ]
    if below(3) > 0 { words.append("--next-free") }
    if action != "notify", below(4) > 0 { words += ["-m", "Oi, {contact.name}: \(mark())"] }
    if action != "notify", below(5) == 0 { words += ["--file", "nota.txt"] }
    var command = SoakCommand(words)
    command.makes = [
      SoakCommand.Making(
        noun: "schedule", mark: mark(),
        facts: [
          "contact": Int(contact).map { JSONValue($0) } ?? .null, "agent": JSONValue(agent),
          "action": JSONValue(action), "team": "suporte",
        ])
    ]
    return command
  }

  private mutating func cloneSchedule() -> SoakCommand {
    var command = SoakCommand([
      "schedule", "clone", some("schedule"), "--at", time(), "--next-free", "--comment", mark(),
      "--jsonl",
    ])
    command.makes = [SoakCommand.Making(noun: "schedule", mark: mark())]
    return command
  }

  private mutating func changeSchedule() -> SoakCommand {
    var words = ["schedule", "set", some("schedule"), "--jsonl"]
    words += below(2) == 0 ? ["--at", time()] : ["-m", "Mudou: \(mark())"]
    if below(3) == 0 { words += ["--if-rev", String(1 + below(3))] }
    // S5: a message for one that only notifies is 2.
    return SoakCommand(words, [0, 2, 3, 5, 6])
  }

  /// A time within the next two hours; now and then the current minute, which is refused.
  private mutating func time() -> String {
    SoakClock.text(clock.seconds + 60 * below(120))
  }

  mutating func contact() -> SoakCommand {
    switch below(12) {
    case ..<4: addContact()
    case ..<5: importContacts()
    case ..<8:
      SoakCommand(["contact", "set", some("contact"), "--emails", "\(count)@a.com", "--jsonl"])
    case ..<9: SoakCommand(["contact", "set", some("contact"), "--groups", "loja-azul", "--jsonl"])
    default: SoakCommand(["contact", one(of: "block", "unblock"), some("contact"), "--jsonl"])
    }
  }

  private func phone(_ part: Int) -> String { "+55119\(70_000_000 + 10 * count + part)" }

  private mutating func addContact() -> SoakCommand {
    var command = SoakCommand([
      "contact", "add", "--name", mark(), "--phone", phone(0), "--jsonl",
    ])
    command.makes = [making(0)]
    return command
  }

  private func making(_ part: Int) -> SoakCommand.Making {
    SoakCommand.Making(
      noun: "contact", mark: mark(part), facts: ["phones": [JSONValue(phone(part))]])
  }

  private mutating func importContacts() -> SoakCommand {
    let parts = 0..<(1 + below(9))
    let name = "linhas-\(count).csv"
    var command = SoakCommand(["contact", "import", name, "--batch", "3", "--jsonl"], [0, 6])
    command.makes = parts.map { making($0) }
    let rows = parts.map { "\(mark($0)),\(phone($0))\n" }
    command.file = (name, "nome,telefone\n" + rows.joined())
    return command
  }
}
