import Foundation

/// The system's own mail program, exim, with a configuration of its own that puts whatever it is
/// given into one mailbox file. Nothing leaves the machine, and no daemon runs.
package struct RealMail {
  private let folder: String
  /// What stands in the place of sendmail.
  package var program: String { folder + "/sendmail" }

  /// Nil where it is not installed, or this is not root.
  package init?(in root: String) throws {
    guard let exim = try Needed.program("exim4"), try Needed.root("exim4") else { return nil }
    folder = root + "/exim"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: root)
    let configuration = """
      primary_hostname = desk.test
      spool_directory = \(folder)/spool
      log_file_path = \(folder)/log/%slog
      keep_environment =
      tls_advertise_hosts =
      begin routers
      all:
        driver = accept
        transport = box
      begin transports
      box:
        driver = appendfile
        file = \(folder)/box/mail
        user = Debian-exim
        group = Debian-exim
        envelope_to_add
        return_path_add
      """
    // Whatever is started is written by another process: a fork of this one might hold it open.
    let made = try Binary.run(
      [
        "/bin/sh", "-c",
        """
        mkdir spool log box && chown Debian-exim spool log box && umask 022 &&
        printf '%s\\n' "$1" >conf &&
        printf '#!/bin/sh\\nexec %s -C %s/conf -odi "$@"\\n' "$2" "$PWD" >sendmail &&
        chmod 755 sendmail
        """, "sh", configuration, exim,
      ], folder: folder)
    guard made.status == 0 else { throw NotMade(answer: made) }
  }

  /// It could not be set up.
  struct NotMade: Error {
    let answer: Binary.Answer
  }

  /// The mailbox as it lies on the disk; each mail begins with a line `From `.
  package func mails() throws -> [String] {
    let box = folder + "/box/mail"
    guard FileManager.default.fileExists(atPath: box) else { return [] }
    return try String(contentsOfFile: box, encoding: .utf8).components(separatedBy: "\nFrom ")
  }
}
