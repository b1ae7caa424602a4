import CommandLineKit
import DeskCore
import DeskFormats

/// The options of `livechat embed`.
enum EmbedOptions {
  static let channel = OptionSpec.value(
    "channel", "CHANNEL",
    Text(en: "the page's; livechat unless given", pt: "o da página; livechat se não for dito"),
    choices: ["livechat", "webchat"])

  static func channel(_ words: ParsedWords) -> Channel {
    words.value(channel).flatMap { Channel(rawValue: $0) } ?? .livechat
  }

  static let target = OptionSpec.value(
    "target", "TARGET",
    Text(
      en: "where the code goes: html unless given",
      pt: "para onde vai o código: html se não for dito"),
    choices: EmbedTarget.allCases.map(\.rawValue))
  static let shape = OptionSpec.value(
    "shape", "SHAPE",
    Text(
      en: "inline: all of it is in the code; pinned: it loads a file with a fixed hash",
      pt: "inline: tudo está no código; pinned: ele carrega um arquivo de hash fixo"),
    choices: EmbedShape.allCases.map(\.rawValue))
  static let nonce = OptionSpec.value(
    "nonce", "NONCE",
    Text(en: "the one of the page's policy", pt: "o da política da página"))
  static let base = OptionSpec.value(
    "base", "ADDRESS",
    Text(
      en: "where the pinned file will lie; the page's own folder unless given",
      pt: "onde ficará o arquivo da forma pinned; a pasta da página se não for dito"))
  static let login = OptionSpec.flag(
    "login",
    Text(
      en: "for the login page; refused where that shows no chat",
      pt: "para a tela de login; recusado se ela não mostra o chat"))
  static let policy = OptionSpec.flag(
    "csp",
    Text(
      en: "prints what the page's policy must allow", pt: "imprime o que a política deve permitir"))
  static let asset = OptionSpec.flag(
    "asset",
    Text(en: "prints the file that pinned code loads", pt: "imprime o arquivo da forma pinned"))

  static let all = [channel, target, shape, nonce, base, login, policy, asset]

  /// The code that the options ask for.
  static func snippet(of look: ChatLook, _ words: ParsedWords) throws -> EmbedSnippet {
    let shape = words.value(shape).flatMap { EmbedShape(rawValue: $0) } ?? .inline
    let target = words.value(target).flatMap { EmbedTarget(rawValue: $0) } ?? .html
    var snippet = EmbedSnippet(look, target: target, shape: shape)
    if let typed = words.value(nonce) { snippet.nonce = try nonce(typed) }
    if let typed = words.value(base) {
      snippet.base = try base(typed)
    } else if shape == .pinned, target != .html {
      // Such code stands in pages of many folders.
      throw Failure.missing("--base", "/static/")
    }
    return snippet
  }

  private static func nonce(_ typed: String) throws -> Nonce {
    guard let nonce = Nonce(typed) else {
      throw Failure.badValue(nonce, typed, Text(en: "base64", pt: "base64"))
    }
    return nonce
  }

  private static func base(_ typed: String) throws -> AssetBase {
    guard let base = AssetBase(typed) else {
      throw Failure.badValue(
        base, typed,
        Text(
          en: "a path as /static/, or an https address",
          pt: "um caminho como /static/, ou um endereço https"))
    }
    return base
  }
}
