import CommandLineKit
import DeskCore
import DeskStore
import JSON

extension Failure {
  static func config(_ error: ConfigError, desk: Desk) -> Failure {
    switch error {
    case .noConfig(let folder):
      return Failure(
        .notFound, "no_config",
        Text(en: "there is no configuration in \(folder)", pt: "não há configuração em \(folder)"),
        hint: Text("deskctl init"))
    case .alreadyThere(let folder, let file):
      return Failure(
        .refused, "already_there",
        Text(en: "\(folder) has a \(file) already", pt: "\(folder) já tem um \(file)"),
        hint: Text("deskctl config validate"))
    case .otherFiles(let folder, let file):
      return Failure(
        .damaged, "no_config",
        Text(
          en: "\(folder) holds other files (\(file)) and no configuration",
          pt: "\(folder) tem outros arquivos (\(file)) e nenhuma configuração"),
        hint: Text(en: "name another folder with --config", pt: "indique outra pasta com --config"))
    case .faults(let faults, let folder):
      return Failure(
        .invalidContent, "config",
        Text(
          en: faults.map { $0.sentence(.en, in: folder) }.joined(separator: "\n"),
          pt: faults.map { $0.sentence(.ptBR, in: folder) }.joined(separator: "\n")),
        hint: faults.first?.hint ?? Text("deskctl config validate"),
        details: ["faults": .array(faults.map { $0.json(in: folder) })])
    case .wouldFault(let faults):
      return wouldFault(faults, desk: desk)
    case .changedMeanwhile(let file, let kept):
      return Failure(
        .refused, "changed_meanwhile",
        Text(
          en: "somebody else changed \(file) meanwhile; theirs stands, yours is kept in \(kept)",
          pt: "alguém mudou \(file) enquanto isso; ficou a versão de lá, a sua está em \(kept)"),
        hint: Text("diff \(ShellWords.quote(file)) \(ShellWords.quote(kept))"))
    case .busy(let seconds):
      return Failure(
        .busy, "busy",
        Text(
          en: "another command held the configuration for \(Int(seconds)) s",
          pt: "outro comando segurou a configuração por \(Int(seconds)) s"))
    case .noSuchEntry(let noun, let id, let suggestion):
      return noSuchEntry(noun, id, suggestion)
    case .alreadyAnEntry(let noun, let id):
      return Failure(
        .refused, "already_there",
        Text(
          en: "there is \(NounWording.the(noun).en) \(id) already",
          pt: "já existe \(NounWording.the(noun).pt) \(id)"),
        hint: Text("deskctl \(noun) set \(id)"))
    case .inUse(let noun, let id, let users):
      return Failure(
        .refused, "in_use",
        Text(
          en: "\(NounWording.the(noun).en) \(id) is in use by \(users.joined(separator: ", "))",
          pt: "\(NounWording.the(noun).pt) \(id) está em uso por \(users.joined(separator: ", "))"),
        hint: users.first.map { Text("deskctl \(showing($0))") },
        details: ["by": .array(users.map { JSONValue($0) })])
    case .noSuchKey(let key, let suggestion):
      return Failure(
        .usage, "unknown_key",
        Text(en: "there is no key \(key)", pt: "não existe a chave \(key)"),
        hint: suggestion.map { Text(en: "did you mean \($0)?", pt: "seria \($0)?") }
          ?? Text("deskctl config list"))
    }
  }
}

/// The words that show what uses an entry: `ticket show 3`, `config get whatsapp.team`.
private func showing(_ user: String) -> String {
  let parts = user.split(separator: "/")
  return parts.joined(separator: parts.first == "config" ? " get " : " show ")
}

extension Failure {
  /// What a change would break: a value that its key does not take is a matter of usage, a name
  /// that leads nowhere was not found.
  private static func wouldFault(_ faults: [ConfigFault], desk: Desk) -> Failure {
    guard let first = faults.first, case .mismatch(let problem) = first.problem else {
      return Failure(.invalidContent, "config", Text(en: "no JSON", pt: "não é JSON"))
    }
    let details: JSONObject = ["faults": .array(faults.map { $0.json(in: desk.configPath) })]
    let message = Text(
      en: faults.map { $0.keyAndProblem(.en) }.joined(separator: "\n"),
      pt: faults.map { $0.keyAndProblem(.ptBR) }.joined(separator: "\n"))
    let schema = Text("deskctl config schema \(first.file.prefix { $0 != "." })")
    switch problem {
    case .dangling(let noun, let name):
      return noSuchEntry(noun, name, desk.nearestEntry(noun, name))
    case .unexpected, .unreadable:
      return Failure(.usage, "usage", message, hint: first.hint ?? schema, details: details)
    case .contradiction(let contradiction):
      return Failure(
        .refused, contradiction.rule, contradiction.text,
        hint: Text("deskctl explain \(contradiction.rule)"), details: details)
    case .circle:
      return Failure(.refused, "circle", message, hint: first.hint ?? schema, details: details)
    case .placeholder, .placeholderMissing:
      return Failure(.usage, "W13", message, hint: first.hint, details: details)
    case .unknownKey, .missing:
      return Failure(
        .invalidContent, "config", message, hint: first.hint ?? schema, details: details)
    }
  }
}

extension Desk {
  /// The entry of a noun that was probably meant.
  fileprivate func nearestEntry(_ noun: String, _ typed: String) -> String? {
    guard let kind = Configured.kinds.first(where: { $0.noun == noun }) else { return nil }
    return nearest(to: typed, among: (try? names(kind)) ?? [])
  }

  private func names<Entry: ConfiguredRecord>(_ kind: Entry.Type) throws -> [String] {
    try config().catalog(kind).ids.map(\.text)
  }
}

extension ConfigFault {
  /// `agents.ana.teams[0]: there is no team vndas`
  func keyAndProblem(_ language: Language) -> String {
    (path.isEmpty ? "" : "\(path.text): ") + problemText(language)
  }

  /// `Config/agents.json:12:9: agents.ana.teams[0]: there is no team vndas`
  func sentence(_ language: Language, in folder: String) -> String {
    "\(place(in: folder)): \(keyAndProblem(language))"
  }

  /// `Config/agents.json:12:9`
  func place(in folder: String) -> String {
    "\(folder)/\(file)" + (position.map { ":\($0.line):\($0.column)" } ?? "")
  }

  func problemText(_ language: Language) -> String {
    switch problem {
    case .json(let problem):
      return problem.text(language)
    case .mismatch(let problem):
      return problem.text(language)
    }
  }

  /// The key that was probably meant, where one was misspelt; what a text may hold.
  var hint: Text? {
    switch problem {
    case .mismatch(.unknownKey(_, let suggestion?)):
      Text(en: "did you mean \(suggestion)?", pt: "seria \(suggestion)?")
    case .mismatch(.placeholder(let unknown)):
      unknown.hint
    case .mismatch, .json:
      nil
    }
  }

  func json(in folder: String) -> JSONValue {
    [
      "file": JSONValue("\(folder)/\(file)"), "line": position.map { JSONValue($0.line) } ?? .null,
      "column": position.map { JSONValue($0.column) } ?? .null, "key": JSONValue(path.text),
      "message": JSONValue(problemText(.en)),
    ]
  }
}

extension Mismatch.Problem {
  func text(_ language: Language) -> String {
    switch self {
    case .unexpected(let expected):
      Text(en: "it must be \(expected.text.en)", pt: "deve ser \(expected.text.pt)")(language)
    case .unknownKey(let key, let suggestion):
      Text(
        en: "there is no key \(key)" + (suggestion.map { "; did you mean \($0)?" } ?? ""),
        pt: "não existe a chave \(key)" + (suggestion.map { "; seria \($0)?" } ?? ""))(language)
    case .missing(let key):
      Text(en: "\(key) is missing", pt: "falta \(key)")(language)
    case .unreadable(let form, .otherForm):
      Text(en: "it must be \(form.text.en)", pt: "deve ser \(form.text.pt)")(language)
    case .unreadable(let form, let reason):
      Text(
        en: "it must be \(form.text.en): \(reason.text.en)",
        pt: "deve ser \(form.text.pt): \(reason.text.pt)")(language)
    case .dangling(let kind, let name):
      NounWording.there(isNo: kind, name)(language)
    case .circle(let names):
      Text(
        en: "it inherits from itself: \(names.joined(separator: " → "))",
        pt: "herda de si mesmo: \(names.joined(separator: " → "))")(language)
    case .contradiction(let contradiction):
      "\(contradiction.rule): " + contradiction.text(language)
    case .placeholder(let unknown):
      unknown.sentence(language)
    case .placeholderMissing(let placeholder):
      Text(
        en: "the text must hold {\(placeholder.rawValue)}",
        pt: "o texto precisa conter {\(placeholder.rawValue)}")(language)
    }
  }
}

extension UnknownPlaceholder {
  var sentence: Text {
    Text(en: "a text cannot hold {\(name)}", pt: "um texto não pode conter {\(name)}")
  }

  var hint: Text {
    let known = allowed.map { "{\($0.rawValue)}" }.sorted().joined(separator: " ")
    return Text(
      en: "it may hold \(known); {{ is a brace", pt: "pode conter \(known); {{ é uma chave")
  }
}
