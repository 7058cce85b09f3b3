/// Comma-separated values after RFC 4180, with a heading line, in UTF-8 without a mark.
///
/// Lines end with LF alone: every reader of CSV takes it, and so do `grep`, `cut` and `diff`. Days
/// are ISO, and what is not stated is empty.
struct CSV {
  private(set) var text: String

  init(headings: [String]) { text = Self.line(headings) }

  mutating func add(_ row: [String]) { text += Self.line(row) }

  private static func line(_ cells: [String]) -> String {
    // A line of one empty cell would be read as no line at all.
    if cells == [""] { return "\"\"\n" }
    return cells.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    // By scalars: to a `Character`, CR LF is neither.
    let needsQuotes = cell.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append("\"") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
