import DeskCore
import DeskTestSupport
import Testing

/// What the program says of itself; the shells and manual readers themselves are in ProgramTests.
struct ReferenceTests {
  @Test func `help on a command is its --help`() throws {
    let desk = try TestDesk()
    for words in [[], ["schedule"], ["schedule", "add"], ["tick"]] {
      #expect(desk.run(["help"] + words).output == desk.run(words + ["--help"]).output)
    }
  }

  @Test(arguments: ["en", "pt-BR"])
  func `the manual has every topic that help has`(language: String) throws {
    let desk = try TestDesk()
    let manual = desk.run("manual", "--lang", language).output
    for topic in ["exit", "files", "times", "records", "output"] {
      let help = desk.run("help", topic, "--lang", language).output
      let heading = try #require(help.split(separator: "\n").first).uppercased()
      #expect(manual.contains(".SH \"\(Self.roff(heading))\""), "\(topic)")
    }
    #expect(manual.contains("XDG_DATA_HOME"))
    #expect(try desk.files().isEmpty)
  }

  /// Letters that are no ASCII as roff has them.
  static func roff(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.isASCII
        ? String(scalar) : "\\[u00" + String(scalar.value, radix: 16, uppercase: true) + "]"
    }.joined()
  }

  @Test func `the manual is the same on any day`() throws {
    let desk = try TestDesk()
    let today = desk.run("manual").output
    desk.now = desk.now + 86_400 * 400
    #expect(desk.run("manual").output == today)
    #expect(today.hasPrefix(".TH \"DESKCTL\" 1 20"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a completion script asks the program and knows no command`(shell: String) throws {
    let script = try TestDesk().run("completion", shell).output
    #expect(script.contains("deskctl __complete \(shell)"))
    #expect(!script.contains("schedule"))
  }

  @Test(arguments: Configured.kinds.map { $0.noun })
  func `the names of whatever is configured are completed`(noun: String) throws {
    let desk = try TestDesk.sample()
    let ids = desk.run(noun, "list", "-q").output.split(separator: "\n").map(String.init)
    let offered = desk.run("__complete", "fish", noun, "show", "").output
    #expect(!ids.isEmpty)
    for id in ids { #expect(offered.contains(id), "\(id)") }
  }
}
