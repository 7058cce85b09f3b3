/// The links that one event makes.
struct LinkedEvent {
  let origin: Origin
  let links: [Succession]

  /// The part of a unit that a link carries: all of it where the unit ends into one unit in the
  /// event, unless a text states a share; else what is stated.
  ///
  /// - Parameter chart: The organisation at or after the event.
  func portion(of link: Succession, in chart: OrgChart) -> Portion {
    let stated = Portion(link.shares)
    guard stated == .notStated, chart.units[link.from]?.end?.event == origin.event,
      links.allSatisfy({ $0.from != link.from || $0.to == link.to })
    else { return stated }
    return .whole
  }

  /// The pairs that it links by two or more of its own links, and not by one.
  var chains: [(from: UnitID, to: UnitID)] {
    let sources = Set(links.map(\.from))
    guard links.contains(where: { sources.contains($0.to) }) else { return [] }
    var targets: [UnitID: Set<UnitID>] = [:]
    for link in links { targets[link.from, default: []].insert(link.to) }
    return sources.sorted().flatMap { source in
      let direct = targets[source, default: []]
      var reached = direct
      var queue = Array(direct)
      while let next = queue.popLast() {
        for target in targets[next, default: []] where reached.insert(target).inserted {
          queue.append(target)
        }
      }
      return reached.subtracting(direct).subtracting([source]).sorted().map { (source, $0) }
    }
  }
}

extension OrgChart {
  /// The links made after a day, event by event, in order; each pair once an event.
  func linkedEvents(after day: Day? = nil) -> [LinkedEvent] {
    var found: [LinkedEvent] = []
    var (links, seen): ([Succession], Set<Link>) = ([], [])
    for link in successions where day.map({ link.origin.day > $0 }) ?? true {
      if let first = links.first, first.origin != link.origin {
        found.append(LinkedEvent(origin: first.origin, links: links))
        (links, seen) = ([], [])
      }
      guard link.from != link.to, seen.insert(Link(from: link.from, to: link.to)).inserted
      else { continue }
      links.append(link)
    }
    if let first = links.first { found.append(LinkedEvent(origin: first.origin, links: links)) }
    return found
  }
}
