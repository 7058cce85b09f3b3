/// Facts and records that a writer has decoded, by position; a record never changes, so neither do
/// they.
///
/// What is used again is kept, up to a number and size that bound the memory of a long import: when
/// half of it is filled, what was not used since the last time is forgotten.
final class ReadFacts {
  /// What one writer leaves to the next.
  struct Contents: Sendable {
    fileprivate var facts = Recent<Fact>()
    fileprivate var acts = Recent<ActHeader>()
    /// What corrections and suspensions are about is followed from record to record, again and again.
    fileprivate var records = Recent<Record>()
  }

  private(set) var contents: Contents
  /// What one transaction found by mentions; it alone sees the state in which that is so.
  private var mentioning: [Mention: [Fact]] = [:]
  private static let mostMentions = 4_096
  /// Whether any record takes another one back, as far as this transaction has asked.
  var hasRetractions: Bool?

  init(_ contents: Contents = Contents()) { self.contents = contents }

  func fact(at position: UInt64) -> Fact? { contents.facts[position] }
  func act(at position: UInt64) -> ActHeader? { contents.acts[position] }
  func record(at position: UInt64) -> Record? { contents.records[position] }
  /// - Parameter size: How many bytes are stored of it.
  func keep(_ record: Record, size: Int) {
    contents.records.keep(record, size, at: record.position)
  }
  /// The facts that mention something, those taken back too, if this transaction has read them.
  func facts(mentioning mention: Mention) -> [Fact]? { mentioning[mention] }
  func keep(_ facts: [Fact], mentioning mention: Mention) {
    if mentioning.count >= Self.mostMentions { mentioning = [:] }
    mentioning[mention] = facts
  }
  /// Says that something new mentions it.
  func forget(_ mention: Mention) { mentioning[mention] = nil }
  /// - Parameter size: How many bytes are stored of it.
  func keep(_ fact: Fact, size: Int) { contents.facts.keep(fact, size, at: fact.position) }
  func keep(_ act: ActHeader, at position: UInt64, size: Int) {
    contents.acts.keep(act, size, at: position)
  }
}

/// Values by position, of which those used lately are kept.
private struct Recent<Value: Sendable>: Sendable {
  private typealias Sized = (value: Value, size: Int)
  private var young: [UInt64: Sized] = [:]
  private var old: [UInt64: Sized] = [:]
  private var size = 0
  private static var half: (count: Int, size: Int) { (4_096, 1 << 20) }

  subscript(position: UInt64) -> Value? {
    mutating get {
      if let known = young[position] { return known.value }
      guard let known = old[position] else { return nil }
      keep(known.value, known.size, at: position)
      return known.value
    }
  }

  mutating func keep(_ value: Value, _ size: Int, at position: UInt64) {
    if young.count >= Self.half.count || self.size >= Self.half.size {
      old = young
      young = [:]
      self.size = 0
    }
    self.size += size
    young[position] = (value, size)
  }
}
