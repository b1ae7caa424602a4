import DeskTestSupport
import Foundation
import Testing

/// Every session below `Tests/Transcripts`, replayed byte for byte on a fresh sample desk.
/// `DESKCTL_RECORD=1` (`make record`) rewrites those that differ, and fails.
struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Transcripts").path

  static let names = (try? Transcript.all(in: folder).map(\.path)) ?? []

  @Test func `there are transcripts`() {
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: names)
  func `the session goes as it is written`(path: String) throws {
    let transcript = Transcript(path)
    let session = try transcript.replay(on: TestDesk.sample())
    let written = try transcript.text()
    if session != written, ProcessInfo.processInfo.environment["DESKCTL_RECORD"] != nil {
      try transcript.record(session)
    }
    #expect(session == written)
  }
}
