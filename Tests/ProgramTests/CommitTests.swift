import DeskTestSupport
import Testing

/// A commit whose files cannot be put in place.
struct CommitTests {
  @Test(arguments: ["en", "pt-BR"])
  func `what could not be put in place is told in words`(language: String) throws {
    guard let strace = try Needed.program("strace") else { return }
    let desk = try BinaryDesk()
    let answer = try Binary.run(
      [
        strace, "-o", "/dev/null", "-e", "inject=rename,renameat,renameat2:error=EIO",
        Binary.built.path, "contact", "set", "1", "--name", "Lia", "--lang", language,
      ], environment: desk.environment, folder: desk.root)
    #expect(answer.status == 0)
    #expect(answer.error.contains("unfinished") && answer.error.contains("contacts/0000.jsonl"))
    #expect(!answer.error.contains("SystemError"), "\(answer.error)")
    #expect(try desk.run("contact", "show", "1").output.contains("Lia"))
  }

  @Test(arguments: ["en", "pt-BR"])
  func `that a file of Config was not synced is told in words`(language: String) throws {
    guard let strace = try Needed.program("strace") else { return }
    let desk = try BinaryDesk()
    let answer = try Binary.run(
      [
        strace, "-o", "/dev/null", "-e", "inject=fsync:error=EIO:when=2", Binary.built.path,
        "config", "set", "desk.country=PT", "--lang", language,
      ], environment: desk.environment, folder: desk.root)
    #expect(answer.status == 0)
    #expect(answer.error.contains("not_synced"), "\(answer.error)")
    #expect(!answer.error.contains("SystemError"), "\(answer.error)")
    #expect(try desk.run("config", "get", "desk.country").output == "PT\n")
  }
}
