/// One text with the acts that it orders or reports and the claims that it makes: what a file
/// holds, and what an import takes.
public struct Document: Hashable, Sendable {
  public var instrument: Instrument
  /// Other texts that it cites; one with an id alone refers to one already recorded.
  public var instruments: [Instrument]
  public var acts: [Act]
  public var claims: [Claim]
  public var conflicts: [Conflict]
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
