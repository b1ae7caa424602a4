import DeskStore
import DeskSystem
import DeskTestSupport
import Foundation
import Synchronization

/// Writes down what each call changed in a folder: after it was made, the disk is looked at.
///
/// A call is known here only once the next one is asked for, so `operations` looks at the last.
final class DiskRecorder: Sendable {
  private let root: String
  private let state: Mutex<State>

  private struct State {
    var names: [String: DiskNode] = [:]
    var contents: [Int: [UInt8]] = [:]
    var operations: [DiskOperation] = []
    var last: (call: SystemCall, path: String)?
  }

  /// Begins with a folder as it lies there.
  init(_ root: String, _ image: FolderImage) {
    self.root = root
    let disk = ModelDisk(image)
    state = Mutex(State(names: disk.names, contents: disk.contents))
  }

  /// The seam, to be given to a store.
  var kernel: Kernel {
    Kernel { [self] call, path in
      state.withLock { state in
        observe(&state)
        state.last = (call, path)
      }
      return .proceed
    }
  }

  /// What was changed so far, in order.
  var operations: [DiskOperation] {
    state.withLock { state in
      observe(&state)
      return state.operations
    }
  }

  private func observe(_ state: inout State) {
    guard let (call, path) = state.last else { return }
    state.last = nil
    switch call {
    case .open, .makeFolder: observeNew(path, &state)
    case .write, .truncate: observeContent(path, &state)
    case .sync: observeSync(path, &state)
    case .syncFileSystem: state.operations.append(.syncAll)
    case .rename: observeRename(path, &state)
    case .remove:
      if state.names[path] != nil, facts(path) == nil { add(.remove(path), &state) }
    case .stat, .read, .list, .lock, .mode, .owner, .touch, .space: break
    }
  }

  private func observeNew(_ path: String, _ state: inout State) {
    guard ![root, "."].contains(path), state.names[path] == nil, let facts = facts(path) else {
      return
    }
    let mode = UInt32(facts.st_mode & 0o7777)
    if facts.st_mode & S_IFMT == S_IFDIR { return add(.makeFolder(path, mode: mode), &state) }
    let file = state.contents.count
    state.contents[file] = []
    add(.makeFile(path, file, mode: mode), &state)
  }

  private func observeContent(_ path: String, _ state: inout State) {
    guard path != Layout.reserve, case .file(let file, _) = state.names[path] else { return }
    let old = state.contents[file] ?? []
    let new = FileManager.default.contents(atPath: "\(root)/\(path)").map { [UInt8]($0) } ?? []
    state.contents[file] = new
    if new.count < old.count {
      state.operations.append(.truncate(file, to: new.count))
    } else if let first = zip(old, new).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      state.operations.append(.write(file, at: first, Array(new[first...])))
    } else if new.count > old.count {
      state.operations.append(.write(file, at: old.count, Array(new[old.count...])))
    }
  }

  private func observeSync(_ path: String, _ state: inout State) {
    switch state.names[path] {
    case .file(let file, _): state.operations.append(.syncFile(file))
    case .folder: state.operations.append(.syncFolder(path))
    case nil: state.operations.append(.syncFolder("."))
    }
  }

  private func observeRename(_ path: String, _ state: inout State) {
    let old = Folder.temporary(for: path)
    guard state.names[old] != nil, facts(old) == nil else { return }
    add(.rename(old, to: path), &state)
  }

  private func add(_ operation: DiskOperation, _ state: inout State) {
    NameChange(operation: operation).apply(to: &state.names)
    state.operations.append(operation)
  }

  private func facts(_ path: String) -> stat? {
    var facts = stat()
    return lstat("\(root)/\(path)", &facts) == 0 ? facts : nil
  }
}
