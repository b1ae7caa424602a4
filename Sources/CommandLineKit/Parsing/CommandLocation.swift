/// Which command a line names, as far as it names one.
struct CommandLocation<Action: Sendable> {
  /// Canonical names, whatever alias was typed.
  var path: [String] = []

  /// The places of the noun and the verb among the words.
  var indices: [Int] = []
  var group: CommandGroup<Action>?
  var command: CommandSpec<Action>?
  var failure: UsageError?
}

extension CommandTree {
  /// Finds the noun and the verb: the first words that are neither options nor their values.
  ///
  /// Global options are known here, and a value of theirs is passed over. An option that is not
  /// global may be the command's own, whose kind is not known yet: the word after it is passed over
  /// as its value unless it names a command. So `--at 10:00 schedule add` works, and a value that
  /// is also a noun has to be written `--group=schedule` before the noun.
  func locate(_ words: [String]) -> CommandLocation<Action> {
    let globals = OptionTable(global: globalOptions)
    var location = CommandLocation<Action>()
    var index = 0
    var optionsEnded = false
    while index < words.count, location.command == nil, location.failure == nil {
      let word = words[index]
      if optionsEnded || !word.looksLikeOption {
        take(word, at: index, of: words, into: &location)
      } else if word == "--" {
        optionsEnded = true
      } else if index + 1 < words.count,
        passesOver(words[index + 1], after: globals.reading(of: word), globals, location)
      {
        index += 1
      }
      index += 1
    }
    if location.failure == nil, location.command == nil, let group = location.group {
      location.failure = .missingCommand(location.path, verbs: group.shownVerbs)
    }
    return location
  }

  private func passesOver(
    _ next: String, after reading: OptionReading, _ globals: OptionTable,
    _ location: CommandLocation<Action>
  ) -> Bool {
    if reading.awaiting != nil { return next != "--" && !globals.declares(next) }
    guard case .unknownOption? = reading.failure, !next.looksLikeOption else { return false }
    if let group = location.group { return group.command(named: next) == nil }
    return entry(named: next) == nil
  }

  private func take(
    _ word: String, at index: Int, of words: [String],
    into location: inout CommandLocation<Action>
  ) {
    let next = words.dropFirst(index + 1).first
    if let group = location.group {
      guard let command = group.command(named: word) else {
        location.failure = unknownCommand(word, in: location.path, next: next)
        return
      }
      location.command = command
      location.path.append(command.name)
    } else {
      guard let entry = entry(named: word) else {
        location.failure = unknownCommand(word, in: [], next: next)
        return
      }
      switch entry {
      case .command(let command): location.command = command
      case .group(let group): location.group = group
      }
      location.path.append(entry.name)
    }
    location.indices.append(index)
  }
}
