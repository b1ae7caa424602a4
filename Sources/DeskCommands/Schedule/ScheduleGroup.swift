import CommandLineKit

extension CommandGroup<Action> {
  static var schedule: CommandGroup {
    CommandGroup(
      name: "schedule",
      summary: Text(
        en: "Messages and reminders at a set time.", pt: "Mensagens e lembretes com hora marcada."),
      discussion: Text(
        en: """
          A schedule happens once, for one contact. When its time comes, `tick` opens a ticket,
          sends the message and notifies the agent, as its action says.

          A contact whose ticket is still open then gets nothing: the schedule fails, and its agent
          is told. Two schedules keep a gap of six minutes unless the desk sets another.
          """,
        pt: """
          Um agendamento acontece uma vez, para um contato. Na hora marcada, o `tick` abre um
          chamado, envia a mensagem e notifica o atendente, conforme a ação escolhida.

          Se o contato ainda tiver um chamado aberto, nada é enviado: o agendamento falha e o
          atendente é avisado. Entre dois agendamentos há seis minutos, se a central não definir
          outro intervalo.
          """),
      commands: [
        .scheduleList, .scheduleShow, .scheduleAdd, .scheduleSet, .scheduleCancel, .scheduleClone,
        .scheduleCheck, .scheduleFree,
      ])
  }
}
