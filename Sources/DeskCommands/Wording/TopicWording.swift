import CommandLineKit

extension EnvironmentVariable {
  /// What is looked at besides the variables that stand for options; LANG and NO_COLOR do not
  /// stand for theirs word by word.
  static let all = [
    EnvironmentVariable(
      "LANG",
      Text(
        en:
          "The language, after LC_ALL and LC_MESSAGES: pt_BR.UTF-8 is Portuguese, all else English.",
        pt: "O idioma, depois de LC_ALL e LC_MESSAGES: pt_BR.UTF-8 é português, o resto inglês.")),
    EnvironmentVariable(
      "NO_COLOR",
      Text(en: "No colours, whatever it holds.", pt: "Sem cores, contenha o que contiver.")),
    EnvironmentVariable(
      "COLUMNS",
      Text(en: "The width of tables and help.", pt: "A largura das tabelas e da ajuda.")),
    EnvironmentVariable(
      "XDG_CONFIG_HOME",
      Text(
        en: "Holds the configuration of a desk of one's own; ~/.config unless set.",
        pt: "Contém a configuração de uma central pessoal; ~/.config se não for definida.")),
    EnvironmentVariable(
      "XDG_DATA_HOME",
      Text(
        en: "Holds the data of a desk of one's own; ~/.local/share unless set.",
        pt: "Contém os dados de uma central pessoal; ~/.local/share se não for definida.")),
    EnvironmentVariable(
      "VISUAL", Text(en: "The editor, before EDITOR.", pt: "O editor, antes de EDITOR.")),
    EnvironmentVariable(
      "EDITOR",
      Text(
        en: "The editor that `config edit` and `conversation say` start.",
        pt: "O editor que `config edit` e `conversation say` abrem.")),
    EnvironmentVariable(
      "DESKCTL_PAGER",
      Text(
        en: "What shows a long text at a terminal, before PAGER; `cat` shows it whole.",
        pt: "O que mostra um texto longo no terminal, antes de PAGER; `cat` mostra tudo.")),
    EnvironmentVariable(
      "PAGER",
      Text(en: "The pager; `less` unless set.", pt: "O paginador; `less` se não for definida.")),
    EnvironmentVariable(
      "TZDIR",
      Text(
        en: "The folder of time zone files, where the system's is not used.",
        pt: "A pasta de arquivos de fuso horário, no lugar da do sistema.")),
  ]
}

extension HelpTopic {
  static let onFiles = Text(
    en: """
      The configuration is a folder of JSON files that people may edit and keep in git. It is
      /etc/deskctl where that exists, else ~/.config/deskctl, unless --config names another.

        desk.json              zone, language, schedules, outbox
        teams.json …           what is configured, a file a noun
        schema/*.schema.json   what may stand in each, for editors

      The data are a folder of plain text that only deskctl writes: /var/lib/deskctl where that
      exists, else ~/.local/share/deskctl, unless --data names another. They are never in git.

        tickets/ contacts/ …   records, one a line, a hundred numbers a file
        agenda/                what is due, an hour a file
        log/                   who did what, by which rule, a day a file
        journal                the change that is being made
        quarantine/            what was found and not understood
      """,
    pt: """
      A configuração é uma pasta de arquivos JSON que pessoas podem editar e guardar no git. É
      /etc/deskctl, se existir, senão ~/.config/deskctl, a menos que --config indique outra.

        desk.json              fuso, idioma, agendamentos, saída
        teams.json …           o que se configura, um arquivo por nome
        schema/*.schema.json   o que cada um pode conter, para editores

      Os dados são uma pasta de texto puro que só o deskctl escreve: /var/lib/deskctl, se existir,
      senão ~/.local/share/deskctl, a menos que --data indique outra. Nunca vão para o git.

        tickets/ contacts/ …   registros, um por linha, cem números por arquivo
        agenda/                o que vence, uma hora por arquivo
        log/                   quem fez o quê, por qual regra, um dia por arquivo
        journal                a mudança que está sendo feita
        quarantine/            o que se achou e não se entendeu
      """)

  static let onTimes = Text(
    en: """
      A time is read as people write it, in English or Portuguese, on a 24-hour clock. Without an
      offset it is in the desk's zone (desk.zone); what was understood is said back.

        2026-12-05 10:00       or 2026-12-05T10:00
        05/12/2026 10:00       the day comes first
        tomorrow 9:30          today, tomorrow
        mon 14:30              the next Monday
        10:06                  the next time the clock shows it
        +2h30m                 from now
        2026-12-05T13:00:00Z   with an offset, in any zone
      """,
    pt: """
      A hora é lida como se escreve, em português ou inglês, num relógio de 24 horas. Sem indicação
      de fuso vale o da central (desk.zone); o que se entendeu é dito de volta.

        05/12/2026 10:00       ou 05/12/2026 às 10h00
        2026-12-05 10:00       ou 2026-12-05T10:00
        amanhã 9h30            hoje, amanhã
        seg 14h30              a próxima segunda
        10h06                  a próxima vez que o relógio mostrar
        +2h30m                 a partir de agora
        2026-12-05T13:00:00Z   com a indicação do fuso, em qualquer um
      """)

  static let onRecords = Text(
    en: """
      A record is named by its number or with its kind, as schedule/42; a contact also by a phone or
      an e-mail, as people write them. Verbs that take several read them from standard input in the
      place of -, so that lists can be passed on:

        deskctl schedule list -q --agent ana | deskctl schedule cancel -

      What is configured (a team, an agent) has a name of small letters, digits and dashes. A text
      may be @FILE, which stands for what the file holds; @@ begins a text with an @.
      """,
    pt: """
      Um registro é indicado pelo número ou com o tipo, como schedule/42; um contato também por um
      telefone ou e-mail, como se escrevem. Verbos que aceitam vários os leem da entrada padrão no
      lugar de -, para que listas sejam passadas adiante:

        deskctl schedule list -q --agent ana | deskctl schedule cancel -

      O que se configura (uma equipe, um atendente) tem um nome de letras minúsculas, dígitos e
      hifens. Um texto pode ser @ARQUIVO, que vale pelo que o arquivo contém; @@ começa um texto com @.
      """)

  static let onOutput = Text(
    en: """
      Data go to standard output, all else to standard error. A list is a table on a terminal and
      TSV when piped; --format csv, --json, --jsonl and --fields choose something else, -q prints
      ids alone, and --out writes a file, whole or not at all.

      With --json a list is {"schema":"deskctl.schedule.list/1","data":[…]} and one thing
      {"schema":"deskctl.schedule/1","data":{…}}; --jsonl gives bare records. A failure is then one
      object on standard error: {"error":{"code":"S2","exit":5,"message":"…","hint":"…"}}. Keys and
      codes do not depend on the language; instants are RFC 3339 in UTC.
      """,
    pt: """
      Os dados vão para a saída padrão, o resto para a saída de erro. Uma lista é uma tabela num
      terminal e TSV num pipe; --format csv, --json, --jsonl e --fields escolhem outra coisa, -q
      imprime só os ids, e --out grava um arquivo, inteiro ou nada.

      Com --json uma lista é {"schema":"deskctl.schedule.list/1","data":[…]} e uma coisa só
      {"schema":"deskctl.schedule/1","data":{…}}; --jsonl dá registros puros. Uma falha é então um
      objeto na saída de erro: {"error":{"code":"S2","exit":5,"message":"…","hint":"…"}}. Chaves e
      códigos não dependem do idioma; instantes são RFC 3339 em UTC.
      """)
}
