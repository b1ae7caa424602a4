import DeskTestSupport
import Foundation
import Testing

/// The scripts of `deskctl completion`, loaded by the shells that they are for. Each is asked what it
/// would do with a line at whose end the key is pressed.
struct CompletionTests {
  /// What a line becomes where one word fits.
  static let lines = [
    ("deskctl sch", "schedule"),
    ("deskctl schedule ca", "cancel"),
    ("deskctl schedule add --next", "--next-free"),
    ("deskctl schedule add --action not", "notify"),
    ("deskctl --lang pt-BR schedule add --agent an", "ana"),
    ("deskctl explain W13", "W13"),
    ("deskctl help exi", "exit"),
    ("deskctl completion fi", "fish"),
  ]

  @Test(arguments: lines)
  func `fish offers the word, and says what it is`(line: String, word: String) throws {
    guard let fish = try Fish() else { return }
    let offered = try fish.offers(line)
    #expect(offered.map(\.word) == [word])
    #expect(word == "notify" || word == "fish" || offered.allSatisfy { !$0.description.isEmpty })
  }

  @Test func `fish offers values after the sign, and paths where paths belong`() throws {
    guard let fish = try Fish() else { return }
    #expect(
      try fish.offers("deskctl schedule add --action=open").map(\.word) == [
        "--action=openTicket", "--action=openTicketAndNotify",
      ])
    #expect(try fish.offers("deskctl --config fol").map(\.word) == ["folder/"])
    #expect(
      try fish.offers("deskctl schedule add --message-file=fi").map(\.word) == [
        "--message-file=file.txt"
      ])
    #expect(try fish.offers("deskctl nothing ").isEmpty)
  }

  @Test(arguments: lines)
  func `bash puts the word in`(line: String, word: String) throws {
    guard let bash = try Bash() else { return }
    #expect(try bash.replies(line) == [word])
  }

  @Test func `bash replaces what follows the sign, and offers paths`() throws {
    guard let bash = try Bash() else { return }
    #expect(
      try bash.replies("deskctl schedule add --action=") == [
        "openTicket", "openTicketAndNotify", "notify",
      ])
    #expect(
      try bash.replies("deskctl schedule add --message-file ") == [
        "compopt -o default -o bashdefault"
      ])
    #expect(try bash.replies("deskctl --config ") == ["compopt -o dirnames"])
    #expect(try bash.replies("deskctl nothing ") == [])
  }

  @Test func `zsh puts the word in, and paths where paths belong`() throws {
    guard let zsh = try Zsh() else { return }
    let lines =
      Self.lines.map(\.0) + [
        "deskctl schedule add --action=not", "deskctl --config fol",
        "deskctl schedule add --message-file=fi", "deskctl nothing x",
      ]
    let expected =
      Self.lines.map { line, word in
        line.split(separator: " ").dropLast().joined(separator: " ") + " \(word) "
      } + [
        "deskctl schedule add --action=notify ", "deskctl --config folder/",
        "deskctl schedule add --message-file=file.txt ", "deskctl nothing x",
      ]
    #expect(try zsh.buffers(lines) == expected)
  }
}

/// A desk with `deskctl` on the path, its script in a file, a folder and a file to be offered.
struct ShellDesk {
  let desk: BinaryDesk
  let shell: String
  let script: String

  /// Nil where the shell is not there and the test is passed over.
  init?(_ name: String) throws {
    guard let shell = try Needed.program(name) else { return nil }
    self.shell = shell
    desk = try BinaryDesk()
    script = desk.root + "/completion"
    for folder in ["bin", "here", "here/folder"] {
      try FileManager.default.createDirectory(
        atPath: desk.root + "/" + folder, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      atPath: desk.root + "/bin/deskctl", withDestinationPath: Binary.built.path)
    try "".write(toFile: desk.root + "/here/file.txt", atomically: true, encoding: .utf8)
    try desk.run("completion", name).output.write(
      toFile: script, atomically: true, encoding: .utf8)
  }

  /// Runs the shell with these words where the folder and the file are, and gives its lines.
  func lines(_ words: [String], _ variables: [String: String] = [:]) throws -> [String] {
    var environment = desk.environment.merging(variables) { $1 }
    environment["PATH"] = desk.root + "/bin:/usr/bin:/bin"
    environment["SCRIPT"] = script
    let answer = try Binary.run(
      [shell] + words, environment: environment, folder: desk.root + "/here")
    #expect(answer.error == "")
    return answer.output.split(separator: "\n").map(String.init)
  }
}

private struct Fish {
  let desk: ShellDesk

  init?() throws {
    guard let desk = try ShellDesk("fish") else { return nil }
    self.desk = desk
  }

  func offers(_ line: String) throws -> [(word: String, description: String)] {
    let program = "source $SCRIPT; complete -C $argv[1]"
    return try desk.lines(["--no-config", "-c", program, line]).map { offer in
      let parts = offer.split(separator: "\t", maxSplits: 1)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }
}

private struct Bash {
  let desk: ShellDesk

  init?() throws {
    guard let desk = try ShellDesk("bash") else { return nil }
    self.desk = desk
  }

  /// What bash would put in the place of the last word, or of what follows its last `=` or `:`.
  func replies(_ line: String) throws -> [String] {
    let replaced = line.split(omittingEmptySubsequences: false) { " =:".contains($0) }.last ?? ""
    let program = #"""
      source "$SCRIPT"
      compopt() { printf 'compopt %s\n' "$*"; }
      COMP_LINE=$1 COMP_POINT=${#1}
      _deskctl deskctl "$2" ''
      ((${#COMPREPLY[@]})) && printf '%s\n' "${COMPREPLY[@]}"
      complete -p deskctl >/dev/null
      """#
    return try desk.lines(["--norc", "-c", program, "bash", line, String(replaced)])
  }
}

private struct Zsh {
  let desk: ShellDesk

  init?() throws {
    guard let desk = try ShellDesk("zsh") else { return nil }
    self.desk = desk
  }

  /// Each line as it stands after the key was pressed at its end, in a shell of its own terminal.
  /// Keys wait in the terminal while a completion is worked out, so nothing has to sleep.
  func buffers(_ lines: [String]) throws -> [String] {
    let driver = #"""
      zmodload zsh/zpty
      zpty -b z zsh -f -i
      zpty -w z 'PS1= PS2= RPS1='
      zpty -w z 'autoload -Uz compinit; compinit -u -D; source "$SCRIPT"'
      zpty -w z 'finish() { print -r -- "=[$BUFFER]" >>"$OUT"; BUFFER= }; zle -N finish'
      zpty -w z 'bindkey "^T" finish; bindkey "^I" complete-word; : >"$OUT"'
      drain() { local chunk; while zpty -r z chunk; do :; done }
      await() {
        local -i turns=600
        until [[ -e $OUT && $(wc -l <$OUT) -ge $1 ]] || (( --turns == 0 )); do drain; sleep .05; done
      }
      await 0
      for ((n = 1; n <= $#; n++)); do
        zpty -w -n z "${@[n]}"$'\t\x14'
        await $n
      done
      zpty -d z
      cat "$OUT"
      """#
    let shown = try desk.lines(
      ["-f", "-c", driver, "zsh"] + lines, ["OUT": desk.desk.root + "/out", "TERM": "dumb"])
    return shown.map { String($0.dropFirst(2).dropLast()) }
  }
}
