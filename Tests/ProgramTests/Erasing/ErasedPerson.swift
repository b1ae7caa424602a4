import DeskTestSupport
import Foundation

/// Carla Dias Müller, contact 1 of the sample desk, with traces wherever a desk keeps any, and
/// under a name and a phone that she has no more: what is left of her when she was erased.
enum ErasedPerson {
  static let name = "Carla Dias Müller"
  /// As a webhook writes it.
  static let formerName = #"Carla Velha M\u00fcller"#
  static let phone = "5511987654321"
  static let erase = ["contact", "erase", "1", "--yes", "--wait", "60"]

  static func desk(in folder: String = NSTemporaryDirectory()) throws -> BinaryDesk {
    let desk = try BinaryDesk(in: folder)
    // The second takes the place of the name that the first one told.
    try write(
      [body("wamid.antes.1", "segredo um"), body("wamid.antes.2", "segredo dois", as: "C.")], desk)
    // Somebody else tells of her in her name of before.
    let told = body(
      "wamid.lia", #"a Carla Velha M\u00fcller saiu"#, from: "5531966665555", as: "Lia")
    try write([told], desk, "lia.jsonl")
    try "recibo secreto".write(toFile: desk.root + "/nota.txt", atomically: true, encoding: .utf8)
    for words in [
      ["contact", "set", "1", "--name", name],
      ["whatsapp", "receive", "corpos.jsonl"], ["whatsapp", "receive", "lia.jsonl"],
      ["conversation", "say", "1", "Segue o segredo três.", "--as", "ana", "--file", "nota.txt"],
      ["tick", "--deliver"],
      ["conversation", "forward", "1", "vendas", "--comment", "segredo quatro"],
      ["ticket", "add", "--contact", "2", "--title", "Por \(name)", "--team", "vendas"],
      ["ticket", "note", "2", "ligar para 11 98765-4321, a Carla Velha Müller"],
      [
        "schedule", "add", "--contact", "1", "--agent", "ana", "--team", "suporte", "--at",
        "2026-12-04T10:30", "-m", "segredo cinco", "--comment", "c",
      ],
      ["contact", "set", "1", "--phones", "(21) 93333-4444"],
    ] {
      let answer = try desk.run(words)
      guard answer.status == 0 else { throw Unprepared(words: words, said: answer.error) }
    }
    return desk
  }

  /// A command before the erasure did not do what it is there for.
  struct Unprepared: Error {
    let words: [String]
    let said: String
  }

  /// What nobody else has.
  static let needles = [
    "Dias", "Velha", "Müller", #"M\u00fcller"#, #"M\\u00fcller"#, "98765-4321", "87654321", "93333",
    "segredo", "secreto", "wamid.antes", "carla@loja",
  ]

  static func body(
    _ id: String, _ text: String, from: String = phone,
    as name: String = formerName
  ) -> String {
    #"{"entry":[{"changes":[{"field":"messages","value":{"contacts":[{"wa_id":"\#(from)","#
      + #""profile":{"name":"\#(name)"}}],"messages":[{"id":"\#(id)","from":"\#(from)","#
      + #""timestamp":"1796390000","type":"text","text":{"body":"\#(text)"}}]}}]}]}"#
  }

  static func write(
    _ bodies: [String], _ desk: BinaryDesk, _ name: String = "corpos.jsonl"
  ) throws {
    let text = bodies.joined(separator: "\n") + "\n"
    try text.write(toFile: "\(desk.root)/\(name)", atomically: true, encoding: .utf8)
  }

  /// Where any of some texts stands in the data folder, in whatever file or name.
  static func found(_ needles: [String] = needles, in root: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root + "/data")
    return names.sorted().flatMap { name in
      let bytes = FileManager.default.contents(atPath: "\(root)/data/\(name)") ?? Data()
      return needles.filter { name.contains($0) || bytes.range(of: Data($0.utf8)) != nil }.map {
        "\(name): \($0)"
      }
    }
  }
}
