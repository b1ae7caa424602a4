package import DeskCore
package import JSON

/// A fault in a file of Config: where it stands, and what was expected there.
package struct ConfigFault: Error, Hashable, Sendable {
  /// What is wrong there: the JSON itself, or what it says.
  package enum Problem: Hashable, Sendable {
    case json(JSONProblem)
    case mismatch(Mismatch.Problem)
  }

  /// The file, relative to the Config folder.
  package let file: String
  package let position: JSONPosition?
  package let path: JSONPath
  package let problem: Problem

  package init(_ error: JSONError, file: String) {
    self.file = file
    position = error.position
    path = []
    problem = .json(error.problem)
  }

  /// A value that does not fit: its place, or its key's where that is the fault, is looked up in
  /// the text.
  package init(_ mismatch: Mismatch, file: String, bytes: [UInt8]) {
    self.file = file
    path = mismatch.path
    position = JSONValue.position(of: mismatch.path, in: bytes, key: mismatch.problem.isOfKey)
    problem = .mismatch(mismatch.problem)
  }
}

extension Mismatch.Problem {
  fileprivate var isOfKey: Bool {
    switch self {
    case .unknownKey: true
    case .unexpected, .missing, .unreadable, .dangling, .circle, .contradiction, .placeholder,
      .placeholderMissing:
      false
    }
  }
}

extension ConfigFault {
  /// Whether it is the same fault, wherever it stands by now.
  package func isSame(as other: ConfigFault) -> Bool {
    file == other.file && path == other.path && problem == other.problem
  }
}

/// What can be wrong with Config as a whole.
package enum ConfigError: Error, Hashable, Sendable {
  case noConfig(folder: String)
  case alreadyThere(folder: String, file: String)
  /// A new Config would lie among what is somebody else's.
  case otherFiles(folder: String, file: String)
  case faults([ConfigFault], folder: String)
  /// A change would bring faults in; nothing was written.
  case wouldFault([ConfigFault])
  /// Somebody else changed a file while it was being edited; the edited text is kept.
  case changedMeanwhile(file: String, keptIn: String)
  case busy(seconds: Double)
  case noSuchEntry(noun: String, id: String, suggestion: String?)
  case alreadyAnEntry(noun: String, id: String)
  /// It is referred to, and cannot be removed: by what.
  case inUse(noun: String, id: String, by: [String])
  case noSuchKey(String, suggestion: String?)
}
