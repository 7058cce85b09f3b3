/// Turns records back into the documents that they came from, to be imported elsewhere.
///
/// The documents come in the order of the log, so that taking them in their own order repeats it: a
/// text is written whole where it was recorded, and refers to itself by its id afterwards. Every
/// identifier is written out, since a default one would follow the new place.
public struct DocumentExport: Sendable {
  private var document: Document?
  private var act: (header: ActHeader, position: UInt64, events: [Event])?
  /// The record time of the last submission.
  private var recordedAt: SystemTime?

  /// An export that has seen no record.
  public init() {}

  /// Takes the next record in.
  ///
  /// - Precondition: The records come in log order, from the first.
  /// - Returns: A document that is complete by now, if there is one.
  public mutating func take(_ record: Record) -> Document? {
    // What a submission puts in the place of other records is said by its own events.
    let isOfSameSubmission = record.recordedAt == recordedAt
    recordedAt = record.recordedAt
    if isOfSameSubmission {
      if case .event(let event) = record.body, event.act == act?.position {
        act?.events.append(event.event)
      }
      return nil
    }
    switch record.body {
    case .event: return nil
    case .instrument(let instrument):
      let complete = finish()
      document = Document(instrument: instrument)
      return complete
    case .act(let header):
      let complete = turn(to: header.instrument) { $0.statesNothing }
      act = (header, record.position, [])
      return complete
    case .claim(let claim):
      let complete = turn(to: claim.instrument) {
        $0.conflicts.isEmpty && $0.coverage.isEmpty
      }
      document?.claims.append(claim)
      return complete
    case .conflict(let conflict):
      let complete = turn(to: conflict.instrument) { $0.coverage.isEmpty }
      document?.conflicts.append(conflict)
      return complete
    case .coverage(let coverage):
      let complete = turn(to: coverage.instrument) { _ in true }
      document?.coverage.append(coverage)
      return complete
    }
  }

  /// The last document.
  public mutating func finish() -> Document? {
    endAct()
    defer { document = nil }
    return document
  }

  /// Goes on in the document of a text.
  ///
  /// A document's acts come before what it claims, that before conflicts, and those before what it
  /// covers; what was recorded in another order starts another one, so that the order of the log is
  /// kept.
  ///
  /// - Parameter isNext: Whether the next thing comes behind all that a document holds.
  private mutating func turn(
    to instrument: InstrumentID, where isNext: (Document) -> Bool
  ) -> Document? {
    endAct()
    if let document, document.instrument.id == instrument, isNext(document) { return nil }
    let complete = finish()
    document = Document(instrument: Instrument(id: instrument))
    return complete
  }

  private mutating func endAct() {
    guard let ended = act else { return }
    document?.acts.append(ended.header.act(with: ended.events))
    act = nil
  }
}

extension Document {
  fileprivate var statesNothing: Bool { claims.isEmpty && conflicts.isEmpty && coverage.isEmpty }
}

extension Ledger {
  /// Lends the content of the log as documents, in an order in which they can be taken in again.
  public func forEachDocument(_ body: (Document) throws -> Void) throws {
    var export = DocumentExport()
    var failure: (any Error)?
    try store.forEachRecord(from: 1, through: .max) { record in
      guard let document = export.take(record) else { return true }
      do { try body(document) } catch {
        failure = error
        return false
      }
      return true
    }
    if let failure { throw failure }
    if let last = export.finish() { try body(last) }
  }
}
