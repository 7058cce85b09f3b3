/// The candidate that somebody most likely meant, if any is near enough.
///
/// Near is at most one slip for every three letters; the nearest wins, then the first.
func nearest(to typed: String, among candidates: some Sequence<String>) -> String? {
  let limit = max(1, typed.count / 3)
  var best: (text: String, distance: Int)?
  for candidate in candidates {
    let distance = slips(from: Array(typed.lowercased()), to: Array(candidate.lowercased()))
    if distance <= limit, best.map({ distance < $0.distance }) ?? true {
      best = (candidate, distance)
    }
  }
  return best?.text
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour.
///
/// - Source: the optimal string alignment distance (Damerau 1964).
private func slips(from: [Character], to: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...to.count)
  for (row, letter) in from.enumerated() {
    var current = [row + 1]
    for (column, other) in to.enumerated() {
      var least = min(last[column + 1], current[column]) + 1
      least = min(least, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == to[column - 1], from[row - 1] == other {
        least = min(least, beforeLast[column - 1] + 1)
      }
      current.append(least)
    }
    (beforeLast, last) = (last, current)
  }
  return last[to.count]
}
