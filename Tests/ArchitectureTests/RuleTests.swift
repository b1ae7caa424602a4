import DeskTestSupport
import JSON
import Testing

/// Every code that the program says is one that `explain` explains.
struct RuleTests {
  /// The ids of all rules of the desk.
  static let rules: [String] = [
    ("W", 13), ("C", 21), ("L", 9), ("R", 9), ("S", 14), ("D", 4),
  ].flatMap { letter, count in (1...count).map { "\(letter)\($0)" } }

  /// What `explain` says, in a language.
  static func explanations(_ language: String = "en") throws -> [JSONValue] {
    let answer = try TestDesk().run("explain", "--jsonl", "--lang", language)
    return try answer.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
  }

  @Test func `all 70 rules are explained, in their order and no others`() throws {
    let explained = try Self.explanations().filter { $0["kind"]?.string == "rule" }
    #expect(explained.compactMap { $0["code"]?.string } == Self.rules)
    #expect(Self.rules.count == 70)
  }

  @Test(arguments: ["en", "pt-BR"])
  func `a rule takes two to five sentences`(language: String) throws {
    for rule in try Self.explanations(language) where rule["kind"]?.string == "rule" {
      let text = rule["text"]?.string ?? ""
      let sentences = text.lines(of: #"[.?!](?:\s|$)"#).count
      #expect((2...5).contains(sentences), "\(rule["code"]?.string ?? ""): \(text)")
    }
  }

  @Test func `each language has a text of its own for every code`() throws {
    let pairs = zip(try Self.explanations("en"), try Self.explanations("pt-BR"))
    for (en, pt) in pairs {
      #expect(en["code"] == pt["code"])
      #expect(en["title"] != pt["title"] && en["text"] != pt["text"], "\(en["code"]?.string ?? "")")
    }
  }

  @Test func `no code is explained twice`() throws {
    let codes = try Self.explanations().compactMap { $0["code"]?.string?.lowercased() }
    #expect(codes.count == Set(codes).count)
  }

  /// The codes are literals where a failure, a warning or an event is made.
  @Test func `every code that a failure, a warning or an event carries is explained`() throws {
    let known = Set(try Self.explanations().compactMap { $0["code"]?.string })
    let used = SourceFile.all.flatMap(Self.codes)
    #expect(used.count > 60)
    #expect(used.filter { !known.contains($0.code) }.map { "\($0.path): \($0.code)" } == [])
  }

  /// The codes of a type are literals in its `code`.
  @Test func `every code that doctor finds is explained`() throws {
    let known = Set(try Self.explanations().compactMap { $0["code"]?.string })
    let found = SourceFile.all.flatMap { file in
      file.text.captures(of: #"var code: String \{\s*switch self \{([^}]*)\}"#)
        .flatMap { $0.captures(of: #": "(\w+)""#) }
    }
    #expect(found.count > 20)
    #expect(found.filter { !known.contains($0) } == [])
  }

  @Test func `a rule that a test is named after is one of the desk's`() {
    let strays = SourceFile.files(below: "Tests").flatMap { file in
      file.text.captures(of: "func `([WCLRSD][0-9]+) ").filter { !Self.rules.contains($0) }
    }
    #expect(strays == [])
  }

  @Test func `every rule of conversations has a test that is named after it`() {
    let named = Set(
      SourceFile.files(below: "Tests").flatMap { $0.text.captures(of: "func `(C[0-9]+) ") })
    #expect(Self.rules.filter { $0.hasPrefix("C") && !named.contains($0) } == [])
  }

  /// The words in quotes between `Failure(` or `Notice(` and its text, those after `rule:` or
  /// `code:`, and whatever looks like a rule's id.
  static func codes(_ file: SourceFile) -> [(path: String, code: String)] {
    guard file.target == "DeskCommands" || file.target == "DeskCore" else { return [] }
    let heads = file.text.captures(of: #"\b(?:Failure|Notice)\(((?:(?!Text\(|\))[\s\S])*)"#)
    let found =
      heads.flatMap { $0.captures(of: #""([A-Za-z]\w*)""#) }
      + file.text.captures(of: #"\b(?:rule|code): "([^"\\]*)""#)
      + file.text.captures(of: #""([WCLRSD][0-9]{1,2})""#)
    return found.map { (file.path, $0) }
  }
}
