import Testing

/// The arrows of the house. The build holds those that are declared; here is what it does not see:
/// that no more are declared, and where libc and Foundation may be imported.
struct ImportTests {
  /// What each target's files may import, and nothing else.
  static let allowed: [String: Set<String>] = [
    "JSON": [],
    "CommandLineKit": [],
    "DeskCore": ["CDigest", "JSON"],
    "DeskFormats": ["DeskCore", "JSON"],
    "DeskSystem": ["CSystem", "Glibc"],
    "DeskStore": ["DeskCore", "DeskSystem", "JSON"],
    "DeskCommands": [
      "CommandLineKit", "DeskCore", "DeskFormats", "DeskStore", "DeskSystem", "JSON",
    ],
    "deskctl": ["DeskCommands", "DeskSystem"],
    "DeskTestSupport": [
      "CommandLineKit", "DeskCommands", "DeskCore", "DeskFormats", "DeskStore", "DeskSystem",
      "Foundation", "Glibc", "JSON", "Synchronization",
    ],
  ]

  @Test func `every target is one whose arrows are known`() {
    #expect(!SourceFile.all.isEmpty)
    #expect(Set(SourceFile.all.map(\.target)).subtracting(Self.allowed.keys) == [])
  }

  @Test func `a file imports what its target may, and nothing else`() {
    let strays = SourceFile.all.flatMap { file in
      file.imports.filter { !(Self.allowed[file.target] ?? []).contains($0) }.map {
        "\(file.path) imports \($0)"
      }
    }
    #expect(strays == [])
  }
}
