import CommandLineKit

/// S: schedules.
extension Explanation {
  static let rulesOfSchedules: [Explanation] = [
    rule(
      "S1", Text(en: "Once, for one contact", pt: "Uma vez, para um contato"),
      en: """
        A schedule happens at one time, for one contact. Repetition and lists of contacts are
        refused. What comes again is cloned, with another time or for another contact.
        """,
      pt: """
        Um agendamento acontece em uma hora, para um contato. Repetição e listas de contatos são
        recusadas. O que se repete é clonado, com outra hora ou para outro contato.
        """, "deskctl schedule clone 1 --at 'mon 10:00'",
      "deskctl schedule clone 1 --contact 4 --at +2h"),
    rule(
      "S2", Text(en: "Schedules keep a gap", pt: "Agendamentos mantêm um intervalo"),
      en: """
        Any two schedules are at least `schedules.spacing.minutes` apart, 6 unless set; exactly that
        much is enough. All but cancelled ones count, whatever their action, by the time they were
        planned for. The gap holds in the whole desk, which leaves room for 240 a day, unless
        `schedules.spacing.scope` says for each contact, team or agent. A refusal names the
        schedule in the way and the nearest free minutes; `--next-free` takes the next.
        """,
      pt: """
        Dois agendamentos quaisquer ficam a pelo menos `schedules.spacing.minutes` um do outro, 6 se
        não for dito; exatamente isso basta. Todos contam menos os cancelados, seja qual for a ação,
        pela hora para a qual foram marcados. O intervalo vale na central inteira, o que dá lugar a
        240 por dia, a não ser que `schedules.spacing.scope` diga por contato, equipe ou atendente.
        A recusa diz qual está no caminho e os minutos livres mais próximos; `--next-free` toma o
        seguinte.
        """, "deskctl schedule free --near 'sat 10:00'",
      "deskctl config set schedules.spacing.scope=contact"),
    rule(
      "S3", Text(en: "Checked and stored as one", pt: "Verificado e gravado de uma vez"),
      en: """
        The gap is checked and the schedule stored in one transaction, under the lock. However many
        commands run at the same time, no two of them ever store schedules that are too close.
        """,
      pt: """
        O intervalo é verificado e o agendamento gravado numa só transação, sob a trava. Por mais
        comandos que rodem ao mesmo tempo, dois nunca gravam agendamentos próximos demais.
        """),
    rule(
      "S4", Text(en: "Not while a ticket is open", pt: "Não enquanto houver chamado aberto"),
      en: """
        A schedule that opens a ticket fires only if all tickets of its contact are closed then, of
        whatever team or origin. If one is open nothing is sent and no ticket is opened: the
        schedule fails for good with `ticket_open`, and its agent is notified with the ticket's
        number. Due schedules fire in the order of time and number, and each sees what those before
        it did. Making one while a ticket is open is allowed, with a warning.
        """,
      pt: """
        Um agendamento que abre chamado só dispara se todos os chamados do contato estiverem
        fechados nessa hora, de qualquer equipe ou origem. Havendo um aberto, nada é enviado e nenhum
        chamado é aberto: o agendamento falha de vez com `ticket_open`, e o atendente é notificado
        com o número do chamado. Os vencidos disparam por ordem de hora e número, e cada um vê o que
        os anteriores fizeram. Criar um com chamado aberto é permitido, com um aviso.
        """, "deskctl why schedule/1", "deskctl ticket close 1"),
    rule(
      "S5", Text(en: "What a schedule does", pt: "O que um agendamento faz"),
      en: """
        `openTicket` and `openTicketAndNotify` need a comment, the reminder for whoever answers; a
        message and files are optional, and are sent on WhatsApp to the contact's first phone or the
        one that `--phone` names. Without either the ticket opens and nothing is sent. `notify` only
        notifies the agent: it always fires, and takes no message, file or template. Files are
        copied into the store when the schedule is made.
        """,
      pt: """
        `openTicket` e `openTicketAndNotify` exigem um comentário, o lembrete de quem vai atender;
        mensagem e arquivos são opcionais, e vão pelo WhatsApp ao primeiro telefone do contato ou ao
        que `--phone` indicar. Sem nenhum dos dois, o chamado abre e nada é enviado. `notify` só
        notifica o atendente: sempre dispara, e não leva mensagem, arquivo nem modelo. Os arquivos
        são copiados para a central quando o agendamento é criado.
        """, "deskctl schedule add --help"),
    rule(
      "S6",
      Text(
        en: "Agent in the team, contact in the group",
        pt: "Atendente na equipe, contato no agrupamento"),
      en: """
        The agent has to be a member of the team, and the contact of the group where one is named.
        Both are checked when the schedule is made and again when it fires.
        """,
      pt: """
        O atendente tem de ser da equipe, e o contato do agrupamento, se um for citado. As duas
        coisas são verificadas quando o agendamento é criado e de novo quando ele dispara.
        """, "deskctl agent list"),
    rule(
      "S7", Text(en: "Who may schedule", pt: "Quem pode agendar"),
      en: """
        Only administrators, and roles that have the permission `schedule.manage`, may make, change
        or cancel schedules. Anybody else is refused with exit status 11.
        """,
      pt: """
        Só administradores, e cargos com a permissão `schedule.manage`, podem criar, alterar ou
        cancelar agendamentos. Qualquer outro é recusado com o estado de saída 11.
        """, "deskctl role set vendas --allow schedule.manage"),
    rule(
      "S8", Text(en: "Which time is meant", pt: "Qual hora se quer dizer"),
      en: """
        A time is one of the desk's zone unless it carries an offset, and a whole minute. One that
        the clocks skip is refused; one that they show twice is refused unless `--earlier` or
        `--later` says which. It has to be later than the current minute.
        """,
      pt: """
        A hora é a do fuso da central, se não trouxer outro, e um minuto inteiro. A que os relógios
        pulam é recusada; a que eles mostram duas vezes é recusada se `--earlier` ou `--later` não
        disser qual. Tem de ser depois do minuto atual.
        """, "deskctl help times"),
    rule(
      "S9",
      Text(
        en: "Late is better than never, up to a point",
        pt: "Antes tarde do que nunca, até certo ponto"),
      en: """
        A schedule whose minute passed while nothing ran fires at the next tick, and is marked with
        how late it was. Past `schedules.maxLateness`, 24 hours unless set, it expires instead, and
        its agent is notified.
        """,
      pt: """
        Um agendamento cujo minuto passou enquanto nada rodava dispara no próximo tick, e fica
        marcado com o atraso. Além de `schedules.maxLateness`, 24 horas se não for dito, ele expira,
        e o atendente é notificado.
        """, "deskctl schedule list --state expired"),
    rule(
      "S10", Text(en: "Exactly once", pt: "Exatamente uma vez"),
      en: """
        Two ticks at once, a tick killed anywhere, a machine that lost power: each schedule still
        ends with one ticket, one message, one notification. A desk that was restored or copied is
        on hold, so that two desks do not send the same; `resume` lists what would go out, and
        lets it.
        """,
      pt: """
        Dois ticks ao mesmo tempo, um tick morto em qualquer ponto, uma máquina que perdeu energia:
        cada agendamento termina com um chamado, uma mensagem, uma notificação. Uma central restaurada
        ou copiada fica em espera, para que duas não enviem o mesmo; `resume` lista o que sairia, e
        libera.
        """, "deskctl resume --dry-run"),
    rule(
      "S11",
      Text(
        en: "WhatsApp's window is looked at twice", pt: "A janela do WhatsApp é vista duas vezes"),
      en: """
        The 24 hours of C13 are checked when a schedule fires and again when its message is
        delivered; `schedule add` warns where they will be over by then. Outside them free text without a template fails with `window_closed`, as whole as
        in S4: no ticket, and the agent is notified. Reasons are tried in this order: late,
        agent_not_in_team, contact_not_in_group, ticket_open, window_closed.
        """,
      pt: """
        As 24 horas da C13 são verificadas quando o agendamento dispara e de novo quando a mensagem é
        entregue; `schedule add` avisa se já terão passado. Fora delas, texto livre sem modelo falha com `window_closed`, por inteiro como na
        S4: sem chamado, e o atendente é notificado. Os motivos são testados nesta ordem: late,
        agent_not_in_team, contact_not_in_group, ticket_open, window_closed.
        """, "deskctl schedule check --at 'sat 10:00' --contact 3 --agent ana"),
    rule(
      "S12", Text(en: "The ticket that a schedule opens", pt: "O chamado que um agendamento abre"),
      en: """
        It belongs to the schedule's team, with the schedule's agent as assignee, and its origin is
        `schedule`. It holds the comment, which is never sent.
        """,
      pt: """
        É da equipe do agendamento, com o atendente dele como responsável, e sua origem é
        `schedule`. Guarda o comentário, que nunca é enviado.
        """, "deskctl ticket show 1"),
    rule(
      "S13",
      Text(
        en: "Notifications stay until dismissed", pt: "Notificações ficam até serem dispensadas"),
      en: """
        A notification names the contact, the time, the comment and, after a failure, why. It goes
        to the agent, a failure also to whoever made the schedule, and stays until it is dismissed.
        Opening it leads to the contact's conversation, else to the contact.
        """,
      pt: """
        A notificação diz o contato, a hora, o comentário e, numa falha, o porquê. Vai para o
        atendente, e a de falha também para quem criou o agendamento, e fica até ser dispensada.
        Abri-la leva à conversa do contato, ou ao contato se não houver conversa.
        """, "deskctl notification list", "deskctl notification dismiss 1"),
    rule(
      "S14", Text(en: "The reply finds the ticket", pt: "A resposta encontra o chamado"),
      en: """
        A schedule that opens a ticket also gives the contact a WhatsApp conversation with that team
        and agent, bound to the ticket; one that is open is used and moved there, and its history
        says so. The contact's reply joins it: no question, no bot and no second ticket until it is
        closed.
        """,
      pt: """
        Um agendamento que abre chamado também dá ao contato uma conversa de WhatsApp com aquela
        equipe e atendente, ligada ao chamado; se houver uma aberta, ela é usada e movida para lá, e
        o histórico registra. A resposta do contato entra nela: sem pergunta, sem robô e sem segundo
        chamado até ela ser encerrada.
        """, "deskctl why schedule/1"),
  ]
}
