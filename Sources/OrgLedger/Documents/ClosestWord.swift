/// The word that differs least from another, if it is close enough to be what was meant.
func closestWord(to word: String, in candidates: [String]) -> String? {
  let letters = Array(word.lowercased().unicodeScalars)
  // A file can hold anything as a key; what is longer than any word of ours is no slip.
  guard letters.count <= 40 else { return nil }
  let best = candidates.map { candidate in
    (candidate, distance(letters, Array(candidate.lowercased().unicodeScalars)))
  }.min { $0.1 < $1.1 }
  guard let (candidate, distance) = best,
    distance <= max(1, max(letters.count, candidate.unicodeScalars.count) / 3)
  else { return nil }
  return candidate
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour (optimal
/// string alignment).
private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var next = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(
        last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, next[column] + 1)
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, before[column - 1] + 1)
      }
      next.append(cost)
    }
    (before, last) = (last, next)
  }
  return last[right.count]
}
