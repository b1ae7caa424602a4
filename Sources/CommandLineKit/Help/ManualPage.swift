/// A section of the manual that no declaration holds, such as the exit statuses.
package struct ManualSection: Sendable {
  /// Shown in capitals.
  package var heading: Text

  /// Paragraphs are parted by an empty line; lines that begin with a space stay as they are.
  package var body: Text

  /// A section with a heading.
  package init(_ heading: Text, _ body: Text) {
    self.heading = heading
    self.body = body
  }
}

/// The manual page (section 1) of a whole tree, in roff with the `man` macros.
package struct ManualPage: Sendable {
  /// The page, which `man -l` and `mandoc` read.
  package let text: String

  /// - Parameters:
  ///   - date: of the release, as `2026-11-21`: the same tree makes the same page on any day.
  ///   - variables: what is looked at besides the variables that stand for options.
  ///   - sections: shown after the commands.
  package init<Action>(
    _ tree: CommandTree<Action>, language: Language, date: String,
    variables: [EnvironmentVariable] = [], sections: [ManualSection] = []
  ) {
    var writer = ManualWriter(language: language, program: tree.program)
    writer.write(tree, date: date, variables: variables)
    for section in sections {
      writer.heading(section.heading)
      writer.roff.append(paragraphs: section.body(language))
    }
    text = writer.roff.lines.map { $0 + "\n" }.joined()
  }
}
