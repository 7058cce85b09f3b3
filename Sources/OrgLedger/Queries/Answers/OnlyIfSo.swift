/// A truth that JSON shows only where it holds: its key is left out where it does not.
@propertyWrapper
public struct OnlyIfSo: Encodable, Hashable, Sendable {
  /// Whether it is so.
  public var wrappedValue: Bool

  /// Wraps a truth.
  public init(wrappedValue: Bool) { self.wrappedValue = wrappedValue }

  /// `true`: its container leaves out what is not so.
  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

/// A list that JSON shows only where something is in it.
@propertyWrapper
public struct IfAny<Element: Encodable & Hashable & Sendable>: Encodable, Hashable, Sendable {
  /// The list.
  public var wrappedValue: [Element]

  /// Wraps a list.
  public init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }

  /// The list alone.
  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension KeyedEncodingContainer {
  /// Leaves out the key of a list with nothing in it.
  public mutating func encode<Element>(_ value: IfAny<Element>, forKey key: Key) throws {
    if !value.wrappedValue.isEmpty { try encode(value.wrappedValue, forKey: key) }
  }

  /// Leaves out the key of what is not so.
  public mutating func encode(_ value: OnlyIfSo, forKey key: Key) throws {
    if value.wrappedValue { try encode(true, forKey: key) }
  }
}
