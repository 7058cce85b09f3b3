import LMDB

/// The tables of a store on LMDB; `docs/storage-format.md` gives their keys byte by byte.
///
/// `log` and `meta` are the store; the others can be made again from the records.
struct Tables: Sendable {
  /// Name → text: format, origin, id and offset.
  let meta: Database
  /// Position → stored bytes.
  let log: Database
  /// Record time of a submission → its last position.
  let clock: Database
  /// Kind ‖ identifier → position ‖ digest of the content.
  let ids: Database
  /// Kind ‖ identifier → number, given at the first mention in log order.
  let entities: Database
  /// What an event mentions, or the record that it takes back ‖ position → nothing.
  let mentions: Database
  /// First or last possible day ‖ position → nothing; enacted events only.
  let days: Database
  /// The temporal read model; `nil` in a store of an older program that was not written to since.
  var lines: LineTables?

  static let names = ["meta", "log", "clock", "ids", "entities", "mentions", "days"]

  /// Finds each table by its name.
  init<Failure: Error>(_ find: (String) throws(Failure) -> Database) throws(Failure) {
    meta = try find("meta")
    log = try find("log")
    clock = try find("clock")
    ids = try find("ids")
    entities = try find("entities")
    mentions = try find("mentions")
    days = try find("days")
    lines = try? LineTables(find)
  }
}

/// Keys, built here and nowhere else.
enum Key {
  /// The byte that begins the key of an identifier, by kind of record.
  static func id(_ kind: Record.Kind, _ id: String, _ digest: [UInt8]) -> [UInt8] {
    let tag: UInt8 =
      switch kind {
      case .instrument: 1
      case .act: 2
      case .event: 3
      case .claim: 4
      case .conflict: 5
      case .coverage: 6
      }
    return [tag] + (kind == .coverage ? digest : Array(id.utf8))
  }

  static func unit(_ unit: UnitID) -> [UInt8] { [1] + Array(unit.text.utf8) }
  static func function(_ function: FunctionID) -> [UInt8] { [2] + Array(function.text.utf8) }
  /// Where the last number given to an entity stands.
  static let lastEntity: [UInt8] = [0]

  /// The key of a mention without the position: a tag, then numbers and texts.
  ///
  /// - Parameter number: The number of an entity; `nil` where it has none, so nothing mentions it.
  static func mention<Failure: Error>(
    _ mention: Mention, number: ([UInt8]) throws(Failure) -> UInt64?
  ) throws(Failure) -> [UInt8]? {
    func numbered(_ tag: UInt8, _ entity: [UInt8]) throws(Failure) -> [UInt8]? {
      guard let number = try number(entity) else { return nil }
      var key = [tag]
      key.append(bigEndian: number)
      return key
    }
    switch mention {
    case .unit(let unit): return try numbered(1, Key.unit(unit))
    case .parent(let unit): return try numbered(2, Key.unit(unit))
    case .function(let function): return try numbered(4, Key.function(function))
    case .functionNamed(let function): return try numbered(10, Key.function(function))
    case .name(let name, let parent):
      return try numbered(6, Key.unit(parent)).map { $0 + text(name) }
    case .code(let code): return [7] + text(code.scheme) + text(code.value)
    case .reading: return [9]
    }
  }

  /// What the keys of retractions begin with: they stand beside the mentions.
  static let retractions: [UInt8] = [8]

  /// The key under which the records that take back the one at a position are found.
  static func retraction(of position: UInt64, by later: UInt64? = nil) -> [UInt8] {
    var key = retractions
    key.append(bigEndian: position)
    if let later { key.append(bigEndian: later) }
    return key
  }

  /// A text in a key: cut to what fits, since a mention is a candidate only, and ended by a zero.
  private static func text(_ text: String) -> [UInt8] { text.utf8.prefix(150) + [0] }

  static func day(_ day: Day, _ position: UInt64) -> [UInt8] {
    var key: [UInt8] = []
    key.append(bigEndian: day.rawValue)
    key.append(bigEndian: position)
    return key
  }
}
