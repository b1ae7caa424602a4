import CommandLineKit
import Testing

struct CompleterTests {
  func reply(_ words: String..., language: Language = .en) -> CompletionReply {
    Completer(Sample.tree, language: language) { kind, prefix in
      [Candidate("\(kind)-ana", "Ana"), Candidate("\(kind)-bruno"), Candidate("\(prefix)x")]
    }.reply(to: words)
  }

  func values(_ words: String...) -> [String] {
    Completer(Sample.tree, language: .en) { kind, _ in
      [Candidate("\(kind)-ana"), Candidate("\(kind)-bruno")]
    }.reply(to: words).candidates.map(\.value)
  }

  @Test func `nouns and verbs, by their names before their aliases`() {
    #expect(values("") == ["status", "why", "schedule", "conversation"])
    #expect(values("s") == ["status", "schedule"])
    #expect(values("schedule", "") == ["list", "add", "cancel"])
    #expect(values("schedule", "l") == ["list"])
    #expect(values("schedule", "ls") == ["ls"])
    #expect(values("conv", "l") == ["list"])
    #expect(values("--config", "x", "--json", "conv", "") == ["list", "say"])
    #expect(values("schedul", "") == [])
    #expect(values("se") == [])
  }

  @Test func `descriptions are in the language of the reader`() {
    #expect(reply("why", language: .ptBR).candidates == [Candidate("why", "Diz o que houve.")])
    #expect(reply("--js").candidates == [Candidate("--json", "Write JSON.")])
  }

  @Test func `options that were not given yet, unless they repeat`() {
    let options = values("schedule", "add", "--at", "1", "--file", "f", "--yes", "-")
    #expect(options.prefix(4) == ["--message", "--file", "--agent", "--offset"])
    #expect(!options.contains("--yes") && !options.contains("--at") && options.contains("--json"))
    #expect(values("schedule", "add", "-m") == ["-m"])
    #expect(values("status", "--at") == [])
    #expect(values("conv", "say", "1", "--", "-") == [])
  }

  @Test func `a command that has its arguments offers its options`() {
    #expect(values("schedule", "list", "") == ["--state"])
    #expect(values("why", "1", "") == [])
  }

  @Test func `the value of an option, in the next word or after the sign`() {
    #expect(values("--color", "") == ["auto", "always", "never"])
    #expect(values("--color", "al") == ["always"])
    #expect(values("--color=a") == ["--color=auto", "--color=always"])
    #expect(values("schedule", "add", "--at", "10") == ["10:00", "10:30"])
    #expect(values("schedule", "add", "--at=10:3") == ["--at=10:30"])
    #expect(values("schedule", "add", "-ym", "") == [])
    #expect(values("schedule", "add", "--agent", "agent-b") == ["agent-bruno"])
    #expect(values("schedule", "add", "--agent=") == ["--agent=agent-ana", "--agent=agent-bruno"])
    #expect(values("status", "--yes=") == [])
  }

  @Test func `paths are left to the shell`() {
    #expect(reply("--config", "").paths == .folder)
    #expect(reply("--config=/e").paths == .folder)
    #expect(reply("-o", "").paths == .file)
    #expect(reply("schedule", "add", "--message", "").paths == .none)
  }

  @Test func `arguments, the last one as often as it repeats`() {
    #expect(values("schedule", "cancel", "") == ["schedule-ana", "schedule-bruno"])
    #expect(values("schedule", "cancel", "1", "-n", "2", "schedule-a") == ["schedule-ana"])
    #expect(values("schedule", "cancel", "--", "1", "schedule-a") == ["schedule-ana"])
    #expect(reply("schedule", "cancel", "q").candidates == [Candidate("qx")])
  }
}
