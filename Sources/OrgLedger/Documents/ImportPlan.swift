/// Something to be appended, and where it was read.
public struct PlannedSubmission: Hashable, Sendable {
  /// What is to be appended.
  public var submission: Submission
  /// The file as it was named to the reader.
  public var file: String
  /// The line on which it begins, from 1.
  public var line: Int

  /// A submission with its place.
  public init(_ submission: Submission, file: String = "", line: Int = 0) {
    self.submission = submission
    self.file = file
    self.line = line
  }
}

/// In which order documents are appended.
public enum ImportPlan {
  /// The submissions of one document in the order in which it gives them: texts, acts, claims,
  /// conflicts, coverage.
  public static func inOrder(_ read: ReadDocument) -> [PlannedSubmission] {
    texts(of: [read]) + acts(of: read).map(\.planned) + claims(of: read) + conflicts(of: read)
      + coverage(of: read)
  }

  /// The submissions of a folder's documents: all texts, then all acts by (day, act order, file
  /// name, place), then what is claimed, what conflicts and what is covered.
  ///
  /// The day of an act is its first possible one; a plan without a day comes last. An act that
  /// carries out a plan comes after it, wherever the plan's own day would put it. A plan, and an act
  /// whose day is not known exactly, come after the acts by which the units begin that they name:
  /// one of which only the last possible day is stated would come before all others. An act about
  /// the record comes as soon as what it names is there, whatever its day: what comes after it may
  /// rest on it. A claim that it names comes right before it, and those
  /// that concern one unit keep their order.
  ///
  /// - Precondition: The documents come by file name and place.
  /// - Complexity: O(*n* log *n*).
  public static func byDay(_ read: [ReadDocument]) -> [PlannedSubmission] {
    let acts = read.flatMap(acts(of:)).enumerated().sorted {
      ($0.element.day, $0.element.act.order, $0.offset)
        < ($1.element.day, $1.element.act.order, $1.offset)
    }.map(\.element)
    var claims = read.flatMap(claims(of:))
    let ordered = plansFirst(birthsFirst(acts, claims)).flatMap { act in
      let named = Set(act.act.events.flatMap(\.targetsNamed))
      guard !named.isEmpty else { return [act.planned] }
      defer { claims.removeAll { named.contains($0.submission.id) } }
      return claims.filter { named.contains($0.submission.id) } + [act.planned]
    }
    return texts(of: read) + ordered + claims
      + read.flatMap(conflicts(of:)) + read.flatMap(coverage(of:))
  }

  /// An act with the day by which it is put in order.
  private struct DatedAct {
    let act: Act
    let planned: PlannedSubmission

    private var days: [ImpreciseDay] {
      act.effectiveOn.map { [$0] } ?? act.events.compactMap(\.effectiveOn)
    }

    /// Whether its place among the others is certain.
    var isExact: Bool { days.allSatisfy { $0.exact != nil } }

    /// Whether it changes what is recorded.
    var isAboutTheRecord: Bool { act.events.contains(where: \.type.isAboutTheRecord) }

    /// Its events with those that it puts in the place of others.
    var events: [Event] {
      act.events.flatMap { event -> [Event] in
        switch event.details.replacement {
        case .event(let other): [event, other]
        case .act(let other): [event] + other.events
        case .instrument, .claim, nil: [event]
        }
      }
    }

    /// The units under which claims count that it puts in the place of others.
    var unitsOfClaims: [UnitID] {
      act.events.compactMap { event in
        if case .claim(let claim) = event.details.replacement { claim.under } else { nil }
      }
    }

    var day: Day {
      if isAboutTheRecord { return .distantPast }
      return days.map { $0.earliest ?? .distantPast }.min() ?? .distantFuture
    }
  }

  private static func acts(of read: ReadDocument) -> [DatedAct] {
    zip(read.document.acts, read.actLines).map { act, line in
      DatedAct(act: act, planned: PlannedSubmission(.act(act), file: read.file, line: line))
    }
  }

  /// The texts of documents, each once; those given by their id alone only where a document is
  /// about them, since elsewhere they refer to one that is recorded.
  private static func texts(of read: [ReadDocument]) -> [PlannedSubmission] {
    var seen: Set<Instrument> = []
    var full: Set<InstrumentID> = []
    var planned: [PlannedSubmission] = []
    for read in read {
      for text in [read.document.instrument] + read.document.instruments
      where !text.isReference && seen.insert(text).inserted {
        full.insert(text.id)
        planned.append(
          PlannedSubmission(.instrument(text), file: read.file, line: read.line))
      }
    }
    for read in read {
      let text = read.document.instrument
      if text.isReference, !full.contains(text.id), seen.insert(text).inserted {
        planned.append(
          PlannedSubmission(.instrument(text), file: read.file, line: read.line))
      }
    }
    return planned
  }

  private static func claims(of read: ReadDocument) -> [PlannedSubmission] {
    planned(read.document.claims.map(Submission.claim), at: read.claimLines, of: read)
  }

  private static func conflicts(of read: ReadDocument) -> [PlannedSubmission] {
    planned(read.document.conflicts.map(Submission.conflict), at: read.conflictLines, of: read)
  }

  private static func coverage(of read: ReadDocument) -> [PlannedSubmission] {
    planned(read.document.coverage.map(Submission.coverage), at: read.coverageLines, of: read)
  }

  private static func planned(
    _ submissions: [Submission], at lines: [Int], of read: ReadDocument
  ) -> [PlannedSubmission] {
    submissions.enumerated().map { index, submission in
      PlannedSubmission(
        submission, file: read.file, line: index < lines.count ? lines[index] : read.line)
    }
  }

  /// Brings every plan before the first act that carries it out.
  private static func plansFirst(_ acts: [DatedAct]) -> [DatedAct] {
    let plans = Dictionary(
      acts.filter { $0.act.status == .proposed }.map { ($0.act.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var placed: Set<ActID> = []
    var ordered: [DatedAct] = []
    for act in acts {
      for plan in act.act.enacts.compactMap({ plans[$0] })
      where placed.insert(plan.act.id).inserted { ordered.append(plan) }
      if act.act.status == .enacted || placed.insert(act.act.id).inserted { ordered.append(act) }
    }
    return ordered
  }

  /// Lets plans, acts of imprecise day and those about the record wait for the acts by which the
  /// units begin that they name, or under which the claims count that they name.
  private static func birthsFirst(
    _ acts: [DatedAct], _ claims: [PlannedSubmission]
  ) -> [DatedAct] {
    var births: [UnitID: Int] = [:]
    var planned: [UnitID: Int] = [:]
    let claimed = Dictionary(
      claims.map { ($0.submission.id, $0.submission.unitClaimed) },
      uniquingKeysWith: { first, _ in first })
    /// The acts by their ids and those of their events.
    var named: [String: Int] = [:]
    for (index, act) in acts.enumerated() {
      named[act.act.id.text] = index
      for event in act.events { named[event.id.text] = index }
      for unit in act.act.events.lazy.flatMap(\.born).map(\.id) {
        if act.act.status == .enacted, births[unit] == nil { births[unit] = index }
        if act.act.status == .proposed, planned[unit] == nil { planned[unit] = index }
      }
    }
    // For which each waits.
    var waits = [Set<Int>](repeating: [], count: acts.count)
    var concerned = [Set<UnitID>](repeating: [], count: acts.count)
    for (index, act) in acts.enumerated()
    where act.act.status == .proposed || !act.isExact || act.isAboutTheRecord {
      let targets = act.act.events.flatMap(\.targetsNamed)
      let units =
        act.events.flatMap(\.unitsMentioned) + act.unitsOfClaims
        + targets.compactMap { claimed[$0] ?? nil }
      let needed =
        units.compactMap { unit in
          births[unit] ?? (act.act.status == .proposed ? planned[unit] : nil)
        } + targets.compactMap { named[$0] }
      waits[index] = Set(needed).subtracting([index])
      if act.isAboutTheRecord { concerned[index] = Set(units) }
    }
    keepOrder(acts, named, concerned, &waits)
    var missing = waits.map(\.count)
    var waiting: [Int: [Int]] = [:]
    for (index, needed) in waits.enumerated() {
      for other in needed { waiting[other, default: []].append(index) }
    }
    var isPlaced = [Bool](repeating: false, count: acts.count)
    var ordered: [DatedAct] = []
    for index in acts.indices where missing[index] == 0 {
      var queue = [index]
      while let next = queue.popLast() {
        guard !isPlaced[next] else { continue }
        isPlaced[next] = true
        ordered.append(acts[next])
        // The first of them is to come first, and is taken last.
        for other in waiting.removeValue(forKey: next)?.sorted().reversed() ?? [] {
          missing[other] -= 1
          if missing[other] == 0, other < index { queue.append(other) }
        }
      }
    }
    // Of acts that wait for each other, whoever judges them says what is missing.
    return ordered + acts.indices.filter { !isPlaced[$0] }.map { acts[$0] }
  }

  /// Lets acts about the record that concern one unit come in the order in which they are written,
  /// unless the earlier one needs the later one: what one takes back another may have mended.
  ///
  /// - Parameters:
  ///   - named: The acts by their ids and those of their events.
  ///   - concerned: The units that each mentions by itself.
  private static func keepOrder(
    _ acts: [DatedAct], _ named: [String: Int], _ concerned: [Set<UnitID>],
    _ waits: inout [Set<Int>]
  ) {
    let about = acts.indices.filter { acts[$0].isAboutTheRecord }
    var last: [UnitID: Int] = [:]
    for index in about {
      // What they are about concerns them too, through all that was corrected before.
      var (units, queue, seen) = (concerned[index], [index], Set([index]))
      while let next = queue.popLast() {
        for target in acts[next].act.events.flatMap(\.targetsNamed) {
          guard let other = named[target], seen.insert(other).inserted else { continue }
          units.formUnion(acts[other].events.flatMap(\.unitsMentioned))
          units.formUnion(concerned[other])
          queue.append(other)
        }
      }
      for earlier in Set(units.compactMap { last[$0] }) where earlier != index {
        if !isWaiting(earlier, for: index, waits) { waits[index].insert(earlier) }
      }
      for unit in units { last[unit] = index }
    }
  }

  private static func isWaiting(_ first: Int, for last: Int, _ waits: [Set<Int>]) -> Bool {
    var (queue, seen) = ([first], Set([first]))
    while let next = queue.popLast() {
      if waits[next].contains(last) { return true }
      queue += waits[next].filter { seen.insert($0).inserted }
    }
    return false
  }
}

extension Submission {
  /// The unit under which it counts, where it is a claim.
  fileprivate var unitClaimed: UnitID? {
    if case .claim(let claim) = self { claim.under } else { nil }
  }
}
