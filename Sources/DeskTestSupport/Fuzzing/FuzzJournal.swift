import DeskCore
import DeskStore

extension FuzzSubject {
  /// What is taken for a transaction is one: written again it is read the same. The bytes come as a
  /// whole journal, and as what stands behind a first line whose length and hash are right.
  func checkJournal(_ bytes: [UInt8]) throws {
    try checkRead(bytes)
    let head = "\(Journal.name) \(Journal.format) \(bytes.count) \(Fingerprint(of: bytes).text)\n"
    try checkRead(Array(head.utf8) + bytes)
    try checkRead(Array(head.utf8) + bytes + [0, 0])
  }

  private func checkRead(_ bytes: [UInt8]) throws {
    _ = Journal.format(of: bytes)
    guard let changes = Journal.decode(bytes) else { return }
    let again = Journal.decode(Journal.encode(changes))
    try FuzzFinding.require(again == changes, "another transaction when it is written again")
  }
}
