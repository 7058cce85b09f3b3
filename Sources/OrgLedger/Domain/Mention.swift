/// Something that an event mentions, by which it can be found again.
///
/// An index of mentions holds candidates: it says "was ever …", and whoever asks checks against
/// the facts. So nothing in it needs repair when the past changes.
public enum Mention: Hashable, Sendable {
  /// A unit in any part but that of a parent.
  case unit(UnitID)
  /// A unit under which another one is placed.
  case parent(UnitID)
  case function(FunctionID)
  /// A function that is written with its name, and so with all that it is.
  case functionNamed(FunctionID)
  /// A name given to a unit that ever came under a parent, whichever event brought it there.
  ///
  /// Of these an event itself tells only births under the parent; the rest is found from what is
  /// recorded of the unit (`Namings`).
  case name(String, under: UnitID)
  case code(Code)
  /// That it says how others are read: a suspension, a resumption, two ids of one body.
  case reading
}

extension Event {
  /// Everything that it mentions, each once, in order of appearance.
  public var mentions: [Mention] {
    var list: [Mention] = []
    // Few are compared faster than hashed.
    var seen: Set<Mention> = []
    func add(_ mention: Mention) {
      if list.count < 16 {
        if !list.contains(mention) { list.append(mention) }
        return
      }
      if seen.isEmpty { seen = Set(list) }
      if seen.insert(mention).inserted { list.append(mention) }
    }
    func add(_ function: FunctionMention) {
      add(.function(function.id))
      if function.name != nil { add(.functionNamed(function.id)) }
      if let scope = function.scope { add(.unit(scope)) }
      if let parent = function.parent { add(.function(parent)) }
    }
    if type.isSuspension || type == .identified { add(.reading) }
    for unit in participating { add(.unit(unit)) }
    for birth in born {
      if let parent = birth.parent.parent {
        add(.parent(parent))
        add(.name(birth.name.full, under: parent))
      }
      for code in birth.codes { add(.code(code)) }
      birth.functions.forEach(add)
      for ended in birth.restores { add(.unit(ended)) }
    }
    if let parent = details.parent?.parent { add(.parent(parent)) }
    details.functions.forEach(add)
    if let scheme = details.scheme, let value = details.value {
      add(.code(Code(scheme: scheme, value: value)))
    }
    for unit in [details.from, details.to, details.canonical].compactMap({ $0 }) {
      add(.unit(unit))
    }
    for unit in details.links.flatMap({ [$0.from, $0.to] }) { add(.unit(unit)) }
    for unit in details.shares.flatMap({ [$0.from, $0.to] }) { add(.unit(unit)) }
    for post in details.posts { add(.unit(post.unit)) }
    for unit in details.about + details.ids { add(.unit(unit)) }
    for entry in details.children.entryList {
      add(.unit(entry.key))
      if case .unit(let next) = entry.destination { add(.unit(next)) }
    }
    for entry in details.heldFunctions.entryList {
      add(.function(entry.key))
      if case .unit(let next) = entry.destination { add(.unit(next)) }
    }
    return list
  }
}
