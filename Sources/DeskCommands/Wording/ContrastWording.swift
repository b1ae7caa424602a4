import CommandLineKit
import DeskCore

extension Notice {
  /// L2: colours that are kept though they are hard to tell apart.
  static func contrast(_ poor: PoorContrast) -> Notice {
    let option = SettingsSection.livechat.keys.first { $0.text == poor.key }?.option ?? poor.key
    return Notice(
      "L2", poor.text, hint: Text("deskctl livechat set --\(option) '\(poor.better.hex)'"))
  }
}

extension PoorContrast {
  /// `fontColor on backgroundColor: contrast 1.98:1, WCAG AA asks for 4.5:1; #178741 passes (4.59:1)`
  var text: Text {
    let better = "\(better.hex)"
    let (front, ground) = needed == .ofParts ? (key, other) : (other, key)
    return Text(
      en: """
        \(front) on \(ground): contrast \(contrast.text), WCAG AA asks for \(neededText); \
        \(better) passes (\(betterContrast.text))
        """,
      pt: """
        \(front) sobre \(ground): contraste \(contrast.text), a WCAG AA pede \(neededText); \
        \(better) passa (\(betterContrast.text))
        """)
  }

  /// `4.5:1`, `3:1`
  private var neededText: String { needed == .ofParts ? "3:1" : "4.5:1" }
}
