import DeskFormats
import Testing

/// A web server's environment as a request, and what is refused before a body is read.
struct WebRequestTests {
  @Test func `an address's query is read with its signs undone`() {
    let query = QueryString("hub.mode=subscribe&hub.challenge=1%2B1+%C3%A9&x&broken=%zz&x=2")
    #expect(query["hub.mode"] == "subscribe")
    #expect(query["hub.challenge"] == "1+1 é")
    #expect(query["x"] == "")
    #expect(query["broken"] == "%zz")
    #expect(query["none"] == nil)
  }

  @Test(arguments: ["-1", "1e3", "0x10", "99999999999999999999", "12 ", "+5"])
  func `a length that is no number is no request`(text: String) {
    #expect(throws: WebRefusal.badRequest) {
      try WebRequest(environment: ["CONTENT_LENGTH": text])
    }
  }

  @Test func `a type is compared without its parameters and capitals`() throws {
    let request = try WebRequest(
      environment: ["CONTENT_TYPE": "Application/JSON ; charset=UTF-8", "CONTENT_LENGTH": "12"])
    #expect(request.contentType == "application/json")
    #expect(request.contentLength == 12)
  }

  @Test func `an environment without anything is the root, by no method`() throws {
    let request = try WebRequest(environment: [:])
    #expect(request.method == nil)
    #expect(request.path == "/")
    #expect(request.contentLength == 0)
  }

  @Test(
    arguments: [
      ("/state", WebRoute.state), ("/start", .start), ("/say", .say), ("/poll", .poll),
      ("/end", .end), ("/whatsapp", .whatsapp), ("/ticket/12-ab", .ticket("12-ab")),
      ("/password/x", .password("x")),
    ])
  func `a path leads to what it names`(path: String, route: WebRoute) throws {
    #expect(try WebRoute(path: path) == route)
  }

  @Test(
    arguments: [
      "", "/", "state", "//state", "/state/", "/State", "/state/x", "/ticket", "/ticket/a/b",
      "/../say", "/say\0",
    ])
  func `any other path is not found`(path: String) {
    #expect(throws: WebRefusal.notFound) { try WebRoute(path: path) }
  }
}
