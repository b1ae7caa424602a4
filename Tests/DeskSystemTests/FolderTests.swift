import DeskSystem
import Foundation
import Testing

struct FolderTests {
  private let test: TestFolder
  private var folder: Folder { test.folder }

  init() throws { test = try TestFolder() }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `what is put in place is read whole`() throws {
    try folder.replace("a", with: bytes("um"))
    try folder.replace("a", with: bytes("dois"))
    #expect(try folder.read("a") == bytes("dois"))
    #expect(try folder.read("b") == nil)
    #expect(try folder.names(in: ".") == ["a"])
  }

  @Test func `names come sorted by their bytes, and none for a folder that is not there`() throws {
    for name in ["b", "B", "a", "é"] { test[name] = "" }
    #expect(try folder.names(in: ".") == ["B", "a", "b", "é"])
    #expect(try folder.names(in: "nothing") == nil)
  }

  @Test func `a file that another took the place of is read as it was when it was opened`() throws {
    let test = try TestFolder(
      Kernel { [path = test.path] call, name in
        if call == .stat, name == "a" { unlink(path + "/a") }
        return .proceed
      })
    let folder = try Folder(self.test.path, kernel: test.folder.kernel)
    self.test["a"] = "um"
    #expect(try folder.read("a") == bytes("um"))
    #expect(try folder.read("a") == nil)
  }

  @Test func `parts of a file are read and written at their places`() throws {
    test["a"] = "0123456789"
    let opened = try folder.open("a", for: .readingAndWriting)
    let file = try #require(opened)
    try folder.write(bytes("xy"), file, "a", at: 4)
    #expect(try folder.read(file, "a", from: 3, count: 4) == bytes("3xy6"))
    #expect(try folder.read(file, "a", from: 8, count: 100) == bytes("89"))
    try folder.truncate(file, "a", to: 2)
    #expect(test["a"] == "01")
  }

  @Test func `a folder is made with those above it, and is told with them`() throws {
    #expect(try folder.makeFolder("a/b/c") == ["a", "a/b", "a/b/c"])
    #expect(try folder.makeFolder("a/b/d") == ["a/b/d"])
    #expect(try folder.makeFolder("a/b/c") == [])
    #expect(try folder.names(in: "a/b") == ["c", "d"])
  }

  @Test func `a folder that a crash left half made is made`() throws {
    try FileManager.default.createDirectory(
      atPath: test.path + "/.deskctl-new-a", withIntermediateDirectories: false)
    #expect(try folder.makeFolder("a") == ["a"])
    #expect(try folder.names(in: ".") == ["a"])
  }

  @Test func `a folder with something in it is not removed`() throws {
    try folder.makeFolder("a/b")
    try folder.removeFolder("a")
    #expect(try folder.names(in: "a") == ["b"])
    try folder.removeFolder("a/b")
    try folder.removeFolder("a")
    try folder.removeFolder("a")
    try folder.remove("nothing/at/all")
    #expect(try folder.names(in: ".") == [])
  }

  @Test(arguments: [UInt32(0), 0o022, 0o077])
  func `modes do not depend on the umask`(mask: UInt32) throws {
    let old = umask(mask)
    defer { umask(old) }
    let shared = try TestFolder(Kernel(), .shared)
    try shared.folder.makeFolder("a")
    try shared.folder.replace("a/b", with: bytes("x"))
    #expect(try shared.folder.facts("a")?.permissions == 0o2770)
    #expect(try shared.folder.facts("a/b")?.permissions == 0o660)
  }

  @Test(.enabled(if: Caller.isRoot)) func `as root everything made is the owner's`() throws {
    let own = Ownership(fileMode: 0o600, folderMode: 0o700, owner: 12_345, group: 12_346)
    let test = try TestFolder(Kernel(), own)
    try test.folder.makeFolder("a")
    try test.folder.replace("a/b", with: bytes("x"))
    for path in ["a", "a/b"] {
      let facts = try #require(try test.folder.facts(path))
      #expect(facts.owner == 12_345 && facts.group == 12_346)
    }
  }

  /// Killed at any call, nothing shows under its name with another mode or owner than it should.
  @Test func `a file or folder shows only with its mode and owner`() throws {
    for place in 1...40 {
      let count = Counter()
      let kernel = Kernel { _, _ in count.next() >= place ? .fail(EIO) : .proceed }
      guard let test = try? TestFolder(kernel, .shared) else { continue }
      _ = try? test.folder.makeFolder("a")
      try? test.folder.replace("a/b", with: bytes("x"))
      let good = try Folder(test.path)
      for (path, mode) in [("a", UInt32(0o2770)), ("a/b", 0o660)] {
        if let found = try good.facts(path) {
          #expect(found.permissions == mode, "\(path), \(place)")
        }
      }
    }
  }
}

/// What a name must never lead to.
struct FolderFenceTests {
  private let test: TestFolder
  private let outside: TestFolder
  private var folder: Folder { test.folder }

  init() throws {
    test = try TestFolder()
    outside = try TestFolder()
    outside["secret"] = "secret"
  }

  @Test(arguments: ["link", "pipe", "socket", "folder", "hard link"])
  func `what is no regular file of its own is named, and never opened`(kind: String) throws {
    let path = test.path + "/x"
    switch kind {
    case "link": try test.makeLink("x", to: outside.path + "/secret")
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "socket": try bindSocket(path)
    case "folder": try folder.makeFolder("x")
    default: try FileManager.default.linkItem(atPath: outside.path + "/secret", toPath: path)
    }
    for access in [FileAccess.reading, .readingAndWriting] {
      let error = #expect(throws: NotAFile.self) { try folder.open("x", for: access) }
      #expect(error?.found == kind)
    }
    #expect(throws: NotAFile.self) { try folder.read("x") }
  }

  @Test func `no link is followed on the way`() throws {
    try test.makeLink("way", to: outside.path)
    let found = { (error: NotAFile?) in error?.found == "link" && error?.expected == "folder" }
    #expect(found(#expect(throws: NotAFile.self) { try folder.read("way/secret") }))
    #expect(found(#expect(throws: NotAFile.self) { try folder.facts("way/secret") }))
    #expect(found(#expect(throws: NotAFile.self) { try folder.names(in: "way") }))
    #expect(found(#expect(throws: NotAFile.self) { try folder.makeFolder("way/new") }))
    #expect(found(#expect(throws: NotAFile.self) { try folder.remove("way/secret") }))
    #expect(found(#expect(throws: NotAFile.self) { try folder.touch("way/secret", at: 0) }))
    #expect(
      found(#expect(throws: NotAFile.self) { try folder.rename("way/secret", to: "way/new") }))
    #expect(throws: (any Error).self) { try folder.create("way/new") }
    #expect(try outside.folder.names(in: ".") == ["secret"])
  }

  @Test(arguments: ["../secret", "a/../../secret", "/etc/passwd"])
  func `no path leaves the folder`(path: String) throws {
    try folder.makeFolder("a")
    #expect(throws: SystemError.self) { try folder.read(path) }
    #expect(throws: SystemError.self) { try folder.facts(path) }
    #expect(throws: SystemError.self) { try folder.create(path) }
    #expect(throws: SystemError.self) { try folder.remove(path) }
  }

  @Test func `a file in the place of a folder is named`() throws {
    test["tickets"] = "x"
    let error = #expect(throws: NotAFile.self) { try folder.read("tickets/0000.jsonl") }
    #expect(error?.expected == "folder")
    #expect(throws: NotAFile.self) { try folder.facts("tickets/0000.jsonl") }
    #expect(throws: NotAFile.self) { try folder.names(in: "tickets") }
    #expect(throws: NotAFile.self) { try folder.makeFolder("tickets") }
  }

  private func bindSocket(_ path: String) throws {
    let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(number) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let short = "/tmp/deskctl-\(getpid()).socket"
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(short.utf8)) }
    let answer = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(answer == 0)
    // The name of a socket is short; the folder's own is not.
    try FileManager.default.moveItem(atPath: short, toPath: path)
  }
}
