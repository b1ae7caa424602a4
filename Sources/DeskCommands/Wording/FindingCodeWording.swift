import CommandLineKit

extension Explanation {
  /// What `doctor` finds; a few of its codes are those of failures too.
  static let findings: [Explanation] = findingsInFolders + findingsInRecords + findingsInIndexes

  /// What lies in the data folder.
  private static let findingsInFolders: [Explanation] = [
    finding(
      "missing", Text(en: "a part of the store is missing", pt: "falta uma parte dos dados"),
      en: "A file or folder that every store has is not there. `--repair` makes it again.",
      pt: "Um arquivo ou pasta que toda central tem não está lá. O `--repair` cria de novo.",
      "deskctl doctor --repair"),
    finding(
      "foreign", Text(en: "something else in its place", pt: "outra coisa no lugar"),
      en: """
        A link, a folder or a device stands where the store has a file of its own. It is not opened,
        and not touched: whoever put it there takes it away.
        """,
      pt: """
        Um link, uma pasta ou um dispositivo está no lugar de um arquivo dos dados. Não é aberto nem
        tocado: quem o pôs ali o tira.
        """),
    finding(
      "unknown", Text(en: "not of the store", pt: "não é dos dados"),
      en: """
        A file or folder that deskctl would not have made. It does no harm, and is never removed by
        itself.
        """,
      pt: """
        Um arquivo ou pasta que o deskctl não teria criado. Não atrapalha, e nunca é removido sozinho.
        """),
    finding(
      "leftover",
      Text(en: "left by an interrupted command", pt: "sobra de um comando interrompido"),
      en: "A file that was being written when a command was interrupted. Nothing needs it.",
      pt:
        "Um arquivo que estava sendo gravado quando um comando foi interrompido. Nada precisa dele.",
      "deskctl doctor --repair"),
    finding(
      "mode", Text(en: "others may read it, or we may not", pt: "permissões de arquivo trocadas"),
      en: """
        The permissions of a file are not those of the store, which holds people's conversations.
        `--repair` sets them.
        """,
      pt: """
        As permissões de um arquivo não são as dos dados, que guardam conversas de pessoas. O
        `--repair` as acerta.
        """, "deskctl doctor --repair"),
    finding(
      "owner", Text(en: "somebody else's file", pt: "arquivo de outro dono"),
      en: "A file belongs to another Unix user or group than the store. Root can give it back.",
      pt:
        "Um arquivo é de outro usuário ou grupo Unix que não o dos dados. O root pode devolvê-lo.",
      "deskctl doctor --repair"),
    finding(
      "no_reserve", Text(en: "no room for a full disk", pt: "sem reserva para disco cheio"),
      en: "The file that keeps room for finishing a change on a full disk is gone or too small.",
      pt:
        "O arquivo que guarda espaço para concluir uma mudança com o disco cheio sumiu ou encolheu.",
      "deskctl doctor --repair"),
    finding(
      "missing_attachment", Text(en: "an attachment is missing", pt: "falta um anexo"),
      en: "A record names an attachment that is not below `files`. A backup may still have it.",
      pt: "Um registro cita um anexo que não está em `files`. Uma cópia de segurança pode tê-lo."),
    finding(
      "other_content", Text(en: "an attachment was changed", pt: "um anexo foi alterado"),
      en: """
        An attachment lies under the hash of its content, and its content has another: somebody
        changed it, or the disk did.
        """,
      pt: """
        Um anexo fica sob o hash do conteúdo, e o conteúdo tem outro: alguém o mudou, ou foi o disco.
        """),
  ]
}
