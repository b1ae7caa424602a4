import DeskCore
import DeskTestSupport
import Testing

struct MessageTemplateTests {
  static func template(_ edit: (inout MessageTemplate) -> Void = { _ in }) -> MessageTemplate {
    var template = MessageTemplate()
    template.name = "aviso_entrega"
    template.status = .approved
    template.body = "Olá, {{nome}}! {{ 2 }} {{nome}}"
    edit(&template)
    return template
  }

  func fill(_ template: MessageTemplate, _ values: [(String, String)]) throws -> String {
    try template.filled(with: values.map { TemplateParameter(key: $0.0, value: $0.1) })
  }

  @Test func `C14 a parameter may stand twice, and values are no templates`() throws {
    let filled = try fill(Self.template(), [("2", "{{nome}}"), ("nome", "Ana")])
    #expect(filled == "Olá, Ana! {{nome}} Ana")
    let whole = Self.template {
      $0.header = "Horizonte"
      $0.footer = "SAIR"
    }
    #expect(
      try fill(whole, [("2", "b"), ("nome", "Ana")]) == "Horizonte\n\nOlá, Ana! b Ana\n\nSAIR")
  }

  /// Every set of the two parameters and a third, in every status.
  @Test func `C14 only an approved one with its own parameters goes`() throws {
    var cases = 0
    var failures = 0
    for status in TemplateStatus.allCases {
      for set in 0..<8 {
        let given = ["nome", "2", "x"].enumerated().filter { set >> $0.offset & 1 == 1 }
        let template = Self.template { $0.status = status }
        let filled = try? fill(template, given.map { ($0.element, "v") })
        cases += 1
        if (filled != nil) != (status == .approved && set == 3) { failures += 1 }
      }
    }
    try Exhaustion.count("C14: statuses and sets of parameters", cases: cases, failures: failures)
    #expect(failures == 0 && cases == 8 * TemplateStatus.allCases.count)
  }

  @Test(arguments: ["", "  ", "a\nb", "a\tb", "a     b"])
  func `C14 a value that WhatsApp does not take is refused`(value: String) {
    #expect(throws: TemplateRefusal.unsendable("2")) {
      try fill(Self.template(), [("nome", "Ana"), ("2", value)])
    }
  }

  @Test func `C14 a template that wants more than parameters is refused`() {
    for need in TemplateNeed.allCases {
      #expect(throws: TemplateRefusal.needs(need)) {
        try fill(Self.template { $0.needs = [need] }, [("nome", "Ana"), ("2", "b")])
      }
    }
  }

  // MARK: Taking over WhatsApp's list

  static let listed = [
    ("aviso_entrega", "en_US"), ("aviso_entrega", "pt_BR"), ("aviso_entrega", "es"),
  ]

  func merge(_ names: [(String, String)], into merging: inout TemplateMerging) -> [String] {
    let templates = names.map { name, language in
      Self.template {
        $0.name = name
        $0.language = language
      }
    }
    return merging.merge(templates).map { "\($0.id) \($0.outcome)" }
  }

  @Test func `of a name in several languages the desk's own has the plain id`() {
    var merging = TemplateMerging(Catalog([]), language: .ptBR)
    let first = merge(Self.listed, into: &merging)
    #expect(
      first == ["aviso-entrega-en-us added", "aviso-entrega added", "aviso-entrega-es added"])
    // Again, in another order, it is the same.
    let again = merge(Self.listed.reversed(), into: &merging)
    #expect(
      again == [
        "aviso-entrega-es unchanged", "aviso-entrega unchanged", "aviso-entrega-en-us unchanged",
      ])
    var english = TemplateMerging(Catalog([]), language: .en)
    #expect(merge(Self.listed, into: &english)[0] == "aviso-entrega added")
  }

  @Test func `a template is known by name and language, whatever its id`() throws {
    let id = try MessageTemplate.ID(text: "meu-aviso")
    let old = Self.template { $0.status = .pending }
    var merging = TemplateMerging(Catalog([(id, old)]), language: .ptBR)
    #expect(merge([("aviso_entrega", "pt_BR")], into: &merging) == ["meu-aviso updated"])
  }

  @Test func `names of any length and letters get ids of their own`() {
    var merging = TemplateMerging(Catalog([]), language: .ptBR)
    let long = String(repeating: "a", count: 512)
    let names = [(long, "pt_BR"), (long + "b", "pt_BR"), (long + "c", "pt_BR"), ("___", "zh_CN")]
    let ids = merging.merge(
      names.map { name, language in
        Self.template {
          $0.name = name
          $0.language = language
        }
      }
    ).map(\.id.text)
    #expect(Set(ids).count == 4 && ids.allSatisfy { (1...64).contains($0.utf8.count) })
    #expect(ids[1].hasSuffix("-pt-br") && ids[2].hasSuffix("-pt-br-2") && ids[3] == "x")
  }
}
