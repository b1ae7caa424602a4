extension CommandTree {
  /// The error for a word that names no command here, with the nearest that would.
  func unknownCommand(_ word: String, in path: [String], next: String?) -> UsageError {
    .unknownCommand(word, in: path, suggestion: suggestion(for: word, in: path, next: next))
  }

  private func suggestion(for word: String, in path: [String], next: String?) -> String? {
    if case .group(let group)? = node(at: path) { return group.shownVerbs.nearest(to: word) }
    return turned(word, next)
      ?? entries.filter { !$0.isHidden }.flatMap { [$0.name] + $0.aliases }.nearest(to: word)
      ?? soleOwner(of: word)
  }

  /// `list schedule`, a verb before its noun.
  private func turned(_ verb: String, _ noun: String?) -> String? {
    guard let noun, case .group(let group)? = entry(named: noun),
      let command = group.command(named: verb), !command.isHidden
    else { return nil }
    return "\(group.name) \(command.name)"
  }

  /// `cancel`, a verb that one noun alone has.
  private func soleOwner(of verb: String) -> String? {
    let owners = entries.compactMap { entry -> String? in
      guard case .group(let group) = entry, !group.isHidden else { return nil }
      return group.shownVerbs.contains(verb) ? "\(group.name) \(verb)" : nil
    }
    return owners.count == 1 ? owners.first : nil
  }
}
