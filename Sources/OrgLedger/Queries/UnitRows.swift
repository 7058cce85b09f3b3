/// What the line of a unit says of its life at the end of a day, in both folds.
///
/// It holds what is stored, and reads of it what it is asked for, each time anew: to have found it
/// costs no text. Units that were asked for together share their memory.
public struct UnitRows: Sendable {
  /// Where the row of each fold stands; empty: nothing is written.
  struct Place: Sendable {
    var latest: Range<Int> = 0..<0
    var earliest: Range<Int> = 0..<0
  }

  private let bytes: [UInt8]
  private let place: Place
  private let reader: any UnitRowReader.Type

  /// The rows that stand at a place among bytes, with others.
  init(_ bytes: [UInt8], at place: Place, _ reader: any UnitRowReader.Type) {
    self.bytes = bytes
    self.place = place
    self.reader = reader
  }

  /// In the fold that takes each imprecise day at its latest.
  ///
  /// - Throws: `damaged`.
  public var latest: UnitRow {
    get throws(StoreError) { try row(place.latest) }
  }

  /// In the fold that takes each imprecise day at its earliest.
  ///
  /// - Throws: `damaged`.
  public var earliest: UnitRow {
    get throws(StoreError) { try row(place.earliest) }
  }

  /// Whether one row tells of both folds.
  var foldsAgree: Bool { place.latest == place.earliest }

  private func row(_ range: Range<Int>) throws(StoreError) -> UnitRow {
    range.isEmpty ? .unborn : try reader.row(bytes.span.bytes.extracting(range))
  }

  /// What lists tell of the unit, in the latest fold; `nil`: it does not live in that.
  ///
  /// - Throws: `damaged`.
  public var brief: UnitBrief? {
    get throws(StoreError) {
      place.latest.isEmpty ? nil : try reader.brief(bytes.span.bytes.extracting(place.latest))
    }
  }

  /// Whether it lives in the latest fold.
  public var lives: Bool {
    !place.latest.isEmpty && reader.lives(bytes.span.bytes.extracting(place.latest))
  }

  /// Whether it stands under a unit, or, of `nil`, under nobody that is known, in either fold.
  ///
  /// - Throws: `damaged`.
  func stand(under parent: UnitID?) throws(StoreError) -> Bool {
    if try stands(place.latest, under: parent) { return true }
    return place.earliest == place.latest ? false : try stands(place.earliest, under: parent)
  }

  private func stands(_ range: Range<Int>, under parent: UnitID?) throws(StoreError) -> Bool {
    range.isEmpty
      ? false : try reader.stands(bytes.span.bytes.extracting(range), under: parent)
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
  static func row(_ bytes: RawSpan) throws(StoreError) -> UnitRow
  /// `nil`: it does not live.
  static func brief(_ bytes: RawSpan) throws(StoreError) -> UnitBrief?
  static func lives(_ bytes: RawSpan) -> Bool
  /// Whether it lives and stands there; `nil`: under nobody that is known.
  static func stands(_ bytes: RawSpan, under parent: UnitID?) throws(StoreError) -> Bool
}
