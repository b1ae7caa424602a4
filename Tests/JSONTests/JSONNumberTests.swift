import JSON
import Testing

struct JSONNumberTests {
  @Test(arguments: [
    ("0", 0), ("-0", 0), ("-0.0e5", 0), ("7", 7), ("1.0", 1), ("1e2", 100), ("1.50e1", 15),
    ("100e-2", 1), ("1200.00e-1", 120), ("-2E+3", -2000), ("0.5", nil), ("1e-1", nil),
    ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
    ("9223372036854775808", nil), ("-9223372036854775809", nil),
    ("9.223372036854775807e18", Int.max),
    ("-9.223372036854775808e18", Int.min), ("9.223372036854775808e18", nil),
    ("1e18", 1_000_000_000_000_000_000),
    ("1e19", nil), ("10e18", nil), ("0e999999999999999999999", 0), ("1e999999999999999999999", nil),
    ("1e-999999999999999999999", nil), ("99999999999999999999", nil),
    ("0.000000000000000000001e21", 1), ("1000000000000000000000e-21", 1),
  ])
  func `an exact integer within Int is one, however written`(text: String, expected: Int?) throws {
    #expect(try #require(JSONNumber(text)).int == expected)
    #expect(try JSONValue(parsing: text).int == expected)
  }

  @Test(arguments: [
    ("0", 0), ("-1.5", -1.5), ("1e2", 100), ("1e308", 1e308), ("1e309", nil), ("-1e999999999", nil),
    ("1e-400", 0), ("0.1", 0.1),
  ])
  func `the nearest finite double is given`(text: String, expected: Double?) throws {
    #expect(try #require(JSONNumber(text)).double == expected)
  }

  @Test(arguments: [
    "", " ", "01", "+1", ".5", "1.", "1e", "1 ", " 1", "NaN", "0x1", "-", "1é", "1\0",
  ])
  func `what is no number of JSON makes none`(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test(arguments: [
    0, -0.0, 1.5, 1e20, 1e-7, .pi, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
  ])
  func `a finite double comes back from its digits`(double: Double) throws {
    let number = try #require(JSONNumber(double))
    #expect(JSONNumber(number.text) == number)
    #expect(number.double == double)
  }

  @Test func `infinities and NaN make no number`() {
    #expect(JSONNumber(Double.infinity) == nil)
    #expect(JSONNumber(-Double.infinity) == nil)
    #expect(JSONNumber(Double.nan) == nil)
  }

  @Test func `numbers are equal by their digits`() {
    #expect(JSONNumber("1") == JSONNumber(1))
    #expect(JSONNumber("1") != JSONNumber("1.0"))
    #expect(JSONNumber(Int.min).text == "-9223372036854775808")
  }
}
