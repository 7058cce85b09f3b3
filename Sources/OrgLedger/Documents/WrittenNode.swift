/// A value to be written, in YAML or JSON: the encoder's side of `DocumentNode`.
indirect enum WrittenNode {
  /// Keys and values in order; a `record` stands in lines of its own, however short it is.
  case mapping([(key: String, value: WrittenNode)], record: Bool = false)
  case sequence([WrittenNode])
  /// A text; quoted in YAML where another reader would take it for something else.
  case text(String)
  /// A word, an identifier or a date: never in need of quotes for the sake of its meaning.
  case plain(String)
  /// A number or a truth value: without quotes in JSON too.
  case literal(String)
  case null
}

/// Gathers the keys of a mapping; what is absent or the default is left out.
struct MappingBuilder {
  private(set) var entries: [(key: String, value: WrittenNode)] = []

  mutating func add(_ key: String, _ value: WrittenNode?) {
    if let value { entries.append((key, value)) }
  }

  mutating func text(_ key: String, _ text: String?) { add(key, text.map(WrittenNode.text)) }

  mutating func id<Of>(_ key: String, _ id: Identifier<Of>?) {
    add(key, id.map { .text($0.text) })
  }

  mutating func day(_ key: String, _ day: ImpreciseDay?) {
    add(key, day.map { .plain($0.description) })
  }

  mutating func number(_ key: String, _ number: Decimal?) {
    add(key, number.map { .literal($0.description) })
  }

  /// A list, left out where it is empty.
  mutating func list<Value>(
    _ key: String, _ values: [Value], _ write: (Value) -> WrittenNode
  ) {
    if !values.isEmpty { add(key, .sequence(values.map(write))) }
  }

  mutating func ids<Of>(_ key: String, _ ids: [Identifier<Of>]) {
    list(key, ids) { .text($0.text) }
  }

  var mapping: WrittenNode { .mapping(entries) }
  var record: WrittenNode { .mapping(entries, record: true) }
}
