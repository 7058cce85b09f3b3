/// The English words for what an event meant for a unit: the only place that has them.
enum SummaryWords {
  /// A summary in words, its facts joined by semicolons; the event's type where it has none.
  static func english(_ summary: Summary) -> String {
    summary.facts.isEmpty
      ? "mentioned, and nothing of it changed (\(summary.type.rawValue))"
      : summary.facts.map { words($0, summary.type) }.joined(separator: "; ")
  }

  private static func words(_ fact: UnitFact, _ type: EventType) -> String {
    switch fact {
    case .born(let name, let kind, let parent):
      "begins as \(name) (\(kind))" + (parent.map { " under \($0.name)" } ?? "")
    case .ended: "ends (\(type.rawValue))"
    case .goesOnIn(let units): "goes on in \(list(units))"
    case .receives(let units): "receives from \(list(units))"
    case .named(let name): "is named \(name.full)"
    case .classified(let kind): "becomes \(kind)"
    case .placed(_, under: let parent?): "stands under \(parent.name)"
    case .placed(.top, under: nil): "stands under no unit"
    case .placed: "stands where the sources do not say"
    case .holds(let function, let role): "\(role.rawValue) \(words(function))"
    case .noLongerHolds(let function, let next):
      "no longer holds \(words(function))" + (next.map { ", which goes to \($0.name)" } ?? "")
    case .scopeOf(let function, let from?, let to?, _):
      "is where \(ownWords(function)) goes from \(from.name) to \(to.name)"
    case .scopeOf(let function, nil, let to?, let role):
      "is where \(to.name) \(role?.rawValue ?? "leads") \(ownWords(function))"
    case .scopeOf(let function, let from?, nil, _):
      "is where \(from.name) no longer holds \(ownWords(function))"
    case .scopeOf(let function, nil, nil, _): "is where \(ownWords(function)) is held"
    case .coded(let scheme, let value?): "has the code \(scheme):\(value)"
    case .coded(let scheme, nil): "has no code of \(scheme) any more"
    case .quota(let quota):
      "has \(quota.value) posts (\(quota.scheme))" + (quota.period.map { " for \($0)" } ?? "")
    case .linked(let parent, let role, let holds):
      (holds ? "stands also under \(parent.name)" : "no longer stands also under \(parent.name)")
        + (role.map { " (\($0))" } ?? "")
    case .posted(let posts, let holds):
      (holds ? "posts in one hand: " : "posts no longer in one hand: ")
        + posts.map { "\($0.title) (\($0.unit))" }.joined(separator: ", ")
    case .described(let text): text
    }
  }

  private static func list(_ units: [NamedUnit]) -> String {
    units.map(\.name).joined(separator: ", ")
  }

  private static func words(_ function: NamedFunction) -> String {
    ownWords(function)
      + (function.scope.map { " in \(function.scopeName ?? $0.text)" } ?? "")
  }

  /// A function without its scope, where that is the unit spoken of.
  private static func ownWords(_ function: NamedFunction) -> String {
    function.name ?? function.id.text
  }
}
