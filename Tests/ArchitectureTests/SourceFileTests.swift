import Testing

/// The laws see only what this reads.
struct SourceFileTests {
  @Test func `texts and comments are no code, and lines keep their numbers`() {
    let file = SourceFile(
      path: "Sources/X/Y.swift",
      text: #"""
        let a = "time(nil)" // time(nil)
        /// time(nil)
        let b = "\"time(nil)" + c
        let d = """
          time(nil) "quoted"
          """
        time(nil)
        """# + "\nlet e = #\"\\\"# + time(nil)\n")
    #expect(file.places(of: #"time\("#) == ["Sources/X/Y.swift:7", "Sources/X/Y.swift:8"])
    #expect(file.target == "X")
  }

  @Test func `imports are seen in all their forms`() {
    let file = SourceFile(
      path: "Sources/X/Y.swift",
      text: """
        import A
        package import B
        @preconcurrency import C
        // import D
        import struct E.F
        let important = "import G"
        """)
    #expect(file.imports == ["A", "B", "C", "E"])
  }

  @Test func `the source is all there`() {
    #expect(SourceFile.all.count > 150)
    #expect(SourceFile.all.allSatisfy { !$0.text.isEmpty })
  }
}
