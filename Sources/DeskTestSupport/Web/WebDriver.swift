import Foundation
package import JSON

/// Chromium as chromedriver drives it, by W3C's WebDriver: one session with a profile of its own. A
/// class, because the browser goes with it.
package final class WebDriver: Sendable {
  private let driver: Binary.Started
  private let folder: String
  private let call: HTTPCall
  private let session: String

  /// What chromedriver answered instead of doing it.
  package struct Failure: Error {
    package let command: String
    package let answer: String
  }

  /// Starts a browser without a window.
  package init(driver program: String, browser: String) throws {
    let folder = NSTemporaryDirectory() + "deskctl-browser-" + UUID().uuidString
    let call = HTTPCall(port: try LoopbackServer.closedPort())
    // `timeout` leads a process group and ends it, even where this process no longer can: later than
    // any run of all tests ends, for the browser is started with the first of them.
    let driver = try Binary.start(
      ["timeout", "--kill-after=2", "1800", program, "--port=\(call.port)"],
      environment: ["HOME": folder, "TZ": "America/Sao_Paulo"])
    do {
      try Self.wait("chromedriver") { call.send("GET", "/status", []) != nil }
      session = try Self.session(call, browser: browser, folder: folder)
    } catch {
      Self.end(driver, folder)
      throw error
    }
    (self.driver, self.folder, self.call) = (driver, folder, call)
  }

  /// Asks for a session of a browser that asks nobody for anything by itself.
  private static func session(_ call: HTTPCall, browser: String, folder: String) throws -> String {
    let flags = [
      "--headless=new", "--no-sandbox", "--user-data-dir=\(folder)", "--disable-gpu",
      "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
      "--disable-default-apps", "--disable-extensions", "--disable-sync", "--no-first-run",
      "--no-default-browser-check", "--disable-domain-reliability", "--lang=en-US",
      "--disable-features=Translate,OptimizationHints,MediaRouter",
      "--force-device-scale-factor=1", "--force-color-profile=srgb",
    ]
    let options: JSONValue = [
      "binary": JSONValue(browser), "args": JSONValue(flags.map { JSONValue($0) }),
    ]
    let made = try ask(
      call, "POST", "/session",
      ["capabilities": ["alwaysMatch": ["goog:chromeOptions": options]]])
    return "/session/" + (made["sessionId"]?.string ?? "")
  }

  deinit {
    _ = try? Self.ask(call, "DELETE", session)
    Self.end(driver, folder)
  }

  private static func end(_ driver: Binary.Started, _ folder: String) {
    kill(-driver.process, SIGKILL)
    _ = try? driver.wait()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Asks chromedriver, and returns the answer's value.
  private static func ask(
    _ call: HTTPCall, _ verb: String, _ path: String, _ body: JSONValue = [:]
  ) throws -> JSONValue {
    let bytes = verb == "POST" ? Array(body.text().utf8) : []
    guard let answer = call.send(verb, path, bytes) else {
      throw Failure(command: path, answer: "none in time")
    }
    let value = try JSONValue(parsing: answer)["value"] ?? .null
    if value["error"]?.string != nil { throw Failure(command: path, answer: value.text()) }
    return value
  }

  /// A command of the session.
  @discardableResult
  package func post(_ path: String, _ body: JSONValue = [:]) throws -> JSONValue {
    try Self.ask(call, "POST", session + path, body)
  }

  package func get(_ path: String) throws -> JSONValue {
    try Self.ask(call, "GET", session + path)
  }

  package func delete(_ path: String) throws { _ = try Self.ask(call, "DELETE", session + path) }

  /// Goes on asking until it is so; fails after ten seconds.
  package static func wait(_ what: String, until isSo: () throws -> Bool) throws {
    for _ in 0..<500 {
      if try isSo() { return }
      usleep(20_000)
    }
    throw Failure(command: what, answer: "not so after ten seconds")
  }
}
