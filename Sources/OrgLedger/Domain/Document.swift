/// One text with the acts that it orders or reports and the claims that it makes: what a file
/// holds, and what an import takes.
public struct Document: Hashable, Sendable {
  /// The text that it is about.
  public var instrument: Instrument
  /// Other texts that it cites; one with an id alone refers to one already recorded.
  public var instruments: [Instrument]
  /// The acts that it orders or reports.
  public var acts: [Act]
  /// The claims that it makes.
  public var claims: [Claim]
  /// The conflicts that it notes.
  public var conflicts: [Conflict]
  /// What it says to be complete.
  public var coverage: [Coverage]

  public init(
    instrument: Instrument, instruments: [Instrument] = [], acts: [Act] = [],
    claims: [Claim] = [], conflicts: [Conflict] = [], coverage: [Coverage] = []
  ) {
    self.instrument = instrument
    self.instruments = instruments
    self.acts = acts
    self.claims = claims
    self.conflicts = conflicts
    self.coverage = coverage
  }
}

extension Instrument {
  /// Whether it is an id alone, and so refers to a text that is recorded with its content.
  public var isReference: Bool { self == Instrument(id: id) }
}
