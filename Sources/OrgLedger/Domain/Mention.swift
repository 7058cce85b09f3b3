/// Something that an event mentions, by which it can be found again.
///
/// An index of mentions holds candidates: it says "was ever …", and whoever asks checks against
/// the facts. So nothing in it needs repair when the past changes.
public enum Mention: Hashable, Sendable {
  /// A unit in any part but that of a parent.
  case unit(UnitID)
  /// A unit under which another one is placed.
  case parent(UnitID)
  /// A unit to which another one moves; births under it are not meant.
  case arrival(UnitID)
  case function(FunctionID)
  /// A function that is written with its name, and so with all that it is.
  case functionNamed(FunctionID)
  /// A name, with the parent of the unit that is born with it; `nil` where none is said with it.
  case name(String, under: UnitID?)
  case code(Code)
  /// That it says how others are read: a suspension, a resumption, two ids of one body.
  case reading
}

extension Event {
  /// Everything that it mentions, each once, in order of appearance.
  public var mentions: [Mention] {
    var list: [Mention] = []
    var seen: Set<Mention> = []
    func add(_ mention: Mention) { if seen.insert(mention).inserted { list.append(mention) } }
    func add(_ function: FunctionMention) {
      add(.function(function.id))
      if function.name != nil { add(.functionNamed(function.id)) }
      if let scope = function.scope { add(.unit(scope)) }
      if let parent = function.parent { add(.function(parent)) }
    }
    if type.isSuspension || type == .identified { add(.reading) }
    for unit in participating { add(.unit(unit)) }
    for birth in born {
      if let parent = birth.parent.parent { add(.parent(parent)) }
      add(.name(birth.name.full, under: birth.parent.parent))
      for code in birth.codes { add(.code(code)) }
      birth.functions.forEach(add)
      for ended in birth.restores { add(.unit(ended)) }
    }
    if let parent = details.parent?.parent {
      add(.parent(parent))
      add(.arrival(parent))
    }
    if let name = details.name { add(.name(name, under: nil)) }
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
      if case .unit(let next) = entry.destination {
        add(.unit(next))
        add(.arrival(next))
      }
    }
    for entry in details.heldFunctions.entryList {
      add(.function(entry.key))
      if case .unit(let next) = entry.destination { add(.unit(next)) }
    }
    return list
  }
}
