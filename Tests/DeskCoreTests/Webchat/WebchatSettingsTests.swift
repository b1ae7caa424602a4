import DeskCore
import JSON
import Testing

struct WebchatSettingsTests {
  @Test(
    arguments: [
      (#"{}"#, nil), (#"{"form": {"enabled": true, "fields": ["email"]}}"#, nil),
      (#"{"form": {"enabled": true}}"#, .formWithoutField),
      (#"{"form": {"fields": ["email"], "required": ["email"]}}"#, nil),
      (
        #"{"form": {"enabled": true, "fields": ["email"], "required": ["name"]}}"#,
        .requiredNotAsked(.name)
      ),
    ] as [(String, Contradiction?)])
  func `R4 a form asks something, and all that it wants`(
    json: String, contradiction: Contradiction?
  ) throws {
    let problems = try WebchatSettings(json: JSONValue(parsing: json)).faults.map(\.problem)
    #expect(problems == (contradiction.map { [.contradiction($0)] } ?? []))
    #expect(contradiction.map { $0.rule == "R4" } ?? true)
  }

  @Test(
    arguments: [
      (#"{"defaultText": "Até {date}", "form": {"thanks": "É o {ticket}"}}"#, []),
      (#"{"defaultText": "", "form": {"thanks": ""}}"#, []),
      (#"{"defaultText": "É o {ticket}"}"#, ["webchat.defaultText"]),
      (#"{"form": {"thanks": "Oi {foo}"}}"#, ["webchat.form.thanks"]),
    ] as [(String, [String])])
  func `W13 what a visitor reads holds the placeholders that there are`(
    json: String, places: [String]
  ) throws {
    let faults = try WebchatSettings(json: JSONValue(parsing: json)).faults
    #expect(faults.map(\.path.text) == places)
  }

  @Test func `R3 R6 what nobody changed is as the rules say`() {
    let settings = WebchatSettings()
    #expect(settings.defaultText == "Fora do horário de atendimento")
    #expect(settings.offerSeconds == 60)
    #expect(!settings.enabled && !settings.form.enabled && !settings.formWhenNoAgent)
  }
}
