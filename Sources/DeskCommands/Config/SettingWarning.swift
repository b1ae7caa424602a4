import CommandLineKit
import DeskCore
import DeskStore
import JSON

/// What is probably not meant so in Config, with the place where it is set, where that is known.
struct SettingWarning {
  let notice: Notice
  /// Its name within Config.
  let file: String
  let position: JSONPosition?

  /// With its place before the message.
  var placed: Notice {
    let place = file + (position.map { ":\($0.line)" } ?? "") + ": "
    return Notice(
      notice.code, Text(en: place + notice.message.en, pt: place + notice.message.pt),
      hint: notice.hint)
  }

  /// Beside its line, as a workflow shows it.
  func annotation(in folder: String, _ language: Language) -> Annotation {
    Annotation(
      level: .warning, file: "\(folder)/\(file)", line: position?.line, column: position?.column,
      message: "\(notice.code): \(notice.message(language))")
  }
}

extension Desk {
  /// L2: pairs of colours that are hard to tell apart, at the one to change, or else at the one that
  /// it is seen with.
  func contrastWarnings(_ settings: LivechatSettings) throws -> [SettingWarning] {
    let poor = settings.poorContrasts
    if poor.isEmpty { return [] }
    let bytes = try config().bytes(ConfigFolder.deskFile) ?? []
    func position(_ key: String) -> JSONPosition? {
      let steps = ["livechat"] + key.split(separator: ".").map(String.init)
      return JSONValue.position(of: steps.map { .key($0) }, in: bytes)
    }
    return poor.map {
      SettingWarning(
        notice: .contrast($0), file: ConfigFolder.deskFile,
        position: position($0.key) ?? position($0.other))
    }
  }

  /// Config's folder as a person, or a workflow, at the working folder calls it.
  var shownConfigPath: String {
    let here = surroundings.workingFolder + "/"
    return configPath.hasPrefix(here) ? String(configPath.dropFirst(here.count)) : configPath
  }
}
