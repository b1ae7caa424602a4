/// The commands of a soak that only look.
extension SoakPlan {
  mutating func reader() -> SoakCommand {
    switch below(21) {
    case ..<3: whole("schedule", ["--all", "--sort", "id"])
    case ..<5: whole("ticket", ["--all"])
    case ..<6: whole("contact", [])
    case ..<7: whole("outbox", ["--all"])
    case ..<8: whole("notification", ["--all"])
    case ..<9: look(["schedule", "list", "--jsonl"])
    case ..<11: look(["contact", "show", some("contact"), "--jsonl"])
    case ..<12: look(["contact", "list", "--match", "marca", "--jsonl"])
    case ..<13: look(["ticket", "show", some("ticket"), "--jsonl"])
    case ..<14: SoakCommand(["status", "--jsonl"], [0, 1, 6])
    case ..<15: look(["why", "schedule/" + some("schedule"), "--jsonl"])
    case ..<16: look(["log", "--jsonl"])
    case ..<17: look(["conversation", "list", "--all", "--jsonl"])
    case ..<18: SoakCommand(["doctor", "--jsonl"], [0, 1, 6])
    case ..<19: look(["schedule", "free", "--near", clock.text, "--jsonl"])
    case ..<20: backup()
    default: readKey(one(of: "desk.name", "desk.passwordLink"))
    }
  }

  /// Each into a file of its own, beside the desk.
  private mutating func backup() -> SoakCommand {
    backups += 1
    return SoakCommand(["backup", "-o", "\(SoakBackups.folder)/\(backups).tar"], [0, 6])
  }

  private func look(_ words: [String]) -> SoakCommand { SoakCommand(words, SoakCommand.reading) }

  private func whole(_ noun: String, _ words: [String]) -> SoakCommand {
    var command = look([noun, "list"] + words + ["--jsonl"])
    command.isWholeList = noun
    return command
  }

  func readKey(_ key: String) -> SoakCommand {
    var command = SoakCommand(["config", "get", key, "--jsonl"], [0, 6])
    command.key = key
    return command
  }
}
