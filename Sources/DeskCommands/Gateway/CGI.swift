import CommandLineKit
import DeskCore
import DeskFormats

extension CommandSpec<Action> {
  static var cgi: CommandSpec {
    CommandSpec(
      name: "cgi",
      summary: Text(
        en: "Answer one request of a web server.", pt: "Responde um pedido de um servidor web."),
      discussion: Text(
        en: """
          For a web server that runs it by CGI/1.1 for every address below `livechat.endpoint`. It is
          told the request by its environment and standard input, and answers on standard output:
          what the chat on a page asks (`/state`, `/start`, `/say`, `/poll`, `/end`), WhatsApp's
          webhook (`/whatsapp`), a ticket's page (`/ticket/…`) and the link to create a password
          (`/password/…`). What it refuses changes nothing; why it failed stands on standard error.
          Samples/web holds files for three servers.
          """,
        pt: """
          Para um servidor web que o executa por CGI/1.1 em todo endereço abaixo de
          `livechat.endpoint`. O pedido vem pelo ambiente e pela entrada padrão, e a resposta vai
          para a saída padrão: o que o chat de uma página pede (`/state`, `/start`, `/say`, `/poll`,
          `/end`), o webhook do WhatsApp (`/whatsapp`), a página de um chamado (`/ticket/…`) e o link
          para criar senha (`/password/…`). O que é recusado não muda nada; o motivo de uma falha vai
          para a saída de erros. Samples/web tem arquivos para três servidores.
          """),
      examples: [
        Example(
          "deskctl cgi",
          Text(
            en: "with REQUEST_METHOD=GET PATH_INFO=/state QUERY_STRING=channel=livechat set",
            pt: "com REQUEST_METHOD=GET PATH_INFO=/state QUERY_STRING=channel=livechat definidos"))
      ],
      action: .asDesk(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let answered = Gateway(desk).answer()
    var output = Output(.text(String(decoding: answered.bytes, as: UTF8.self)))
    if let failure = answered.failure {
      output.failures = [failure]
      output.exit = failure.exit
    }
    return output
  }
}
