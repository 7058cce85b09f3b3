import LMDB

/// The tables of the temporal read model; they can be made again from the records.
struct LineTables: Sendable {
  /// Line ‖ day ‖ position ‖ folds → what the line says from the end of that day on, as known from
  /// that position on. A line is a unit ‖ 0 ‖ 0, or, for what it holds, a unit ‖ 0 ‖ 1 ‖ the numbers
  /// of the function and of the scope.
  let lines: Database
  /// Parent ‖ 0 ‖ unit → nothing: the unit was once said to stand there, or, without a parent, to
  /// stand under nobody that is known.
  let under: Database
  /// The number of a function or unit → its identifier, where a line has the number.
  let numbered: Database
  /// Unit or function ‖ folded name ‖ 0 ‖ identifier → nothing: it was once called so.
  let called: Database

  static let names = ["lines", "under", "numbered", "called"]

  var all: [Database] { [lines, under, numbered, called] }

  init<Failure: Error>(_ find: (String) throws(Failure) -> Database) throws(Failure) {
    lines = try find("lines")
    under = try find("under")
    numbered = try find("numbered")
    called = try find("called")
  }

  /// Makes those that a store of an older format lacks, which then is one of this format.
  static func create(
    in environment: Environment, _ meta: Database
  ) throws(StoreError) -> LineTables {
    try StoreError.wrapping { () throws(LMDBError) in
      try environment.write { (transaction) throws(LMDBError) in
        try transaction.put(
          Array("format".utf8), Array(String(StoreFormat.current).utf8), in: meta)
        return try LineTables { name throws(LMDBError) in
          try transaction.createDatabase(named: name)
        }
      }
    }
  }
}

/// How far the read model has been written, and in which shape.
struct ReadModelState: Equatable {
  /// To be raised whenever what is written changes, so that what older programs wrote is made again.
  static let currentShape = 3

  var shape = currentShape
  /// The last record that it knows.
  var position: UInt64
  /// Whether there are records that it does not know; told here, so that nobody must look for the
  /// end of the log to see it.
  var isBehind = false

  /// Where it stands in the table `meta`, which is read when a store is opened and lies on one page.
  static let key = Array("lines".utf8)

  /// As a person reads it.
  var bytes: [UInt8] { Array("\(shape) \(position)\(isBehind ? " behind" : "")".utf8) }

  init(position: UInt64, isBehind: Bool = false) {
    self.position = position
    self.isBehind = isBehind
  }

  init?(_ bytes: [UInt8]) {
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard words.count >= 2, let shape = Int(words[0]), let position = UInt64(words[1])
    else { return nil }
    self.shape = shape
    self.position = position
    isBehind = words.count > 2
  }
}

/// The folds of which a row tells.
struct FoldSet: OptionSet, Hashable {
  var rawValue: UInt8
  static let latest = FoldSet(rawValue: 1)
  static let earliest = FoldSet(rawValue: 2)
  static let both: FoldSet = [.latest, .earliest]
}

/// The key of a row of a line, built and read here and nowhere else.
struct LineKey {
  /// As many bytes as the longest identifier of a unit and the fields behind it have.
  typealias Bytes = InlineBytes<160>

  /// What the rows of the life of a unit begin with.
  static func life(of unit: UnitID) -> Bytes { tagged(unit, 0) }

  /// What the rows of everything that a unit holds begin with.
  static func holdings(of unit: UnitID) -> Bytes { tagged(unit, 1) }

  /// What the rows of one function that a unit holds begin with.
  ///
  /// - Parameter scope: 0: none.
  static func holding(of unit: UnitID, function: UInt64, scope: UInt64) -> Bytes {
    var key = tagged(unit, 1)
    key.append(bigEndian: function)
    key.append(bigEndian: scope)
    return key
  }

  private static func tagged(_ unit: UnitID, _ tag: UInt8) -> Bytes {
    var key = Bytes()
    key.append(unit.text.utf8Span.span.bytes)
    key.append(bigEndian: UInt8(0))
    key.append(bigEndian: tag)
    return key
  }

  static func row(
    _ line: Bytes, _ day: Day, _ position: UInt64, _ folds: FoldSet
  ) -> Bytes {
    var key = line
    key.append(bigEndian: day.rawValue)
    key.append(bigEndian: position)
    key.append(bigEndian: folds.rawValue)
    return key
  }

  let day: Day
  let position: UInt64
  let folds: FoldSet

  /// Reads what stands behind the line.
  init?(_ key: RawSpan, after prefix: Int) {
    guard key.byteCount == prefix + 13, let day = key.bigEndian(at: prefix, as: Int32.self),
      let position = key.bigEndian(at: prefix + 4, as: UInt64.self)
    else { return nil }
    self.day = Day(rawValue: day)
    self.position = position
    folds = FoldSet(rawValue: key.byte(at: prefix + 12))
  }

  /// The key of a unit or a function under a name, cut to what fits, since it is a candidate only.
  static func called(_ kind: Called, _ name: String, _ id: String) -> [UInt8] {
    [kind.rawValue] + FoldedText(name).text.utf8.prefix(150) + [0] + Array(id.utf8)
  }

  /// What has a name.
  enum Called: UInt8 {
    case unit = 1
    case function = 2
  }

  /// The key of a candidate.
  static func under(_ parent: UnitID?, _ unit: UnitID?) -> [UInt8] {
    Array((parent?.text ?? "").utf8) + [0] + Array((unit?.text ?? "").utf8)
  }
}
