/// What a question is about, so that only the facts are read on which its answer rests.
public enum Scope: Hashable, Sendable {
  /// Everything that is known.
  case everything
  /// Some units: their whole timelines, what stands under them and what they hold.
  case units(Set<UnitID>)
  /// The lives, names and places of some units, and nothing else of them.
  case lives(Set<UnitID>)
  /// How a unit came to exist and what became of it.
  case lineage(UnitID)
  /// Who ever held some functions.
  case functions(Set<FunctionID>)
  /// A unit with what ever stood under it, so many levels deep or all, and what they hold.
  case structure(UnitID, depth: Int?)
  /// What differs between the ends of two days; nothing where the second is not the later one.
  case between(Day, Day)
  /// What was planned, or is to hold for a time, and what carries it out.
  case plans
  /// What some acts did or plan, and nothing else of the units that they touch, with the lives of
  /// some units.
  case acts(Set<ActID>, with: Set<UnitID>)
}

extension Scope {
  /// With what a scope begins that names no unit and no function.
  enum Beginning {
    /// What may take effect, or cease to, on one of some days.
    case placedOn(ClosedRange<Day>)
    /// The facts of acts that are plans, carry one out or are to hold for a time.
    case ofPlans
    /// The facts of some acts.
    case ofActs(Set<ActID>)
  }

  /// What a structure rests on; without a root, everything.
  public static func structure(under root: UnitID?, depth: Int?) -> Scope {
    root.map { .structure($0, depth: depth) } ?? .everything
  }

  /// The same, with every unit by the id as which it is read.
  func reading(_ id: Identities) -> Scope {
    switch self {
    case .everything, .functions, .between, .plans: self
    case .structure(let root, let depth): .structure(id(root), depth: depth)
    case .units(let units): .units(Set(units.map { id($0) }))
    case .acts(let acts, let units): .acts(acts, with: Set(units.map { id($0) }))
    case .lives(let units): .lives(Set(units.map { id($0) }))
    case .lineage(let unit): .lineage(id(unit))
    }
  }

  /// The units that are asked about.
  var units: Set<UnitID> {
    switch self {
    case .everything, .functions, .structure, .between, .plans: []
    case .units(let units), .lives(let units), .acts(_, let units): units
    case .lineage(let unit): [unit]
    }
  }

  /// The facts on which the answers to questions about it rest, by position.
  ///
  /// More are given than the answers need, never fewer: each unit is read with all above whom it
  /// follows, since what becomes of those becomes of it.
  ///
  /// - Parameters:
  ///   - facts: Gives the visible facts that mention something, in any order.
  ///   - beginning: Gives those with which a scope begins that names no unit and no function; `nil`:
  ///     they are so many that all are better read in turn.
  ///   - limit: Of more facts than so many under a unit, or beside plans, all are better read in turn.
  /// - Returns: `nil` where everything is asked for, or is better read.
  /// - Complexity: proportional to the facts of the units that the scope takes in.
  func facts<Failure: Error>(
    reading facts: (Mention) throws(Failure) -> [Fact],
    beginningWith beginning: (Beginning) throws(Failure) -> [Fact]?, atMost limit: Int
  ) throws(Failure) -> [Fact]? {
    // Several steps ask for the same, and to read is dear.
    var read: [Mention: [Fact]] = [:]
    func reading(_ mention: Mention) throws(Failure) -> [Fact] {
      if let known = read[mention] { return known }
      let found = try facts(mention)
      read[mention] = found
      return found
    }
    var neighbourhood = Neighbourhood<Failure>()
    switch self {
    case .everything: return nil
    case .units(let units):
      for unit in units.sorted() {
        try neighbourhood.load(unit, reading)
        try neighbourhood.descend(unit, reading)
        try neighbourhood.loadHoldings(of: unit, reading)
      }
      try neighbourhood.loadThoseNamed(beside: units, reading)
    case .lineage(let unit):
      try neighbourhood.loadLineage(of: unit, from: \.to, to: \.from, reading)
      try neighbourhood.loadLineage(of: unit, from: \.from, to: \.to, reading)
    case .lives(let units):
      for unit in units.sorted() { try neighbourhood.load(unit, reading) }
    case .structure(let root, let depth):
      guard try neighbourhood.loadStructure(under: root, depth: depth, atMost: limit, reading)
      else { return nil }
    case .between(let first, let second):
      guard first < second else { break }
      guard let changing = try beginning(.placedOn(first.next...second)) else { return nil }
      // What these facts touch is what would change if they did not count.
      neighbourhood = try Neighbourhood(of: [], changing: changing, for: .lines, reading: reading)
    case .plans:
      guard let planned = try beginning(.ofPlans),
        try neighbourhood.load(planned, atMost: limit, reading)
      else { return nil }
    case .acts(let acts, let units):
      guard let own = try beginning(.ofActs(acts)) else { return nil }
      for unit in units.sorted() { try neighbourhood.load(unit, reading) }
      neighbourhood.take(own)
    case .functions(let functions):
      for function in functions.sorted() { try neighbourhood.load(function, reading) }
      try neighbourhood.loadThoseNamed(in: functions, reading)
    }
    try neighbourhood.loadDefinitions(reading)
    try neighbourhood.loadScopes(reading)
    try neighbourhood.loadBirthsOfImprecise(reading)
    return neighbourhood.facts.values.sorted { $0.position < $1.position }
  }
}
