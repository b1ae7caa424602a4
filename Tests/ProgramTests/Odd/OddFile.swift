import DeskTestSupport
import Foundation
import Glibc

/// Something that is no regular file of its own, in the place of one.
enum OddFile: String, CaseIterable, Sendable {
  case pipe
  case link
  case danglingLink
  case hardLink
  case folder
  case socket
  case device

  /// As the program names it.
  var name: String {
    switch self {
    case .pipe, .link, .folder, .socket, .device: rawValue
    case .danglingLink: "link"
    case .hardLink: "hard link"
    }
  }

  /// Takes the place of a file, which stands aside under another folder and keeps its content.
  func take(_ path: String, aside: String) throws {
    switch self {
    case .hardLink: return try must(Glibc.link(path, aside))
    case .danglingLink: return try must(rename(path, aside) | symlink(aside + "-gone", path))
    case .pipe, .link, .folder, .socket, .device: try must(rename(path, aside))
    }
    switch self {
    case .pipe: try must(mkfifo(path, 0o600))
    case .link: try must(symlink(aside, path))
    case .folder: try must(mkdir(path, 0o700))
    case .socket: try must(mknod(path, S_IFSOCK | 0o600, 0))
    // /dev/zero: it has no end.
    case .device: try must(mknod(path, S_IFCHR | 0o600, 0x105))
    case .hardLink, .danglingLink: break
    }
  }

  private func must(_ answer: Int32) throws {
    if answer != 0 { throw NotMade(what: self, why: String(cString: strerror(errno))) }
  }

  /// The system did not make it.
  struct NotMade: Error {
    let what: OddFile
    let why: String
  }
}

/// A file of a desk, by its path, and the commands that cannot do without it.
struct OddPlace: Sendable {
  /// Below the desk's root; `*` stands for every file of a folder.
  let path: String
  let ground: Ground
  let commands: [String]

  init(_ path: String, on ground: Ground = .scheduled, _ commands: String...) {
    self.path = path
    self.ground = ground
    self.commands = commands
  }

  /// The files that are there.
  func paths(_ desk: BinaryDesk) throws -> [String] {
    guard path.hasSuffix("/*") else { return [path] }
    let folder = String(path.dropLast(2))
    return try FileManager.default.contentsOfDirectory(atPath: "\(desk.root)/\(folder)").sorted()
      .map { "\(folder)/\($0)" }
  }

  static let all = ofStore + ofConfig

  private static let ofStore = [
    OddPlace("data/format.json", "contact list", "contact set 1 --name X", "tick", "doctor"),
    OddPlace("data/lock", "contact list", "contact set 1 --name X", "outbox deliver", "doctor"),
    OddPlace("data/journal", "contact list", "contact set 1 --name X", "tick", "doctor"),
    OddPlace("data/tick.lock", on: .due, "tick", "doctor"),
    OddPlace("data/deliver.lock", "outbox deliver", "doctor"),
    OddPlace("data/reserve", "doctor"),
    OddPlace("data/contacts/0000.jsonl", "contact show 1", "contact set 1 --name X", "doctor"),
    OddPlace("data/tickets/0000.jsonl", "ticket show 1", "ticket close 1", "doctor"),
    OddPlace("data/conversations/0000.jsonl", "conversation show 1", "doctor"),
    OddPlace("data/conversations/0000/01.jsonl", "conversation show 1", "doctor"),
    OddPlace("data/schedules/0000.jsonl", "schedule show 3", "schedule cancel 3", "doctor"),
    OddPlace("data/outbox/0000.jsonl", "outbox list", "outbox deliver", "doctor"),
    OddPlace(
      "data/notifications/0000.jsonl", "notification open 1", "notification dismiss 1", "doctor"),
    OddPlace("data/agenda/2026-12/05T13.jsonl", "schedule cancel 3", "doctor"),
    OddPlace(
      "data/agenda/done/2026-12/04T13.jsonl",
      "schedule add --contact 3 --agent ana --at 2026-12-04T10:50 --comment c", "doctor"),
    OddPlace("data/index/phone/*", "contact show 11987654321", "doctor"),
    OddPlace("data/index/open/ticket/*", "ticket list", "doctor"),
    OddPlace("data/log/2026-12-04.jsonl", "log", "contact set 1 --name X", "doctor"),
  ]

  private static let ofConfig = [
    OddPlace(
      "config/desk.json", "config get desk.zone", "config set schedules.spacing.minutes=4",
      "schedule clone 3 --at +3d"),
    OddPlace("config/agents.json", "agent list", "agent add novo", "schedule clone 3 --at +3d"),
    OddPlace("config/teams.json", "team list", "team add novo", "team remove vendas"),
    OddPlace("config/roles.json", "role list", "role set atendente --allow ticket.edit"),
  ]
}
