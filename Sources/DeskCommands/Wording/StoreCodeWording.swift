import CommandLineKit

extension Explanation {
  /// What is wrong with the data, or kept a command from them.
  static let codesOfStore: [Explanation] = [
    failure(
      "no_store", Text(en: "no desk in that folder", pt: "nenhuma central nessa pasta"),
      en: """
        The data folder is missing or empty, or holds the files of something else. `deskctl init`
        makes a desk in an empty one; `--data` or `DESKCTL_DATA` names another.
        """,
      pt: """
        A pasta de dados não existe, está vazia ou tem arquivos de outra coisa. `deskctl init` cria
        uma central numa vazia; `--data` ou `DESKCTL_DATA` indica outra.
        """, "deskctl init"),
    failure(
      "busy", Text(en: "another command is at work", pt: "outro comando está trabalhando"),
      en: """
        One command at a time changes a desk, and another held the lock for longer than `--wait`
        allows, 10 seconds unless set. Nothing was changed.
        """,
      pt: """
        Um comando por vez muda a central, e outro segurou a trava por mais tempo do que `--wait`
        permite, 10 segundos se não for dito. Nada foi mudado.
        """, "deskctl schedule list --wait 60"),
    failure(
      "on_hold", Text(en: "the desk is on hold", pt: "a central está em espera"),
      en: """
        On a desk on hold nothing fires and nothing is sent. Somebody put it on hold, or it was
        restored or copied and must not send what the other one sends. Look at what would go out
        before you resume.
        """,
      pt: """
        Numa central em espera nada dispara e nada é enviado. Alguém a pôs em espera, ou ela foi
        restaurada ou copiada e não pode enviar o que a outra envia. Veja o que sairia antes de
        retomar.
        """, "deskctl resume --dry-run"),
    failure(
      "revision", Text(en: "somebody changed it meanwhile", pt: "alguém mudou nesse meio-tempo"),
      en: """
        `--if-rev` asked to change the record only if it still had that revision, and it has a newer
        one. Read it again, then decide.
        """,
      pt: """
        `--if-rev` pediu para mudar o registro só se ele ainda estivesse naquela revisão, e ele está
        em outra. Leia de novo e decida.
        """),
    failure(
      "draft_kept", Text(en: "a message that was not sent", pt: "uma mensagem que não foi enviada"),
      en: """
        What was written in the editor could not be sent. It is kept in the file that is named, which
        only you may read; remove it when it is not needed.
        """,
      pt: """
        O que foi escrito no editor não pôde ser enviado. Fica no arquivo indicado, que só você pode
        ler; apague-o quando não for mais preciso.
        """),
    failure(
      "not_play", Text(en: "--now on a real desk", pt: "--now numa central de verdade"),
      en: """
        Only a desk that was made under `--now` can be changed under `--now`: on a real one a wrong
        clock would send real messages at the wrong time. Reading is allowed on any.
        """,
      pt: """
        Só uma central criada com `--now` pode ser mudada com `--now`: numa de verdade, um relógio
        errado enviaria mensagens reais na hora errada. Ler é permitido em qualquer uma.
        """),
    failure(
      "damaged",
      Text(en: "a file of the store is damaged", pt: "um arquivo dos dados está danificado"),
      en: """
        A file of the store holds what deskctl did not write there. What does not need it goes on
        working, and no byte of it is thrown away.
        """,
      pt: """
        Um arquivo dos dados contém o que o deskctl não escreveu ali. O que não depende dele continua
        funcionando, e nenhum byte dele é jogado fora.
        """, "deskctl doctor"),
    failure(
      "backup_damaged",
      Text(en: "the backup is not whole", pt: "o backup não está íntegro"),
      en: """
        A backup is a tar of files alone, with names that a desk has, and ends with a list of their
        hashes. This one was cut short, altered, or is none; the message names the place. Nothing was
        restored from it.
        """,
      pt: """
        Um backup é um tar só de arquivos, com nomes que uma central tem, e termina com a lista dos
        hashes. Este foi cortado, alterado, ou não é um backup; a mensagem diz o lugar. Nada foi
        restaurado dele.
        """, "deskctl backup --verify central.tar"),
    failure(
      "left_out",
      Text(en: "a stranger among the store's files", pt: "um arquivo estranho entre os dados"),
      en: """
        Something lies in the data folder that the store did not put there. `backup` takes the
        store's own files alone, and names what it leaves out.
        """,
      pt: """
        Há na pasta de dados algo que a central não pôs ali. O `backup` leva só os arquivos dela e
        diz o que deixa de fora.
        """, "deskctl doctor"),
    failure(
      "not_an_export",
      Text(en: "a line of no such export", pt: "uma linha que não é dessa exportação"),
      en: """
        `conversation import` reads what `conversation export --to jsonl` wrote: a first line that says
        so, contacts, then each conversation with its messages. The message names the line that is
        something else. What stood before it is in; the same file, mended, takes in the rest.
        """,
      pt: """
        O `conversation import` lê o que `conversation export --to jsonl` gravou: uma primeira linha
        que diz isso, os contatos, depois cada conversa com suas mensagens. A mensagem diz qual linha
        é outra coisa. O que veio antes dela já entrou; o mesmo arquivo, corrigido, importa o resto.
        """),
    failure(
      "taken", Text(en: "the number belongs to another record", pt: "o número é de outro registro"),
      en: """
        An import keeps the numbers that the records had, because people know them. This desk has
        another record of that number, or another contact with that phone. Import into an empty
        desk.
        """,
      pt: """
        Uma importação mantém os números que os registros tinham, porque as pessoas os conhecem. Esta
        central tem outro registro com esse número, ou outro contato com esse telefone. Importe numa
        central vazia.
        """),
    failure(
      "joined",
      Text(en: "it turned out to be another contact", pt: "descobriu-se que é outro contato"),
      en: """
        This contact was confirmed to be another one, whose record has the phones since. What is done
        to the person is done to that one.
        """,
      pt: """
        Confirmou-se que este contato é outro, cujo registro tem os telefones desde então. O que se
        faz com a pessoa se faz com aquele.
        """),
    failure(
      "others_name",
      Text(en: "another contact has it, too", pt: "outro contato também o tem"),
      en: """
        `contact erase --also` takes a text out of everything that the desk keeps. This one stands in
        the name, a phone or an e-mail of another contact, who would lose it. Give a longer one, or
        none: what is theirs alone goes by itself.
        """,
      pt: """
        O `contact erase --also` tira um texto de tudo o que a central guarda. Este está no nome, num
        telefone ou num e-mail de outro contato, que o perderia. Dê um mais longo, ou nenhum: o que é
        só da pessoa sai por si.
        """),
    failure(
      "half_erased",
      Text(en: "an erasure did not come to its end", pt: "um apagamento não chegou ao fim"),
      en: """
        It goes in steps, and another command held the lock between two of them for longer than it
        would wait. What is gone is gone; the line in the hint goes on with the rest.
        """,
      pt: """
        Ele vai por etapas, e outro comando segurou a trava entre duas delas por mais tempo do que
        ele aceitou esperar. O que saiu, saiu; a linha da dica continua com o resto.
        """),
    failure(
      "left_named",
      Text(en: "a file still names who was erased", pt: "um arquivo ainda cita quem foi apagado"),
      en: """
        Somebody's name, phone or e-mail stands in an attachment of others, or in a record that would
        be none without it. Look at it, and decide by hand.
        """,
      pt: """
        O nome, o telefone ou o e-mail de alguém está num anexo de outros, ou num registro que sem
        isso não seria mais um registro. Veja e decida à mão.
        """),
    failure(
      "changed_by_others",
      Text(en: "somebody wrote into the store", pt: "alguém escreveu nos dados"),
      en: """
        Another program changed a file while deskctl was writing it. Theirs stands, ours is kept
        aside in quarantine, and the message names both.
        """,
      pt: """
        Outro programa mudou um arquivo enquanto o deskctl o gravava. Fica a versão de lá, a nossa é
        guardada em quarentena, e a mensagem diz onde estão as duas.
        """, "deskctl doctor"),
    failure(
      "newer_format",
      Text(en: "written by a newer deskctl", pt: "gravado por um deskctl mais novo"),
      en: """
        The store was written by a newer version in a format that this one does not know. It was
        left untouched; install the newer version.
        """,
      pt: """
        Os dados foram gravados por uma versão mais nova, num formato que esta não conhece. Nada foi
        tocado; instale a versão mais nova.
        """),
    failure(
      "network", Text(en: "on a network file system", pt: "num sistema de arquivos de rede"),
      en: """
        Locks cannot be trusted there, and two machines could write at the same time. Keep the desk
        on a local disk, or insist with `--allow-network`.
        """,
      pt: """
        Lá não se pode confiar nas travas, e duas máquinas poderiam gravar ao mesmo tempo. Mantenha a
        central num disco local, ou insista com `--allow-network`.
        """),
    failure(
      "too_large", Text(en: "too much for one step", pt: "demais para um passo"),
      en: """
        One transaction holds at most 8 MiB, so that a crash in the middle of it can always be
        repaired. Do it in several commands.
        """,
      pt: """
        Uma transação comporta até 8 MiB, para que uma queda no meio dela sempre possa ser reparada.
        Faça em vários comandos.
        """),
    failure(
      "uncertain",
      Text(
        en: "the disk failed in the moment of the commit",
        pt: "o disco falhou no momento da gravação"),
      en: """
        The disk refused to say whether the commit reached it, and then refused to take it back. The
        next command finds the desk either as before or as after, and goes on from there. Look which
        it is before you do the same again.
        """,
      pt: """
        O disco não confirmou se a gravação chegou a ele, e depois não deixou desfazê-la. O próximo
        comando encontra a central como antes ou como depois, e segue daí. Veja qual dos dois antes de
        repetir.
        """, "deskctl doctor"),
    failure(
      "no_space", Text(en: "the disk is full", pt: "o disco está cheio"),
      en: """
        A change is begun only where there is room to finish it. Nothing was changed; make room and
        type the line again.
        """,
      pt: """
        Uma mudança só começa onde há espaço para terminá-la. Nada foi mudado; libere espaço e digite
        a linha de novo.
        """),
    failure(
      "io", Text(en: "a system call failed", pt: "uma chamada do sistema falhou"),
      en: """
        The operating system refused to open, read or write a file, for the reason that the message
        gives. Unless it says otherwise, nothing was changed.
        """,
      pt: """
        O sistema operacional recusou abrir, ler ou gravar um arquivo, pelo motivo que a mensagem dá.
        Se ela não disser o contrário, nada foi mudado.
        """),
    failure(
      "not_printed", Text(en: "done, but not printed", pt: "feito, mas não impresso"),
      en: """
        The change is committed, and only the answer could not be written. Do not repeat the
        command: look at what it did.
        """,
      pt: """
        A mudança está gravada, e só a resposta não pôde ser escrita. Não repita o comando: veja o
        que ele fez.
        """),
    failure(
      "outside", Text(en: "another program failed", pt: "outro programa falhou"),
      en: "A program that deskctl runs failed or could not be started. The message names it.",
      pt: "Um programa que o deskctl executa falhou ou não pôde ser iniciado. A mensagem o nomeia."),
    failure(
      "unfinished", Text(en: "committed, not yet in place", pt: "gravado, ainda fora do lugar"),
      en: """
        A warning: the change is safe in the journal, but putting it in place failed. The next
        command completes it, so do not repeat this one.
        """,
      pt: """
        Um aviso: a mudança está segura no diário, mas não foi possível colocá-la no lugar. O próximo
        comando completa, então não repita este.
        """, "deskctl doctor"),
    failure(
      "not_synced", Text(en: "changed, not yet for good", pt: "alterado, ainda não em definitivo"),
      en: """
        A warning: the configuration is changed, but the disk did not confirm it: a power cut may
        still bring back what was there before. Look at the disk.
        """,
      pt: """
        Um aviso: a configuração foi alterada, mas o disco não confirmou: uma queda de energia ainda
        pode trazer de volta o que havia antes. Verifique o disco.
        """),
    failure(
      "torn", Text(en: "a line that was never finished", pt: "uma linha nunca concluída"),
      en: """
        A warning: a file ended in a line that a crash cut off before anybody was told that it was
        done. Its bytes are kept in quarantine.
        """,
      pt: """
        Um aviso: um arquivo terminava numa linha cortada por uma queda antes de alguém ser avisado de
        que estava feita. Os bytes estão em quarentena.
        """),
  ]
}
