import CommandLineKit
import DeskCore
import DeskStore
import DeskTestSupport
import Foundation
import JSON
import Testing

/// An exported page in a real browser: whatever visitors wrote is text, and nothing runs or loads.
@Suite(.serialized, .oneBrowser)
struct TranscriptPageTests {
  /// Each hostile text as a message, its author and the name of a file, in three conversations.
  private func desk() throws -> BinaryDesk {
    let desk = try BinaryDesk(now: nil)
    let store = try Store(desk.root + "/data", now: TestDesk.start)
    _ = try store.write(patience: 1) { transaction in
      for number in 1...3 {
        var conversation = Conversation()
        conversation.id = Conversation.ID(number)
        conversation.contact = Contact.ID(1)
        conversation.messageCount = HostileTexts.all.count
        try transaction.apply([.conversation(conversation)])
        for (place, (_, text)) in HostileTexts.all.enumerated() {
          var message = Message()
          message.id = place + 1
          message.conversation = conversation.id
          message.author = text
          message.text = text
          message.files = [try transaction.keep([1], named: text)]
          try transaction.apply([.message(message)])
        }
      }
    }
    return desk
  }

  private func open() throws -> (browser: WebDriver, desk: BinaryDesk)? {
    guard let browser = OneBrowser.current else { return nil }
    let desk = try desk()
    let made = try desk.run("conversation", "export", "--to", "html", "-o", "todas.html")
    #expect(made.status == 0, "\(made.error)")
    try browser.go(to: "file://\(desk.root)/todas.html")
    return (browser, desk)
  }

  @Test func `every hostile text is read as it was written, and nothing runs or loads`() throws {
    guard let (browser, desk) = try open() else { return }
    withExtendedLifetime(desk) {}
    let texts = try browser.run(
      "return [...document.querySelectorAll('article:first-of-type p')].map((p) => p.textContent)")
    let expected = HostileTexts.all.map { JSONValue(Shown($0.text).paragraph) }
    #expect(texts.array == expected)
    let strange = try browser.run(
      "return document.querySelectorAll('script,a,img,iframe,link,form,[onload],[src],b').length")
    #expect(strange.int == 0)
    let loaded = try browser.run("return performance.getEntriesByType('resource').length")
    #expect(loaded.int == 0)
    #expect(try browser.run("return document.querySelectorAll('article').length").int == 3)
  }

  @Test func `its policy lets in its own style and no script`() throws {
    guard let (browser, desk) = try open() else { return }
    withExtendedLifetime(desk) {}
    let display = try browser.run("return getComputedStyle(document.querySelector('dl')).display")
    #expect(display.string == "grid")
    let ran = try browser.run(
      """
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      const style = document.createElement("style");
      style.textContent = "h1{display:none}";
      document.head.append(style);
      return [window.ran === true, getComputedStyle(document.querySelector("h1")).display];
      """)
    #expect(ran.array == [false, "block"])
  }

  @Test func `each conversation begins a page where it is printed`() throws {
    guard let (browser, desk) = try open() else { return }
    withExtendedLifetime(desk) {}
    try browser.tools("Emulation.setEmulatedMedia", ["media": "print"])
    defer { _ = try? browser.tools("Emulation.setEmulatedMedia", ["media": ""]) }
    let breaks = try browser.run(
      "return [...document.querySelectorAll('article')].map((one) => getComputedStyle(one).breakBefore)"
    )
    #expect(breaks.array == ["auto", "page", "page"])
    // The long texts go on over several pages; without the breaks they would take fewer.
    let printed = try browser.tools("Page.printToPDF", [:])["data"]?.string ?? ""
    let pdf = String(decoding: Data(base64Encoded: printed) ?? Data(), as: Unicode.ASCII.self)
    #expect(pdf.hasPrefix("%PDF-"))
  }
}
