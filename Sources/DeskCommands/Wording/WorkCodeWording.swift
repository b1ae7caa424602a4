import CommandLineKit

extension Explanation {
  /// What stands against contacts, and against reading many of them from a file.
  static let codesOfContacts: [Explanation] = [
    failure(
      "phone_taken", Text(en: "somebody else's phone", pt: "telefone de outra pessoa"),
      en: """
        A phone belongs to one contact, with and without its ninth digit, because messages are told
        apart by it. The message names the contact who has it.
        """,
      pt: """
        Um telefone é de um só contato, com e sem o nono dígito, porque é por ele que as mensagens se
        distinguem. A mensagem diz de que contato ele é.
        """),
    failure(
      "empty", Text(en: "an empty file", pt: "um arquivo vazio"),
      en: """
        The file that was to be read has nothing in it. Nothing was changed. As a finding of `doctor`:
        a file of the store that must hold records lost them.
        """,
      pt: """
        O arquivo que se queria ler não tem nada. Nada foi mudado. Como achado do `doctor`: um arquivo
        dos dados que deve ter registros os perdeu.
        """),
    failure(
      "columns", Text(en: "no column that is known", pt: "nenhuma coluna conhecida"),
      en: """
        The first line of a spreadsheet names its columns, and none of these is one of phones or
        e-mails. Name them as people do: nome, telefone, e-mail, or name, phone, email.
        """,
      pt: """
        A primeira linha da planilha diz as colunas, e nenhuma delas é de telefones ou e-mails. Use os
        nomes de sempre: nome, telefone, e-mail, ou name, phone, email.
        """),
    failure(
      "json_lines", Text(en: "one array instead of lines", pt: "uma lista em vez de linhas"),
      en: """
        JSON is read a record a line, so that a file of any length can be. The hint turns one array
        into such lines.
        """,
      pt: """
        JSON é lido com um registro por linha, para que o arquivo possa ter qualquer tamanho. A dica
        transforma uma lista só em linhas assim.
        """),
    failure(
      "unread", Text(en: "columns that were not read", pt: "colunas que não foram lidas"),
      en: """
        A warning: the file has columns that no field of a contact is called by. All else was
        read.
        """,
      pt: """
        Um aviso: o arquivo tem colunas cujo nome não é o de nenhum campo de contato. Todo o resto
        foi lido.
        """),
    failure(
      "stopped", Text(en: "stopped in the middle", pt: "parou no meio"),
      en: """
        A warning beside the failure that stopped an import: what it had stored until then is
        stored. Mend the line that is named and run it again; what is there is updated and not
        doubled.
        """,
      pt: """
        Um aviso ao lado da falha que parou uma importação: o que ela já tinha gravado está gravado.
        Corrija a linha indicada e rode de novo; o que existe é atualizado, e não duplicado.
        """),
  ]

  /// What the desk says of itself without being asked.
  static let codesOfStatus: [Explanation] = [
    failure(
      "no_agents", Text(en: "nobody to answer", pt: "ninguém para atender"),
      en: """
        The desk has no agent yet, so nothing can be scheduled or assigned. Add one, in a team and
        with a role.
        """,
      pt: """
        A central ainda não tem atendente, então nada pode ser agendado ou atribuído. Crie um, numa
        equipe e com um cargo.
        """, "deskctl agent add ana --name Ana --role atendente --teams atendimento"),
    failure(
      "no_contacts", Text(en: "nobody to write to", pt: "ninguém a quem escrever"),
      en: "The desk has no contact yet. Add one, or import many from a spreadsheet.",
      pt: "A central ainda não tem contato. Crie um, ou importe muitos de uma planilha.",
      "deskctl contact import contatos.csv"),
    failure(
      "config_kept", Text(en: "the configuration was there", pt: "a configuração já existia"),
      en: """
        `init` found a configuration in the folder and left it as it is; it made the store alone.
        The desk runs by what was there.
        """,
      pt: """
        O `init` achou uma configuração na pasta e a deixou como está; criou só os dados. A central
        segue o que já havia.
        """),
    failure(
      "recovered",
      Text(en: "an interrupted command completed", pt: "um comando interrompido completado"),
      en: """
        A warning of `doctor`: a command had been interrupted after its commit, and what it had
        committed was put in place. Nothing is left to do.
        """,
      pt: """
        Um aviso do `doctor`: um comando tinha sido interrompido depois da gravação, e o que ele tinha
        gravado foi posto no lugar. Não há mais nada a fazer.
        """),
    failure(
      "repair", Text(en: "some of it can be mended", pt: "parte disso tem conserto"),
      en: """
        A warning of `doctor`: some of what it found it can mend by itself. `--repair` does, and keeps
        every byte that it takes away in quarantine.
        """,
      pt: """
        Um aviso do `doctor`: parte do que ele encontrou ele mesmo conserta. `--repair` faz isso, e
        guarda na quarentena cada byte que tira.
        """, "deskctl doctor --repair"),
    failure(
      "rebuilt", Text(en: "indexes made anew", pt: "índices refeitos"),
      en: """
        A warning of `doctor`: what is made from the records, the indexes and the agenda, was made
        anew. The records themselves were not touched.
        """,
      pt: """
        Um aviso do `doctor`: o que é feito a partir dos registros, os índices e a agenda, foi refeito.
        Os registros em si não foram tocados.
        """),
  ]
}
