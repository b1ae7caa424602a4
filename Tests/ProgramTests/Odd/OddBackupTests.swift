import DeskTestSupport
import Foundation
import Testing

/// Tars that other programs made, or that somebody means ill with: nothing of them is unpacked, and
/// nothing is left where they were to go.
struct OddBackupTests {
  /// Lines of a shell that make `mau.tar` of `central.tar`, which lies unpacked in `solto`.
  private static let makings = [
    "a folder": "tar -cf mau.tar -C solto .",
    "a parent's":
      "tar -cf mau.tar -P -C solto --transform 's,^config,data/../../x,' data config manifest.jsonl",
    "an absolute": "tar -cf mau.tar -P -C solto data/format.json /etc/hostname",
    "a link":
      "ln -s /etc solto/data/contacts/x; tar -cf mau.tar -C solto data/format.json data/contacts/x",
    "a hard link":
      "ln solto/data/format.json solto/data/igual; tar -cf mau.tar -C solto data/format.json data/igual",
    "a pipe": "mkfifo solto/data/cano; tar -cf mau.tar -C solto data/format.json data/cano",
    "a device": "tar -cf mau.tar -P -C solto data/format.json /dev/null",
    "another order": "tar -cf mau.tar -C solto manifest.jsonl data config",
    "more": "cp central.tar mau.tar; tar -rf mau.tar nota.txt",
    "compressed": "gzip -c central.tar >mau.tar", "a text": "cp nota.txt mau.tar",
    "nothing": ": >mau.tar", "its middle": "head -c 40000 central.tar >mau.tar",
    "no end": "head -c -700 central.tar >mau.tar",
    "a hole": "cp central.tar mau.tar; printf X | dd of=mau.tar bs=1 seek=30000 conv=notrunc",
  ]

  @Test(arguments: Exhaustion.some(makings.keys.sorted(), atMost: 7))
  func `a tar that is no whole backup leaves nothing`(_ name: String) throws {
    guard try Needed.program("tar") != nil, try Needed.program("gzip") != nil else { return }
    let desk = try BinaryDesk()
    #expect(try desk.run("backup", "-o", "central.tar").status == 0)
    try sh("echo x >nota.txt; mkdir solto; tar -xf central.tar -C solto", desk)
    try sh("{ \(Self.makings[name] ?? "false") ; } 2>fora", desk)
    let before = try FileManager.default.contentsOfDirectory(atPath: desk.root).sorted()
    for words in [
      ["restore", "mau.tar", "--to", "alvo/ali"], ["restore", "mau.tar", "--to", "alvo", "-n"],
      ["backup", "--verify", "mau.tar"],
    ] {
      let answer = try desk.run(words)
      #expect(answer.status == 9, "\(words): \(answer)")
      #expect(answer.error.contains("backup_damaged: mau.tar: "), "\(answer.error)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: desk.root).sorted() == before)
    }
    #expect(try desk.run("doctor").status == 0)
  }

  @Test func `a backup whose reader is gone ends as other programs do`() throws {
    let desk = try BinaryDesk()
    let answer = try sh(
      "{ set +e; \(Binary.built.path) backup; echo $? >fim; } | { exec <&-; sleep 1; }; cat fim",
      desk)
    #expect(answer.output == "141\n")
    #expect(try desk.run("doctor").status == 0)
  }

  @discardableResult
  private func sh(_ line: String, _ desk: BinaryDesk) throws -> Binary.Answer {
    let answer = try Binary.run(
      ["/bin/sh", "-c", line], environment: desk.environment, folder: desk.root)
    if answer.status != 0 { throw Unmade(line: line, said: answer.error) }
    return answer
  }

  /// The shell did not do what the case is about.
  private struct Unmade: Error {
    let line: String
    let said: String
  }
}
