import CommandLineKit

extension CommandGroup<Action> {
  static var conversation: CommandGroup {
    CommandGroup(
      name: "conversation", aliases: ["conv"],
      summary: Text(
        en: "What a contact and the desk write to each other.",
        pt: "O que um contato e a central escrevem um ao outro."),
      discussion: Text(
        en: """
          An agent sees the conversations of their teams, and their own; with
          `whatsapp.segmentedViews` on, of those only the new ones and their own. Who writes first in
          one that nobody has becomes its assignee.
          """,
        pt: """
          O atendente vê as conversas das suas equipes e as suas; com `whatsapp.segmentedViews`
          ligado, delas só as novas e as suas. Quem escreve primeiro numa que não é de ninguém vira o
          responsável.
          """),
      commands: [
        .conversationList, .conversationShow, .conversationFollow, .conversationChat,
        .conversationSay, .conversationTemplate,
        .conversationClaim, .conversationAssign, .conversationForward, .conversationTransfer,
        .conversationResolve, .conversationPending, .conversationClose, .conversationRate,
        .conversationLink, .conversationTicket, .conversationRequester, .conversationHistory,
        .conversationSearch, .conversationExport, .conversationImport,
      ])
  }
}
