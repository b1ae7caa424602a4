/// C16: a text that agents send again and again, its blanks filled when it is sent.
package struct CannedResponse: ConfiguredRecord, Hashable {
  package var name = ""
  /// W13: may hold placeholders, `{ticket}` among them.
  package var text = ""

  package init() {}

  package static let noun = "canned"
  package static let file = "canned"
  package static let fields: Fields<Self> = [
    Field(
      "name", \.name, required: true, en: "what people call it", pt: "o nome que as pessoas usam"),
    Field(
      "text", \.text, required: true, en: "what is sent; may hold placeholders",
      pt: "o que é enviado; pode ter campos"),
  ]
}
