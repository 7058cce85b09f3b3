/// What was taken back, by what, and what stands in its place.
public struct Corrections: Sendable {
  /// That a record stands in the place of another one.
  public struct Origin: Hashable, Sendable {
    /// What was corrected, as the correction names it.
    public let target: String
    /// The correction's own event.
    public let event: EventID
    /// Why it was corrected: dataEntry, erratum, newEvidence.
    public let reason: String
    /// The position of the correction.
    public let position: UInt64

    /// That a record stands in the place of another one by a correction.
    init(_ correction: Fact) {
      target = correction.event.details.target ?? ""
      event = correction.event.id
      reason = correction.event.details.reason ?? ""
      position = correction.position
    }
  }

  /// An event that no longer counts.
  struct TakenBack: Sendable {
    let fact: Fact
    /// The correction or annulment, with its act.
    let by: Fact
  }

  /// By the position of the record that replaces another one.
  private(set) var origins: [UInt64: Origin] = [:]
  /// The events that no longer count, each once, in log order of what took them back first.
  private(set) var takenBack: [TakenBack] = []
  /// The acts that were replaced, each with the one that stands in its place; of a part of the facts
  /// only the acts that are asked for, and the plans that they carry out where plans are.
  var actsReplaced: [ActID: ActID] = [:]

  /// That nothing was taken back.
  init() {}

  /// What is known of some records: what took back those that no longer count, and what those that
  /// count stand in place of.
  init(takenBack: [TakenBack], origins: [UInt64: Origin]) {
    var seen: Set<UInt64> = []
    self.takenBack = takenBack.sorted {
      ($0.by.position, $0.fact.position) < ($1.by.position, $1.fact.position)
    }.filter { seen.insert($0.fact.position).inserted }
    self.origins = origins
  }

  /// What visible records take back of others.
  ///
  /// - Precondition: The records are a prefix of a log, in log order.
  /// - Complexity: O(*n*).
  init(_ list: RecordList, visible: [Record]) {
    func fact(at position: UInt64) -> Fact? { list.fact(at: position, ()) }
    // What was corrected is taken back again where its replacement is annulled.
    var seen: Set<UInt64> = []
    for record in visible {
      guard !record.retracts.isEmpty, let by = fact(at: record.position) else { continue }
      for position in record.retracts {
        guard let fact = fact(at: position), !fact.event.type.isAboutTheRecord,
          seen.insert(position).inserted
        else { continue }
        takenBack.append(TakenBack(fact: fact, by: by))
      }
      guard let replacement = by.event.details.replacement else { continue }
      let origin = Origin(by)
      origins[record.position + 1] = origin
      guard case .act(let act) = replacement else { continue }
      for offset in act.events.indices {
        origins[record.position + 2 + UInt64(offset)] = origin
      }
      for position in record.retracts {
        guard case .act(let old) = list.record(at: position, ()).body else { continue }
        actsReplaced[old.id] = ActID(by.event.id.text)
      }
    }
    for old in actsReplaced.keys {
      var (new, seen) = (actsReplaced[old], Set([old]))
      while let next = new.flatMap({ actsReplaced[$0] }), seen.insert(next).inserted { new = next }
      actsReplaced[old] = new
    }
  }

  /// The births of joined ids that were taken back, where nothing took their place: they gave the
  /// names under which those bodies were known too.
  func birthsJoined(by identities: Identities) -> [(birth: Birth, taken: TakenBack)] {
    takenBack.flatMap { taken -> [(birth: Birth, taken: TakenBack)] in
      guard taken.by.event.details.replacement == nil, taken.fact.act.status == .enacted else {
        return []
      }
      return taken.fact.event.born.filter { birth in
        // That of the canonical id may have been a mistake that was mended by itself.
        identities.event(for: birth.id) != nil
          || identities.members(of: birth.id).count > 1
            && identities.acts.contains(taken.by.act.id)
      }.map { ($0, taken) }
    }
  }
}
