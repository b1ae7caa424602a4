import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

extension Failure {
  static func store(_ error: StoreError, desk: Desk) -> Failure {
    switch error {
    case .noStore(let folder, let holdsOtherFiles):
      return noStore(folder, holdsOtherFiles: holdsOtherFiles)
    case .alreadyThere(let folder):
      return Failure(
        .refused, "already_there",
        Text(en: "\(folder) is a desk already", pt: "\(folder) já é uma central"),
        hint: Text("deskctl --data \(folder) status"))
    case .newerFormat(let found, let known):
      return Failure(
        .damaged, "newer_format",
        Text(
          en: "the store has format \(found), this program knows \(known); nothing was touched",
          pt: "os dados têm o formato \(found), este programa conhece o \(known); nada foi tocado"),
        hint: Text(en: "install a newer deskctl", pt: "instale um deskctl mais novo"))
    case .busy(let seconds):
      return Failure(
        .busy, "busy",
        Text(
          en: "another command held the store for \(plain(seconds)) s",
          pt: "outro comando está usando os dados há \(plain(seconds)) s"),
        hint: Text(en: "again with --wait 60", pt: "tente de novo com --wait 60"))
    case .damaged(let path, let line, let reason):
      return damaged(path, line, reason)
    case .changedByOthers(let paths, let kept):
      return Failure(
        .damaged, "changed_by_others",
        Text(
          en: "somebody else changed \(paths.joined(separator: ", ")) while it was being written; "
            + "theirs stands, ours is kept in \(kept)",
          pt: "alguém mudou \(paths.joined(separator: ", ")) durante a gravação; "
            + "ficou a versão de lá, a nossa está em \(kept)"),
        hint: Text("deskctl doctor"), details: ["paths": .array(paths.map { JSONValue($0) })])
    case .uncertain(let error):
      return Failure(
        .inputOutput, "uncertain",
        Text(
          en: "the disk failed in the moment of the commit (\(error.reason)): "
            + "whether it is done is not known",
          pt: "o disco falhou no momento da gravação (\(error.reason)): não se sabe se foi feito"),
        hint: Text(
          en: "look before doing it again: deskctl doctor, then deskctl log",
          pt: "confira antes de repetir: deskctl doctor, depois deskctl log"),
        details: ["committed": .null])
    case .noRoom(let bytes, let inodes):
      return Failure(
        .inputOutput, "no_space",
        Text(
          en: "the disk has too little room: \(bytes) bytes and \(inodes) inodes more are needed; "
            + "nothing was changed",
          pt: "o disco está quase cheio: faltam \(bytes) bytes e \(inodes) inodes; nada foi mudado")
      )
    case .tooLarge(let bytes):
      return Failure(
        .invalidContent, "too_large",
        Text(
          en: "\(bytes) bytes are more than one step may hold (8 MiB)",
          pt: "\(bytes) bytes são mais do que um passo comporta (8 MiB)"))
    case .networkFileSystem(let folder):
      return Failure(
        .refused, "network",
        Text(
          en: "\(folder) lies on a network file system, whose locks are not to be trusted",
          pt: "\(folder) está num sistema de arquivos de rede, cujas travas não são confiáveis"),
        hint: Text(en: "to insist: --allow-network", pt: "para insistir: --allow-network"))
    case .notYours(let owner):
      return Failure(
        .inputOutput, "io",
        Text(
          en: "the desk belongs to the Unix user \(owner)",
          pt: "a central pertence ao usuário Unix \(owner)"))
    case .notAPlayDesk:
      return Failure(
        .refused, "not_play",
        Text(
          en: "--now sets the clock of desks made to play with, and this is a real one",
          pt: "--now acerta o relógio de centrais feitas para brincar, e esta é de verdade"),
        hint: Text("deskctl --now 2026-12-04T10:00 --data /tmp/desk --config /tmp/desk-config init")
      )
    case .onHold(let since, let why):
      return Failure(
        .refused, "on_hold",
        Text(
          en: "the desk is on hold since \(since)" + (why.isEmpty ? "" : ": \(why)"),
          pt: "a central está em espera desde \(since)" + (why.isEmpty ? "" : ": \(why)")),
        hint: Text(
          en: "deskctl resume -n lists what would go out",
          pt: "deskctl resume -n lista o que sairia"))
    case .noSuchRecord(let kind, let number):
      return noSuchRecord(kind, String(number))
    case .otherRevision(let record, let stored, let expected):
      return otherRevision(record, stored, expected, desk: desk)
    }
  }

  private static func noStore(_ folder: String, holdsOtherFiles: Bool) -> Failure {
    holdsOtherFiles
      ? Failure(
        .damaged, "no_store",
        Text(
          en: "\(folder) holds other files and no desk",
          pt: "\(folder) tem outros arquivos e nenhuma central"),
        hint: Text(en: "name the right folder with --data", pt: "indique a pasta certa com --data"))
      : Failure(
        .notFound, "no_store",
        Text(en: "there is no desk in \(folder)", pt: "não há central em \(folder)"),
        hint: Text("deskctl init"))
  }

  private static func damaged(_ path: String, _ line: Int?, _ damage: StoreDamage) -> Failure {
    let place = line.map { "\(path):\($0)" } ?? path
    let reason = damage.text
    return Failure(
      .damaged, "damaged",
      Text(en: "\(place): damaged: \(reason.en)", pt: "\(place): danificado: \(reason.pt)"),
      hint: Text("deskctl doctor"),
      details: ["path": JSONValue(path), "line": line.map { JSONValue($0) } ?? .null])
  }

  private static func plain(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}

extension StoreDamage {
  var text: Text {
    switch self {
    case .missing: Text(en: "it is missing", pt: "está faltando")
    case .empty: Text(en: "it is empty", pt: "está vazio")
    case .notAsWritten:
      Text(en: "it is not as it was written", pt: "não está como foi gravado")
    case .noJSON: Text(en: "it is no JSON", pt: "não é JSON")
    case .noRecord(let mismatch): mismatch.text
    case .notRecord(let id):
      Text(en: "it is not record \(id)", pt: "não é o registro \(id)")
    case .missingRecord(let id):
      Text(en: "record \(id) is missing", pt: "falta o registro \(id)")
    case .tooManyLines:
      Text(en: "more lines than a block has", pt: "mais linhas do que um bloco tem")
    case .noLastLineEnd: Text(en: "the last line has no end", pt: "a última linha não tem fim")
    case .notPending(let record):
      Text(en: "\(record) is not pending", pt: "\(record) não está pendente")
    case .unknownFormat(let format):
      Text(
        en: "no step leads on from format \(format)",
        pt: "nenhum passo leva adiante a partir do formato \(format)")
    }
  }
}

extension Mismatch {
  /// What is wrong with a stored record, and where in it.
  var text: Text {
    let place = path.isEmpty ? "" : "\(path.text): "
    return Text(en: place + problem.text(.en), pt: place + problem.text(.ptBR))
  }
}

extension Notice {
  /// It is committed; applying it failed and will be done by the next command.
  static func unfinished(_ why: Text) -> Notice {
    Notice(
      "unfinished",
      Text(
        en: "it is done and safe, but not yet in place (\(why.en)); the next command completes it",
        pt:
          "está feito e seguro, mas ainda não está no lugar (\(why.pt)); o próximo comando completa"
      ),
      hint: Text("deskctl doctor"))
  }

  /// A file of Config is in its place, and its folder could not be synced.
  static func notSynced(_ file: String, _ why: Text) -> Notice {
    Notice(
      "not_synced",
      Text(
        en: "\(file) is changed, but a power cut may still undo it (\(why.en))",
        pt:
          "\(file) foi alterado, mas uma queda de energia ainda pode desfazer isso (\(why.pt))"))
  }

  static func tornTail(_ path: String) -> Notice {
    Notice(
      "torn",
      Text(
        en: "\(path) ended in a line that was never finished; it is kept in quarantine",
        pt: "\(path) terminava numa linha nunca concluída; ela está em quarentena (quarantine)"))
  }
}
