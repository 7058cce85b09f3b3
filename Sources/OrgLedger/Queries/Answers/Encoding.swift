// How values of the core stand in JSON: as the text by which documents write them.

extension Identifier: Encodable {
  /// The identifier as written.
  public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

extension Day: Encodable {
  /// ISO 8601, `yyyy-MM-dd`.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension ImpreciseDay: Encodable {
  /// The shortest form in which it can be written: a day, a month, a year or an interval.
  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

extension Decimal: Encodable {
  /// A JSON number with the digits as written.
  public func encode(to encoder: any Encoder) throws {
    // Reading the digits rounds once; dividing by ten again and again would round each time.
    try (Double(description) ?? double).encode(to: encoder)
  }
}

extension EventType: Encodable {}
extension Role: Encodable {}
extension Certainty: Encodable {}
extension Share.Basis: Encodable {}

extension Citation: Encodable {
  private enum Key: CodingKey { case instrument, lines, article, page, quote }

  /// The keys of documents; those that are not stated are left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(instrument, forKey: .instrument)
    try container.encodeIfPresent(lines, forKey: .lines)
    try container.encodeIfPresent(article, forKey: .article)
    try container.encodeIfPresent(page, forKey: .page)
    try container.encodeIfPresent(quote, forKey: .quote)
  }
}

extension Alternative: Encodable {
  private enum Key: CodingKey { case key, value, citations }

  /// The keys of documents.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(key, forKey: .key)
    try container.encode(value, forKey: .value)
    try container.encode(citations, forKey: .citations)
  }
}

/// A value that may be absent, and whose key is shown with `null` where it is.
@propertyWrapper
public struct OrNull<Value: Encodable & Hashable & Sendable>: Encodable, Hashable, Sendable {
  /// The value, if there is one.
  public var wrappedValue: Value?

  /// Wraps a value that may be absent.
  public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}

/// A value for people only: it is in no JSON answer.
@propertyWrapper
public struct ForEyes<Value: Hashable & Sendable>: Encodable, Hashable, Sendable {
  /// The value.
  public var wrappedValue: Value

  /// Wraps a value for people.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  /// Never called: its key is left out.
  public func encode(to encoder: any Encoder) throws {}
}

extension KeyedEncodingContainer {
  /// Leaves out the key of what is for people only.
  public mutating func encode<Value>(_ value: ForEyes<Value>, forKey key: Key) throws {}
}

/// A record time as the store's people read it, at the store's offset.
public struct Timestamp: Hashable, Sendable, Encodable, CustomStringConvertible {
  /// The moment.
  public let time: SystemTime
  /// The offset from UTC at which it is written.
  public let offsetMinutes: Int

  /// A moment as it is written at an offset.
  public init(_ time: SystemTime, offsetMinutes: Int) {
    self.time = time
    self.offsetMinutes = offsetMinutes
  }

  /// ISO 8601 with microseconds and the offset.
  public var description: String { time.iso8601(offsetMinutes: offsetMinutes) }

  public func encode(to encoder: any Encoder) throws { try description.encode(to: encoder) }
}

/// What the two folds of imprecise days say of an answer.
public enum AnswerCertainty: String, CaseIterable, Hashable, Sendable, Encodable {
  /// Both say so.
  case certain
  /// One of them says so.
  case possible
}
