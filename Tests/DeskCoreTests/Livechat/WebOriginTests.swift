import DeskCore
import Testing

struct WebOriginTests {
  @Test(arguments: [
    ("https://www.loja.example", "https://www.loja.example"),
    ("HTTPS://Loja.Example:443/", "https://loja.example"),
    ("http://localhost:8080", "http://localhost:8080"), ("http://[::1]:80", "http://[::1]"),
    ("https://[2001:db8::1]", "https://[2001:db8::1]"),
  ])
  func `L1 a site is kept as browsers name it`(typed: String, kept: String) throws {
    #expect(try WebOrigin(text: typed).text == kept)
  }

  @Test(arguments: [
    "", "loja.example", "*", "null", "ftp://loja.example", "https://", "https://loja.example/chat",
    "https://a@loja.example", "https://loja.example:0", "https://loja.example:99999",
    "https://*.example", "https://ação.example", "https://[::1", "https://loja.example:",
    "https://loja.example\r\nx", "https://loja example",
  ])
  func `L1 what is no site is refused`(typed: String) {
    #expect(throws: Unreadable.origin) { try WebOrigin(text: typed) }
  }

  @Test(arguments: [
    ("/chat", "/chat"), ("/chat/", "/chat"),
    ("https://desk.example/chat", "https://desk.example/chat"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
  ])
  func `L1 an endpoint is a path or an address, without a slash at its end`(
    typed: String, kept: String
  ) throws {
    #expect(try ChatEndpoint(text: typed).text == kept)
  }

  @Test(arguments: [
    "", "/", "//evil.example/chat", "chat", "http://desk.example/chat", "javascript:alert(1)",
    "/chat?x=1", "/chat#x", "/ch'at", "/ch\"at", "/chat<", "https://a:b@desk.example", "/çhat",
    "/a b",
  ])
  func `L1 what is no endpoint is refused`(typed: String) {
    #expect(throws: Unreadable.endpoint) { try ChatEndpoint(text: typed) }
  }

  @Test func `L1 the site of an endpoint is what a policy names`() throws {
    #expect(try ChatEndpoint(text: "/chat").origin == nil)
    #expect(
      try ChatEndpoint(text: "https://desk.example:8443/a/b").origin?.text
        == "https://desk.example:8443")
  }
}
