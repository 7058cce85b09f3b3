import OrgLedger
import Testing

/// Forty questions that the five documents answer, asked of the ledger.
///
/// Each test asks one; what it expects is the fact as the documents have it. What they do not state
/// is not stated here either.
@Suite("Forty questions", .serialized)
enum FortyQuestions {}

/// The ledger of the province, and short ways to ask it.
struct Province {
  let history: History

  init() throws { history = try LangSonTests.imported.get() }

  /// The claims that count these kinds on a day; `nil` as base: whatever it is compared with.
  func claims(counting kinds: [String], on day: String) throws -> [ClaimAnswer] {
    let asOf = try ImpreciseDay(day)
    return history.reconcile().claims.filter { answer in
      guard case .count(kinds, _, _) = answer.claim.measure else { return false }
      return answer.claim.asOf == asOf
    }
  }

  /// The claims that tell by how much these kinds changed until a day.
  func claims(ofChangeIn kinds: [String], from: String, to: String) throws -> [ClaimAnswer] {
    let (first, last) = try (ImpreciseDay(from), ImpreciseDay(to))
    return history.reconcile().claims.filter { answer in
      guard case .change(kinds, _, first, last) = answer.claim.measure else { return false }
      return true
    }
  }

  /// The figures whose words hold a text.
  func figures(of text: String) -> [ClaimAnswer] {
    let folded = FoldedText(text).text
    return history.reconcile().claims.filter { answer in
      guard case .figure(let what, _) = answer.claim.measure else { return false }
      return FoldedText(what).text.contains(folded)
    }
  }

  func claim(_ id: ClaimID) throws -> ClaimAnswer { try #require(history.reconcile(id)) }

  /// The one event by which a unit comes from others, and those others by their names.
  func origin(of unit: String, on day: String) throws -> (edge: LineageEdge, from: Set<String>) {
    let day = try Day(day)
    let id = try history.unit(unit, asOf: day)
    let lineage = try #require(history.lineage(of: id, asOf: day, .back))
    let edges = lineage.edges.filter { $0.to == id }
    try #require(Set(edges.map(\.event)).count == 1)
    let sources = Set(edges.map(\.from))
    let names = lineage.nodes.filter { sources.contains($0.id) }.map(\.name)
    return (edges[0], Set(names))
  }

  /// The one event by which a unit goes on in others, and those others by their names.
  func fate(of unit: UnitID, on day: String) throws -> (edge: LineageEdge, into: Set<String>) {
    let lineage = try #require(history.lineage(of: unit, asOf: Day(day), .forward))
    let edges = lineage.edges.filter { $0.from == unit }
    try #require(Set(edges.map(\.event)).count == 1)
    let targets = Set(edges.map(\.to))
    return (edges[0], Set(lineage.nodes.filter { targets.contains($0.id) }.map(\.name)))
  }

  /// Who leads a function on a day.
  func leaders(of function: String, on day: String) throws -> [String] {
    history.who(try history.function(function), asOf: try Day(day)).holders
      .filter { $0.role == .leads }.map(\.name)
  }

  func unit(_ id: UnitID, on day: String) throws -> UnitDetail {
    try #require(history.show(id, asOf: Day(day))).unit
  }

  /// The numbers of texts, with the days on which they were issued.
  func texts(_ ids: [InstrumentID]) -> Set<String> {
    Set(
      ids.compactMap { history.instruments[$0] }.map {
        "\($0.number ?? "no number") \($0.issuedOn?.exact?.dayMonthYear ?? "no day")"
      })
  }

  func fact(_ event: EventID) throws -> Fact {
    try #require(history.facts.first { $0.event.id == event })
  }

  /// The words that an event quotes.
  func quotes(_ event: EventID) throws -> String {
    try fact(event).event.citations.compactMap(\.quote).joined(separator: " | ")
  }
}
