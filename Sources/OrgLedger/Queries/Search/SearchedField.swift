/// A name, code, number … that may be what is looked for.
struct SearchedField {
  var by: SearchMatch.Field
  var text: String
  /// Where it began and ended, of a name.
  var from: Origin?
  var to: Origin?
  /// Whether it holds on the day, and is no former or later one.
  var isCurrent = true
}

/// The best match of one thing, and where it stands among all hits.
struct FoundField {
  var field: SearchedField
  var manner: SearchMatch.Manner
  /// How far it is from what was typed, see ``SearchPoints``; the least comes first.
  var points: Int

  /// - Parameter points: What the match itself costs.
  init(field: SearchedField, manner: SearchMatch.Manner, points: Int) {
    self.field = field
    self.manner = manner
    self.points = points + (field.isCurrent ? 0 : SearchPoints.otherTime)
    switch field.by {
    case .title: self.points += SearchPoints.title
    case .issuer: self.points += SearchPoints.issuer
    case .wording: self.points += SearchPoints.wording
    case .id, .code, .number:
      if manner == .exact { self.points += SearchPoints.identifier }
    case .name, .formerName, .laterName, .shortName, .kind: break
    }
  }
}

extension UnitState {
  /// What may be looked for of a unit: its names, oldest first, and codes.
  func searchedFields(on day: Day) -> [SearchedField] {
    var fields: [SearchedField] = []
    let current = names.place(on: day)
    for (index, name) in names.enumerated() {
      let to = index + 1 < names.count ? names[index + 1].since : end
      let by: SearchMatch.Field =
        index == current ? .name : index < current ? .formerName : .laterName
      fields.append(
        SearchedField(
          by: by, text: name.value.full, from: name.since, to: to, isCurrent: index == current))
      if let short = name.value.short {
        fields.append(
          SearchedField(
            by: .shortName, text: short, from: name.since, to: to, isCurrent: index == current))
      }
    }
    for (scheme, values) in codes {
      let current = values.place(on: day)
      for (index, value) in values.enumerated() {
        guard let code = value.value else { continue }
        fields.append(
          SearchedField(
            by: .code, text: "\(scheme):\(code)", from: value.since,
            to: index + 1 < values.count ? values[index + 1].since : end,
            isCurrent: index == current))
      }
    }
    return fields
  }

  /// Whether it lives on a day, as this fold has it.
  func status(on day: Day) -> UnitStatus {
    if birth.day > day { return .notYet }
    return end.map { $0.day <= day } ?? false ? .ended : .alive
  }
}

extension UnitState {
  /// What it is called on a day.
  func called(on day: Day) -> String { names.value(on: day)?.full ?? "" }
}

extension Array {
  /// The value that holds on a day, the last one of an ended unit, or the first one of a unit that
  /// is still to come.
  func value<Value>(on day: Day) -> Value? where Element == Dated<Value> {
    isEmpty ? nil : self[place(on: day)].value
  }

  /// The place of that value.
  func place<Value>(on day: Day) -> Int where Element == Dated<Value> {
    lastIndex { $0.since.day <= day } ?? 0
  }
}
