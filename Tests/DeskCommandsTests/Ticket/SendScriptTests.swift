import DeskFormats
import DeskTestSupport
import Foundation
import Testing

/// `send.sh` of an export, against a helpdesk that writes down what came.
struct SendScriptTests {
  @Test(arguments: ExportTarget.allCases.filter { SendScript($0) != nil })
  func `send.sh sends each request once, with its files, whatever stops it`(
    target: ExportTarget
  ) throws {
    guard let python = try Needed.program("python3"), try Needed.program("curl") != nil,
      try Needed.program("jq") != nil
    else { return }
    let desk = try TestDesk.odd()
    let answer = desk.run("ticket", "export", "1", "2", "--to", target.rawValue, "-o", "out")
    #expect(answer.status == 0, "\(answer.error)")
    let scripts = "\(ProjectFile.root)/Tests/Corpora/export"
    let log = desk.root + "/log"
    let helpdesk = try Binary.start([python, scripts + "/server.py", log])
    defer {
      helpdesk.kill()
      _ = try? helpdesk.wait()
    }
    let address = "http://127.0.0.1:\(try port(log + ".port"))"
    func send(_ key: String = #"k"q$x\y"#) throws -> Binary.Answer {
      try Binary.run(
        ["sh", desk.root + "/out/send.sh"],
        environment: ["URL": address, "KEY": key, "APP": "APP", "ACCOUNT": "7", "INBOX": "9"])
    }
    let refused = try send("KEY\nurl = elsewhere")
    #expect(refused.status != 0 && refused.error.contains("control character"), "\(refused.error)")
    let failed = try send()
    #expect(failed.status == 1 && failed.error.contains(": 500 {"), "\(failed.error)")
    let unanswered = try send()
    #expect(unanswered.error.hasSuffix(".jsonl: no answer came\n"), "\(unanswered.error)")
    // A document, and what ties it to its ticket, fail once each.
    for _ in 0..<(target == .glpi ? 2 : 0) { #expect(try send().error.contains(": 500 {")) }
    for _ in 0..<2 {
      let done = try send()
      #expect(done.status == 0 && done.output.contains("requests were answered"), "\(done.error)")
    }
    let sent = try Binary.run(
      [python, scripts + "/sent.py", target.rawValue, desk.root + "/out", log])
    #expect(sent.status == 0, "\(sent.error)")
    #expect(sent.output.hasSuffix("requests\n"))
    let bare = try Binary.run(["sh", desk.root + "/out/send.sh"])
    #expect(bare.status != 0 && bare.error.contains("URL"))
  }

  private func port(_ path: String) throws -> String {
    for _ in 0..<1000 {
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      if text.hasSuffix("\n") { return String(text.dropLast()) }
      usleep(10_000)
    }
    throw CocoaError(.fileNoSuchFile)
  }
}
