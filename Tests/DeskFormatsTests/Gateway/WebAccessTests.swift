import DeskCore
import DeskFormats
import Testing

/// Which pages may ask, by what their browsers say of them.
struct WebAccessTests {
  /// A request's headers, and whether it may be asked by GET and by POST.
  struct Case: Sendable {
    let headers: [String: String]
    let mayRead: Bool
    let mayWrite: Bool
  }

  static let cases = [
    Case(headers: [:], mayRead: true, mayWrite: false),
    Case(headers: ["HTTP_SEC_FETCH_SITE": "same-origin"], mayRead: true, mayWrite: true),
    Case(headers: ["HTTP_SEC_FETCH_SITE": "cross-site"], mayRead: true, mayWrite: false),
    Case(headers: ["HTTP_ORIGIN": "https://www.loja.example"], mayRead: true, mayWrite: true),
    Case(headers: ["HTTP_ORIGIN": "https://WWW.loja.example"], mayRead: true, mayWrite: true),
    Case(headers: ["HTTP_ORIGIN": "http://www.loja.example"], mayRead: false, mayWrite: false),
    Case(headers: ["HTTP_ORIGIN": "https://loja.example"], mayRead: false, mayWrite: false),
    Case(
      headers: ["HTTP_ORIGIN": "https://www.loja.example.mau.example"], mayRead: false,
      mayWrite: false),
    Case(headers: ["HTTP_ORIGIN": "null"], mayRead: false, mayWrite: false),
    Case(
      headers: ["HTTP_ORIGIN": "https://desk.example:8443", "HTTP_HOST": "desk.example:8443"],
      mayRead: true, mayWrite: true),
    Case(
      headers: ["HTTP_ORIGIN": "https://desk.example:8443", "HTTP_HOST": "desk.example"],
      mayRead: false, mayWrite: false),
    Case(headers: ["HTTP_ORIGIN": "https://"], mayRead: false, mayWrite: false),
  ]

  @Test(arguments: cases)
  func `L1 a page asks that is ours or listed, and no other`(one: Case) throws {
    let origins = [try WebOrigin(text: "https://www.loja.example")]
    let request = try WebRequest(environment: one.headers)
    func may(_ method: WebMethod) -> Bool {
      (try? WebAccess.check(request, method, allowing: origins)) != nil
    }
    #expect(may(.get) == one.mayRead)
    #expect(may(.post) == one.mayWrite)
  }

  @Test func `only a listed site's page is given an answer of another site`() throws {
    let origins = [try WebOrigin(text: "https://www.loja.example")]
    func admitted(_ origin: String) throws -> String? {
      var answer = WebAnswer(.ok)
      answer.admit(try WebRequest(environment: ["HTTP_ORIGIN": origin]), origins: origins)
      #expect(answer.headers.contains { $0 == ("Vary", "Origin") })
      return answer.headers.first { $0.name == "Access-Control-Allow-Origin" }?.value
    }
    #expect(try admitted("https://www.loja.example") == "https://www.loja.example")
    #expect(try admitted("https://mau.example") == nil)
  }

  @Test func `no header's value begins another line`() {
    var answer = WebAnswer(.ok)
    answer.set("X-Test", "a\r\nSet-Cookie: b")
    #expect(String(decoding: answer.bytes(), as: UTF8.self).contains("X-Test: aSet-Cookie: b\n"))
  }
}
