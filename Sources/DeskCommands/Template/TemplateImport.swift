import CommandLineKit
import DeskCore
import DeskFormats
import DeskStore
import JSON

extension CommandSpec<Action> {
  static var templateImport: CommandSpec {
    CommandSpec(
      name: "import",
      summary: Text(
        en: "Take over WhatsApp's list of templates.", pt: "Importa a lista de modelos do WhatsApp."
      ),
      discussion: Text(
        en: """
          Reads what the Cloud API answers to `GET /ACCOUNT/message_templates`, from a file or from
          standard input. A template is known again by its name and language, so the same list
          changes nothing the second time; one that the list does not name stays as it is. A new one
          is named as at WhatsApp, with hyphens: `lembrete_visita` is `lembrete-visita`; where that
          is taken its language follows, `lembrete-visita-en-us`.
          """,
        pt: """
          Lê o que a Cloud API responde a `GET /CONTA/message_templates`, de um arquivo ou da entrada
          padrão. Um modelo é reconhecido pelo nome e idioma, então a mesma lista não muda nada na
          segunda vez; o que ela não cita fica como está. Um novo recebe o nome que tem no WhatsApp,
          com hífens: `lembrete_visita` é `lembrete-visita`; se já houver um, o idioma vem depois,
          `lembrete-visita-en-us`.
          """),
      examples: [
        Example(
          "deskctl template import modelos.json",
          Text(en: "says what became of each", pt: "diz o que houve com cada um"))
      ],
      arguments: [
        ArgumentSpec(
          "FILE",
          Text(
            en: "standard input where it is - or left out", pt: "entrada padrão se for - ou omitido"
          ),
          isOptional: true, completion: .file)
      ],
      action: .config(run))
  }

  private static func run(_ desk: Desk, _ words: ParsedWords) throws -> Output {
    let list = try desk.templateList(words.argument(0) ?? "-")
    let merged = try desk.rewriteEntries(MessageTemplate.self) { entries in
      let settings = try desk.settings.desk
      var merging = TemplateMerging(try desk.templates, language: settings.language)
      let merged = merging.merge(list.templates)
      for one in merged where one.outcome != .unchanged {
        entries[one.id.text] = one.template.json
      }
      return merged
    }
    let changes = merged.map { one in
      let change = desk.change(
        MessageTemplate.self, one.id.text, EventWord.text(one.outcome.rawValue),
        one.template.json.object ?? JSONObject())
      return Output.Change(id: change.id, line: change.line, record: told(change.record, one))
    }
    return Output(
      .changed(schema: "template.import", changes), notices: list.hasMore ? [.moreTemplates] : [])
  }

  private static func told(_ record: JSONValue, _ one: TemplateMerging.Merged) -> JSONValue {
    var object = record.object ?? JSONObject()
    object["outcome"] = JSONValue(one.outcome.rawValue)
    return .object(object)
  }
}

extension Desk {
  /// WhatsApp's list of templates in a file, `-` for standard input.
  fileprivate func templateList(_ path: String) throws -> TemplateList {
    let bytes = path == "-" ? try surroundings.console.readAll() : try content(of: path)
    let name = path == "-" ? "stdin" : path
    do {
      return try TemplateList(JSONValue(parsing: bytes))
    } catch let error as JSONError {
      throw Failure.templateList(ConfigFault(error, file: name))
    } catch let error as Mismatch {
      throw Failure.templateList(ConfigFault(error, file: name, bytes: bytes))
    }
  }
}
