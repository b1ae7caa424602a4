import DeskFormats
import DeskTestSupport
import Foundation
import Testing

/// Where an export may go, and where not.
struct ExportPlaceTests {
  private func export(_ desk: TestDesk, to place: String, _ words: String...) -> (Int32, String) {
    let answer = desk.run(["ticket", "export", "--to", "csv", "-o", place] + words)
    return (answer.status, answer.error)
  }

  @Test func `no export goes among the desk's own files, however that is written`() throws {
    let desk = try TestDesk.sample()
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: desk.root + "/link", withDestinationPath: "data")
    let before = try GoldenFolder.files(in: desk.root + "/data").keys.sorted()
    let name = (desk.root as NSString).lastPathComponent
    for place in [
      "data/x", "./data/x", "data/../data/x", "../\(name)/data/x", "link/x", "link/tickets/x",
      desk.root + "//data/x", "config/x", "./config/x",
    ] {
      #expect(export(desk, to: place).0 == 2, "\(place)")
      let list = desk.run("contact", "list", "-o", place)
      if place.contains("data") || place.contains("link") { #expect(list.status == 2, "\(place)") }
    }
    #expect(export(desk, to: "data").0 == 5)
    #expect(try GoldenFolder.files(in: desk.root + "/data").keys.sorted() == before)
  }

  @Test func `what is there and not empty stays as it is`() throws {
    let desk = try TestDesk.sample()
    let manager = FileManager.default
    try desk.write("file", "x")
    try manager.createSymbolicLink(atPath: desk.root + "/link", withDestinationPath: "nowhere")
    try manager.createDirectory(atPath: desk.root + "/full", withIntermediateDirectories: false)
    try desk.write("full/mine", "x")
    let before = try manager.contentsOfDirectory(atPath: desk.root).sorted()
    for place in ["file", "link", "full", "full/", "/", "//", ".", "..", "full/..", "full/."] {
      let (status, error) = export(desk, to: place)
      #expect(status == 5 && error.contains("not_empty"), "\(place): \(status) \(error)")
    }
    for (place, status) in [("", Int32(2)), ("file/x", 8), ("missing/x", 8)] {
      #expect(export(desk, to: place).0 == status, "\(place)")
    }
    #expect(try desk.read("full/mine") == "x" && desk.read("file") == "x")
    #expect(try manager.contentsOfDirectory(atPath: desk.root).sorted() == before)
  }

  @Test(arguments: ExportTarget.allCases)
  func `nothing to export is an export of nothing`(target: ExportTarget) throws {
    let desk = try TestDesk.sample()
    try FileManager.default.createDirectory(
      atPath: desk.root + "/empty", withIntermediateDirectories: false)
    let words = ["ticket", "export", "--to", target.rawValue, "--conversations", "-o", "empty/"]
    let answer = desk.run(words)
    #expect(answer.status == 0 && answer.output.contains("0 tickets"), "\(answer.error)")
    let files = try GoldenFolder.files(in: desk.root + "/empty").keys.sorted()
    #expect(files.prefix(2) == ["README.md", "manifest.json"])
    #expect(try desk.read("empty/README.md").contains("There is nothing in it."))
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.root)
    #expect(left.filter { $0.hasPrefix(".deskctl") } == [])
    // It is a base as good as any other.
    let again = desk.run(
      "ticket", "export", "--to", target.rawValue, "-o", "again", "--base", "empty/manifest.json")
    #expect(again.status == 0, "\(again.error)")
  }
}
