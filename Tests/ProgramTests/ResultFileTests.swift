import DeskTestSupport
import Foundation
import Glibc
import Testing

/// `--out`, wherever it leads.
struct ResultFileTests {
  private func type(_ path: String) throws -> FileAttributeType? {
    try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
  }

  private func mode(_ path: String) throws -> Int? {
    (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
      .map { $0 & 0o777 }
  }

  private func run(_ desk: BinaryDesk, _ words: String) throws -> Binary.Answer {
    try Binary.run(
      ["/bin/sh", "-c", words.replacingOccurrences(of: "deskctl", with: Binary.built.path)],
      environment: desk.environment, folder: desk.root)
  }

  @Test func `a device, a pipe and a link stay what they are`() throws {
    let desk = try BinaryDesk()
    #expect(try desk.run("contact", "list", "-o", "/dev/null").status == 0)
    #expect(try type("/dev/null") == .typeCharacterSpecial)
    let piped = try run(desk, "mkfifo pipe; cat pipe & deskctl contact list -o pipe; wait")
    #expect(piped.output == (try desk.run("contact", "list").output))
    #expect(try run(desk, "[ -p pipe ]").status == 0)
    let linked = try run(
      desk, "mkdir far; echo old >far/file; ln -s far/file link; deskctl contact list -o link")
    #expect(linked.status == 0, "\(linked.error)")
    #expect(try run(desk, "[ -L link ] && cat far/file").output == piped.output)
    #expect(try run(desk, "ln -s nowhere lost; deskctl contact list -o lost").status != 0)
    #expect(try run(desk, "[ -L lost ] && ! [ -e nowhere ]").status == 0)
    #expect(try desk.run("contact", "list", "-o", "").status == 2)
    #expect(try run(desk, "ls -A | grep deskctl-new").output == "")
  }

  @Test func `a new file is as the umask says, one that was there as it was`() throws {
    let desk = try BinaryDesk()
    #expect(try run(desk, "umask 077; deskctl contact list -o new").status == 0)
    #expect(try mode(desk.root + "/new") == 0o600)
    #expect(try run(desk, "umask 022; touch old; chmod 640 old").status == 0)
    #expect(try run(desk, "umask 022; deskctl contact list -o old").status == 0)
    #expect(try mode(desk.root + "/old") == 0o640)
  }

  @Test func `of many who write one file at once each leaves it whole`() throws {
    let desk = try BinaryDesk()
    let whole = try desk.run("help", "whatsapp").output
    let answer = try run(
      desk,
      """
      n=0; while [ $n -lt 40 ]; do n=$((n+1))
        deskctl help whatsapp -o page || echo failed &
        deskctl help whatsapp -o page || echo failed &
        wait; cat page
      done
      """)
    #expect(answer.output == String(repeating: whole, count: 40), "\(answer.error.prefix(500))")
  }
}
