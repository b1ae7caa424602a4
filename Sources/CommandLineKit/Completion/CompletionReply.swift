/// What may stand where the cursor is: words, and whether paths may too.
package struct CompletionReply: Sendable, Hashable {
  /// The paths that the shell itself is to offer.
  package enum Paths: String, Sendable {
    case none
    case file
    case folder
  }

  /// Whole words, in the order of the declaration.
  package var candidates: [Candidate]

  /// What the shell offers besides.
  package var paths: Paths

  /// Nothing at all, unless told.
  package init(candidates: [Candidate] = [], paths: Paths = .none) {
    self.candidates = candidates
    self.paths = paths
  }

  /// The reply as the shell's script reads it: `none`, `file` or `folder` on the first line, with
  /// ` nospace` where no space is to follow; then a candidate a line, as that shell takes it.
  ///
  /// A candidate that no line could carry (it holds a control character) is left out.
  package func text(for request: CompletionRequest) -> String {
    let fit = candidates.filter { !$0.value.isEmpty && Shown($0.value).line == $0.value }
    let isPartial = !fit.isEmpty && fit.allSatisfy(\.isPartial)
    let head = paths.rawValue + (isPartial ? " nospace" : "")
    return ([head] + fit.map { line($0, request) }).map { $0 + "\n" }.joined()
  }

  private func line(_ candidate: Candidate, _ request: CompletionRequest) -> String {
    let description = Shown(candidate.description).line
    switch request.shell {
    case .bash:
      let rest = String(candidate.value.dropFirst(request.kept.count))
      return request.isQuoted ? rest : ShellWords.escape(rest)
    case .zsh:
      let name = candidate.value.split(separator: ":", omittingEmptySubsequences: false)
        .joined(separator: #"\:"#)
      return description.isEmpty ? name : "\(name):\(description)"
    case .fish:
      return description.isEmpty ? candidate.value : "\(candidate.value)\t\(description)"
    }
  }
}
