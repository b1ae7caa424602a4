import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

extension Desk {
  /// Reads a backup whole: 9 where it is damaged, or what a doctor would call so is in it.
  func verifyBackup(_ path: String) throws -> Output {
    let checked = try Failure.readingBackup(path) {
      try Store.check(chunks(of: path), besides: scratchName(path), in: scratchFolder(path))
    }
    var listing = Listing("finding", Listing.ofFindings)
    for finding in checked.findings { listing.add(finding, isMended: false, language) }
    listing.whenEmpty = Text(en: summary(checked, .en), pt: summary(checked, .ptBR))
    if checked.findings.isEmpty, try !rendering().format.isJSON {
      return Output(.text(summary(checked, language) + "\n"))
    }
    return Output(.list(listing), exit: .verdict(on: checked.findings))
  }

  private func summary(_ checked: Store.CheckedBackup, _ language: Language) -> String {
    let reading = checked.reading
    let at = (try? times().compact(reading.madeAt)) ?? reading.madeAt.rfc3339
    return Text(
      en: "whole: \(reading.files) files, \(reading.bytes) bytes, as of \(at)",
      pt: "íntegro: \(reading.files) arquivos, \(reading.bytes) bytes, estado de \(at)")(language)
  }

  /// Beside the file, for what it holds is allowed to lie there.
  private func scratchFolder(_ path: String) throws -> Folder {
    let place =
      path == "-"
      ? surroundings["TMPDIR"] ?? "/tmp" : Folder.parent(of: surroundings.absolute(path))
    return try Folder(place, kernel: surroundings.kernel)
  }

  private func scratchName(_ path: String) -> String {
    path == "-" ? "backup" : Folder.name(of: path)
  }
}
