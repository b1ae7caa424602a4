import CommandLineKit
import DeskCore

extension CommandGroup<Action> {
  static var agent: CommandGroup {
    let kind = EntryKind<Agent>.agent
    return kind.group(kind.commands + [.agentOnline, .agentOffline, .agentChannels])
  }
}
