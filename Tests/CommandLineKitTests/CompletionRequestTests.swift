import CommandLineKit
import Testing

struct CompletionRequestTests {
  func answer(_ shell: Shell, _ words: String..., candidates: [Candidate]) throws -> String {
    let request = try #require(CompletionRequest(["__complete", shell.rawValue] + words))
    return CompletionReply(candidates: candidates).text(for: request)
  }

  @Test func `only the hidden word asks`() {
    #expect(CompletionRequest([]) == nil)
    #expect(CompletionRequest(["status"]) == nil)
    #expect(CompletionRequest(["__complete", "csh", ""]) == nil)
    #expect(CompletionRequest(["__complete", "zsh"]) == nil)
  }

  @Test(arguments: [
    ("deskctl ", [""]), ("deskctl sch", ["sch"]), ("deskctl  a  ", ["a", ""]),
    ("deskctl 'a b' \"c", ["a b", "c"]), (#"deskctl a\ b"#, ["a b"]),
    (#"deskctl "a\"b\c" x"#, [#"a"b\c"#, "x"]), ("deskctl --at=10:0", ["--at=10:0"]),
    ("deskctl a@b @c", ["a@b", "@c"]), ("x | deskctl a", ["a"]), ("deskctl a >f b", ["a", "b"]),
  ])
  func `bash gives a line, which is split as bash would`(line: String, words: [String]) throws {
    let request = try #require(CompletionRequest(["__complete", "bash", line, ""]))
    #expect(request.words == words)
  }

  @Test func `zsh and fish give words, the last as it was typed`() throws {
    for shell in ["zsh", "fish"] {
      let request = try #require(CompletionRequest(["__complete", shell, "a b", "\"c d"]))
      #expect(request.words == ["a b", "c d"])
    }
    #expect(try #require(CompletionRequest(["__complete", "zsh", ""])).words == [""])
  }

  @Test(arguments: [
    ("deskctl --at=10:0", "0", "--at=10:00", "00"), ("deskctl --at=", "", "--at=10:00", "10:00"),
    ("deskctl 10:", "", "10:00", "00"), ("deskctl 10:0", "10:0", "10:00", "10:00"),
    ("deskctl a@", "@", "a@b", "@b"), ("deskctl to", "to", "to 9", #"to\ 9"#),
    (#"deskctl to\ "#, #"to\ "#, "to 9", #"to\ 9"#), (#"deskctl "to "#, "to ", "to 9", "to 9"),
    ("deskctl --m='to ", "to ", "--m=to 9", "to 9"),
  ])
  func `bash is given only what it replaces`(
    line: String, word: String, candidate: String, given: String
  ) throws {
    #expect(
      try answer(.bash, line, word, candidates: [Candidate(candidate)]) == "none\n\(given)\n")
  }

  @Test func `zsh and fish are given descriptions`() throws {
    let candidates = [Candidate("10:00", "at: ten"), Candidate("b")]
    #expect(try answer(.zsh, "", candidates: candidates) == "none\n10\\:00:at: ten\nb\n")
    #expect(try answer(.fish, "", candidates: candidates) == "none\n10:00\tat: ten\nb\n")
  }

  @Test func `no space follows what is partial, and no line is broken`() throws {
    let partial = Candidate("key=", isPartial: true)
    #expect(try answer(.zsh, "", candidates: [partial]) == "none nospace\nkey=\n")
    #expect(try answer(.zsh, "", candidates: [partial, Candidate("k")]) == "none\nkey=\nk\n")
    let hostile = [Candidate("a\nb"), Candidate("c", "d\ne\u{1B}"), Candidate("")]
    #expect(try answer(.fish, "", candidates: hostile) == "none\nc\td\\u{a}e\\u{1b}\n")
  }

  @Test(arguments: Shell.allCases)
  func `a script asks the program by its name`(shell: Shell) {
    let text = CompletionScript(shell).text(program: "desk-ctl")
    #expect(text.contains("desk-ctl __complete \(shell.rawValue) "))
    #expect(text.contains("_desk_ctl"))
    #expect(text.hasSuffix("\n") && text.split(separator: "\n").count < 30)
  }
}
