import Testing

@testable import CommandLineKit

struct ShellWordsTests {
  @Test func `a pipe is its commands`() {
    #expect(
      ShellWords.commands(in: "a -q 'b c' | a d - > f; x") == [
        ["a", "-q", "b c"], ["a", "d", "-"], ["x"],
      ])
    #expect(ShellWords.commands(in: " ") == [])
  }

  @Test(arguments: [
    "", "a", "a b", "it's", "$x", "`x`", "\"", "\\", "a\nb", "~", "#a", "é", "*", "'\u{32A}",
    "\\\u{301}", "\r\n",
  ])
  func `a quoted word is read back as it was`(word: String) {
    #expect(ShellWords.commands(in: "x " + ShellWords.quote(word)) == [["x", word]])
  }

  @Test(arguments: ["a b", "it's", "a;b|c", "$x`y`", "\\", "\"", "a&b<c>d"])
  func `an escaped word is read back as it was`(word: String) {
    #expect(ShellWords.commands(in: ShellWords.escape(word)) == [[word]])
  }

  @Test func `what needs no quotes gets none`() {
    #expect(ShellWords.quote("--at=10:00,a@b+c/d_e%f.g") == "--at=10:00,a@b+c/d_e%f.g")
  }
}
