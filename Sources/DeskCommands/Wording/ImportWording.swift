import CommandLineKit
import DeskCore
import DeskFormats
import JSON

extension Failure {
  static func nothingToImport(_ path: String) -> Failure {
    Failure(
      .invalidContent, "empty",
      Text(en: "there is nothing in \(path)", pt: "não há nada em \(path)"))
  }

  static func noContactColumns(_ path: String, _ titles: [String]) -> Failure {
    let shown = titles.prefix(8).joined(separator: ", ") + (titles.count > 8 ? ", …" : "")
    return Failure(
      .invalidContent, "columns",
      Text(
        en: "no column of \(path) holds phones or e-mails; its first line is: \(shown)",
        pt: "nenhuma coluna de \(path) tem telefones ou e-mails; a primeira linha é: \(shown)"),
      hint: Text(
        en: "begin it with titles, such as Nome;Telefone;E-mail;Grupo",
        pt: "comece com os títulos, como Nome;Telefone;E-mail;Grupo"),
      details: ["titles": .array(titles.map { JSONValue($0) })])
  }

  static func arrayOfContacts(_ path: String) -> Failure {
    Failure(
      .invalidContent, "json_lines",
      Text(
        en: "\(path) is one array, where an object a line is wanted",
        pt: "\(path) é uma lista só; o esperado é um objeto por linha"),
      hint: Text(
        "jq -c '.[]'" + (path == "stdin" ? "" : " " + ShellWords.quote(path))
          + " | deskctl contact import -"))
  }
}

extension Notice {
  static func unreadColumns(_ path: String, _ titles: [String]) -> Notice {
    let named = titles.prefix(12).map { "\"\($0)\"" } + (titles.count > 12 ? ["…"] : [])
    let shown = named.joined(separator: ", ")
    return Notice(
      "unread",
      Text(en: "\(path): not read: \(shown)", pt: "\(path): não lido: \(shown)"))
  }

  static func importStopped(added: Int, updated: Int) -> Notice {
    Notice(
      "stopped",
      Text(
        en: "it stopped after \(added) added and \(updated) updated; these are in",
        pt: "parou depois de \(added) novos e \(updated) atualizados, que já estão gravados"),
      hint: Text(
        en: "the same command again takes in the rest",
        pt: "o mesmo comando, de novo, importa o resto"))
  }
}

extension RowProblem {
  func failure(_ path: String, _ line: Int) -> Failure {
    let (code, why, hint) = words
    return Failure(
      .invalidContent, code,
      Text(en: "\(path):\(line): \(why.en)", pt: "\(path):\(line): \(why.pt)"), hint: hint,
      details: ["path": JSONValue(path), "line": JSONValue(line)])
  }

  private var words: (code: String, why: Text, hint: Text?) {
    switch self {
    case .phone(let typed, let error):
      (
        "phone",
        Text(
          en: "\"\(typed)\" is no phone number: \(error.why.en)",
          pt: "\"\(typed)\" não é um telefone: \(error.why.pt)"), nil
      )
    case .email(let typed, let error):
      (
        "email",
        Text(
          en: "\"\(typed)\" is no e-mail address: \(error.why.en)",
          pt: "\"\(typed)\" não é um e-mail: \(error.why.pt)"), nil
      )
    case .group(let name, let suggestion):
      (
        "group", Text(en: "there is no group \(name)", pt: "não existe o agrupamento \(name)"),
        suggestion.map { Text(en: "did you mean \($0)?", pt: "seria \($0)?") }
          ?? Text("deskctl group list")
      )
    case .keyless:
      (
        "keyless", Text(en: "it has neither phone nor e-mail", pt: "não tem telefone nem e-mail"),
        Text(
          en: "one by hand: deskctl contact add --name 'Ana Dias'",
          pt: "um a um, à mão: deskctl contact add --name 'Ana Dias'")
      )
    case .several(let ids):
      (
        "ambiguous",
        Text(
          en: "it speaks of several contacts: \(Self.named(ids))",
          pt: "fala de vários contatos: \(Self.named(ids))"),
        ids.first.map { Text("deskctl contact show \($0.number)") }
      )
    case .tooMany(let limit):
      (
        "too_many",
        Text(
          en: "it has more than \(limit) phones, e-mails or groups",
          pt: "tem mais de \(limit) telefones, e-mails ou agrupamentos"), nil
      )
    case .rounded(let column, let value):
      (
        "rounded",
        Text(
          en: "\(column): the spreadsheet rounded a phone to \(value); its digits are lost",
          pt: "\(column): a planilha arredondou um telefone para \(value); os dígitos se perderam"),
        Text(
          en: "format the column as text, put the phones in again, and save once more",
          pt: "formate a coluna como texto, coloque os telefones de novo e salve outra vez")
      )
    case .surplusCells(let expected, let found):
      (
        "cells",
        Text(
          en: "\(found) cells under \(expected) titles: something has slipped",
          pt: "\(found) células para \(expected) títulos: algo saiu do lugar"),
        Text(
          en: "a cell that holds the delimiter stands in quotes",
          pt: "uma célula que contém o separador fica entre aspas")
      )
    case .wrongValue(let key):
      (
        "value",
        Text(
          en: "\(key) must be a text or a list of texts",
          pt: "\(key) deve ser um texto ou uma lista de textos"), nil
      )
    case .csv(let error): ("csv", error.why, error.hint)
    case .json(let error):
      (
        "json",
        Text(
          en: "column \(error.column): \(error.problem.text.en)",
          pt: "coluna \(error.column): \(error.problem.text.pt)"),
        Text(en: "JSON Lines: one object a line", pt: "JSON Lines: um objeto por linha")
      )
    case .notAnObject:
      (
        "json", Text(en: "it is no object", pt: "não é um objeto"),
        Text("{\"name\":\"Ana Dias\",\"phones\":[\"11 98765-4321\"]}")
      )
    }
  }

  private static func named(_ ids: [Contact.ID]) -> String {
    ids.map { "contact/\($0.number)" }.joined(separator: ", ")
  }
}

extension CSVError {
  fileprivate var why: Text {
    switch self {
    case .unterminatedQuote:
      Text(en: "a quote is opened and never closed", pt: "há aspas abertas que nunca fecham")
    case .textAfterQuote:
      Text(en: "something follows a closing quote", pt: "há algo depois das aspas que fecham")
    case .recordTooLong:
      Text(en: "the row is longer than 1 MiB", pt: "a linha tem mais de 1 MiB")
    case .nul:
      Text(
        en: "this is no text but another kind of file",
        pt: "isto não é texto, e sim outro tipo de arquivo")
    case .brokenUTF16:
      Text(en: "half a character in UTF-16", pt: "meio caractere em UTF-16")
    }
  }

  fileprivate var hint: Text? {
    switch self {
    case .nul, .brokenUTF16:
      Text(
        en: "save the spreadsheet as CSV (UTF-8)", pt: "salve a planilha como CSV (UTF-8)")
    case .unterminatedQuote, .textAfterQuote, .recordTooLong:
      Text(
        en: "a quote inside a cell is written twice; rows from here on were not read",
        pt: "aspas dentro de uma célula se escrevem em dobro; daqui em diante nada foi lido")
    }
  }
}
