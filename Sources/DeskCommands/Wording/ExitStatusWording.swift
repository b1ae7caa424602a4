import CommandLineKit

extension ExitStatus {
  /// A phrase, for the table in the manual.
  var title: Text {
    switch self {
    case .done: Text(en: "done", pt: "feito")
    case .no: Text(en: "it ran, and the answer is no", pt: "rodou, e a resposta é não")
    case .usage: Text(en: "the command line is wrong", pt: "a linha de comando está errada")
    case .notFound: Text(en: "not found", pt: "não encontrado")
    case .invalidContent: Text(en: "invalid content", pt: "conteúdo inválido")
    case .refused:
      Text(en: "refused by a rule or a conflict", pt: "recusado por uma regra ou um conflito")
    case .busy: Text(en: "busy: the lock stayed taken", pt: "ocupado: a trava não foi liberada")
    case .partlyDone: Text(en: "partly done", pt: "feito em parte")
    case .inputOutput: Text(en: "input or output failed", pt: "falha de entrada ou saída")
    case .damaged: Text(en: "the store is damaged", pt: "os dados estão danificados")
    case .outsideFailed: Text(en: "something outside failed", pt: "algo de fora falhou")
    case .mayNot: Text(en: "this agent may not", pt: "este atendente não pode")
    case .bug: Text(en: "a bug in deskctl", pt: "um defeito do deskctl")
    }
  }

  /// What a script may conclude from it.
  var meaning: Text {
    switch self {
    case .done:
      Text(
        en: """
          What was asked is done and on the disk. An empty list, nothing being due, something being
          so already, and a schedule that failed by its rule are all successes.
          """,
        pt: """
          O que se pediu está feito e no disco. Uma lista vazia, nada a vencer, algo que já estava
          assim e um agendamento que falhou por sua regra são todos sucessos.
          """)
    case .no:
      Text(
        en: """
          The command worked, and its answer is no: not free, not set, different, something found.
          It never means that something broke.
          """,
        pt: """
          O comando funcionou, e a resposta é não: ocupado, não definido, diferente, algo encontrado.
          Nunca quer dizer que algo quebrou.
          """)
    case .usage:
      Text(
        en: """
          A word is unknown, missing or contradicts another, or a value is malformed. Nothing was
          looked at and nothing was changed; the hint is the line that was probably meant.
          """,
        pt: """
          Uma palavra é desconhecida, falta ou contradiz outra, ou um valor está malformado. Nada foi
          olhado nem mudado; a dica é a linha que provavelmente se queria.
          """)
    case .notFound:
      Text(
        en: """
          Something that the line names does not exist, or not for whoever asks: what one may not
          see is as if it were not there.
          """,
        pt: """
          Algo que a linha cita não existe, ou não para quem pergunta: o que não se pode ver é como
          se não estivesse lá.
          """)
    case .invalidContent:
      Text(
        en: """
          A file, standard input or the configuration holds something that cannot be taken. The
          message names file, line, column and key, and what was expected there.
          """,
        pt: """
          Um arquivo, a entrada padrão ou a configuração contém algo que não pode ser aceito. A
          mensagem diz arquivo, linha, coluna e chave, e o que se esperava ali.
          """)
    case .refused:
      Text(
        en: """
          A rule of the desk forbids it, or it conflicts with what is there, or the desk is on hold.
          The code is the rule's id where there is one.
          """,
        pt: """
          Uma regra da central o proíbe, ou há conflito com o que já existe, ou a central está em
          espera. O código é o id da regra, quando há uma.
          """)
    case .busy:
      Text(
        en: """
          Another command held the lock for longer than this one would wait. Nothing was changed;
          try again, or wait longer with `--wait`.
          """,
        pt: """
          Outro comando segurou a trava por mais tempo do que este aceitou esperar. Nada foi mudado;
          tente de novo, ou espere mais com `--wait`.
          """)
    case .partlyDone:
      Text(
        en: """
          Of several things some are done and some are not. Each that is not is told on standard
          error with its own reason.
          """,
        pt: """
          De várias coisas algumas foram feitas e outras não. Cada uma que não foi aparece na saída
          de erro com seu motivo.
          """)
    case .inputOutput:
      Text(
        en: """
          The disk is full, or the file system forbids it or failed. Unless the details say
          `"committed":true`, nothing was changed.
          """,
        pt: """
          O disco está cheio, ou o sistema de arquivos proíbe ou falhou. A menos que os detalhes
          digam `"committed":true`, nada foi mudado.
          """)
    case .damaged:
      Text(
        en: """
          A file of the store holds what deskctl did not write, or somebody else changed it in the
          middle of a write. Nothing is thrown away; `doctor` names what it found.
          """,
        pt: """
          Um arquivo dos dados contém o que o deskctl não escreveu, ou alguém o mudou no meio de uma
          gravação. Nada é jogado fora; o `doctor` diz o que encontrou.
          """)
    case .outsideFailed:
      Text(
        en: """
          A program or a service that deskctl depends on failed or could not be started: a
          transport, curl, sendmail. The desk itself is as it should be.
          """,
        pt: """
          Um programa ou serviço de que o deskctl depende falhou ou não pôde ser iniciado: um
          transporte, curl, sendmail. A central em si está como devia.
          """)
    case .mayNot:
      Text(
        en: """
          Whoever acts has no role that allows it. The hint is the line by which an administrator
          would allow it.
          """,
        pt: """
          Quem age não tem um cargo que o permita. A dica é a linha com que um administrador o
          permitiria.
          """)
    case .bug:
      Text(
        en: """
          Something happened that the program takes for impossible. Please report it with the line
          that was typed; what was committed before is safe.
          """,
        pt: """
          Aconteceu algo que o programa dá por impossível. Por favor, relate com a linha digitada; o
          que já tinha sido gravado está seguro.
          """)
    }
  }

  /// Lines to paste.
  var lines: [String] {
    switch self {
    case .damaged: ["deskctl doctor"]
    case .refused: ["deskctl explain S2"]
    case .done, .no, .usage, .notFound, .invalidContent, .busy, .partlyDone, .inputOutput,
      .outsideFailed, .mayNot, .bug:
      []
    }
  }
}

extension Explanation {
  static let exitStatuses: [Explanation] = ExitStatus.allCases.map { status in
    Explanation(
      kind: .exitStatus, code: String(status.rawValue), title: status.title, body: status.meaning,
      lines: status.lines)
  }
}
