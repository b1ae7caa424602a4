import CommandLineKit
import DeskCore
import DeskStore

extension Finding.Severity {
  func word(_ language: Language) -> String {
    switch self {
    case .warning: Text(en: "warning", pt: "aviso")(language)
    case .damage: Text(en: "damage", pt: "dano")(language)
    }
  }
}

extension Finding.Problem {
  /// A word that stays the same, for scripts.
  var code: String {
    switch self {
    case .missing: "missing"
    case .foreign: "foreign"
    case .unknown: "unknown"
    case .leftover: "leftover"
    case .mode: "mode"
    case .owner: "owner"
    case .noReserve: "no_reserve"
    case .changedByOthers: "changed_by_others"
    case .empty: "empty"
    case .tornTail: "torn"
    case .unended: "unended"
    case .badLine: "bad_line"
    case .undecodable: "undecodable"
    case .misplaced: "misplaced"
    case .surplusLines: "surplus_lines"
    case .missingRecords: "missing_records"
    case .messageCount: "message_count"
    case .dangling: "dangling"
    case .missingAttachment: "missing_attachment"
    case .otherContent: "other_content"
    case .indexMissing: "index_missing"
    case .indexSurplus: "index_surplus"
    case .agendaMissing: "agenda_missing"
    case .agendaSurplus: "agenda_surplus"
    case .agendaWrong: "agenda_wrong"
    case .unsettled: "unsettled"
    }
  }

  func text(_ language: Language) -> String { sentence(language) }

  private var sentence: Text {
    switch self {
    case .missing: Text(en: "it is missing", pt: "está faltando")
    case .foreign(let found):
      Text(
        en: "a \(found) stands where the store has its own",
        pt: "há \(Failure.portuguese(found)) no lugar do que é da central")
    case .unknown:
      Text(en: "nothing the store would have made", pt: "nada que a central teria criado")
    case .leftover:
      Text(
        en: "left of a file that was being written",
        pt: "sobra de um arquivo que estava sendo gravado")
    case .mode(let found, let expected):
      Text(
        en: "its mode is \(octal(found)), not \(octal(expected))",
        pt: "a permissão é \(octal(found)), não \(octal(expected))")
    case .owner(let found, let expected):
      Text(
        en: "it belongs to \(found), not to \(expected)",
        pt: "pertence a \(found), não a \(expected)")
    case .noReserve:
      Text(
        en: "the room kept for a full disk is not there",
        pt: "falta o espaço guardado para quando o disco encher")
    case .changedByOthers(let kept):
      Text(
        en: "somebody else changed it while it was being written; ours is kept in \(kept)",
        pt: "alguém mudou durante a gravação; a nossa versão está em \(kept)")
    case .empty: Text(en: "it is empty", pt: "está vazio")
    case .tornTail(let bytes):
      Text(
        en: "the last line was never finished (\(bytes) bytes)",
        pt: "a última linha nunca foi concluída (\(bytes) bytes)")
    case .unended: Text(en: "the last line lost its end", pt: "a última linha perdeu o fim")
    case .badLine:
      Text(en: "the line is not as it was written", pt: "a linha não está como foi gravada")
    case .undecodable(let mismatch):
      Text(
        en: "not a record of its kind: \(mismatch.text.en)",
        pt: "não é um registro do tipo: \(mismatch.text.pt)")
    case .misplaced(let expected, let found):
      Text(
        en: "here belongs \(expected), not \(found.map(String.init) ?? "this")",
        pt: "aqui deveria estar \(expected), não \(found.map(String.init) ?? "isto")")
    case .surplusLines(let count):
      Text(en: "\(count) lines too many", pt: "\(count) linhas a mais")
    case .missingRecords(let first, let last):
      Text(
        en: "records \(first) to \(last) are missing", pt: "faltam os registros \(first) a \(last)")
    case .messageCount(_, let stated, let found):
      Text(
        en: "it says \(stated) messages and has \(found)",
        pt: "diz ter \(stated) mensagens e tem \(found)")
    case .dangling(let from, let to, let last):
      Text(
        en: "\(from.map { "\($0) refers to" } ?? "it tells of") \(to), and the last one is \(last)",
        pt: "\(from.map { "\($0) aponta para" } ?? "fala de") \(to), e o último é \(last)")
    case .missingAttachment(let record):
      Text(
        en: "\(record) has this file, and it is missing",
        pt: "\(record) tem este arquivo, que falta")
    case .otherContent:
      Text(en: "its content is not what was stored", pt: "o conteúdo não é o que foi guardado")
    case .indexMissing(let record):
      Text(en: "record \(record) is not found by it", pt: "não leva ao registro \(record)")
    case .indexSurplus(let record):
      Text(
        en: "it leads to record \(record), which has no such key",
        pt: "leva ao registro \(record), que não tem essa chave")
    case .agendaMissing(let subject):
      Text(en: "\(subject.text) is not in it", pt: "\(subject.text) não está aqui")
    case .agendaSurplus(let subject):
      Text(
        en: "\(subject.text) does not belong here",
        pt: "\(subject.text) não deveria estar aqui")
    case .agendaWrong(let subject):
      Text(
        en: "it says of \(subject.text) what is not so",
        pt: "diz de \(subject.text) o que não é verdade")
    case .unsettled:
      Text(en: "nothing in it is pending any more", pt: "nada aqui está mais pendente")
    }
  }

  private func octal(_ mode: UInt32) -> String { String(mode, radix: 8) }
}
