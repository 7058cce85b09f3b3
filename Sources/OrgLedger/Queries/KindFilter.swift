/// The kinds that a person asks for, whatever their case, diacritics and tone marks.
struct KindFilter {
  private let kinds: Set<FoldedText>

  /// - Parameter kinds: None: every kind.
  init(_ kinds: [String]) { self.kinds = Set(kinds.map { FoldedText($0) }) }

  /// Whether nothing was said of kinds.
  var takesAll: Bool { kinds.isEmpty }

  /// Whether a kind is among them.
  func takes(_ kind: String) -> Bool { kinds.isEmpty || kinds.contains(FoldedText(kind)) }
}
