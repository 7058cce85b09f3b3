/// Facts that a writer has decoded, by position; a record never changes, so neither do they.
///
/// What is used again is kept, up to a number that bounds the memory of a long import: when half
/// of it is filled, what was not used since the last time is forgotten.
final class ReadFacts {
  /// What one writer leaves to the next.
  struct Contents: Sendable {
    fileprivate var facts = Recent<Fact>()
    fileprivate var acts = Recent<ActHeader>()
  }

  private(set) var contents: Contents

  init(_ contents: Contents = Contents()) { self.contents = contents }

  func fact(at position: UInt64) -> Fact? { contents.facts[position] }
  func act(at position: UInt64) -> ActHeader? { contents.acts[position] }
  func keep(_ fact: Fact) { contents.facts.keep(fact, at: fact.position) }
  func keep(_ act: ActHeader, at position: UInt64) { contents.acts.keep(act, at: position) }
}

/// Values by position, of which those used lately are kept.
private struct Recent<Value: Sendable>: Sendable {
  private var young: [UInt64: Value] = [:]
  private var old: [UInt64: Value] = [:]
  private static var half: Int { 8_192 }

  subscript(position: UInt64) -> Value? {
    mutating get {
      if let known = young[position] { return known }
      guard let known = old[position] else { return nil }
      keep(known, at: position)
      return known
    }
  }

  mutating func keep(_ value: Value, at position: UInt64) {
    if young.count >= Self.half {
      old = young
      young = [:]
    }
    young[position] = value
  }
}
