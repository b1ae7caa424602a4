extension JSONValue {
  /// The tree of one document, whole: nothing but white space may stand around it.
  package init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.document()
  }

  /// The tree of one document, whole: nothing but white space may stand around it.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
      try JSONValue(parsing: bytes)
    }
  }

  /// The tree of one document, whole, read where it lies; places in errors count from its beginning.
  package init(parsing bytes: ArraySlice<UInt8>) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(JSONError) in
      try JSONValue(parsing: bytes)
    }
  }

  /// The tree of one document, whole: nothing but white space may stand around it.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: [UInt8](text.utf8))
  }
}
