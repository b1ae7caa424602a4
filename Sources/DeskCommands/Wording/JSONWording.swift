import CommandLineKit
import JSON

extension JSONProblem {
  /// What is wrong, and what would have been right.
  var text: Text {
    Text(
      en: "not valid JSON: \(summary); expected \(expected)",
      pt: "não é JSON válido: \(portugueseSummary); o esperado é \(portugueseExpected)")
  }

  private var portugueseSummary: String {
    switch self {
    case .invalidUTF8: "bytes que não são UTF-8"
    case .byteOrderMark: "há uma marca de ordem de bytes"
    case .endOfInput: "o texto acaba"
    case .unexpected(let found, _): "há \(found)"
    case .trailingComma: "há uma vírgula sem nada depois"
    case .invalidNumber: "há um número que o JSON não conhece"
    case .controlCharacter: "há um caractere de controle sem escape"
    case .loneSurrogate: "há metade de um par substituto"
    case .duplicateKey(let key): "a chave \(JSONValue(key).text(escaping: .terminal)) se repete"
    case .tooDeep: "há listas e objetos demais uns dentro dos outros"
    case .lineTooLong: "a linha é longa demais"
    }
  }

  private var portugueseExpected: String {
    switch self {
    case .invalidUTF8: "UTF-8"
    case .byteOrderMark: "um valor"
    case .endOfInput(let expected), .unexpected(_, let expected): Self.portuguese(expected)
    case .trailingComma: "nenhuma vírgula antes do fecho"
    case .invalidNumber: "um número como 0, -1.5 ou 2e10"
    case .controlCharacter: "um escape como \\n ou \\u0000"
    case .loneSurrogate: "um par como \\ud83d\\ude00"
    case .duplicateKey: "cada chave uma vez"
    case .tooDeep: expected.replacing("at most", with: "no máximo")
    case .lineTooLong(let limit): "no máximo \(limit) bytes"
    }
  }

  /// The reader's phrases, part by part.
  private static func portuguese(_ expected: String) -> String {
    phrases.reduce(expected) { $0.replacing($1.en, with: $1.pt) }
  }

  /// Those that hold others come first.
  private static let phrases = [
    (en: "four hexadecimal digits after", pt: "quatro dígitos hexadecimais depois de"),
    (en: "a double quote at the string's end", pt: "aspas no fim do texto"),
    (en: "a key in double quotes", pt: "uma chave entre aspas"),
    (en: "the end of the text", pt: "o fim do texto"),
    (en: "after the backslash", pt: "depois da barra invertida"),
    (en: "one of", pt: "um de"), (en: "a digit", pt: "um dígito"), (en: "a value", pt: "um valor"),
    (en: " or ", pt: " ou "),
  ]
}
