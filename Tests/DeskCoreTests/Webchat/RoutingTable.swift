/// What becomes of a visitor: webchat, bot, what was chosen, the queue, its hours, the form, agents;
/// then the outcome, its reason, and the rules of the steps that led there. `*` is all that it can
/// be, `a|b` either. The form is there for closed queues, `always` also where nobody is there;
/// `unused` has the setting for that alone, and no form.
enum RoutingTable {
  static let rows = [
    "off *                 *            *        *         *           * -> default_text webchat_off: R1",
    "on  answers           *            *        *         *           * -> bot: R2",

    "on  none              noSubjects   *        *         *           * -> default_text no_subjects: R1 R3",
    "on  handedOver        noSubjects   *        *         *           * -> default_text no_subjects: R2 R3",

    "on  none              nothing|gone *        *         *           * -> choose_subject: R1 R1",
    "on  handedOver        nothing|gone *        *         *           * -> choose_subject: R2 R1",

    "on  none              withoutQueue *        *         *           * -> default_text misconfigured: R1 R1 R9",
    "on  handedOver        withoutQueue *        *         *           * -> default_text misconfigured: R2 R1 R9",

    "on  none       sales teamless|deserted *    *         * -> default_text misconfigured: R1 R1 R9",
    "on  handedOver sales teamless|deserted *    *         * -> default_text misconfigured: R2 R1 R9",

    "on  none       sales staffed gone   *            *   -> default_text misconfigured: R1 R1 R1 R9",
    "on  handedOver sales staffed gone   *            *   -> default_text misconfigured: R2 R1 R1 R9",

    "on  none       sales staffed closed none|unused   * -> default_text queue_closed: R1 R1 R1 R4 R4",
    "on  handedOver sales staffed closed none|unused   * -> default_text queue_closed: R2 R1 R1 R4 R4",
    "on  none       sales staffed closed closed|always * -> form queue_closed: R1 R1 R1 R4 R4",
    "on  handedOver sales staffed closed closed|always * -> form queue_closed: R2 R1 R1 R4 R4",

    "on  none       sales staffed open none|closed|unused \(nobody) -> default_text no_agent: R1 R1 R1 R1 R5 R5",
    "on  handedOver sales staffed open none|closed|unused \(nobody) -> default_text no_agent: R2 R1 R1 R1 R5 R5",
    "on  none       sales staffed none none|closed|unused \(nobody) -> default_text no_agent: R1 R1 R1 R9 R5 R5",
    "on  handedOver sales staffed none none|closed|unused \(nobody) -> default_text no_agent: R2 R1 R1 R9 R5 R5",
    "on  none       sales staffed open always \(nobody) -> form no_agent: R1 R1 R1 R1 R5 R5",
    "on  handedOver sales staffed open always \(nobody) -> form no_agent: R2 R1 R1 R1 R5 R5",
    "on  none       sales staffed none always \(nobody) -> form no_agent: R1 R1 R1 R9 R5 R5",
    "on  handedOver sales staffed none always \(nobody) -> form no_agent: R2 R1 R1 R9 R5 R5",

    "on  none       sales staffed open * one     -> offer bia: R1 R1 R1 R1 R5 R6",
    "on  handedOver sales staffed open * one     -> offer bia: R2 R1 R1 R1 R5 R6",
    "on  none       sales staffed none * one     -> offer bia: R1 R1 R1 R9 R5 R6",
    "on  handedOver sales staffed none * one     -> offer bia: R2 R1 R1 R9 R5 R6",
    "on  none       sales staffed open * several -> offer ana bia: R1 R1 R1 R1 R5 R6",
    "on  handedOver sales staffed open * several -> offer ana bia: R2 R1 R1 R1 R5 R6",
    "on  none       sales staffed none * several -> offer ana bia: R1 R1 R1 R9 R5 R6",
    "on  handedOver sales staffed none * several -> offer ana bia: R2 R1 R1 R9 R5 R6",
  ].map(Row.init)

  private static let nobody = "none|signedOut|otherTeam|otherChannel|unlicensed"

  struct Row {
    private let patterns: [[String]]
    let outcome: String

    init(_ line: String) {
      let sides = line.components(around: " -> ")
      patterns = sides.before.split(separator: " ").map { word in
        word.split(separator: "|").map(String.init)
      }
      outcome = sides.after
    }

    func covers(_ situation: RoutingSamples.Situation) -> Bool {
      patterns.count == situation.words.count
        && zip(patterns, situation.words).allSatisfy { $0 == ["*"] || $0.contains($1) }
    }

    /// Every word of the patterns, to see that none is misspelt.
    var words: [[String]] { patterns }
  }
}

extension String {
  fileprivate func components(around mark: String) -> (before: String, after: String) {
    guard let range = firstRange(of: mark) else { return (self, "") }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
