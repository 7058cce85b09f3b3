import BenchSupport

/// The figures of all rounds, printed as rows of Markdown.
struct Results {
  enum Form {
    case ratio, whole
  }

  private struct Row: Hashable {
    let group: String
    let name: String
  }

  private var rows: [Row] = []
  private var figures: [Row: [Double]] = [:]
  private var forms: [Row: (form: Form, goal: String)] = [:]

  static let header = """
    | what | goal | median [least..most] |
    | --- | --- | --- |
    """

  /// Adds the figure of one round.
  ///
  /// - Parameter group: The row to which it belongs, where its own name is not the only one.
  mutating func add(
    _ name: String, _ figure: Double, _ form: Form = .ratio, goal: String = "",
    under group: String = ""
  ) {
    let row = Row(group: group, name: name)
    if figures[row] == nil { rows.append(row) }
    figures[row, default: []].append(figure)
    forms[row] = (form, goal)
  }

  var markdown: String {
    rows.map { row in
      let values = figures[row] ?? []
      let form = forms[row]
      let shown = form?.form == .whole ? Figures.whole(values) : Figures.hundredths(values)
      return "| \(row.name) | \(form?.goal ?? "") | \(shown) |"
    }.joined(separator: "\n")
  }
}
