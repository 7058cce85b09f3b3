/// What the line of a unit says of its life at the end of a day, in both folds.
///
/// It holds what is stored, and reads of it what it is asked for, each time anew: to have found it
/// costs no text.
public struct UnitRows: Sendable {
  /// `nil`: nothing is written.
  private let rows: (latest: [UInt8]?, earliest: [UInt8]?)
  private let reader: any UnitRowReader.Type

  init(latest: [UInt8]?, earliest: [UInt8]?, _ reader: any UnitRowReader.Type) {
    rows = (latest, earliest)
    self.reader = reader
  }

  /// In the fold that takes each imprecise day at its latest.
  ///
  /// - Throws: `damaged`.
  public var latest: UnitRow {
    get throws(StoreError) { try rows.latest.map(reader.row) ?? .unborn }
  }

  /// In the fold that takes each imprecise day at its earliest.
  ///
  /// - Throws: `damaged`.
  public var earliest: UnitRow {
    get throws(StoreError) { try rows.earliest.map(reader.row) ?? .unborn }
  }

  /// What lists tell of the unit, in the latest fold; `nil`: it does not live in that.
  ///
  /// - Throws: `damaged`.
  public var brief: UnitBrief? {
    get throws(StoreError) { try rows.latest.map(reader.brief) ?? nil }
  }

  /// Whether it lives in the latest fold.
  public var lives: Bool { rows.latest.map(reader.lives) ?? false }

  /// Whether it stands under a unit, or, of `nil`, under nobody that is known, in either fold.
  ///
  /// - Throws: `damaged`.
  func stand(under parent: UnitID?) throws(StoreError) -> Bool {
    if let latest = rows.latest, try reader.stands(latest, under: parent) { return true }
    guard let earliest = rows.earliest, earliest != rows.latest else { return false }
    return try reader.stands(earliest, under: parent)
  }
}

/// What lists tell of a living unit.
public struct UnitBrief: Hashable, Sendable {
  /// What it is called in full.
  public let name: String
  /// What it is.
  public let kind: String
  /// Under whom it stands; `nil`: under nobody that is known.
  public let parent: UnitID?
}

/// Reads what a store writes of the life of a unit.
protocol UnitRowReader: SendableMetatype {
  static func row(_ bytes: [UInt8]) throws(StoreError) -> UnitRow
  /// `nil`: it does not live.
  static func brief(_ bytes: [UInt8]) throws(StoreError) -> UnitBrief?
  static func lives(_ bytes: [UInt8]) -> Bool
  /// Whether it lives and stands there; `nil`: under nobody that is known.
  static func stands(_ bytes: [UInt8], under parent: UnitID?) throws(StoreError) -> Bool
}
