import CommandLineKit
import DeskCore
import DeskStore
import JSON

private enum DoctorOptions {
  static let repair = OptionSpec.flag(
    "repair",
    Text(
      en: "mend what loses no byte; what is taken out is kept in quarantine",
      pt: "conserta o que não perde nenhum byte; o que sai fica em quarantena"))
  static let rebuild = OptionSpec.flag(
    "rebuild",
    Text(
      en: "make all indexes and the agenda anew from the records",
      pt: "refaz todos os índices e a agenda a partir dos registros"))
}

extension CommandSpec<Action> {
  static var doctor: CommandSpec {
    CommandSpec(
      name: "doctor",
      summary: Text(
        en: "Read everything and name what is damaged: 1 with warnings alone, 9 with damage.",
        pt: "Lê tudo e diz o que está danificado: 1 se só há avisos, 9 se há dano."),
      discussion: Text(
        en: """
          It takes the store's lock, completes what a crash interrupted, and then changes nothing
          unless it is told to. A line that `--repair` cannot read becomes an empty place with its
          number, which is never given again; the file as it was lies in quarantine.
          """,
        pt: """
          Ele pega a trava dos dados, completa o que uma queda interrompeu e depois não muda nada, a
          não ser que se peça. Uma linha que o `--repair` não consegue ler vira um lugar vazio com o
          seu número, que nunca é usado de novo; o arquivo como era fica em quarentena.
          """),
      examples: [
        Example("deskctl doctor", Text(en: "looks", pt: "olha")),
        Example("deskctl doctor --repair", Text(en: "mends", pt: "conserta")),
      ],
      options: [DoctorOptions.repair, DoctorOptions.rebuild], action: .asDesk(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let treatment = try treatment(desk, words)
    let diagnosis = try desk.store().examine(patience: desk.patience(), treatment)
    if !diagnosis.mended.isEmpty || diagnosis.rebuilt > 0 { desk.noteCommit() }
    var listing = Listing("finding", Listing.ofFindings)
    listing.whenEmpty = whenSound(diagnosis, treatment)
    for finding in diagnosis.mended { listing.add(finding, isMended: true, desk.language) }
    for finding in diagnosis.findings { listing.add(finding, isMended: false, desk.language) }
    return Output(
      .list(listing), notices: notices(diagnosis, treatment), exit: .verdict(on: diagnosis.findings)
    )
  }

  private static func treatment(_ desk: Desk, _ words: ParsedWords) throws -> Store.Treatment {
    switch (words.has(DoctorOptions.repair), words.has(DoctorOptions.rebuild)) {
    case (true, true):
      throw Failure(
        .usage, "usage",
        Text(
          en: "--repair and --rebuild are two steps: repair first",
          pt: "--repair e --rebuild são dois passos: primeiro o --repair"),
        hint: Text("deskctl doctor --repair && deskctl doctor --rebuild"))
    case (false, false): return .none
    case (let isRepair, _):
      if desk.isDryRun { return .none }
      if desk.givenNow != nil, try !desk.store().format.play { throw StoreError.notAPlayDesk }
      return isRepair ? .repair : .rebuild
    }
  }

  private static func notices(
    _ diagnosis: Store.Diagnosis, _ treatment: Store.Treatment
  ) -> [Notice] {
    var notices: [Notice] = []
    if diagnosis.hasRecovered { notices.append(.recovered) }
    switch treatment {
    case .none:
      if diagnosis.findings.contains(where: \.isMendable) { notices.append(.mendable) }
    case .repair, .rebuild: break
    }
    return notices
  }

  private static func whenSound(
    _ diagnosis: Store.Diagnosis, _ treatment: Store.Treatment
  ) -> Text {
    switch treatment {
    case .none, .repair:
      Text(en: "no damage, nothing to repair", pt: "nenhum dano, nada a consertar")
    case .rebuild:
      Text(
        en: "no damage; files of indexes and agenda made anew: \(diagnosis.rebuilt)",
        pt: "nenhum dano; arquivos de índices e agenda refeitos: \(diagnosis.rebuilt)")
    }
  }
}

extension ExitStatus {
  /// What a doctor's findings come to.
  static func verdict(on left: [Finding]) -> ExitStatus {
    if left.isEmpty { return .done }
    return left.contains { $0.severity == .damage } ? .damaged : .no
  }
}

extension Listing {
  static let ofFindings = [
    Table.Column(Text(en: "severity", pt: "gravidade"), key: "severity"),
    Table.Column(Text(en: "place", pt: "lugar"), key: "place"),
    Table.Column(Text(en: "what", pt: "o quê"), key: "message", shrinks: true),
    Table.Column(Text(en: "repair", pt: "conserto"), key: "repair"),
  ]

  mutating func add(_ finding: Finding, isMended: Bool, _ language: Language) {
    let place = finding.line.map { "\(finding.path):\($0)" } ?? finding.path
    let repair: Text =
      isMended
      ? Text(en: "done", pt: "feito")
      : finding.isMendable
        ? Text(en: "possible", pt: "possível") : Text(en: "by hand", pt: "à mão")
    let message = finding.problem.text(language)
    add(
      id: place,
      [
        "severity": JSONValue(finding.severity.rawValue), "code": JSONValue(finding.problem.code),
        "path": JSONValue(finding.path), "line": finding.line.map { JSONValue($0) } ?? .null,
        "message": JSONValue(message), "repair": JSONValue(repair.en),
      ],
      [finding.severity.word(language), place, message, repair(language)])
    annotations.append(
      Annotation(file: finding.path, line: finding.line, column: nil, message: message))
  }
}

extension Notice {
  fileprivate static let recovered = Notice(
    "recovered",
    Text(
      en: "a command had been interrupted after its commit; it was completed",
      pt: "um comando tinha sido interrompido depois da gravação; ele foi completado"))

  fileprivate static let mendable = Notice(
    "repair",
    Text(en: "some of this can be mended", pt: "parte disso pode ser consertada"),
    hint: Text("deskctl doctor --repair"))
}
