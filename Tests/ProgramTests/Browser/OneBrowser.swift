import DeskTestSupport
import Testing

/// Starts one browser for a suite, and ends it after it.
struct OneBrowser: SuiteTrait, TestScoping {
  @TaskLocal static var current: WebDriver?

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    guard let driver = try Needed.program("chromedriver"),
      let browser = try Needed.program("chromium"), try Needed.program("timeout") != nil
    else { return try await function() }
    let started = try WebDriver(driver: driver, browser: browser)
    try await Self.$current.withValue(started) { try await function() }
  }
}

extension Trait where Self == OneBrowser {
  static var oneBrowser: Self { OneBrowser() }
}
