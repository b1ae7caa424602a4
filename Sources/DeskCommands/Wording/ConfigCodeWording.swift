import CommandLineKit

extension Explanation {
  /// What is wrong with the configuration, or stands against a change of it.
  static let codesOfConfig: [Explanation] = [
    failure(
      "no_config", Text(en: "no configuration", pt: "sem configuração"),
      en: """
        The folder of the configuration holds none. `deskctl init` makes one; `--config` or
        `DESKCTL_CONFIG` names another folder.
        """,
      pt: """
        A pasta de configuração não tem nenhuma. `deskctl init` cria uma; `--config` ou
        `DESKCTL_CONFIG` indica outra pasta.
        """, "deskctl init"),
    failure(
      "config", Text(en: "faults in the configuration", pt: "falhas na configuração"),
      en: """
        A file of the configuration holds something that cannot be taken. Each fault is named with
        file, line, column and key; nothing runs on a configuration that is only partly right.
        """,
      pt: """
        Um arquivo da configuração contém algo que não pode ser aceito. Cada falha vem com arquivo,
        linha, coluna e chave; nada roda com uma configuração certa só em parte.
        """, "deskctl config validate"),
    failure(
      "unknown_key", Text(en: "no such key", pt: "chave inexistente"),
      en: """
        The settings have no key of this name. A key is the path to a value in `desk.json`, its
        steps joined by points.
        """,
      pt: """
        As configurações não têm chave com esse nome. Uma chave é o caminho até um valor de
        `desk.json`, com os passos ligados por pontos.
        """, "deskctl config list"),
    failure(
      "required", Text(en: "a key that must have a value", pt: "uma chave que precisa de valor"),
      en: """
        The desk cannot run without a value for this key, so it can be changed and not unset. Nothing
        was changed.
        """,
      pt: """
        A central não funciona sem um valor nesta chave, então ela pode ser mudada, mas não apagada.
        Nada foi mudado.
        """, "deskctl config list"),
    failure(
      "stray", Text(en: "a file that nothing reads", pt: "um arquivo que nada lê"),
      en: """
        A warning: the folder of the configuration holds a file that is none of its own, often one
        whose name is misspelt. What stands in it has no effect.
        """,
      pt: """
        Um aviso: a pasta de configuração tem um arquivo que não é dela, muitas vezes com o nome
        digitado errado. O que está nele não tem efeito.
        """, "deskctl config validate"),
    failure(
      "pinned", Text(en: "a page without its file", pt: "uma página sem o seu arquivo"),
      en: """
        A warning: the code of the pinned shape loads the chat from a file of its own, and only the
        page was written. Without that file beside it, or where `--base` says, there is no chat.
        """,
      pt: """
        Um aviso: o código da forma pinned carrega o chat de um arquivo próprio, e só a página foi
        gravada. Sem esse arquivo ao lado, ou onde `--base` diz, não há chat.
        """, "deskctl livechat embed --shape pinned -o site"),
    failure(
      "schemas", Text(en: "schemas of another version", pt: "esquemas de outra versão"),
      en: """
        A warning: the files in `schema/`, by which editors check and complete, are missing or were
        written by another version of deskctl. The desk itself does not read them.
        """,
      pt: """
        Um aviso: os arquivos em `schema/`, com que editores conferem e completam, faltam ou foram
        escritos por outra versão do deskctl. A central em si não os lê.
        """, "deskctl config schema --write"),
    failure(
      "changed_meanwhile", Text(en: "somebody else edited the file", pt: "alguém editou o arquivo"),
      en: """
        While you edited a file of the configuration somebody else saved it. Theirs stands, and yours
        is kept where the message says: compare the two and edit again.
        """,
      pt: """
        Enquanto você editava um arquivo da configuração, alguém o salvou. Ficou a versão de lá, e a
        sua está onde a mensagem diz: compare as duas e edite de novo.
        """),
    failure(
      "not_member", Text(en: "not in that Unix group", pt: "fora desse grupo Unix"),
      en: """
        A desk that several Unix users share belongs to a group of theirs, and whoever makes it has
        to be a member. A new membership counts after the next login.
        """,
      pt: """
        Uma central compartilhada por vários usuários Unix pertence a um grupo deles, e quem a cria
        tem de ser membro. Uma nova participação vale a partir do próximo login.
        """),
    failure(
      "in_use", Text(en: "something still refers to it", pt: "algo ainda se refere a ele"),
      en: """
        What is in use is not removed, so that nothing ever refers to what is not there. The message
        lists who uses it: change those first.
        """,
      pt: """
        O que está em uso não é removido, para que nada se refira ao que não existe. A mensagem lista
        quem usa: mude esses primeiro.
        """),
    failure(
      "already_there", Text(en: "it exists already", pt: "já existe"),
      en: """
        Nothing is written over what is there. To change it, use the verb `set`; to make another,
        choose another name or folder.
        """,
      pt: """
        Nada é gravado por cima do que existe. Para mudar, use o verbo `set`; para criar outro,
        escolha outro nome ou pasta.
        """),
    failure(
      "circle", Text(en: "it inherits from itself", pt: "herda de si mesmo"),
      en: """
        Business hours may inherit from others, and those from others again, but nothing may lead
        back to where it began. Nothing was changed.
        """,
      pt: """
        Um horário pode herdar de outro, e este de mais um, mas nada pode levar de volta ao começo.
        Nada foi mudado.
        """, "deskctl hours list"),
    failure(
      "hours", Text(en: "hours that look wrong", pt: "horário que parece errado"),
      en: """
        A warning: business hours never open, overlap, close for the last minute of a day that goes
        on at midnight, or name only holidays that are past. They hold as they are written.
        """,
      pt: """
        Um aviso: o horário nunca abre, tem intervalos sobrepostos, fecha no último minuto de um dia
        que continua à meia-noite, ou só tem feriados passados. Vale como está escrito.
        """, "deskctl config validate"),
    failure(
      "zone", Text(en: "an unusable time zone", pt: "fuso horário inutilizável"),
      en: """
        The machine has no data of the desk's time zone, or cannot read them. Zones come from the
        system's zone files, the package tzdata; `TZDIR` names another folder of them.
        """,
      pt: """
        A máquina não tem os dados do fuso da central, ou não consegue lê-los. Os fusos vêm dos
        arquivos do sistema, o pacote tzdata; `TZDIR` indica outra pasta deles.
        """, "deskctl config set desk.zone=America/Sao_Paulo"),
  ]
}
