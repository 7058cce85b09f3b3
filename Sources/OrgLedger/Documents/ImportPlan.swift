/// Something to be appended, and where it was read.
public struct PlannedSubmission: Hashable, Sendable {
  public var submission: Submission
  public var file: String
  public var line: Int

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
    texts(of: [read]) + acts(of: read).map(\.planned) + statements(of: read)
  }

  /// The submissions of a folder's documents: all texts, then all acts by (day, act order, file
  /// name, place), then what is claimed and stated.
  ///
  /// The day of an act is its first possible one; a plan without a day comes last. An act that
  /// carries out a plan comes after it, wherever the plan's own day would put it.
  ///
  /// - Precondition: The documents come by file name and place.
  /// - Complexity: O(*n* log *n*).
  public static func byDay(_ read: [ReadDocument]) -> [PlannedSubmission] {
    let acts = read.flatMap(acts(of:)).enumerated().sorted {
      ($0.element.day, $0.element.act.order, $0.offset)
        < ($1.element.day, $1.element.act.order, $1.offset)
    }.map(\.element)
    return texts(of: read) + plansFirst(acts).map(\.planned) + read.flatMap(statements(of:))
  }

  /// An act with the day by which it is put in order.
  private struct DatedAct {
    let act: Act
    let planned: PlannedSubmission

    var day: Day {
      let days = act.effectiveOn.map { [$0] } ?? act.events.compactMap(\.effectiveOn)
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

  private static func statements(of read: ReadDocument) -> [PlannedSubmission] {
    let document = read.document
    let stated =
      document.claims.map(Submission.claim) + document.conflicts.map(Submission.conflict)
      + document.coverage.map(Submission.coverage)
    return stated.map { PlannedSubmission($0, file: read.file, line: read.line) }
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
}
