import CommandLineKit

extension Explanation {
  /// What stands against an agent's message, and against WhatsApp's templates.
  static let codesOfWriting: [Explanation] = [
    failure(
      "too_long", Text(en: "longer than WhatsApp takes", pt: "maior do que o WhatsApp aceita"),
      en: "A text has at most 4096 characters. Nothing of it was sent.",
      pt: "Um texto tem no máximo 4096 caracteres. Nada dele foi enviado."),
    failure(
      "no_address", Text(en: "nowhere to send it to", pt: "não há para onde enviar"),
      en: "The contact has no phone and never wrote on WhatsApp. Give them a phone.",
      pt: "O contato não tem telefone e nunca escreveu pelo WhatsApp. Informe um telefone dele.",
      "deskctl contact set 3 --phones '(11) 98765-4321'"),
    failure(
      "conversation_closed",
      Text(en: "the conversation is closed", pt: "a conversa está encerrada"),
      en: """
        Nobody writes in a closed conversation, and nobody gets it. The contact's next message begins
        a new one; to write first, add a schedule. The hint names the contact's open conversation
        where there is one.
        """,
      pt: """
        Ninguém escreve numa conversa encerrada, e ninguém a recebe. A próxima mensagem do contato
        inicia outra; para escrever primeiro, crie um agendamento. A dica diz qual é a conversa
        aberta do contato, se houver.
        """, "deskctl conversation list"),
    failure(
      "text_alone", Text(en: "a chat carries text alone", pt: "um chat só leva texto"),
      en: "A chat on a page takes no files and no templates. Write what is to be said.",
      pt: "Um chat numa página não leva arquivos nem modelos. Escreva o que quer dizer.",
      "deskctl conversation say 3 'Bom dia!'"),
    failure(
      "needs_yes", Text(en: "nobody can be asked", pt: "não há a quem perguntar"),
      en: """
        A command that asks before it goes on was run where nobody can answer. Nothing was done;
        `--yes` says yes beforehand, `-n` shows what would be done.
        """,
      pt: """
        Um comando que pergunta antes de seguir foi executado onde ninguém pode responder. Nada foi
        feito; `--yes` diz sim de antemão, `-n` mostra o que seria feito.
        """),
    failure(
      "several_templates",
      Text(en: "a template in several languages", pt: "um modelo em vários idiomas"),
      en: """
        WhatsApp has several templates of that name, one a language. Say which with `--language`, or
        use the name that it has here.
        """,
      pt: """
        O WhatsApp tem vários modelos com esse nome, um por idioma. Diga qual com `--language`, ou use
        o nome que ele tem aqui.
        """, "deskctl template list"),
    failure(
      "template_list", Text(en: "no list of templates", pt: "não é uma lista de modelos"),
      en: """
        What was to be imported is not what WhatsApp answers to a question for its templates. The
        message names the line, the column and the key. Nothing was changed.
        """,
      pt: """
        O que se queria importar não é o que o WhatsApp responde a um pedido de modelos. A mensagem
        diz a linha, a coluna e a chave. Nada foi mudado.
        """, "deskctl template import --help"),
    failure(
      "more_templates", Text(en: "only one page of them", pt: "só uma página deles"),
      en: """
        A warning: WhatsApp gave its list in pages, and this was not the last one. What it holds was
        imported; import the others, too.
        """,
      pt: """
        Um aviso: o WhatsApp deu a lista em páginas, e esta não era a última. O que ela tem foi
        importado; importe também as outras.
        """),
  ]
}
