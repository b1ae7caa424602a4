/// What a page of the webchat lets its visitor choose and fill in, as it is at one moment.
package struct WebchatMenu: Hashable, Sendable {
  /// A subject that can be picked.
  package struct Item: Hashable, Sendable {
    package let id: Subject.ID
    package let name: String
    /// R4: whether the form is what they would get.
    package let hasForm: Bool
  }

  /// None while a bot has the visitor: it names the subject (R2).
  package let subjects: [Item]
  /// What the form asks besides name, e-mail and message.
  package let fields: [Blank]
  /// What stands before the subjects.
  package let label: String

  /// A field of the form, as visitors read it.
  package struct Blank: Hashable, Sendable {
    package let field: FormField
    package let label: String
    package let isRequired: Bool
  }

  package init(_ setting: WebchatSetting, isHandedOver: Bool = false) {
    let hasBot = setting.webchat.bot.command != nil && !isHandedOver
    subjects =
      hasBot || !setting.webchat.enabled
      ? []
      : setting.routing.subjects.entries.map { id, subject in
        let outcome = setting.outcome(id, isHandedOver: isHandedOver)
        let hasForm = if case .form = outcome { true } else { false }
        return Item(id: id, name: subject.name, hasForm: hasForm)
      }
    let form = setting.webchat.form
    let language = setting.desk.language
    fields =
      form.enabled
      ? form.ownFields.map {
        Blank(field: $0, label: $0.label(language), isRequired: form.required.contains($0))
      } : []
    label = language == .ptBR ? "Assunto" : "Subject"
  }
}
