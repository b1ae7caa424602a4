import DeskCore
import JSON

/// A line of the store: an object of JSON whose last value is a sum over all before it, so that no
/// flipped byte is taken for an answer.
///
///     {"id":42,"name":"Ana","sum":"1f9c03aa"}
///
/// The sum is the low half of the XXH64 of the bytes that stand before `,"sum"`.
enum StoredLine {
  static let sumKey = "sum"
  /// The bytes of `,"sum":"12345678"}`.
  private static let sumLength = 18
  private static let sumStart = Array(",\"sum\":\"".utf8)

  static func encode(_ object: JSONValue) -> [UInt8] {
    var line: [UInt8] = []
    object.write(into: &line)
    precondition(line.count > 2, "an empty object is no record")
    line.removeLast()
    let sum = sum(of: line[...])
    line += sumStart
    line += sum
    line += [UInt8(ascii: "\""), UInt8(ascii: "}")]
    return line
  }

  /// The object without its sum; nil where the line is not as it was written.
  static func decode(_ line: ArraySlice<UInt8>) -> JSONValue? {
    guard isWhole(line), let value = try? JSONValue(parsing: line) else { return nil }
    guard var object = value.object else { return nil }
    object[sumKey] = nil
    return .object(object)
  }

  /// Whether the sum fits. Each line that is read comes by here: nothing is made on the way.
  static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > sumLength else { return false }
    let end = line.endIndex - sumLength
    guard line[end...].starts(with: sumStart), line.last == UInt8(ascii: "}"),
      line[line.endIndex - 2] == UInt8(ascii: "\"")
    else { return false }
    var hash = XXH64.hash(line[..<end])
    let digits = end + sumStart.count
    for place in (digits..<digits + 8).reversed() {
      guard line[place] == digit(hash & 15) else { return false }
      hash >>= 4
    }
    return true
  }

  /// How long the whole line is at the end of a file, where its newline is missing or another byte
  /// stands for it: a page that never reached the disk holds a zero. Nil where no whole line is.
  static func unendedLength(_ tail: ArraySlice<UInt8>) -> Int? {
    if isWhole(tail) { return tail.count }
    return isWhole(tail.dropLast()) ? tail.count - 1 : nil
  }

  /// Eight hexadecimal digits.
  private static func sum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let hash = XXH64.hash(bytes)
    return (0..<8).map { digit(hash >> (28 - 4 * UInt64($0)) & 15) }
  }

  private static func digit(_ value: UInt64) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + UInt8(value) : UInt8(ascii: "a") + UInt8(value - 10)
  }
}
