/// What the record says of one of its own entries: how it follows from the text, what other sources
/// say, a note.
public struct Qualification: Hashable, Sendable, Encodable {
  /// The event that is qualified.
  public let event: EventID
  /// Whether the text says so, or it follows from it, or it is taken to be so.
  public let certainty: Certainty
  /// What whoever recorded it adds.
  @OrNull public internal(set) var note: String?
  /// What other sources say of single keys; shown, never folded.
  public let alternatives: [Alternative]
}

extension History {
  /// What is to be known of some events, in log order; those that the text states and of which
  /// nothing else is said are left out.
  func qualifications(of events: Set<EventID>) -> [Qualification] {
    facts.compactMap { fact in
      let event = fact.event
      guard events.contains(event.id),
        event.certainty != .stated || event.note != nil || !event.alternatives.isEmpty
      else { return nil }
      return Qualification(
        event: event.id, certainty: event.certainty, note: event.note,
        alternatives: fact.locatedAlternatives)
    }
  }
}

extension Fact {
  /// What other sources say, each citation with its text.
  var locatedAlternatives: [Alternative] {
    event.alternatives.map {
      Alternative(key: $0.key, value: $0.value, citations: located($0.citations))
    }
  }

  /// Citations with the text that the document left to be understood.
  func located(_ citations: [Citation]) -> [Citation] {
    citations.map { citation in
      var citation = citation
      citation.instrument = citation.instrument ?? act.instrument
      return citation
    }
  }
}
