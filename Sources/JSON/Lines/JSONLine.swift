/// One line of a JSON Lines file, not yet read as JSON.
package struct JSONLine: Hashable, Sendable {
  /// The line, from 1; blank lines count.
  package let number: Int
  /// The bytes of the file before the line.
  package let offset: Int
  /// The line, without what ends it.
  package let bytes: ArraySlice<UInt8>
  /// Whether a line feed ended it: what a crash cut off has none.
  package let isTerminated: Bool

  /// The record; line and offset in its error are those of the file.
  package func value() throws(JSONError) -> JSONValue {
    do {
      return try JSONValue(parsing: bytes)
    } catch {
      let position = JSONPosition(
        line: number, column: error.column, offset: offset + error.offset)
      throw JSONError(error.problem, at: position)
    }
  }
}
