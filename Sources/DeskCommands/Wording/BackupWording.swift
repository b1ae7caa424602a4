import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension Failure {
  /// Whatever is wrong with a backup is told with the file's name.
  static func readingBackup<Answer>(_ file: String, _ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch let error as BackupError {
      throw Failure.backup(error, file)
    } catch StoreError.newerFormat(let found, let known) {
      throw Failure.backup(BackupError(nil, .newerFormat(found: found, known: known)), file)
    } catch StoreError.damaged(let path, let line, let damage) {
      let place = line.map { "data/\(path):\($0)" } ?? "data/\(path)"
      throw Failure.backupDamaged(file, place, damage.text)
    }
  }

  private static func backup(_ error: BackupError, _ file: String) -> Failure {
    if case .newerFormat(let found, let known) = error.problem {
      return Failure(
        .damaged, "newer_format",
        Text(
          en: "\(file) is a backup of format \(found), this program knows \(known)",
          pt: "\(file) é um backup de formato \(found), este programa conhece o \(known)"),
        hint: Text(en: "install a newer deskctl", pt: "instale um deskctl mais novo"))
    }
    return backupDamaged(file, error.place, error.problem.text)
  }

  private static func backupDamaged(_ file: String, _ place: String?, _ why: Text) -> Failure {
    let at = place.map { "\(file): \($0)" } ?? file
    return Failure(
      .damaged, "backup_damaged", Text(en: "\(at): \(why.en)", pt: "\(at): \(why.pt)"),
      hint: Text(
        en: "take an older one; deskctl backup --verify FILE tells whether it is whole",
        pt: "use um mais antigo; deskctl backup --verify ARQUIVO diz se está íntegro"),
      details: ["file": JSONValue(file), "place": place.map { JSONValue($0) } ?? .null])
  }
}

extension BackupError.Problem {
  var text: Text {
    switch self {
    case .noTar: Text(en: "it is no backup's tar", pt: "não é o tar de um backup")
    case .truncated: Text(en: "it ends too early", pt: "termina antes do fim")
    case .padding:
      Text(
        en: "bytes between the files are not as they were written",
        pt: "bytes entre os arquivos não estão como foram gravados")
    case .name:
      Text(en: "a name that no backup has", pt: "um nome que nenhum backup tem")
    case .kind(let letter):
      Text(
        en: "a link, a folder or a device (type \(letter)); a backup holds files alone",
        pt: "um link, uma pasta ou um dispositivo (tipo \(letter)); um backup só tem arquivos")
    case .twice: Text(en: "it is there twice", pt: "aparece duas vezes")
    case .noManifest:
      Text(
        en: "the list of its files is missing or not as it was written",
        pt: "a lista dos arquivos falta ou não está como foi gravada")
    case .newerFormat: Text(en: "a newer format", pt: "um formato mais novo")
    case .missing: Text(en: "it is missing", pt: "está faltando")
    case .unlisted: Text(en: "the list does not name it", pt: "não está na lista")
    case .otherContent: Text(en: "its content was altered", pt: "o conteúdo foi alterado")
    }
  }
}
