import CommandLineKit

extension CommandGroup<Action> {
  static var ticket: CommandGroup {
    CommandGroup(
      name: "ticket",
      summary: Text(
        en: "Work to be done for a contact.", pt: "O trabalho a fazer para um contato."),
      discussion: Text(
        en: """
          Tickets are numbered from 1 and are open or closed. Closing a ticket closes no
          conversation, nor the other way round. An agent sees the tickets of their teams, and
          their own.
          """,
        pt: """
          Os chamados são numerados a partir de 1 e estão abertos ou fechados. Fechar um chamado não
          encerra a conversa, nem o contrário. O atendente vê os chamados das suas equipes e os seus.
          """),
      commands: [
        .ticketList, .ticketShow, .ticketAdd, .ticketClose, .ticketReopen, .ticketAssign,
        .ticketNote, .ticketExport,
      ])
  }
}
