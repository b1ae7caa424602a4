import CommandLineKit
import DeskCore
import DeskStore
import DeskSystem
import JSON

/// What `init` is about to make, after everything that it would be refused for was looked at: until
/// it is carried out, nothing is touched.
struct InitPlan {
  private let configPath: String
  private let dataPath: String
  private let isSample: Bool
  private let allowsNetwork: Bool
  private let isPlay: Bool
  private let group: (name: String, number: UInt32)?
  private let zone: InitZone
  private let work: Work
  private(set) var notices: [Notice] = []

  /// How much of a desk is to be made.
  private enum Work {
    case configAndStore
    /// Config was there.
    case store
    /// Of a sample desk whose making was interrupted, all but the contacts was there.
    case contacts
  }

  init(_ desk: Desk, _ words: ParsedWords) throws {
    configPath = desk.configPath
    dataPath = desk.dataPath
    guard !(configPath + "/").hasPrefix(dataPath + "/"),
      !(dataPath + "/").hasPrefix(configPath + "/")
    else { throw Failure.nestedFolders }
    isSample = words.has(InitOptions.sample)
    allowsNetwork = words.has(InitOptions.allowNetwork)
    isPlay = desk.givenNow != nil
    group = try words.value(InitOptions.group).map { ($0, try desk.unixGroup($0)) }
    let files = InitFiles(isSample: isSample)
    let kernel = desk.surroundings.kernel
    let ground = try ConfigFolder.ground(configPath, kernel: kernel, isOurs: InitFiles.holds)
    var making = Store.Making(now: Instant(secondsSinceEpoch: 0))
    making.allowsNetwork = allowsNetwork
    do {
      try Store.checkMaking(dataPath, making, kernel: kernel)
      work = ground == .free ? .configAndStore : .store
    } catch StoreError.alreadyThere(let folder) {
      guard ground == .settled, isSample, try files.areIn(desk.config()), try desk.hasNoContacts()
      else { throw StoreError.alreadyThere(folder: folder) }
      work = .contacts
    }
    switch work {
    case .configAndStore: zone = try InitZone(desk, typed: words.value(InitOptions.zone))
    case .store, .contacts: zone = try InitZone(kept: desk)
    }
    if case .store = work {
      // A sample's contacts belong to groups that another configuration does not have.
      if isSample, try !files.areIn(desk.config()) {
        throw ConfigError.alreadyThere(folder: configPath, file: ConfigFolder.deskFile)
      }
      notices.append(.configKept(configPath))
    }
    notices += zone.notices
  }

  func carryOut(_ desk: Desk) throws {
    let kernel = desk.surroundings.kernel
    if case .configAndStore = work {
      try ConfigFolder.make(
        configPath, InitFiles(isSample: isSample).all(zone: zone.name), group: group?.number,
        kernel: kernel)
    }
    switch work {
    case .contacts: break
    case .store, .configAndStore:
      var making = Store.Making(now: try desk.now())
      making.play = isPlay
      making.group = group?.number
      making.allowsNetwork = allowsNetwork
      try Store.make(dataPath, making, kernel: kernel)
    }
    if isSample { try desk.addSampleContacts() }
  }

  // MARK: Telling

  var record: JSONValue {
    [
      "config": JSONValue(configPath), "data": JSONValue(dataPath), "zone": JSONValue(zone.name),
      "group": group.map { JSONValue($0.name) } ?? .null, "play": JSONValue(isPlay),
      "sample": JSONValue(isSample),
    ]
  }

  func text(_ desk: Desk) -> String {
    let language = desk.language
    var rows = [
      (Text(en: "configuration", pt: "configuração"), configPath),
      (Text(en: "store", pt: "dados"), dataPath),
      (Text(en: "time zone", pt: "fuso horário"), zone.name),
    ]
    if let group { rows.append((Text(en: "Unix group", pt: "grupo Unix"), group.name)) }
    if isPlay {
      rows.append(
        (
          Text(en: "play desk", pt: "experimental"),
          Text(en: "--now sets its clock", pt: "--now acerta o relógio")(language)
        ))
    }
    let width = rows.map { $0.0(language).count }.max() ?? 0
    let facts = rows.map { title, value in
      title(language) + String(repeating: " ", count: width + 2 - title(language).count) + value
    }
    let next = [Text(en: "Next:", pt: "Agora:")(language)] + nextLines(desk).map { "  " + $0 }
    return (facts + [""] + next).joined(separator: "\n") + "\n"
  }

  /// What a person types next, with the folders where these were given on the line.
  private func nextLines(_ desk: Desk) -> [String] {
    let folders = [OptionSpec.config, .data].compactMap { option in
      desk.globals.value(option).map {
        "--\(option.name) \(ShellWords.quote(desk.surroundings.absolute($0)))"
      }
    }
    let deskctl = (["deskctl"] + folders).joined(separator: " ")
    let people =
      isSample
      ? ["agent list", "contact list"]
      : [
        "agent add ana --name 'Ana Souza' --role atendente --teams atendimento",
        "contact add --name 'Carla Dias' --phones '(11) 98765-4321'",
      ]
    let schedule = "schedule add --contact 1 --agent ana --at +1h -m 'Bom dia!' --comment visita"
    let cron = "\(deskctl) tick --print-cron | sudo tee /etc/cron.d/deskctl"
    return (people + [schedule, "tick --dry-run"]).map { "\(deskctl) \($0)" } + [cron]
  }
}

extension Notice {
  fileprivate static func configKept(_ folder: String) -> Notice {
    Notice(
      "config_kept",
      Text(
        en: "the configuration in \(folder) was there already and is kept",
        pt: "a configuração em \(folder) já existia e foi mantida"))
  }
}
