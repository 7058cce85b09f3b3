import OrgLedgerTesting
import Testing

@testable import OrgLedger

/// An act about the record, of no day of its own.
func correcting(_ id: ActID, _ events: Event...) -> Submission { .act(act(id, on: nil, events)) }

extension Event {
  /// The same, on a day.
  func on(_ day: Int32) -> Event { with { $0.effectiveOn = ImpreciseDay(Day(rawValue: day)) } }
}

extension LogStore {
  func history(_ known: Known = .now) throws -> History { try Ledger(self).history(known) }

  /// The organisation at the end of a day.
  func chart(_ day: Int32) throws -> OrgChart {
    try history().chart(on: Day(rawValue: day), .latest)
  }

  /// Appends a submission and expects that it is refused by violations.
  func refusal(of submission: Submission) throws -> [Violation] {
    let head = try head()
    let result = try append(AppendRequest([submission]))
    guard case .violations(let violations, _) = result.refusal else {
      throw Unrefused(description: "\(result)")
    }
    #expect(try self.head() == head)
    return violations
  }

  /// Every answer that says what is so, as JSON.
  func answers(_ known: Known = .now) throws -> [String] {
    let history = try history(known)
    var answers: [String] = []
    for day in 0...RandomActs.lastDay + 1 {
      answers.append(try json(history.chart(asOf: Day(rawValue: day))))
    }
    for unit in RandomActs.units {
      guard let told = history.history(of: unit) else { continue }
      answers.append(try json(told))
      answers.append(try json(history.show(unit, asOf: Day(rawValue: 9))))
    }
    return answers
  }
}

struct Unrefused: Error, CustomStringConvertible { let description: String }

/// Units that stand, a renaming and a function that passes on.
let opening: [Submission] = [
  text,
  .act(
    act(
      "opening", on: 1,
      .registered(
        unit("a", functions: [FunctionMention("roads")]), unit("b", under: "a"),
        unit("c", under: "a")))),
  .act(act("name", on: 5, .renamed("b", to: "B"))),
  .act(act("roads", on: 6, .functionTransferred([FunctionMention("roads")], from: "a", to: "b"))),
]

extension StoreKind {
  /// Runs a body with a store in which the opening stands.
  func withOpening(_ body: (any LogStore) throws -> Void) throws {
    try withStore { store, _ in
      for submission in opening { try store.take(submission) }
      try body(store)
    }
  }
}
