import Foundation
import Glibc

/// A program that a test needs and the machine may not have: with `CI=true` a missing one fails the
/// test, else it is written down as not run.
package enum Needed {
  /// The program's path; nil where the test is to be passed over.
  package static func program(_ name: String) throws -> String? {
    if let path = Binary.find(name) {
      try note("used", name, path)
      return path
    }
    try missing(name, "it is not installed")
    return nil
  }

  /// The Python that can import a module from a folder; nil where the test is to be passed over.
  package static func module(_ name: String, in folder: String) throws -> String? {
    guard let python = try program("python3") else { return nil }
    let imported = try Binary.run(
      [python, "-c", "import \(name)"], environment: ["PYTHONPATH": folder])
    if imported.status == 0 {
      try note("used", name, folder)
      return python
    }
    try missing(name, "Python cannot import it")
    return nil
  }

  /// Whether this process is root.
  package static func root(_ what: String) throws -> Bool {
    if getuid() == 0 { return true }
    try missing(what, "it needs root")
    return false
  }

  /// Writes down what a machine forbids, whatever is installed: that fails nowhere.
  package static func notRun(_ what: String, _ why: String) throws {
    try note("not run", what, why)
  }

  private static func missing(_ what: String, _ why: String) throws {
    if ProcessInfo.processInfo.environment["CI"] == "true" { throw Missing(what: what, why: why) }
    try note("not run", what, why)
  }

  /// Adds a line to what `make test` prints at its end: `used`, `not run` or `cases`, of what, and
  /// the rest.
  package static func note(_ kind: String, _ what: String, _ rest: String) throws {
    guard let path = ProcessInfo.processInfo.environment["DESKCTL_PROGRAMS"] else { return }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o644)
    defer { close(descriptor) }
    let bytes = Array("\(kind)\t\(what)\t\(rest)\n".utf8)
    _ = write(descriptor, bytes, bytes.count)
  }

  /// What a test needs under `CI=true` and this machine does not have.
  package struct Missing: Error {
    package let what: String
    package let why: String
  }
}
