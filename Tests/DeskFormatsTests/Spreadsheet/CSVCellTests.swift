import DeskTestSupport
import Testing

@testable import DeskFormats

/// Texts that strangers wrote, as cells that no spreadsheet runs.
struct CSVCellTests {
  private func cell(_ text: String) -> String {
    var bytes: [UInt8] = []
    CSVCell(text).write(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("\0=1+1", "'=1+1"), (" \0 @A1", "'  @A1"), ("-\0A1", "'-A1"),
    ("+55 11 98765-4321", "+55 11 98765-4321"), ("a\0b", "ab"), ("\0", ""),
    ("\0=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
  ])
  func `what a spreadsheet may run has an apostrophe, zero bytes or not`(
    _ text: String, _ expected: String
  ) {
    #expect(cell(text) == expected)
  }
}
