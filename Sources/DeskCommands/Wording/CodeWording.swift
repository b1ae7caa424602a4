import CommandLineKit

extension Explanation {
  /// The codes of failures and warnings that are no rule's id; a test finds one that is missing.
  static let failures: [Explanation] =
    codesOfWords + codesOfContacts + codesOfReceiving + codesOfWriting + codesOfDelivery
    + codesOfConfig + codesOfStore + codesOfStatus

  /// What is wrong with the words, or with what they name.
  private static let codesOfWords: [Explanation] = [
    failure(
      "usage", Text(en: "the command line is wrong", pt: "a linha de comando está errada"),
      en: """
        A word is unknown, missing, too many, or a value is not one that its option takes. The
        message quotes it and the hint is the nearest line that would do.
        """,
      pt: """
        Uma palavra é desconhecida, falta, sobra, ou um valor não é dos que a opção aceita. A
        mensagem a cita, e a dica é a linha mais próxima que serviria.
        """, "deskctl --help"),
    failure(
      "phone", Text(en: "no phone number", pt: "não é um telefone"),
      en: """
        What was typed cannot be read as a phone number. Brackets, spaces, a leading zero and +55
        are all fine; without a country it is one of the desk's country, with its area code.
        """,
      pt: """
        O que foi digitado não se lê como telefone. Parênteses, espaços, zero na frente e +55 são
        aceitos; sem país, vale o da central, com o DDD.
        """),
    failure(
      "email", Text(en: "no e-mail address", pt: "não é um e-mail"),
      en: "What was typed cannot be an e-mail address. The message says which part of it cannot.",
      pt: "O que foi digitado não pode ser um e-mail. A mensagem diz qual parte dele não pode."),
    failure(
      "not_found", Text(en: "it does not exist", pt: "não existe"),
      en: """
        Nothing that you may see has this name or number. Numbers are never used again, so one that
        existed once was removed.
        """,
      pt: """
        Nada que você possa ver tem esse nome ou número. Números nunca são reutilizados: se já
        existiu, foi removido.
        """),
    failure(
      "ambiguous", Text(en: "several contacts fit", pt: "vários contatos servem"),
      en: """
        The phone or e-mail belongs to more than one contact, and the desk does not guess. Name the
        one that is meant by its number.
        """,
      pt: """
        O telefone ou e-mail é de mais de um contato, e a central não adivinha. Indique pelo número
        aquele que se quer.
        """),
    failure(
      "no_file", Text(en: "no such file", pt: "arquivo inexistente"),
      en: "A file that the line names is not there. Relative paths begin in the current folder.",
      pt: "Um arquivo citado na linha não está lá. Caminhos relativos começam na pasta atual."),
    failure(
      "not_text", Text(en: "not a text", pt: "não é um texto"),
      en: "It holds a NUL, which no channel carries: it is a file of another kind.",
      pt: "Tem um NUL, que canal nenhum leva: é um arquivo de outro tipo."),
    failure(
      "not_utf8", Text(en: "not in UTF-8", pt: "não está em UTF-8"),
      en: """
        A text is read as UTF-8, and this file is in another encoding. The hint converts it from the
        one that is usual for older spreadsheets.
        """,
      pt: """
        Textos são lidos em UTF-8, e este arquivo está em outra codificação. A dica converte da que é
        comum em planilhas antigas.
        """),
    failure(
      "not_empty", Text(en: "the folder is not empty", pt: "a pasta não está vazia"),
      en: """
        An export makes a folder of its own, whole or not at all, and mixes with nothing that is there.
        Name a folder that does not exist yet, or an empty one.
        """,
      pt: """
        Uma exportação cria uma pasta só dela, inteira ou nada, e não se mistura com o que já existe.
        Indique uma pasta que ainda não exista, ou uma vazia.
        """),
    failure(
      "manifest", Text(en: "no manifest of that target", pt: "não é um manifesto desse destino"),
      en: """
        `--base` takes the `manifest.json` of an earlier export to the same system, as it was written
        then. One that was laid out anew cannot be read line by line.
        """,
      pt: """
        `--base` recebe o `manifest.json` de uma exportação anterior para o mesmo sistema, como foi
        gravado. Um que foi reformatado não se lê linha por linha.
        """),
    failure(
      "may_not", Text(en: "not allowed", pt: "não permitido"),
      en: """
        Whoever acts is no agent of this desk, or has a role without the permission that the command
        needs. What no role allows is refused.
        """,
      pt: """
        Quem age não é atendente desta central, ou tem um cargo sem a permissão que o comando exige.
        O que nenhum cargo permite é recusado.
        """, "deskctl role list"),
    failure(
      "bug", Text(en: "a bug in deskctl", pt: "um defeito do deskctl"),
      en: """
        The program met something that it takes for impossible. Please report the line that was
        typed and the message.
        """,
      pt: """
        O programa encontrou algo que dá por impossível. Por favor, relate a linha digitada e a
        mensagem.
        """),
  ]
}
