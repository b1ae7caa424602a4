import JSON

/// The users that Zendesk's tickets name, each once, a hundred a file.
struct ZendeskUsers {
  private var people: ExportedPeople

  init(batch: Int) { people = ExportedPeople(batch: batch) }

  /// Our reference to somebody, of slugs and numbers alone, who is written where they were not yet.
  mutating func id(of person: ExportedPerson, _ output: inout ExportOutput) -> String {
    if person.kind != .desk, let place = people.add(person) { write(person, place, &output) }
    return person.reference
  }

  private func write(
    _ person: ExportedPerson, _ place: ExportedPeople.Place, _ output: inout ExportOutput
  ) {
    output.write(place.isFirst ? "{\"users\":[\n" : ",\n", to: place.file)
    var user: JSONObject = [
      "external_id": JSONValue(person.reference), "name": JSONValue(person.name),
      "role": JSONValue(person.kind == .contact ? "end-user" : "agent"),
      "skip_verify_email": true,
    ]
    if let email = person.email { user["email"] = JSONValue(email) }
    if let phone = person.phone { user["phone"] = JSONValue(phone) }
    output.write(user, to: place.file)
    if place.isLast { close(place.file, &output) }
  }

  func finish(_ output: inout ExportOutput) {
    if let file = people.finish() { close(file, &output) }
  }

  private func close(_ file: String, _ output: inout ExportOutput) {
    output.write("\n]}\n", to: file)
    output.close(file)
  }
}
