import DeskStore
import DeskSystem

/// The lines that have the system run `tick` each minute, with everything filled in: neither cron
/// nor systemd has the caller's environment.
struct TickStart {
  let program: String
  let config: String
  let data: String
  /// The Unix user that it runs as.
  let user: String

  init(_ desk: Desk, user: String?) throws {
    program = desk.surroundings.program
    config = desk.configPath
    data = desk.dataPath
    if let user {
      self.user = user
    } else {
      let owner = try desk.store().owner()
      let accounts = UnixAccounts(environment: desk.surroundings.childEnvironment)
      self.user = try accounts.login(of: owner) ?? String(owner)
    }
  }

  private var command: [String] {
    [program, "--config", config, "--data", data, "tick", "--deliver"]
  }

  /// A line of `/etc/cron.d`, which has the user in its sixth field. In a crontab `%` is a line end.
  var cronLine: String {
    let words = command.map { shellQuoted($0) }.joined(separator: " ")
    let escaped = words.map { $0 == "%" ? "\\%" : String($0) }.joined()
    return "* * * * * \(user) \(escaped)\n"
  }

  /// A service and the timer that starts it, in one text with the names of the files.
  var systemdUnits: String {
    // systemd expands % and $ in a command, and reads quotes and backslashes as C does.
    let words = command.map { word in
      let escaped = word.map { character -> String in
        switch character {
        case "%": "%%"
        case "$": "$$"
        case "\"", "\\": "\\" + String(character)
        default: String(character)
        }
      }.joined()
      return word.contains(where: { " \t\"'\\".contains($0) }) ? "\"\(escaped)\"" : escaped
    }
    return """
      # /etc/systemd/system/deskctl-tick.service
      [Unit]
      Description=deskctl: fire what is due

      [Service]
      Type=oneshot
      User=\(user)
      ExecStart=\(words.joined(separator: " "))

      # /etc/systemd/system/deskctl-tick.timer
      [Unit]
      Description=deskctl: each minute

      [Timer]
      OnCalendar=*-*-* *:*:00
      AccuracySec=1s

      [Install]
      WantedBy=timers.target

      """
  }

  private func shellQuoted(_ word: String) -> String {
    let plain = word.allSatisfy { character in
      character.isASCII
        && (character.isLetter || character.isNumber || "/._-+:@%".contains(character))
    }
    if plain && !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
