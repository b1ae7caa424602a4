import CommandLineKit

extension Explanation {
  /// What `doctor` finds in lines, and in what they refer to.
  static let findingsInRecords: [Explanation] = [
    finding(
      "unended", Text(en: "a last line without its end", pt: "última linha sem o fim"),
      en: "The last line of a file is whole, and the line end after it is missing.",
      pt: "A última linha de um arquivo está inteira, mas sem a quebra de linha no fim.",
      "deskctl doctor --repair"),
    finding(
      "bad_line", Text(en: "a line that was changed", pt: "uma linha alterada"),
      en: """
        A line's sum does not fit what it says: somebody edited it, or the disk lost some of it.
        `--repair` leaves an empty place with its number, and keeps the file as it was in quarantine.
        """,
      pt: """
        A soma de uma linha não bate com o que ela diz: alguém a editou, ou o disco perdeu parte. O
        `--repair` deixa um lugar vazio com o número dela, e guarda o arquivo na quarentena.
        """, "deskctl doctor --repair"),
    finding(
      "undecodable", Text(en: "a line that is no record", pt: "uma linha que não é registro"),
      en: """
        A line is as it was written, and not a record of its kind. A program wrote it that is newer,
        or that is not deskctl.
        """,
      pt: """
        Uma linha está como foi gravada, mas não é um registro do seu tipo. Quem a gravou foi um
        programa mais novo, ou que não é o deskctl.
        """),
    finding(
      "misplaced", Text(en: "a record in another's place", pt: "um registro no lugar de outro"),
      en: "A line has another number than its place in the file. `--repair` puts it in its own.",
      pt:
        "Uma linha tem um número que não é o do seu lugar no arquivo. O `--repair` a põe no dela.",
      "deskctl doctor --repair"),
    finding(
      "surplus_lines", Text(en: "too many lines", pt: "linhas demais"),
      en: "A file of a hundred records has more lines than that.",
      pt: "Um arquivo de cem registros tem mais linhas do que isso.", "deskctl doctor --repair"),
    finding(
      "missing_records", Text(en: "records are missing", pt: "faltam registros"),
      en: """
        Numbers were given and nothing is there, not even that they were removed. Look for them in a
        backup first; `--repair` then leaves empty places, so that the numbers are not used again.
        """,
      pt: """
        Números foram dados e não há nada neles, nem sequer que foram removidos. Procure antes numa
        cópia; o `--repair` depois deixa lugares vazios, para que os números não sejam reutilizados.
        """, "deskctl doctor --repair"),
    finding(
      "message_count", Text(en: "another count of messages", pt: "outra conta de mensagens"),
      en: "A conversation says that it has more or fewer messages than its file holds.",
      pt: "Uma conversa diz ter mais ou menos mensagens do que há no arquivo dela.",
      "deskctl doctor --repair"),
    finding(
      "dangling", Text(en: "it refers to nothing", pt: "aponta para o que não existe"),
      en: "A record or the log names a number that was never given to anything.",
      pt: "Um registro ou o registro de eventos cita um número que nunca foi dado a nada.",
      "deskctl doctor --repair"),
  ]

  /// What `doctor` finds in the indexes and the agenda, which are made from the records.
  static let findingsInIndexes: [Explanation] = [
    finding(
      "index_missing", Text(en: "an index lacks a record", pt: "falta um registro no índice"),
      en: "A record would not be found by its phone, its e-mail or its being open.",
      pt: "Um registro não seria achado pelo telefone, pelo e-mail ou por estar aberto.",
      "deskctl doctor --repair"),
    finding(
      "index_surplus", Text(en: "an index has too much", pt: "o índice tem a mais"),
      en: "An index leads to a record that has no such phone, e-mail or state.",
      pt: "Um índice leva a um registro que não tem esse telefone, e-mail ou situação.",
      "deskctl doctor --repair"),
    finding(
      "agenda_missing",
      Text(en: "a schedule that would not fire", pt: "agendamento fora da agenda"),
      en: "A schedule is not in the agenda: it would not fire, or not count for the spacing.",
      pt: "Um agendamento não está na agenda: não dispararia, ou não contaria no intervalo.",
      "deskctl doctor --repair"),
    finding(
      "agenda_surplus", Text(en: "the agenda has too much", pt: "a agenda tem a mais"),
      en: "The agenda has a schedule in an hour that is not its own.",
      pt: "A agenda tem um agendamento numa hora que não é a dele.", "deskctl doctor --repair"),
    finding(
      "agenda_wrong", Text(en: "the agenda says otherwise", pt: "a agenda diz outra coisa"),
      en: "The agenda says another time or state of a schedule than its record, which counts.",
      pt: "A agenda diz outra hora ou situação do que o registro do agendamento, que é o que vale.",
      "deskctl doctor --repair"),
    finding(
      "unsettled", Text(en: "a done hour among the pending", pt: "hora feita entre as pendentes"),
      en: "Nothing in an hour's file is pending, and it was not put away. A tick only loses time.",
      pt:
        "Nada no arquivo de uma hora está pendente, e ele não foi guardado. O tick só perde tempo.",
      "deskctl doctor --repair"),
  ]
}
