import Testing

/// The arrows of the house. The build holds those that are declared; here is what it does not see:
/// that no more are declared, and where libc and Foundation may be imported.
struct ImportTests {
  /// What each target's files may import, and nothing else.
  static let allowed: [String: Set<String>] = [
    "JSON": [],
    "CommandLineKit": [],
    "DeskCore": ["JSON"],
    "DeskFormats": ["DeskCore", "JSON"],
    "DeskSystem": ["CSystem", "Glibc"],
    "DeskStore": ["DeskCore", "DeskSystem", "JSON"],
    "DeskCommands": [
      "CommandLineKit", "DeskCore", "DeskFormats", "DeskStore", "DeskSystem", "JSON",
    ],
    "deskctl": ["DeskCommands", "DeskSystem"],
    "DeskTestSupport": [
      "CommandLineKit", "DeskCommands", "DeskCore", "DeskFormats", "DeskStore", "DeskSystem",
      "Foundation", "JSON",
    ],
  ]

  /// Files outside DeskSystem that name constants of libc (`O_RDWR`, `ENOENT`) and call nothing.
  static let constants: Set<String> = [
    "Sources/DeskStore/Config/ConfigFolder.swift", "Sources/DeskStore/Files/Commit.swift",
    "Sources/DeskStore/Files/Recovery.swift", "Sources/DeskStore/Files/WorkingSet.swift",
    "Sources/DeskStore/Store.swift", "Sources/DeskStore/StoreMaking.swift",
  ]

  @Test func `every target is one whose arrows are known`() {
    #expect(!SourceFile.all.isEmpty)
    #expect(Set(SourceFile.all.map(\.target)).subtracting(Self.allowed.keys) == [])
  }

  @Test func `a file imports what its target may, and nothing else`() {
    let strays = SourceFile.all.flatMap { file in
      file.imports.filter { module in
        !(Self.allowed[file.target] ?? []).contains(module)
          && !(module == "Glibc" && Self.constants.contains(file.path))
      }.map { "\(file.path) imports \($0)" }
    }
    #expect(strays == [])
  }

  @Test func `an exception is one that is needed`() {
    let importing = SourceFile.all.filter { file in file.imports.contains("Glibc") }
    #expect(Self.constants.subtracting(importing.map(\.path)) == [])
  }
}
