// The content of what was recorded: what decides whether the same thing comes again, or another
// under the same identifier. It has no position, no record time and no author, and of an event not
// what its act says of it.

extension RecordCodec {
  /// The bytes of an act and all its events.
  ///
  /// Two acts have the same content if, and only if, these bytes are equal.
  ///
  /// The day of an act is no more than the default for its events, so it is no content where each
  /// of them has one.
  public static func contentBytes(of act: Act) -> [UInt8] {
    var act = act
    let isDefault = !act.events.isEmpty && act.events.allSatisfy { $0.effectiveOn != nil }
    if isDefault { act.effectiveOn = nil }
    return contentBytes(.act(act))
  }

  /// The bytes of an event with its identifier, as its act's content holds them.
  public static func contentBytes(of event: Event) -> [UInt8] { contentBytes(.event(event)) }

  /// The bytes of a text and its identifier.
  public static func contentBytes(of instrument: Instrument) -> [UInt8] {
    contentBytes(.instrument(instrument))
  }

  /// The bytes of a claim and its identifier.
  public static func contentBytes(of claim: Claim) -> [UInt8] { contentBytes(.claim(claim)) }

  /// The bytes of a conflict and its identifier.
  public static func contentBytes(of conflict: Conflict) -> [UInt8] {
    encodeBody(.conflict(conflict))
  }

  /// The bytes of a statement of coverage, which has no identifier.
  public static func contentBytes(of coverage: Coverage) -> [UInt8] {
    encodeBody(.coverage(coverage))
  }

  /// The bytes of one record's identifier and body, without what the store says of it.
  ///
  /// For an act that is its header alone; `contentBytes(of:)` covers its events too.
  public static func encodeBody(_ body: Record.Body) -> [UInt8] {
    var writer = WireWriter()
    if case .event(let record) = body {
      Replacement.event(record.event).write(to: &writer)
    } else {
      body.write(to: &writer)
    }
    return writer.bytes
  }

  private static func contentBytes(_ entry: Replacement) -> [UInt8] {
    var writer = WireWriter()
    entry.write(to: &writer)
    return writer.bytes
  }
}
