import CommandLineKit
import DeskFormats
import JSON

extension ExportRun {
  /// What is said of it: one line, and field by field where nothing was written or more is wanted.
  func output(folder: String?) -> Output {
    var record: JSONObject = [
      "target": JSONValue(choice.target.rawValue),
      "folder": folder.map { JSONValue($0) } ?? .null, "counts": losses.countsJSON,
      "unchanged": JSONValue(unchanged), "replaced": JSONValue(replaced),
      "fates": losses.json(in: fates),
    ]
    if choice.basePath == nil { (record["unchanged"], record["replaced"]) = (nil, nil) }
    return Output(
      .told(schema: "ticket.export", .object(record), text: text(folder)), notices: notices)
  }

  /// C1: a ticket is no lie for want of what its reader may not see, if that is said.
  private var notices: [Notice] {
    let count = losses.hidden
    guard count > 0 else { return [] }
    let name = desk.actor.name
    let left = Text(
      en: "left out, \(name) does not see \(count == 1 ? "it" : "them")",
      pt:
        "\(count == 1 ? "ficou" : "ficaram") de fora, \(name) não \(count == 1 ? "a vê" : "as vê")")
    let what = Text(
      en: "\(count) \(count == 1 ? "message" : "messages") of these tickets",
      pt: "\(count) \(count == 1 ? "mensagem" : "mensagens") destes chamados")
    return [
      Notice(
        "C1", Text(en: "\(what.en): \(left.en)", pt: "\(what.pt): \(left.pt)"),
        hint: Text(
          en: "as the administrator, without --as, everything goes along",
          pt: "como administrador, sem --as, vai tudo junto"))
    ]
  }

  private func text(_ folder: String?) -> String {
    let language = desk.language
    let counted = losses.fates(in: fates)
    let counts = ExportWording.counts(losses)(language)
    let made =
      folder == nil ? "" : Text(en: ", README, manifest", pt: ", README, manifesto")(language)
    let again =
      replaced == 0
      ? "" : ", \(Text(en: "replaced", pt: "substituídos")(language)): \(replaced)"
    let same = Text(
      en: " (unchanged: \(unchanged)\(again))", pt: " (sem mudança: \(unchanged)\(again))")(
        language)
    let line =
      "\(Shown(folder ?? choice.target.rawValue).line): \(counts)\(made)"
      + (choice.basePath == nil ? "" : same)
      + (counted.isEmpty ? "\n" : ". \(ExportWording.summary(counted, language))\n")
    guard folder == nil || desk.globals.has(.verbose) else { return line }
    return line + table(counted)
  }

  private func table(_ counted: [(field: ExportedField, fate: Fate, count: Int)]) -> String {
    var table = Table([
      Table.Column(Text(en: "what", pt: "o quê"), key: "field"),
      Table.Column(Text(en: "count", pt: "quantos"), key: "count"),
      Table.Column(Text(en: "there", pt: "lá"), key: "fate"),
    ])
    for (field, fate, count) in counted {
      table.add([
        ExportWording.name(field)(desk.language), String(count),
        ExportWording.name(fate)(desk.language),
      ])
    }
    return table.table(desk.language, width: nil, style: .plain)
  }
}
