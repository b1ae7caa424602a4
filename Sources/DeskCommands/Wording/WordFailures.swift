import CommandLineKit
import DeskCore
import JSON

extension Failure {
  static func notUTF8(_ path: String) -> Failure {
    Failure(
      .invalidContent, "not_utf8",
      Text(en: "\(path) is not UTF-8", pt: "\(path) não está em UTF-8"),
      hint: Text("iconv -f WINDOWS-1252 -t UTF-8 \(path)"))
  }

  static func holdsNUL(_ path: String) -> Failure {
    Failure(
      .invalidContent, "not_text",
      Text(en: "\(path) holds a NUL: it is no text", pt: "\(path) tem um NUL: não é um texto"))
  }

  static func noFile(_ path: String) -> Failure {
    Failure(
      .notFound, "no_file", Text(en: "there is no file \(path)", pt: "não existe o arquivo \(path)")
    )
  }

  static func ambiguousContact(_ word: String, _ found: [String]) -> Failure {
    Failure(
      .refused, "ambiguous",
      Text(
        en: "\(word) belongs to several contacts: \(found.joined(separator: ", "))",
        pt: "\(word) é de vários contatos: \(found.joined(separator: ", "))"),
      hint: Text(en: "name one of them by its number", pt: "indique um deles pelo número"),
      details: ["contacts": .array(found.map { JSONValue($0) })])
  }

  /// What names no contact: most likely a name.
  static func noContactWord(_ word: String) -> Failure {
    Failure(
      .usage, "usage",
      Text(
        en: "\"\(word)\" is no number, phone or e-mail of a contact",
        pt: "\"\(word)\" não é número, telefone nem e-mail de um contato"),
      hint: Text("deskctl contact list --match \(ShellWords.quote(word))"))
  }

  /// Why a phone cannot be read; it was typed wrong, so this is a matter of usage.
  static func phone(_ name: String, _ typed: String, _ error: PhoneError) -> Failure {
    let why = error.why
    return Failure(
      .usage, "phone",
      Text(
        en: "\(name): \"\(typed)\" is no phone number: \(why.en)",
        pt: "\(name): \"\(typed)\" não é um telefone: \(why.pt)"),
      hint: Text(
        en: "for example (11) 98765-4321 or +55…", pt: "por exemplo (11) 98765-4321 ou +55…"))
  }

  static func email(_ name: String, _ typed: String, _ error: EmailError) -> Failure {
    Failure(
      .usage, "email",
      Text(
        en: "\(name): \"\(typed)\" is no e-mail address: \(error.why.en)",
        pt: "\(name): \"\(typed)\" não é um e-mail: \(error.why.pt)"))
  }
}

extension PhoneError {
  /// The reason in a phrase.
  var why: Text {
    switch self {
    case .empty: Text(en: "it has no digits", pt: "não tem dígitos")
    case .letter(let letter): Text(en: "it has the letter \(letter)", pt: "tem a letra \(letter)")
    case .character(let character): Text(en: "it has a \(character)", pt: "tem um \(character)")
    case .extensionGiven: Text(en: "an extension cannot be reached", pt: "não se alcança um ramal")
    case .unknownCallingCode(let digits):
      Text(en: "no country has the code \(digits)", pt: "nenhum país tem o código \(digits)")
    case .areaCodeMissing: Text(en: "the area code (DDD) is missing", pt: "falta o DDD")
    case .unknownAreaCode(let code):
      Text(en: "there is no DDD \(code)", pt: "não existe o DDD \(code)")
    case .noSuchNumber(let number):
      Text(en: "no number begins like \(number)", pt: "nenhum número começa como \(number)")
    case .wrongLength(let count):
      Text(
        en: "\(count) digits are too few or too many",
        pt: "\(count) dígitos são de menos ou de mais")
    }
  }
}

extension EmailError {
  /// The reason in a phrase.
  var why: Text {
    switch self {
    case .empty: Text(en: "it is empty", pt: "está vazio")
    case .atMissing: Text(en: "it has no @", pt: "falta o @")
    case .atRepeated: Text(en: "it has more than one @", pt: "tem mais de um @")
    case .localPartEmpty: Text(en: "nothing stands before the @", pt: "não há nada antes do @")
    case .localPartTooLong:
      Text(en: "what stands before the @ is too long", pt: "o que vem antes do @ é longo demais")
    case .localPartDots: Text(en: "a point is out of place", pt: "há um ponto fora do lugar")
    case .character(let character):
      Text(en: "it cannot have \"\(character)\"", pt: "não pode ter \"\(character)\"")
    case .domainIncomplete: Text(en: "the domain is incomplete", pt: "o domínio está incompleto")
    case .domainLabel(let label):
      Text(en: "the domain has \"\(label)\"", pt: "o domínio tem \"\(label)\"")
    case .labelTooLong:
      Text(en: "a part of the domain is too long", pt: "uma parte do domínio é longa demais")
    case .topLevelNumeric:
      Text(en: "the domain ends in a number", pt: "o domínio termina em número")
    case .tooLong: Text(en: "it is too long", pt: "é longo demais")
    }
  }
}
