/// The kinds that a person asks for, whatever their case, diacritics and tone marks.
struct KindFilter {
  private var kinds: Set<FoldedText>
  private var exact: Set<String> = []
  private var isNarrowed = false

  /// - Parameter kinds: None: every kind.
  init(_ kinds: [String]) { self.kinds = Set(kinds.map { FoldedText($0) }) }

  /// - Parameter known: The kinds that there are: one that is written so, but for case, is meant
  ///   alone, and not those besides that differ from it in marks (*ban*, *bản*).
  init(_ kinds: [String], among known: Set<String>) {
    self.init(kinds)
    let written = Set(kinds.map { $0.lowercased() })
    let same = known.filter { written.contains($0.lowercased()) }
    let folded = Set(same.map { FoldedText($0) })
    exact = same
    self.kinds.subtract(folded)
    isNarrowed = !same.isEmpty
  }

  /// Whether nothing was said of kinds.
  var takesAll: Bool { kinds.isEmpty && !isNarrowed }

  /// Whether a kind is among them.
  func takes(_ kind: String) -> Bool {
    takesAll || exact.contains(kind) || kinds.contains(FoldedText(kind))
  }
}
