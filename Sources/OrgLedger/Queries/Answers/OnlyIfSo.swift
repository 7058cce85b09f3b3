/// A truth that JSON shows only where it holds: its key is left out where it does not.
@propertyWrapper
public struct OnlyIfSo: Encodable, Hashable, Sendable {
  public var wrappedValue: Bool

  public init(wrappedValue: Bool) { self.wrappedValue = wrappedValue }

  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension KeyedEncodingContainer {
  /// Leaves out the key of what is not so.
  public mutating func encode(_ value: OnlyIfSo, forKey key: Key) throws {
    if value.wrappedValue { try encode(true, forKey: key) }
  }
}
