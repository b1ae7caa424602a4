import CommandLineKit
import DeskCore
import JSON

/// W2: turning `email.required` on drops the number of attempts, which then means nothing; unless
/// the same command sets both, which is refused.
struct DroppedAttempts {
  let object: JSONObject
  let notice: Notice

  private static let required = ["whatsapp", "email", "required"]
  private static let attempts = ["whatsapp", "email", "maxAttempts"]

  init?(_ old: JSONObject, _ new: JSONObject, given: [[String]]) {
    func isRequired(_ object: JSONObject) -> Bool {
      object.value(at: Self.required)?.bool ?? EmailRequest().required
    }
    guard isRequired(new), !isRequired(old), !given.contains(Self.attempts),
      let number = new.value(at: Self.attempts)
    else { return nil }
    object = new.setting(nil, at: Self.attempts)
    let key = Self.attempts.joined(separator: ".")
    notice = Notice(
      "W2",
      Text(
        en: "\(key) (\(number.text())) was dropped: a required e-mail is asked for without end",
        pt: "\(key) (\(number.text())) foi descartado: um e-mail obrigatório se pede sem limite"))
  }
}
