/// A shell that can be taught to complete.
package enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}
