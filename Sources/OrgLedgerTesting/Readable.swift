import OrgLedger

// Histories as a person reads them, for failures of random ones.

extension Sequence where Element == Act {
  /// One line an event.
  public var readable: String { map(\.readable).joined(separator: "\n") }
}

extension Act {
  /// One line an event, with its day in the tiny numbers of tests.
  public var readable: String {
    events.map { event in
      let day = event.effectiveOn.map(\.readable) ?? "no day"
      let place = order == 0 ? day : "\(day) (\(order))"
      let mark = status == .proposed ? " proposed" : ""
      return "  \(event.id)\(mark) on \(place): \(event.readable)"
    }.joined(separator: "\n")
  }
}

extension ImpreciseDay {
  /// Days as numbers from 1970-01-01.
  fileprivate var readable: String {
    if let exact { return String(exact.rawValue) }
    func end(_ day: Day?) -> String { day.map { String($0.rawValue) } ?? "…" }
    return "\(end(earliest))–\(end(latest))"
  }
}

extension Event {
  /// The type, the fates of its units and the keys that it has.
  public var readable: String {
    var parts = [type.rawValue]
    func add(_ label: String, _ values: [String]) {
      if !values.isEmpty { parts.append("\(label) \(values.joined(separator: " "))") }
    }
    add("ends", ends.map(\.text))
    add("persists", persists.map(\.text))
    add("born", born.map(\.readable))
    add("from", details.from.map { [$0.text] } ?? [])
    add("to", details.to.map { [$0.text] } ?? [])
    add("parent", details.parent.map { [$0.readable] } ?? [])
    add("name", details.name.map { [$0] } ?? [])
    add("kind", details.kind.map { [$0] } ?? [])
    add("role", details.role.map { [$0] } ?? [])
    add("value", details.value.map { [$0] } ?? [])
    add("functions", details.functions.map(\.readable))
    add("links", details.links.map { "\($0.from)→\($0.to)" })
    add("posts", details.posts.map { "\($0.unit)/\($0.title)" })
    add("children", details.children.readable)
    add("held", details.heldFunctions.readable)
    add("target", details.target.map { [$0] } ?? [])
    add("targets", details.targets)
    add("ids", details.ids.map(\.text))
    add("canonical", details.canonical.map { [$0.text] } ?? [])
    switch details.replacement {
    case .event(let event): add("by", ["(\(event.effectiveOn?.readable ?? "") \(event.readable))"])
    case .act(let act): add("by", ["(\(act.effectiveOn?.readable ?? "")\n\(act.readable))"])
    case .claim, .instrument: add("by", ["something else"])
    case nil: break
    }
    return parts.joined(separator: ", ")
  }
}

extension Birth {
  fileprivate var readable: String {
    var parts = [id.text, "“\(name.full)”", kind, parent.readable]
    parts += codes.map { "#\($0.value)" } + functions.map(\.readable)
    parts += restores.map { "restores \($0)" }
    return "{\(parts.joined(separator: " "))}"
  }
}

extension Placement {
  fileprivate var readable: String {
    switch self {
    case .notStated: "under unknown"
    case .top: "top"
    case .under(let unit): "under \(unit)"
    }
  }
}

extension FunctionMention {
  fileprivate var readable: String {
    "\(id)\(scope.map { "@\($0)" } ?? "")\(parent.map { "<\($0)" } ?? "")"
  }
}

extension Policy {
  fileprivate var readable: [String] {
    switch self {
    case .unstated: []
    case .follow: ["follow"]
    case .entries(let list): list.map { "\($0.key): \($0.destination.readable)" }
    }
  }
}

extension Destination {
  fileprivate var readable: String {
    switch self {
    case .unit(let unit): unit.text
    case .ends: "null"
    case .notStated: "unknown"
    }
  }
}
