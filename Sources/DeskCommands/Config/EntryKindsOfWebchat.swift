import CommandLineKit
import DeskCore
import DeskStore

extension EntryKind<BusinessHours> {
  static let hours = EntryKind(
    one: Text(en: "business hours", pt: "um horário de atendimento"),
    all: Text(en: "the business hours", pt: "os horários de atendimento"),
    summary: Text(
      en: "When somebody is there, week by week.", pt: "Quando há atendimento, semana a semana."),
    discussion: Text(
      en: """
        A week is days and intervals: `mon-fri=9:00-12:00,13:00-18:00,sat=9:00-13:00`. An interval
        may go past midnight (22:00-02:00) and belongs to the day on which it begins; 24:00 is the
        end of a day. A date among the exceptions goes before holidays, and those before the week.
        Times are read off a clock on the wall. Where clocks are changed, a time in the hours left
        out is the change itself; one that comes twice opens at the first and closes at the second.
        """,
      pt: """
        Uma semana são dias e intervalos: `seg-sex=9:00-12:00,13:00-18:00,sab=9:00-13:00`. Um
        intervalo pode passar da meia-noite (22:00-02:00) e é do dia em que começa; 24:00 é o fim do
        dia. Uma data nas exceções vale antes dos feriados, e eles antes da semana. As horas são as
        do relógio da parede. Quando o relógio muda, uma hora pulada é a própria mudança; uma que
        vem duas vezes abre na primeira e fecha na segunda.
        """),
    example: "loja --weekly seg-sex=9:00-12:00,13:00-18:00,sab=9:00-13:00 --inherits feriados",
    uses: EntryUses(
      entries: { id, desk in
        try desk.users(of: id, Queue.self) { [$0.hours] }
          + desk.users(of: id, BusinessHours.self) { [$0.inherits] }
      }, settings: { [("livechat.hours", $0.livechat.hours)] }), warnings: HoursFindings.warnings)
}

extension EntryKind<Queue> {
  static let queue = EntryKind(
    one: Text(en: "a queue", pt: "uma fila"), all: Text(en: "the queues", pt: "as filas"),
    summary: Text(
      en: "Lines of webchat visitors, each of a team.",
      pt: "As filas do webchat, cada uma de uma equipe."),
    example: "plantao --team suporte --hours plantao",
    uses: EntryUses(entries: { try $1.users(of: $0, Subject.self) { [$0.queue] } }))
}

extension EntryKind<Subject> {
  static let subject = EntryKind(
    one: Text(en: "a subject", pt: "um assunto"), all: Text(en: "the subjects", pt: "os assuntos"),
    summary: Text(
      en: "What webchat visitors pick; each leads to a queue.",
      pt: "O que o visitante do webchat escolhe; cada um leva a uma fila."),
    example: "troca --name 'Quero trocar um produto' --queue vendas", uses: EntryUses())
}

extension Desk {
  /// The entries of another kind that name one.
  func users<Entry: ConfiguredRecord, Named>(
    of id: Slug<Named>, _ type: Entry.Type, _ named: (Entry) -> [Slug<Named>?]
  ) throws -> [String] {
    try config().catalog(type).entries.filter { named($0.value).contains(id) }.map {
      "\(Entry.noun)/\($0.id)"
    }
  }
}
