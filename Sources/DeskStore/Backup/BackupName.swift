import DeskSystem

/// What a file in a backup is, by its name there.
enum BackupName: Hashable {
  /// A file of Config, by its path there.
  case config(String)
  /// A file of the store, by its path there.
  case data(String)
  case manifest

  static let manifestName = "manifest.jsonl"

  var text: String {
    switch self {
    case .config(let path): "config/" + path
    case .data(let path): "data/" + path
    case .manifest: Self.manifestName
    }
  }

  /// Nil for a name that no backup has: it may lead out of the folder, or make what is no desk's.
  init?(_ text: String) {
    if text == Self.manifestName {
      self = .manifest
    } else if text.hasPrefix("config/"), Self.isOfConfig(String(text.dropFirst(7))) {
      self = .config(String(text.dropFirst(7)))
    } else if text.hasPrefix("data/"), Self.isOfStore(String(text.dropFirst(5))) {
      self = .data(String(text.dropFirst(5)))
    } else {
      return nil
    }
  }

  /// Config's own files, of whatever name; neither its git history nor what a crash left.
  static func isOfConfig(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.first != ".git" && !path.utf8.contains(0)
      && parts.allSatisfy {
        !["", ".", ".."].contains($0) && !$0.hasPrefix(Folder.temporaryPrefix)
          && $0.utf8.count < 256
      }
  }

  /// What the store itself would write there. Locks, journal and reserve are made anew.
  static func isOfStore(_ path: String) -> Bool {
    switch StoredContent(path: path) {
    case nil: false
    case .fixed: path == Layout.format
    case .kept: !path.hasSuffix("/..") && !path.hasSuffix("/.") && !path.utf8.contains(0)
    case .presence, .linkKey, .block, .messages, .hour, .shard, .log, .inbox, .statuses,
      .attachment:
      true
    }
  }
}
