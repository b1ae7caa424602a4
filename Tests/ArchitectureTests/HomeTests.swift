import Testing

/// What comes from outside the program, or leaves it, has one home each; the rest is given it.
struct HomeTests {
  /// Where a thing is done, and the words by which it would be seen elsewhere.
  struct Home: Sendable, CustomTestStringConvertible {
    let what: String
    let pattern: String
    let files: Set<String>
    var testDescription: String { what }

    init(_ what: String, _ pattern: String, in files: Set<String>) {
      self.what = what
      self.pattern = pattern
      self.files = files
    }
  }

  static let homes = [
    // The runner's own function of that name writes to the console that it was given.
    Home(
      "printing", #"(?<!\.)\b(debugPrint|dump|print|puts|printf)\("#,
      in: ["Sources/DeskCommands/Program/Runner.swift"]),
    Home(
      "the streams",
      #"\b(stdout|stderr|FileHandle)\b|OutputStream\.(standard|error)|InputFile\.standard"#,
      in: ["Sources/DeskCommands/Program/ProcessSurroundings.swift"]),
    Home(
      "the clock", #"\b(time\(nil|gettimeofday|clock_gettime|ContinuousClock|Date\(\))"#,
      in: ["Sources/DeskSystem/Clock.swift"]),
    Home(
      "the environment", #"\b(getenv|setenv|secure_getenv)\(|\benviron\b"#,
      in: ["Sources/DeskSystem/Streams.swift"]),
    Home(
      "randomness",
      #"\.(random|randomElement|shuffled|shuffle)\(|RandomNumberGenerator|csystem_random|\bUUID\("#,
      in: ["Sources/DeskSystem/Clock.swift"]),
    Home(
      "the end of the process", #"(?<![.\w])(exit|abort|_exit|fatalError)\("#,
      in: ["Sources/DeskSystem/ProcessFacts.swift", "Sources/DeskSystem/Streams.swift"]),
    Home(
      "the working folder", #"\b(getcwd|chdir|fchdir)\("#,
      in: ["Sources/DeskSystem/ProcessFacts.swift"]),
    // Who may see what, and who may do what: other functions of these names ask these.
    Home("what a role allows", #"\.allows\("#, in: ["Sources/DeskCommands/Program/Actor.swift"]),
    Home("who sees all", #"\bmay\(\.viewAll"#, in: ["Sources/DeskCommands/Program/Actor.swift"]),
  ]

  @Test(arguments: homes)
  func `it is done in its home alone, and there it is`(_ home: Home) {
    let files = SourceFile.all.filter { $0.target != "DeskTestSupport" }
    let strays = files.filter { !home.files.contains($0.path) }.flatMap {
      $0.places(of: home.pattern)
    }
    #expect(strays == [])
    let used = files.filter { !$0.places(of: home.pattern).isEmpty }.map(\.path)
    #expect(home.files.subtracting(used) == [])
  }
}
