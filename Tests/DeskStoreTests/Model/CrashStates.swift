import DeskSystem
import DeskTestSupport

@testable import DeskStore

/// The states in which a cut may leave a disk: every legal choice among what had not been synced, or
/// a seeded sample where there are more than `limit`.
struct CrashStates {
  private let disk: ModelDisk
  private let earlier: [[Int]]
  private let files: [Int]
  private let outcomes: [[[UInt8]]]
  /// A number for each content that a file may have: two states are told apart by these.
  private let marks: [[Fingerprint]]
  private let limit: Int

  init(_ disk: ModelDisk, limit: Int) {
    self.disk = disk
    self.limit = limit
    earlier = disk.earlierNames
    files = disk.pendingData.keys.sorted()
    outcomes = files.map(disk.outcomes)
    marks = outcomes.map { $0.map(Fingerprint.init(of:)) }
  }

  /// Which changes of names are on the disk, and which of its outcomes each file has.
  private struct Choice {
    var names: [Bool]
    var outcomes: [Int]
  }

  /// Each state once, those left out that `seen` knows. It is told apart from others by its text.
  func forEach(
    _ seen: inout Set<String>, seed: UInt64, _ body: (FolderImage) throws -> Void
  ) rethrows {
    for choice in choices(seed: seed) {
      let names = names(choice)
      if seen.insert(text(names, choice)).inserted { try body(image(names, choice)) }
    }
  }

  // MARK: Choosing

  private func choices(seed: UInt64) -> [Choice] {
    let sizes = [Int](repeating: 2, count: earlier.count) + outcomes.map(\.count)
    var count = 1
    for size in sizes where count <= limit { count *= size }
    if count <= limit { return (0..<count).map { choice($0, sizes) } }
    var random = SeededGenerator(seed: seed)
    return extremes() + (0..<max(0, limit - 2)).map { _ in sample(&random) }
  }

  private func choice(_ number: Int, _ sizes: [Int]) -> Choice {
    var rest = number
    let digits = sizes.map { size in
      defer { rest /= size }
      return rest % size
    }
    return Choice(
      names: digits.prefix(earlier.count).map { $0 == 1 },
      outcomes: Array(digits.dropFirst(earlier.count)))
  }

  /// Nothing is there of what was not synced; all names are, and no content.
  private func extremes() -> [Choice] {
    let nothing = files.map { _ in 0 }
    return [false, true].map { isThere in
      Choice(names: earlier.map { _ in isThere }, outcomes: nothing)
    }
  }

  /// Much of it, little of it, or half: all at one half would never be far from there.
  private func sample(_ random: inout SeededGenerator) -> Choice {
    let share = [10, 50, 90].randomElement(using: &random) ?? 50
    return Choice(
      names: earlier.map { _ in Int.random(in: 0..<100, using: &random) < share },
      outcomes: outcomes.map { found in
        let isWhole = Int.random(in: 0..<100, using: &random) < share
        return isWhole ? min(1, found.count - 1) : Int.random(in: found.indices, using: &random)
      })
  }

  // MARK: What is there then

  private func names(_ choice: Choice) -> [String: DiskNode] {
    var names = disk.names
    var isThere = choice.names
    for (place, change) in disk.pendingNames.enumerated() {
      isThere[place] = isThere[place] && earlier[place].allSatisfy { isThere[$0] }
      if isThere[place] { change.apply(to: &names) }
    }
    return names.filter { path, _ in isReachable(path, names) }
  }

  private func isReachable(_ path: String, _ names: [String: DiskNode]) -> Bool {
    var parent = Folder.parent(of: path)
    while parent != "." {
      guard case .folder = names[parent] else { return false }
      parent = Folder.parent(of: parent)
    }
    return true
  }

  private func text(_ names: [String: DiskNode], _ choice: Choice) -> String {
    let chosen = Dictionary(uniqueKeysWithValues: files.indices.map { (files[$0], $0) })
    return names.keys.sorted().map { path in
      guard case .file(let file, _) = names[path] else { return path }
      let mark = chosen[file].map { marks[$0][choice.outcomes[$0]].text }
      return "\(path)=\(file):\(mark ?? String(disk.contents[file]?.count ?? 0))"
    }.joined(separator: " ")
  }

  private func image(_ names: [String: DiskNode], _ choice: Choice) -> FolderImage {
    var contents = disk.contents
    for (place, file) in files.enumerated() {
      contents[file] = outcomes[place][choice.outcomes[place]]
    }
    return FolderImage(
      entries: names.mapValues { node in
        switch node {
        case .folder(let mode): FolderImage.Entry(bytes: nil, mode: mode)
        case .file(let file, let mode):
          FolderImage.Entry(bytes: contents[file] ?? [], mode: mode)
        }
      })
  }
}
