import CommandLineKit
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("ção", 3), ("…“”", 3), ("日本", 4), ("ﾊﾝ", 2),
    ("Ｆ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👍🏽", 2), ("👩‍💻", 2),
    ("👨‍👩‍👧", 2), ("🇧🇷", 2), ("a\u{200B}b", 2), ("\u{AD}", 1), ("🏽", 2), ("𠀀", 2), ("⌚", 2), ("⌘", 1),
  ])
  func `columns that a text takes`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("ab cdef", 4, "ab…"),
    ("e\u{301}e\u{301}x", 2, "e\u{301}…"),
  ])
  func `a text is cut between characters`(text: String, width: Int, cut: String) {
    #expect(text.shortened(to: width) == cut)
    #expect(cut.displayWidth <= width)
  }
}
