import CommandLineKit
import DeskCore
import DeskStore

/// What happens to who writes, under today's settings: a heading and its sentences, each with the
/// rule behind it.
struct IntakeAccount {
  private typealias Line = (rule: String, text: Text)

  private let settings: DeskFile
  private let words: IntakeWording
  private let language: Language

  init(_ desk: Desk) throws {
    settings = try desk.settings
    words = try IntakeWording(desk)
    language = desk.language
  }

  func text(width: Int) -> String {
    let parts = [
      (
        Text(en: "A known phone, at the first message", pt: "Telefone conhecido, 1ª mensagem"),
        known
      ),
      (
        Text(
          en: "An unknown phone, at the first message", pt: "Telefone desconhecido, 1ª mensagem"),
        unknown
      ),
      (Text(en: "Later", pt: "Depois"), later),
    ]
    return parts.map { heading, lines in
      heading(language) + "\n" + lines.map { laidOut($0, width) }.joined()
    }.joined(separator: "\n")
  }

  private func laidOut(_ line: Line, _ width: Int) -> String {
    let rule = line.rule + String(repeating: " ", count: 4 - line.rule.count)
    let prose = Shown(line.text(language)).line.split(separator: " ").map(String.init)
    return TextWrap(width: width, indent: 2, hanging: 7).flow([rule] + prose)
      .map { $0 + "\n" }.joined()
  }

  private var known: [Line] {
    guard settings.whatsapp.openOnConversationStart else { return nothingOpens }
    return [("W3", words.opens), ("W3", words.linkIsSent), ("W9", words.goesOn)]
  }

  private var nothingOpens: [Line] { [("W1", words.nothingOpens), ("W9", words.goesOn)] }

  private var unknown: [Line] {
    let whatsapp = settings.whatsapp
    guard whatsapp.openOnConversationStart else { return nothingOpens }
    let asked: [Line] =
      whatsapp.email.attempts.map { [("W5", words.menu), ("W6", words.attempts($0))] }
      ?? [("W4", words.isAskedForEmail)]
    return asked + [
      ("W7", whatsapp.trustClaimedEmail ? words.trust : words.claim), ("W8", words.registers),
      ("W9", words.goesOn),
    ]
  }

  private var later: [Line] {
    let words = AfterIntakeWording(settings)
    return [
      ("W10", words.sync), ("W11", words.again), ("W12", words.blocked), ("C1", words.views),
      ("C13", words.window), ("C7", words.inactivity), ("C5", words.closing),
    ]
  }
}
