/// What a shell may offer where a value is expected.
package enum CompletionKind: Sendable, Hashable {
  case none
  case file
  case folder
  case words([String])

  /// Asked of the program when the key is pressed, by the kind of thing: `agent`, `contact`.
  case dynamic(String)
}
