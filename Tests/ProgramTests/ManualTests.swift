import DeskTestSupport
import Foundation
import Testing

/// The manual, read by the two programs that show manuals.
struct ManualTests {
  /// The page in a file of its own.
  func page(_ language: String) throws -> (desk: BinaryDesk, path: String) {
    let desk = try BinaryDesk(sample: false)
    let path = desk.root + "/deskctl.1"
    let made = try desk.run("manual", "--lang", language, "--out", path)
    try #require(made.status == 0, "\(made.error)")
    return (desk, path)
  }

  @Test(arguments: ["en", "pt-BR"])
  func `mandoc finds nothing to say against the manual`(language: String) throws {
    guard let mandoc = try Needed.program("mandoc") else { return }
    let page = try page(language)
    let answer = try Binary.run([mandoc, "-Tlint", "-Wstyle", page.path])
    #expect(answer.output == "")
    #expect(answer.status == 0)
  }

  @Test(arguments: [("en", "EXIT STATUS"), ("pt-BR", "ESTADO DE SAÍDA")])
  func `man shows the manual without a warning`(language: String, heading: String) throws {
    guard let man = try Needed.program("man") else { return }
    let page = try page(language)
    let answer = try Binary.run(
      [man, "--warnings", "-E", "UTF-8", "-l", page.path],
      environment: ["MANWIDTH": "80", "HOME": page.desk.root])
    #expect(answer.error == "")
    #expect(answer.output.contains(heading))
    #expect(answer.output.contains("deskctl schedule add"))
    // Nothing that is roff's is left in the text.
    #expect(!answer.output.contains("\\f") && !answer.output.contains("[u00"))
  }
}
