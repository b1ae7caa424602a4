import CommandLineKit
import DeskCore
import DeskStore
import DeskTestSupport
import JSON
import Testing

/// A report's page in a real browser: each picture has a table that those find who cannot see, names stay
/// text, and nothing runs or loads.
@Suite(.serialized, .oneBrowser)
struct ReportPageTests {
  /// Two months of work, whose teams have names that try to be markup.
  private func open() throws -> (browser: WebDriver, desk: TestDesk)? {
    guard let browser = OneBrowser.current else { return nil }
    let desk = try TestDesk.busy(seed: 5)
    for (team, name) in [
      ("suporte", "</text></svg><script>window.ran=1</script>"), ("vendas", "\" onload=\"x"),
    ] {
      let set = desk.run("team", "set", team, "--name", name)
      #expect(set.status == 0, "\(set.error)")
    }
    let made = desk.run("report", "--month", "2026-11", "-o", "novembro.html")
    #expect(made.status == 0, "\(made.error)")
    #expect(made.output.isEmpty)
    try browser.go(to: "file://\(desk.root)/novembro.html")
    return (browser, desk)
  }

  private static let titles = [
    "Conversations by day and channel", "Time to first answer", "Time to close", "Tickets by team",
    "Tickets by category", "Tickets by origin", "Schedules by outcome", "Ratings",
    "Load by hour of the week",
  ]

  /// The names that those hear who cannot see, by role.
  private func names(_ role: String, _ browser: WebDriver) throws -> [String] {
    let tree = try browser.tools("Accessibility.getFullAXTree", [:])
    return (tree["nodes"]?.array ?? []).compactMap { node in
      guard node["ignored"]?.bool != true, node["role"]?["value"]?.string == role else {
        return nil
      }
      return node["name"]?["value"]?.string
    }
  }

  @Test func `each picture is named, and its table is in the accessibility tree`() throws {
    guard let (browser, desk) = try open() else { return }
    withExtendedLifetime(desk) {}
    try browser.tools("Accessibility.enable", [:])
    #expect(try names("figure", browser) == Self.titles)
    #expect(try names("table", browser) == Self.titles)
    #expect(try names("image", browser) == Self.titles)
    let heads = try names("rowheader", browser)
    #expect(heads.contains("Fri 2026-11-13"))
    #expect(heads.contains("</text></svg><script>window.ran=1</script>"))
    #expect(try names("columnheader", browser).contains("WhatsApp"))
  }

  @Test func `its tables hold the figures that scripts are given`() throws {
    guard let (browser, desk) = try open() else { return }
    let answer = desk.run("report", "--month", "2026-11", "--json")
    let data = try #require(try JSONValue(parsing: answer.output)["data"])
    let cells = try browser.run(
      """
      return [...document.querySelectorAll("figure")].map((figure) =>
        [...figure.querySelectorAll("td")].map((cell) => cell.textContent));
      """)
    func texts(_ figure: Int) -> [String] { cells.array?[figure].array?.compactMap(\.string) ?? [] }
    let days = data["conversations"]?["byDay"]?.array ?? []
    let counts = days.flatMap { day in
      ["whatsapp", "livechat", "webchat"].map { String(day[$0]?.int ?? -1) }
    }
    #expect(texts(0) == counts)
    let teams = data["tickets"]?["byTeam"]?.array ?? []
    #expect(texts(3) == teams.map { String($0["count"]?.int ?? -1) })
    let hours = (data["load"]?["byWeekday"]?.array ?? []).flatMap { $0["hours"]?.array ?? [] }
    #expect(texts(8) == hours.map { String($0.int ?? -1) })
  }

  @Test func `its policy lets in its own style, and no script runs`() throws {
    guard let (browser, desk) = try open() else { return }
    withExtendedLifetime(desk) {}
    let strange = try browser.run(
      "return document.querySelectorAll('script,a,img,iframe,link,form,[onload],[src],[style]').length"
    )
    #expect(strange.int == 0)
    let ran = try browser.run(
      """
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      return [window.ran !== undefined, performance.getEntriesByType("resource").length,
        getComputedStyle(document.querySelector("svg")).display];
      """)
    #expect(ran.array == [false, 0, "block"])
  }

  @Test func `it is dark where the screen is, and light on paper`() throws {
    guard let (browser, desk) = try open() else { return }
    withExtendedLifetime(desk) {}
    defer { _ = try? browser.tools("Emulation.setEmulatedMedia", ["media": "", "features": []]) }
    let dark: JSONValue = [["name": "prefers-color-scheme", "value": "dark"]]
    let colours = try ["screen", "print"].map { media in
      try browser.tools(
        "Emulation.setEmulatedMedia", ["media": JSONValue(media), "features": dark])
      return try browser.run("return getComputedStyle(document.body).backgroundColor").string
    }
    #expect(colours == ["rgb(17, 24, 39)", "rgb(255, 255, 255)"])
  }
}
