/// A line of a tree with what is said below it, at its depth; lines come depth-first.
struct TreeRow: Equatable {
  var depth: Int
  var line: Styled
  /// Lines that belong to it: a quote, a legal basis.
  var notes: [Styled] = []
}

extension Sequence where Element == TreeRow {
  /// The tree with its branches drawn; the rows of depth 0 stand at the margin.
  ///
  /// - Parameter width: How wide a line may be; what is longer is wrapped under its branch.
  /// - Complexity: O(rows × depth), without recursion: a tree may be as deep as it likes.
  func drawn(width: Int? = nil) -> [Styled] {
    var lines: [[Styled]] = []
    // By depth: whether a sibling follows further down. Filled from the last row upwards.
    var open: [Bool] = []
    var next = -1
    for row in reversed() {
      let follows = row.depth < open.count && open[row.depth]
      open = Array(open.prefix(row.depth))
      open += Array(repeating: false, count: row.depth - open.count)
      var rails = open.dropFirst().map { $0 ? "│  " : "   " }.joined()
      var first = rails
      if row.depth > 0 {
        first += follows ? "├─ " : "└─ "
        rails += follows ? "│  " : "   "
      }
      let below = rails + (next > row.depth ? "│  " : "   ")
      lines.append(
        wrap(row.line, first, below, width) + row.notes.flatMap { wrap($0, below, below, width) })
      open.append(true)
      next = row.depth
    }
    return lines.reversed().flatMap { $0 }
  }

  private func wrap(
    _ line: Styled, _ first: String, _ rest: String, _ width: Int?
  ) -> [Styled] {
    // Under a deep branch a narrow terminal would leave room for nothing.
    let room = width.map { Swift.max($0 - displayWidth(rest), 20) }
    let parts = room.map { line.wrapped(to: $0) } ?? [line]
    return parts.enumerated().map { index, part in
      Styled(index == 0 ? first : rest, .dim) + part
    }
  }
}
