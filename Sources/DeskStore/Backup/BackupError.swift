/// Why a file is no whole backup: where in it, and what. Nothing was restored from it.
package struct BackupError: Error, Hashable, Sendable {
  /// The file inside, or nil where it is about the tar itself.
  package let place: String?
  package let problem: Problem

  package init(_ place: String?, _ problem: Problem) {
    self.place = place
    self.problem = problem
  }

  /// What is wrong there.
  package enum Problem: Hashable, Sendable {
    /// It is no tar, or a header in it is not as it was written.
    case noTar
    /// It ends before its end.
    case truncated
    /// Bytes that fill a block, or end the tar, are not as they were written.
    case padding
    /// A name that no backup has: it would lead elsewhere, or to what is no desk's.
    case name
    /// A link, a folder or a device, by the letter that the tar has for it.
    case kind(String)
    /// The same name again.
    case twice
    /// There is no list of the files, or it is not as it was written.
    case noManifest
    /// A newer program made it.
    case newerFormat(found: Int, known: Int)
    /// The list names it, and it is not there.
    case missing
    /// It is there, and the list does not name it.
    case unlisted
    /// Its content is not what was put in.
    case otherContent
  }
}
