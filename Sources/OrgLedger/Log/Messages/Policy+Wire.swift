// A policy that is absent is `unstated`; one without `follow` is a map, which may be empty.

extension WireWriter {
  mutating func policy<Of>(_ field: Int, _ policy: Policy<Identifier<Of>>) {
    switch policy {
    case .unstated: break
    case .follow: message(field) { $0.flag(1, true) }
    case .entries(let entries):
      message(field) { writer in
        for entry in sortedWhereNeeded(entries, by: { $0.key < $1.key }) {
          writer.message(2) { writer in
            writer.id(1, entry.key)
            entry.destination.write(to: &writer)
          }
        }
      }
    }
  }
}

extension WireReader {
  mutating func policy<Of>(_ field: Int) throws(RecordError) -> Policy<Identifier<Of>> {
    guard try finds(field, .bytes) else { return .unstated }
    return try messageValue { (reader) throws(RecordError) in
      let follows = try reader.flag(1)
      var entries: [Policy<Identifier<Of>>.Entry] = []
      while try reader.finds(2, .bytes) {
        let entry = try reader.messageValue { (reader) throws(RecordError) in
          Policy<Identifier<Of>>.Entry(try reader.id(1), try Destination(from: &reader))
        }
        if let last = entries.last, entry.key < last.key || follows {
          throw reader.error(.invalid(field: 2))
        }
        entries.append(entry)
      }
      if follows, !entries.isEmpty { throw reader.error(.invalid(field: 2)) }
      return follows ? .follow : .entries(entries)
    }
  }
}

/// The elements in their one order; as a rule they come in it, and nothing is copied.
func sortedWhereNeeded<Element>(
  _ elements: [Element], by precedes: (Element, Element) -> Bool
) -> [Element] {
  let ascends = zip(elements, elements.dropFirst()).allSatisfy { !precedes($1, $0) }
  return ascends ? elements : elements.sorted(by: precedes)
}
