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

  /// Whether the sum fits.
  static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > sumLength else { return false }
    let content = line.dropLast(sumLength)
    let end = line.suffix(sumLength)
    return end.starts(with: sumStart) && end.dropFirst(sumStart.count).prefix(8) == sum(of: content)[...]
      && end.suffix(2).elementsEqual("\"}".utf8)
  }

  private static func sum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash = XXH64.hash(bytes) & 0xFFFF_FFFF
    var digits = [UInt8](repeating: 0, count: 8)
    for place in (0..<8).reversed() {
      let digit = UInt8(hash & 15)
      digits[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      hash >>= 4
    }
    return digits
  }
}
