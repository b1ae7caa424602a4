extension Sequence<String> {
  /// The word that was most likely meant: the one at the least edit distance, of at most 2 and of
  /// a third of the length rounded up; failing that, the only one that the word begins.
  func nearest(to word: String) -> String? {
    let typed = Array(word.lowercased())
    let limit = Swift.min(2, (typed.count + 2) / 3)
    let near = lazy.map { (word: $0, distance: editDistance(typed, Array($0.lowercased()))) }
      .filter { $0.distance <= limit }
      .min { $0.distance < $1.distance }
    if let near { return near.word }
    let begun = typed.count < 2 ? [] : filter { $0.hasPrefix(word.lowercased()) }
    return begun.count == 1 ? begun.first : nil
  }
}

/// The least number of letters put in, taken out, changed, or swapped with their neighbour, no
/// letter being touched twice (Damerau-Levenshtein, as optimal string alignment).
func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for (row, letter) in one.enumerated() {
    var current = [row + 1]
    for (column, candidate) in other.enumerated() {
      var least = min(last[column + 1] + 1, current[column] + 1)
      least = min(least, last[column] + (letter == candidate ? 0 : 1))
      if row > 0, column > 0, letter == other[column - 1], candidate == one[row - 1] {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
