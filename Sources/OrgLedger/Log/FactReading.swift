/// Finds the facts that mention something.
protocol FactReading: RecordReading, ~Copyable {
  /// Whether any record takes another one back.
  func hasRetractions(_ layout: Layout) throws(Failure) -> Bool
  /// The facts that mention something, those taken back too, ascending.
  func recordedFacts(
    mentioning mention: Mention, _ layout: Layout
  ) throws(Failure) -> [Fact]
}

extension FactReading where Self: ~Copyable {
  /// The facts that mention something and count for who knows the log up to a position, ascending.
  func facts(
    mentioning mention: Mention, asKnownAt known: UInt64 = .max, _ layout: Layout
  ) throws(Failure) -> [Fact] {
    let recorded = try recordedFacts(mentioning: mention, layout)
    let hasRetractions = try hasRetractions(layout)
    guard known < .max || hasRetractions || mention == .reading else { return recorded }
    var facts: [Fact] = []
    for fact in recorded
    where try hasRetractions
      ? isVisible(fact.position, asKnownAt: known, layout) : fact.position <= known
    {
      // What a suspension is about may have been replaced since it was recorded.
      facts.append(
        fact.event.type.isSuspension
          ? fact.with(targets: try suspended(by: fact.event, layout)) : fact)
    }
    return facts
  }
}
