/// Rows under headings, in columns as wide as what they hold.
struct Table {
  struct Column {
    var title: String
    /// Numbers stand at the right.
    var atRight = false
    /// Whether it may be cut where the terminal is too narrow; identifiers may not.
    var shrinks = false
  }

  var columns: [Column]
  var rows: [[Styled]] = []

  /// The lines.
  ///
  /// - Parameter width: How wide a line may be; without it nothing is ever cut.
  func drawn(width: Int? = nil) -> [Styled] {
    let headings = columns.map { Styled($0.title, .dim) }
    let widths = fitted(to: width, [headings] + rows)
    return ([headings] + rows).map { cells in
      var line = Styled()
      for (index, cell) in cells.enumerated() {
        let cell = width == nil ? cell : cell.truncated(to: widths[index])
        let padding = String(repeating: " ", count: max(0, widths[index] - cell.width))
        let isLast = index == cells.count - 1
        if columns[index].atRight { line.append(padding, .plain) }
        line += cell
        if !columns[index].atRight, !isLast { line.append(padding, .plain) }
        if !isLast { line.append("  ", .plain) }
      }
      return line
    }
  }

  /// The columns' widths; the widest that may shrink give first.
  private func fitted(to limit: Int?, _ rows: [[Styled]]) -> [Int] {
    var widths = columns.indices.map { index in rows.map { $0[index].width }.max() ?? 0 }
    guard let limit else { return widths }
    let least = 8
    while widths.reduce(0, +) + 2 * (widths.count - 1) > limit {
      let candidates = columns.indices.filter { columns[$0].shrinks && widths[$0] > least }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }
}
