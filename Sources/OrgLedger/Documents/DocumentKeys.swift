/// The keys of a mapping, in the order in which they are written.
struct KeyTable: Sendable {
  let all: [String]
  let required: [String]

  init(_ all: [String], required: [String] = []) {
    self.all = all
    self.required = required
  }
}

/// The keys of every mapping of the format; the decoder, the encoder and the test of the JSON
/// Schema read them here. Those of events come from `EventSpecification`.
enum DocumentKeys {
  static let document = KeyTable(
    ["instrument", "instruments", "acts", "claims", "conflicts", "coverage"],
    required: ["instrument"])
  static let instrument = KeyTable(
    [
      "id", "number", "kind", "issuer", "title", "issuedOn", "inForceOn", "relations", "source",
      "note",
    ], required: ["id"])
  static let relation = KeyTable(["relation", "instrument"], required: ["relation", "instrument"])
  static let source = KeyTable(["file", "sha256", "url"])
  static let citation = KeyTable(["instrument", "lines", "article", "page", "quote"])
  static let act = KeyTable(
    [
      "id", "status", "effectiveOn", "order", "orderedBy", "enacts", "plannedUntil", "note",
      "events",
    ], required: ["id"])
  static let birth = KeyTable(
    [
      "id", "name", "kind", "parent", "shortName", "codes", "functions", "restores", "collective",
      "members",
    ], required: ["id", "name", "kind"])
  /// A birth of a type that requires what it restores.
  static let restoringBirth = KeyTable(birth.all, required: birth.required + ["restores"])
  static let function = KeyTable(["id", "name", "scope", "parent"], required: ["id"])
  static let link = KeyTable(["from", "to"], required: ["from", "to"])
  static let share = KeyTable(
    ["from", "to", "share", "amount", "unit", "basis", "note"], required: ["from", "to", "basis"])
  static let post = KeyTable(["unit", "title"], required: ["unit", "title"])
  static let alternative = KeyTable(["key", "value", "citations"], required: ["key", "value"])
  static let claim = KeyTable(
    [
      "id", "asOf", "count", "change", "quota", "figure", "value", "comparator", "base", "percent",
      "parts", "includes", "excludes", "citations", "note",
    ], required: ["id"])
  static let measures = ["count", "change", "quota", "figure"]
  static let count = KeyTable(["kinds", "under", "level"], required: ["kinds"])
  static let change = KeyTable(
    ["kinds", "under", "from", "to"], required: ["kinds", "from", "to"])
  static let quota = KeyTable(["scheme", "under"], required: ["scheme"])
  static let figure = KeyTable(["what", "unit"], required: ["what"])
  static let conflict = KeyTable(["id", "between", "note"], required: ["id", "between"])
  static let coverage = KeyTable(
    ["kinds", "under", "from", "to", "citations", "note"], required: ["kinds", "from"])

  /// What an event has whatever its type, before and after the keys of the type.
  static let eventStart = ["id", "type", "effectiveOn"]
  static let eventEnd = ["term", "citations", "certainty", "alternatives", "note"]
  static let fates = ["ends", "persists", "born"]
  /// Every key that some event may have.
  static let anyEvent =
    eventStart + fates + EventKey.allCases.map(\.rawValue) + eventEnd

  /// The keys of a type's events.
  static func event(_ type: EventType) -> KeyTable { events[type] ?? KeyTable(anyEvent) }

  private static let events = Dictionary(
    uniqueKeysWithValues: EventType.allCases.map { ($0, KeyTable($0)) })
}

extension KeyTable {
  /// The keys of a type's events: of its fates those that its units can have.
  fileprivate init(_ type: EventType) {
    let specification = type.specification
    let counts = zip(
      DocumentKeys.fates, [specification.ends, specification.persists, specification.born])
    let keys = EventKey.allCases.filter {
      specification.required.contains($0) || specification.optional.contains($0)
    }
    all =
      DocumentKeys.eventStart + counts.filter { $0.1.most != 0 }.map(\.0) + keys.map(\.rawValue)
      + DocumentKeys.eventEnd
    // That nothing replaces what was wrong is said, by `null`: a key that was forgotten must not
    // take a fact out of the record.
    required =
      ["type"] + counts.filter { $0.1.least > 0 }.map(\.0)
      + specification.required.map(\.rawValue)
      + (specification.optional.contains(.replacement) ? [EventKey.replacement.rawValue] : [])
  }
}

extension EventType {
  /// The words that a key takes with this type; `nil`: any text.
  func choices(of key: EventKey) -> [String]? {
    switch (key, self) {
    case (.mode, _): ["dissolution", "operationsEnded", "termExpired", "leftPerimeter"]
    case (.reason, .corrected): ["dataEntry", "erratum", "newEvidence"]
    case (.role, .functionAssigned): Role.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Whether what begins must say what it restores.
  var mustRestore: Bool { self == .refounded }
}
