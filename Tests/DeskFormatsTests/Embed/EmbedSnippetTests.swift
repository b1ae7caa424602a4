import DeskCore
import DeskTestSupport
import JSON
import Testing

@testable import DeskFormats

struct EmbedSnippetTests {
  private static let plain = EmbedSamples.snippets().map { signs(in: $0.text) }

  /// How often each sign stands there that could begin or end anything; letters, digits and what
  /// texts may hold are left out.
  private static func signs(in text: String) -> [Int] {
    var counts = [Int](repeating: 0, count: 256)
    text.utf8.withContiguousStorageIfAvailable { for byte in $0 { counts[Int(byte)] += 1 } }
    for byte in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !#()+,-./:;=?@_\\"
      .utf8
    {
      counts[Int(byte)] = 0
    }
    return counts
  }

  @Test(arguments: HostileTexts.all)
  func `L8 whatever is said, the code around it stays the same`(
    name: String, text: String
  ) throws {
    let hostile = EmbedSamples.snippets(EmbedSamples.look(saying: text))
    for (snippet, plain) in zip(hostile, Self.plain) {
      let what = "\(snippet.target) \(snippet.shape)"
      #expect(Self.signs(in: snippet.text) == plain, "\(what)")
      #expect(plain[0x80...].allSatisfy { $0 == 0 })
      let said = snippet.look.config["welcome"]?["text"]?.string
      #expect(said.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func `L7 the same settings make the same bytes`() {
    for (first, second) in zip(EmbedSamples.snippets(), EmbedSamples.snippets()) {
      #expect(first.text == second.text)
    }
  }

  @Test func `L7 the marker stands once in each, and in no file that it loads`() {
    for snippet in EmbedSamples.snippets() {
      let found = EmbedSearch(of: .livechat, in: Array(snippet.text.utf8)).found
      #expect(found.map(\.fingerprint) == [EmbedSamples.look.fingerprint])
    }
    #expect(EmbedSearch(of: .livechat, in: Array(WidgetFile.current.text.utf8)).found == [])
  }

  /// Google Tag Manager takes 102,400 characters, reads `{{…}}` as a variable, and no newer
  /// language than ES5.
  @Test(arguments: EmbedShape.allCases)
  func `a tag of Tag Manager is short, old, and names no variable`(shape: EmbedShape) {
    let text = EmbedSnippet(EmbedSamples.look, target: .gtm, shape: shape).text
    #expect(text.utf8.count < 102_400)
    #expect(!text.contains("{{"))
    let outside = text.replacing(/"[^"]*"/, with: "\"\"")
    #expect(outside.firstMatch(of: /=>|`|\b(const|let|class|async|await)\b|\?\.|\.\.\./) == nil)
  }

  @Test func `a pinned file is named and checked by its content`() throws {
    let file = WidgetFile.current
    let bytes = Array(file.text.utf8)
    #expect(file.name == "deskctl-chat-\(SHA256.hash(bytes).hexadecimal.prefix(16)).js")
    #expect(file.integrity == "sha384-" + Base64.encode(SHA512.hash384(bytes)))
    #expect(bytes.allSatisfy { $0 < 0x80 } && !file.text.contains("</script"))
    for snippet in EmbedSamples.snippets() where snippet.shape == .pinned {
      #expect(snippet.text.contains(file.integrity) && snippet.text.contains(file.name))
      #expect(snippet.text.contains("anonymous"))
    }
  }

  @Test func `the policy hashes what stands between the tags`() throws {
    for snippet in EmbedSamples.snippets() where snippet.target != .js {
      let text = snippet.text
      let bodies = text.matches(
        of: /<script(?: type="module")?>([^<]*(?:<(?!\/script)[^<]*)*)<\/script>/)
      let policy = PagePolicy(snippet, endpoint: EmbedSamples.settings.endpoint)
      let sources = policy.directives[0].sources
      for body in bodies {
        let hash = Base64.encode(SHA256.hash(Array(String(body.1).utf8)))
        #expect(sources.contains("'sha256-\(hash)'"), "\(snippet.target) \(snippet.shape)")
      }
      #expect(bodies.count == 1)
      #expect(policy.text.contains("connect-src https://desk.example"))
    }
  }

  @Test(arguments: ["", "a b", "a'", "\"", "=", "a===", "a=b", "ç", "<", "{{nonce}}"])
  func `a nonce is base64 and nothing else`(typed: String) {
    #expect(Nonce(typed) == nil)
  }

  @Test(arguments: [
    "", "//evil.example/", "javascript:alert(1)", "http://a.example/", "/a\"b", "/a b", "/ção/",
    "https://", "/a<b", "data:text/html,x", "/a'b", "/a;b", "/a,b", "/a\\b",
  ])
  func `a base is a path or an https address and nothing else`(typed: String) {
    #expect(AssetBase(typed) == nil)
  }
}
