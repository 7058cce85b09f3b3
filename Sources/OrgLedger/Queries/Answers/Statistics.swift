/// Numbers about a ledger, for its upkeep: what `stats` answers.
public struct Statistics: Hashable, Sendable, Encodable {
  /// The day on which units are counted as living.
  public let asOf: Day
  /// The name of the log, and what tells its store from all others.
  public let origin: String
  /// The random identifier of the store.
  public let store: String
  /// The version of the stored format.
  public let format: Int
  /// The last position.
  public let positions: UInt64
  /// When the first record was made; `nil` in an empty store.
  @OrNull public internal(set) var firstRecordedAt: Timestamp?
  /// When the last record was made; `nil` in an empty store.
  @OrNull public internal(set) var lastRecordedAt: Timestamp?
  /// How many records of each kind there are, those taken back too; in the order of the kinds.
  public let records: [Number]
  /// How many records later ones have taken back.
  public let takenBack: Int
  /// How many events of each type there are, those taken back too; the most frequent first.
  public let events: [Number]
  /// How many units there are.
  public let units: Units
  /// How many functions there are.
  public let functions: Int
  /// The first and the last day on which an enacted event certainly or possibly takes effect.
  @OrNull public internal(set) var firstEffectiveOn: Day?
  /// The last day on which anything takes effect.
  @OrNull public internal(set) var lastEffectiveOn: Day?
  /// How many bytes the records take as they are stored and hashed.
  public let bytesOfRecords: Int
  /// How large the file of the store is, where it has one.
  @OrNull public var bytesOfFile: Int?

  /// A name and how often there is such.
  public struct Number: Hashable, Sendable, Encodable {
    /// What is counted.
    public let name: String
    /// How many there are.
    public let count: Int
  }

  /// How many units there are.
  public struct Units: Hashable, Sendable, Encodable {
    /// Ever born, without classes.
    public let named: Int
    /// Classes that texts name without their members.
    public let collective: Int
    /// Living on the day asked, certainly, without classes.
    public let living: Int
    /// Living on it possibly.
    public let possiblyLiving: Int
  }
}
