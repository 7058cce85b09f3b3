/// What an act must be by itself, whatever else is known.
enum FormRules {
  static func check(_ act: Act) -> [Violation] {
    var found: [Violation] = []
    if act.events.isEmpty { found.append(Violation(.emptyAct, about: [act.id.text])) }
    if !act.id.isStorable {
      found.append(Violation(.identifierMalformed, about: [act.id.text]))
    }
    var ids: Set<EventID> = []
    for event in act.events {
      if !ids.insert(event.id).inserted {
        found.append(Violation(.idUsedTwice, event: event.id, about: [event.id.text]))
      }
      let judged: [(Event) -> [Violation]] = [
        identifiers, counts, keys, values, names, fates, links, shares, successors, births,
      ]
      for rule in judged { found += rule(event) }
      found += day(of: event, in: act)
      if event.type.isAboutTheRecord { found += aboutTheRecord(event, in: act) }
    }
    return found
  }

  private static func day(of event: Event, in act: Act) -> [Violation] {
    guard act.status == .enacted, event.type.needsDay else { return [] }
    guard let day = event.effectiveOn else { return [Violation(.dayMissing, event: event.id)] }
    return day.exact == nil
      ? [Violation(.dayImprecise, event: event.id, about: [day.description])] : []
  }

  private static func aboutTheRecord(_ event: Event, in act: Act) -> [Violation] {
    var found: [Violation] = []
    if act.status == .proposed {
      found.append(Violation(.planAboutTheRecord, event: event.id, about: [event.type.rawValue]))
    }
    var seen: Set<String> = []
    for target in event.targetsNamed where !seen.insert(target).inserted {
      found.append(Violation(.targetTwice, event: event.id, about: [target]))
    }
    let others = Set(event.details.ids).subtracting(event.details.canonical.map { [$0] } ?? [])
    if event.type == .identified, !event.details.ids.isEmpty, others.isEmpty {
      found.append(
        Violation(
          .participantCount, event: event.id,
          about: [event.type.rawValue, EventKey.ids.rawValue, "0", "1", ""]))
    }
    return found
  }

  private static func identifiers(_ event: Event) -> [Violation] {
    var malformed: Set<String> = []
    for mention in event.mentions {
      switch mention {
      case .unit(let unit), .parent(let unit):
        if !unit.isWellFormed { malformed.insert(unit.text) }
      case .function(let function):
        if !function.isStorable { malformed.insert(function.text) }
      case .functionNamed, .name, .code, .reading: break
      }
    }
    if !event.id.isStorable { malformed.insert(event.id.text) }
    return malformed.sorted().map {
      Violation(.identifierMalformed, event: event.id, about: [$0])
    }
  }

  private static func counts(_ event: Event) -> [Violation] {
    let specification = event.type.specification
    let judged = [
      (Fate.ends, event.ends.count, specification.ends),
      (.persists, event.persists.count, specification.persists),
      (.born, event.born.count, specification.born),
    ]
    var found = judged.filter { !$0.2.allows($0.1) }.map { fate, number, count in
      Violation(
        .participantCount, event: event.id,
        about: [
          event.type.rawValue, fate.rawValue, String(number), String(count.least),
          count.most.map(String.init) ?? "",
        ])
    }
    if event.type == .partitioned, event.persists.count + event.born.count < 2 {
      found.append(
        Violation(
          .participantCount, event: event.id,
          about: [
            event.type.rawValue, "persists+born",
            String(event.persists.count + event.born.count), "2", "",
          ]))
    }
    return found
  }

  private static func keys(_ event: Event) -> [Violation] {
    let specification = event.type.specification
    let present = Set(event.details.keysPresent)
    return specification.required.filter { !present.contains($0) }.map {
      Violation(.keyMissing, event: event.id, about: [event.type.rawValue, $0.rawValue])
    }
      + event.details.keysPresent.filter {
        !specification.required.contains($0) && !specification.optional.contains($0)
      }.map {
        Violation(.keyNotTaken, event: event.id, about: [event.type.rawValue, $0.rawValue])
      }
  }

  /// The modes in which units may be dissolved.
  static let modes = ["dissolution", "operationsEnded", "termExpired", "leftPerimeter"]
  /// The reasons for which a record may be corrected.
  static let reasons = ["dataEntry", "erratum", "newEvidence"]

  private static func values(_ event: Event) -> [Violation] {
    func check(_ key: EventKey, _ value: String?, _ allowed: [String]) -> [Violation] {
      guard let value, !allowed.contains(value) else { return [] }
      return [
        Violation(.valueNotTaken, event: event.id, about: [key.rawValue, value] + allowed)
      ]
    }
    switch event.type {
    case .dissolved: return check(.mode, event.details.mode, modes)
    case .reclassified:
      // Several units of one new name would be a mistake.
      return event.details.name != nil && event.persists.count > 1
        ? [Violation(.keyNotTaken, event: event.id, about: [event.type.rawValue, "name"])] : []
    case .functionAssigned: return check(.role, event.details.role, Role.allCases.map(\.rawValue))
    case .corrected: return check(.reason, event.details.reason, reasons)
    case .secondaryParentSet, .secondaryParentEnded:
      return event.details.parent?.parent == nil
        ? [Violation(.keyMissing, event: event.id, about: [event.type.rawValue, "parent"])] : []
    default: return []
    }
  }

  /// A blank at the end of a name is not seen, and makes another name of it.
  private static func names(_ event: Event) -> [Violation] {
    typealias Stated = (unit: UnitID?, text: String?)
    let details = event.details
    var stated: [Stated] = [details.name, details.shortName, details.kind].map {
      (event.persists.first, $0)
    }
    for birth in event.born {
      stated += [birth.name.full, birth.name.short, birth.kind].map { (birth.id, $0) }
    }
    stated += event.functionMentions.map { (event.participating.first, $0.name) }
    return stated.compactMap { unit, name in
      guard let scalars = name?.unicodeScalars, let name,
        isUnseen(scalars.first) || isUnseen(scalars.last)
      else { return nil }
      return Violation(.nameNotTrimmed, unit: unit, event: event.id, about: [name])
    }
  }

  /// Whether a scalar leaves no mark: a blank, a joiner, a mark of direction.
  private static func isUnseen(_ scalar: Unicode.Scalar?) -> Bool {
    guard let properties = scalar?.properties else { return false }
    return properties.isWhitespace || [.format, .control].contains(properties.generalCategory)
  }

  private static func fates(_ event: Event) -> [Violation] {
    var posts: Set<Post> = []
    let postsTwice = event.details.posts.filter { !posts.insert($0).inserted }.map {
      Violation(.postTwice, unit: $0.unit, event: event.id, about: [$0.title])
    }
    var seen: Set<UnitID> = []
    return postsTwice
      + event.participating.filter { !seen.insert($0).inserted }.map {
        Violation(.twoFates, unit: $0, event: event.id)
      }
  }

  private static func links(_ event: Event) -> [Violation] {
    let participants = Set(event.participating)
    var found: [Violation] = []
    if event.type == .reorganized {
      let sources = Set(event.details.links.map(\.from))
      let targets = Set(event.details.links.map(\.to))
      for unit in event.ends where !sources.contains(unit) {
        found.append(Violation(.linkMissing, unit: unit, event: event.id))
      }
      for unit in event.born.map(\.id) where !targets.contains(unit) {
        found.append(Violation(.linkMissing, unit: unit, event: event.id))
      }
    }
    for link in event.details.links {
      let strangers = [link.from, link.to].filter { !participants.contains($0) }
      for unit in strangers {
        found.append(Violation(.linkOfStranger, unit: unit, event: event.id))
      }
      let born = event.born.contains { $0.id == link.from }
      if born || event.ends.contains(link.to) {
        found.append(
          Violation(
            .linkReversed, unit: born ? link.from : link.to, event: event.id,
            about: [link.from.text, link.to.text]))
      }
      if link.from == link.to {
        found.append(Violation(.linkOfStranger, unit: link.to, event: event.id))
      }
    }
    if event.type == .territoryTransferred {
      if let from = event.details.from, from == event.details.to {
        found.append(Violation(.linkOfStranger, unit: from, event: event.id))
      }
      for unit in [event.details.from, event.details.to].compactMap({ $0 })
      where !participants.contains(unit) {
        found.append(Violation(.linkOfStranger, unit: unit, event: event.id))
      }
      if (event.details.from == nil) != (event.details.to == nil) {
        let key: EventKey = event.details.from == nil ? .from : .to
        found.append(
          Violation(.keyMissing, event: event.id, about: [event.type.rawValue, key.rawValue]))
      }
    }
    return found
  }

  private static func shares(_ event: Event) -> [Violation] {
    let links = Set(event.links)
    return event.details.shares.flatMap { share -> [Violation] in
      var found: [Violation] = []
      if !links.contains(Link(from: share.from, to: share.to)) {
        found.append(
          Violation(
            .shareOfStranger, unit: share.from, event: event.id, about: [share.to.text]))
      }
      if let fraction = share.share, fraction.double <= 0 || fraction.double > 1 {
        found.append(
          Violation(
            .shareOutOfRange, unit: share.from, event: event.id, about: [fraction.description]))
      }
      if share.amount != nil, share.unit == nil {
        found.append(
          Violation(.keyMissing, unit: share.from, event: event.id, about: ["shares", "unit"]))
      }
      return found
    } + wholes(event)
  }

  /// No unit gives more than there is of it.
  private static func wholes(_ event: Event) -> [Violation] {
    var given: [UnitID: [Share.Basis: Double]] = [:]
    for share in event.details.shares {
      given[share.from, default: [:]][share.basis, default: 0] += share.share?.double ?? 0
    }
    // Decimal fractions that add up to a whole may do so only nearly in binary.
    return given.keys.sorted().flatMap { unit in
      given[unit, default: [:]].values.filter { $0 > 1 + 1e-9 }.map {
        Violation(.shareOutOfRange, unit: unit, event: event.id, about: ["\($0)"])
      }
    }
  }

  private static func successors(_ event: Event) -> [Violation] {
    guard event.details.children == .follow || event.details.heldFunctions == .follow else {
      return []
    }
    return event.ends.filter { event.singleSuccessor(of: $0) == nil }.map {
      Violation(.noSingleSuccessor, unit: $0, event: event.id)
    }
  }

  private static func births(_ event: Event) -> [Violation] {
    event.born.flatMap { birth -> [Violation] in
      var found: [Violation] = []
      if birth.name.full.isEmpty {
        found.append(Violation(.keyMissing, unit: birth.id, event: event.id, about: ["name"]))
      }
      if birth.kind.isEmpty {
        found.append(Violation(.keyMissing, unit: birth.id, event: event.id, about: ["kind"]))
      }
      if event.type == .refounded, birth.restores.isEmpty {
        found.append(Violation(.keyMissing, unit: birth.id, event: event.id, about: ["restores"]))
      }
      return found
    }
  }
}

extension Event.Details {
  /// The keys that say something.
  public var keysPresent: [EventKey] {
    var keys: [EventKey] = []
    func add(_ key: EventKey, _ present: Bool) { if present { keys.append(key) } }
    add(.name, name.map { !$0.isEmpty } ?? false)
    add(.shortName, shortName != nil)
    add(.kind, kind.map { !$0.isEmpty } ?? false)
    add(.parent, parent != nil)
    add(.role, role != nil)
    add(.mode, mode != nil)
    add(.reason, reason != nil)
    add(.description, description.map { !$0.isEmpty } ?? false)
    add(.functions, !functions.isEmpty)
    add(.from, from != nil)
    add(.to, to != nil)
    add(.links, !links.isEmpty)
    add(.shares, !shares.isEmpty)
    add(.scheme, scheme != nil)
    add(.value, value != nil)
    add(.period, period != nil)
    add(.posts, !posts.isEmpty)
    add(.about, !about.isEmpty)
    add(.children, children != .unstated)
    add(.heldFunctions, heldFunctions != .unstated)
    add(.target, target != nil)
    add(.targets, !targets.isEmpty)
    add(.replacement, replacement != nil)
    add(.ids, !ids.isEmpty)
    add(.canonical, canonical != nil)
    return keys
  }
}
