import CommandLineKit
import Testing

struct HelpPageTests {
  func page(_ path: String..., language: Language = .en, width: Int = 80) -> String {
    HelpPage(Sample.tree, path: path, language: language).text(width: width)
  }

  @Test func `the program in English`() {
    #expect(
      page() == """
        Usage: deskctl [global options] NOUN VERB [arguments] [options]

        A support desk in plain files.

        Desk:
          status              Say how the desk is.
          why                 Say what happened to a record.

        Work:
          schedule            What is to happen later.
          conversation, conv  What customers write.

        Global options:
              --config DIR    Configuration. [$DESKCTL_CONFIG]
              --color WHEN    Colour. (auto, always, never)
              --json          Write JSON.
          -o, --out PATH      Write there.
          -n, --dry-run       Change nothing.
          -y, --yes           Confirm.
          -h, --help          Show help for what is on the line.
              --version       Show the program's version.

        More of one: deskctl NOUN VERB --help

        """)
  }

  @Test func `the program in Portuguese`() {
    #expect(
      page(language: .ptBR) == """
        Uso: deskctl [opções globais] NOME VERBO [argumentos] [opções]

        Atendimento em arquivos simples.

        Mesa:
          status              Diz como vai a mesa.
          why                 Diz o que houve.

        Trabalho:
          schedule            O que acontece depois.
          conversation, conv  O que os clientes escrevem.

        Opções globais:
              --config DIR    Configuração. [$DESKCTL_CONFIG]
              --color WHEN    Cores. (auto, always, never)
              --json          Escreve JSON.
          -o, --out PATH      Escreve ali.
          -n, --dry-run       Não muda nada.
          -y, --yes           Confirma.
          -h, --help          Mostra a ajuda do que está na linha.
              --version       Mostra a versão do programa.

        Mais sobre um deles: deskctl NOME VERBO --help

        """)
  }

  @Test func `a noun in both languages`() {
    #expect(
      page("conversation") == """
        Usage: deskctl conversation VERB [arguments] [options]

        What customers write.

        Aliases: conv

        Commands:
          list  List conversations.
          say   Answer in one.

        More of one: deskctl conversation VERB --help

        """)
    #expect(
      page("schedule", language: .ptBR) == """
        Uso: deskctl schedule VERBO [argumentos] [opções]

        O que acontece depois.

        Comandos:
          list, ls  Lista o que espera.
          add       Cria um agendamento.
          cancel    Cancela agendamentos.

        Mais sobre um deles: deskctl schedule VERBO --help

        """)
  }

  @Test func `a command in English`() {
    #expect(
      page("schedule", "add") == """
        Usage: deskctl schedule add --at TIME [options]

        Add a schedule.

        A time is read in the desk's zone:

          10:00   the next one
          +2h     from now

        Options:
              --at TIME         When it fires.
              --agent AGENT     Who takes it.
              --offset MINUTES  Minutes from now.

        What it does:
          -m, --message TEXT    What is sent.
              --file FILE…      An attachment.

        Examples:
          deskctl schedule add --at 10:00 -m 'Olá, tudo bem?'
              Greet at ten.

        Global options stand in any place; they are listed by: deskctl --help

        """)
  }

  @Test func `a command in Portuguese, with arguments`() {
    #expect(
      page("conversation", "say", language: .ptBR) == """
        Uso: deskctl conversation say CONVERSATION [TEXT]

        Responde em uma.

        Argumentos:
          CONVERSATION  Qual.
          [TEXT]        O que dizer.

        As opções globais valem em qualquer lugar; para vê-las: deskctl --help

        """)
  }

  @Test(arguments: [10, 40, 57, 80, 100, 500], Language.allCases)
  func `no line is longer than the width`(width: Int, language: Language) {
    for path in [[], ["schedule"], ["schedule", "list"], ["conversation", "say"]] {
      let text = HelpPage(Sample.tree, path: path, language: language).text(width: width)
      for line in text.split(separator: "\n") {
        #expect(String(line).displayWidth <= min(max(width, 40), 100), "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test func `hidden commands are not spoken of, and headings are bold where asked for`() {
    #expect(!page().contains("secret"))
    let styled = HelpPage(Sample.tree, path: [], language: .en).text(style: Style(isOn: true))
    #expect(styled.hasPrefix("\u{1B}[1mUsage:\u{1B}[0m deskctl"))
    #expect(styled.contains("\n\u{1B}[1mWork:\u{1B}[0m\n"))
  }
}
