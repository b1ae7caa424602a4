import CommandLineKit
import DeskFormats

/// The README of an export's folder: which request takes which file, at what pace, and what is lost.
/// No time stands in it: the same state makes the same one.
struct ExportReadme {
  private let target: ExportTarget
  private let fates: [(field: ExportedField, fate: Fate, count: Int)]
  private let hasFiles: Bool
  private let hasReplaced: Bool
  private let zone: String

  init(
    _ target: ExportTarget, fates: [(field: ExportedField, fate: Fate, count: Int)],
    hasFiles: Bool, hasReplaced: Bool, zone: String
  ) {
    self.target = target
    self.fates = fates
    self.hasFiles = hasFiles
    self.hasReplaced = hasReplaced
    self.zone = zone
  }

  func text(_ language: Language) -> String {
    let title = Text(en: "Tickets for \(target.name)", pt: "Chamados para \(target.name)")
    let blocks =
      ["# \(title(language))", ExportSteps.text(target, zone: zone)(language)]
      + (hasFiles ? [ExportSteps.files(target)(language)] : [])
      + (hasReplaced ? [ExportSteps.replaced(target)(language)] : [])
      + [ExportSteps.manifest(language), losses(language)]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func losses(_ language: Language) -> String {
    let title = Text(
      en: "## What becomes of it there", pt: "## O que acontece com os dados no destino")(language)
    let lines = fates.map { field, fate, count in
      "- \(ExportWording.name(field)(language)): \(count), \(ExportWording.name(fate)(language))"
    }
    let none = Text(en: "There is nothing in it.", pt: "Não há nada aqui.")(language)
    return "\(title)\n\n" + (lines.isEmpty ? none : lines.joined(separator: "\n"))
  }
}

extension ExportTarget {
  /// As its makers write it.
  var name: String {
    switch self {
    case .zendesk: "Zendesk"
    case .freshdesk: "Freshdesk"
    case .zammad: "Zammad"
    case .jira: "Jira"
    case .glpi: "GLPI"
    case .chatwoot: "Chatwoot"
    case .csv: "CSV"
    case .jsonl: "JSON Lines"
    }
  }
}
