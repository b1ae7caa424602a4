/// Everything that intake does: for each situation each input, with the steps, their rules and the
/// state that follows; without an arrow the conversation keeps the one that it has.
///
/// `new`, `known`, `blocked` and `shared` are an e-mail that nobody has, that one contact has, that
/// one has to whom nothing may be sent, and that two have; `older` is one written before what intake
/// acted on last.
enum IntakeTable {
  static let text = """
    new: off
      1 2 new known blocked shared words image older: W1 team → settled
      reaction: D4 skip no_inbound
    new: off, bot
      1 2 new known blocked shared words image older: W1 bot → bot
      reaction: D4 skip no_inbound
    new: off, blocked, bot
      1 2 new known blocked shared words image older: W12 skip blocked; W12 team → settled
      reaction: D4 skip no_inbound
    new: known
      1 2 new known blocked shared words image older: W3 open; W3 link; W3 team → settled
      reaction: D4 skip no_inbound
    new: known, bot
      1 2 new known blocked shared words image older: W3 open; W3 link; W3 bot → bot
      reaction: D4 skip no_inbound
    new: known, blocked, bot
      1 2 new known blocked shared words image older: W3 open; W12 skip blocked; W12 team → settled
      reaction: D4 skip no_inbound
    new: claimed
      1 2 new known blocked shared words image older: W7 open for 7; W7 link; W7 mail opened; W7 team → settled
      reaction: D4 skip no_inbound
    new: claimed, blocked
      1 2 new known blocked shared words image older: W7 open for 7; W12 skip blocked; W12 team → settled
      reaction: D4 skip no_inbound
    new: required
      1 2 new known blocked shared words image older: W4 ask email → email
      reaction: D4 skip no_inbound
    new: optional
      1 2 new known blocked shared words image older: W5 ask menu → menu
      reaction: D4 skip no_inbound
    new: blocked
      1 2 new known blocked shared words image older: W12 skip blocked; W12 team → settled
      reaction: D4 skip no_inbound
    new: ten asked before
      1 2 new known blocked shared words image older: W4 team; W4 tell manyRequests → settled
      reaction: D4 skip no_inbound
    email: required
      1 2 words image: W4 ask emailAgain → email
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 team → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 team → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: required, ten asked
      1 2 words image: W4 team; W4 tell manyRequests → settled
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 team → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 team → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: required, bot
      1 2 words image: W4 ask emailAgain → email
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 bot → bot
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 bot → bot
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 bot → bot
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: optional
      1 2 words image: W6 ask emailAgain → email
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 team → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 team → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: optional, last attempt
      1 2 words image: W6 ask menu → menu
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 team → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 team → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: trusting
      1 2 words image: W6 ask emailAgain → email
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 team → settled
      known: W7 trust 7; W7 open for 7; W9 link; W7 mail opened; W9 team → settled
      blocked: W7 trust 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: known meanwhile
      1 2 new known blocked shared words image: W3 open; W3 link; W3 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: blocked meanwhile
      1 2 new known blocked shared words image: W12 skip blocked; W12 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: taken by an agent
      1 2 words image: C21 skip attended
      new: W8 register; W8 open; W9 link; W8 mail welcome → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked → settled
      shared: W7 open; W9 link; W7 tell sharedEmail → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: taken by an agent, bot
      1 2 words image: C21 skip attended
      new: W8 register; W8 open; W9 link; W8 mail welcome → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked → settled
      shared: W7 open; W9 link; W7 tell sharedEmail → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    email: off meanwhile
      1 2 new known blocked shared words image: W1 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    menu: optional
      1: W5 ask email → email
      2: W5 team → settled
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 team → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 team → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 team → settled
      words image: W5 ask menu → menu
      reaction: D4 skip no_inbound
      older: D4 skip older
    menu: optional, bot
      1: W5 ask email → email
      2: W5 bot → bot
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 bot → bot
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 bot → bot
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 bot → bot
      words image: W5 ask menu → menu
      reaction: D4 skip no_inbound
      older: D4 skip older
    menu: optional, ten asked
      1 words image: W4 team; W4 tell manyRequests → settled
      2: W5 team → settled
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 team → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 team → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    menu: taken by an agent
      1 2 words image: C21 skip attended
      new: W8 register; W8 open; W9 link; W8 mail welcome → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked → settled
      shared: W7 open; W9 link; W7 tell sharedEmail → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    menu: required meanwhile
      1 2 words image: W4 ask emailAgain → email
      new: W8 register; W8 open; W9 link; W8 mail welcome; W9 team → settled
      known: W7 claim 7; W7 open for 7; W9 link; W7 mail opened; W9 team → settled
      blocked: W7 claim 7; W7 open for 7; W12 skip blocked; W12 team → settled
      shared: W7 open; W9 link; W7 tell sharedEmail; W9 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    bot: bot
      1 2 new known blocked shared words image: W9 bot → bot
      reaction: D4 skip no_inbound
      older: D4 skip older
    bot: no bot meanwhile
      1 2 new known blocked shared words image: W9 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    bot: blocked meanwhile
      1 2 new known blocked shared words image: W12 skip blocked; W12 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    bot: taken by an agent
      1 2 new known blocked shared words image: C21 skip attended → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    settled: known
      1 2 new known blocked shared words image: W11 skip settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    settled: resolved
      1 2 new known blocked shared words image: W11 skip settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    settled: closed
      1 2 new known blocked shared words image: W3 open; W3 link; W3 team → settled
      reaction: D4 skip no_inbound
      older: D4 skip older
    settled: closed, which an agent had
      1 2 new known blocked shared words image: W3 open; W3 link; W3 bot → bot
      reaction: D4 skip no_inbound
      older: D4 skip older
    menu: closed
      1 2 new known blocked shared words image: W5 ask menu → menu
      reaction: D4 skip no_inbound
      older: D4 skip older
    unasked: begun by a schedule
      1 2 new known blocked shared words image older: S14 skip settled
      reaction: D4 skip no_inbound
    unasked: begun by an agent
      1 2 new known blocked shared words image older: W11 skip settled
      reaction: D4 skip no_inbound
    """

  /// The outcomes by situation and input.
  static let rows: [(situation: String, input: String, outcome: String)] = {
    var rows: [(situation: String, input: String, outcome: String)] = []
    var situation = ""
    for line in text.split(separator: "\n") {
      guard line.hasPrefix(" "), let colon = line.firstIndex(of: ":") else {
        situation = String(line)
        continue
      }
      let outcome = String(line[line.index(colon, offsetBy: 2)...])
      for input in line[..<colon].split(separator: " ") {
        rows.append((situation, String(input), outcome))
      }
    }
    return rows
  }()
}
