import OrgLedger

/// A lineage for eyes: the unit, below it the events that made it with those from which it came,
/// and so on back; then the same forward.
struct LineageView {
  let lineage: Lineage
  let direction: LineageDirection
  let texts: Texts
  /// The day of the question, after which no link is followed.
  let day: Day
  private let nodes: [UnitID: LineageNode]

  init(_ lineage: Lineage, _ direction: LineageDirection, _ texts: Texts, asOf day: Day) {
    self.day = day
    self.lineage = lineage
    self.direction = direction
    self.texts = texts
    nodes = Dictionary(lineage.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func lines(width: Int?) -> [Styled] {
    var rows = [TreeRow(depth: 0, line: unit(lineage.unit), notes: [])]
    var shown: Set<[Int]> = []
    if direction != .forward {
      rows += branches(of: lineage.unit, back: true, &shown)
      if rows.count == 1 {
        rows.append(TreeRow(depth: 1, line: "\("comes from no other unit on record", .dim)"))
      }
    }
    if direction != .back {
      shown = []
      let forward = branches(of: lineage.unit, back: false, &shown)
      rows += forward
      if forward.isEmpty {
        let words = "by \(day.dayMonthYear) nothing of it has gone on in another unit"
        rows.append(TreeRow(depth: 1, line: "\(words, .dim)"))
      }
    }
    return rows.drawn(width: width)
  }

  /// One step to be drawn: a unit, and the edge by which it was reached.
  private struct Step {
    var unit: UnitID
    var depth: Int
    /// The place among the edges by which it was reached; only earlier (or later) ones go on.
    var edge: Int
  }

  /// The events and units behind a unit, depth-first and without recursion.
  private func branches(
    of unit: UnitID, back: Bool, _ shown: inout Set<[Int]>
  ) -> [TreeRow] {
    var rows: [TreeRow] = []
    var pending: [(rows: [TreeRow], then: Step?)] = [
      ([], Step(unit: unit, depth: 0, edge: back ? lineage.edges.count : -1))
    ]
    while let next = pending.popLast() {
      rows += next.rows
      guard let step = next.then else { continue }
      let groups = groups(of: step, back: back)
      guard !groups.isEmpty else { continue }
      // By its edges too: reached by a later event, more of what came before it is on the way.
      guard shown.insert(groups.flatMap { $0 }).inserted else {
        rows.append(TreeRow(depth: step.depth + 1, line: "\("… as above", .dim)"))
        continue
      }
      var children: [(rows: [TreeRow], then: Step?)] = []
      for group in groups {
        children.append(([heading(of: group, depth: step.depth + 1, back: back)], nil))
        for index in group {
          let edge = lineage.edges[index]
          let other = back ? edge.from : edge.to
          var line = self.unit(other)
          if let share = words(of: edge) { line += "  \(share, .accent)" }
          children.append(
            (
              [TreeRow(depth: step.depth + 2, line: line)],
              Step(unit: other, depth: step.depth + 2, edge: index)
            ))
        }
      }
      pending += children.reversed()
    }
    return rows
  }

  /// The edges that go on from a unit, by event: the latest first on the way back.
  private func groups(of step: Step, back: Bool) -> [[Int]] {
    let reached = lineage.edges.indices.contains(step.edge) ? lineage.edges[step.edge].event : nil
    var groups: [(event: EventID, edges: [Int])] = []
    for (index, edge) in lineage.edges.enumerated() {
      guard (back ? edge.to : edge.from) == step.unit else { continue }
      let isBeyond = back ? index < step.edge : index > step.edge
      guard isBeyond || edge.event == reached else { continue }
      // The way by which one came is not a way on: A and B that exchange ground lead nowhere else.
      if lineage.edges.indices.contains(step.edge) {
        let by = lineage.edges[step.edge]
        if edge.event == by.event, edge.from == by.to, edge.to == by.from { continue }
      }
      if let last = groups.indices.last, groups[last].event == edge.event {
        groups[last].edges.append(index)
      } else {
        groups.append((edge.event, [index]))
      }
    }
    return back ? groups.reversed().map(\.edges) : groups.map(\.edges)
  }

  private func heading(of group: [Int], depth: Int, back: Bool) -> TreeRow {
    let edge = lineage.edges[group[0]]
    let fact = texts.fact(edge.event)
    var line: Styled =
      "\(back ? "◀" : "▶", .accent) \(edge.on.words, .strong)  "
      + texts.verb(edge.type, fact?.event.term)
    if edge.certainty == .possible { line += "  \("possible", .warning)" }
    if let certainty = fact?.event.certainty, certainty != .stated {
      line += "  \(certainty.rawValue, .warning)"
    }
    return TreeRow(
      depth: depth, line: line,
      notes: texts.cause(edge.event, orderedBy: edge.orderedBy, in: edge.instrument))
  }

  private func unit(_ id: UnitID) -> Styled {
    guard let node = nodes[id] else { return "\(id.text, .strong)" }
    let kind = node.kind.isEmpty ? "" : "\(node.kind) · "
    return "\(node.name, .strong)  \("\(kind)\(life(node.from, node.to))", .dim)  \(id.text, .dim)"
  }

  /// What a text says of how much went over; that all of it did goes without saying.
  private func words(of edge: LineageEdge) -> String? {
    let stated = edge.stated.compactMap { share in
      share.amount.map { "\($0)\(share.unit.map { " \($0)" } ?? "")" }
    }
    if !stated.isEmpty { return stated.joined(separator: ", ") }
    guard let share = edge.share, share.double < 1 else { return nil }
    return "\(share) of it" + (edge.basis.map { " by \($0.rawValue)" } ?? "")
  }
}
