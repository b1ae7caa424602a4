import Testing

/// What a file of the program looks like.
struct ShapeTests {
  @Test func `no file is longer than 350 lines`() {
    let long = SourceFile.all.filter { $0.text.lines(of: "^").count > 350 }
    #expect(long.map(\.path) == [])
  }

  @Test func `nothing is public, forced, unchecked or left for later`() {
    let refused =
      #"\bpublic\b|\bopen (class|func|var)|\btry!|@unchecked|nonisolated\(unsafe\)|\bas!"#
    #expect(SourceFile.all.flatMap { $0.places(of: refused) } == [])
    let notes = SourceFile.all.flatMap { file in
      file.text.lines(of: #"\b(TODO|FIXME|XXX|HACK)\b"#).map { "\(file.path):\($0)" }
    }
    #expect(notes == [])
  }

  /// A type says what it is for. Of functions and properties, whose name may be their whole
  /// contract, no machine can tell.
  @Test func `every type at a target's edge has a doc comment`() {
    let bare =
      #"^(?!\s*(///|@|\)))[^\n]*\n(\s*@[^\n]*\n)*\s*package (final |indirect )*(struct|enum|class|protocol|actor) "#
    let places = SourceFile.all.flatMap { file in
      ("\n" + file.text).lines(of: bare).map { "\(file.path):\($0)" }
    }
    #expect(places == [])
  }
}
