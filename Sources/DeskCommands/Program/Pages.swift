import CommandLineKit

extension Desk {
  /// The columns that prose may fill.
  var pageWidth: Int {
    surroundings["COLUMNS"].flatMap { Int($0) } ?? surroundings.console.columns ?? 80
  }

  /// A page as an answer.
  func output(_ page: HelpPage) -> Output {
    Output(.text(page.text(width: pageWidth)))
  }
}
