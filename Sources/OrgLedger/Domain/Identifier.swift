/// The name by which one thing is known in documents: opaque, chosen by the author, never reused,
/// never parsed. What it names is part of its type, so that two kinds cannot be swapped.
public struct Identifier<Of>: Hashable, Comparable, Sendable {
  /// The identifier as written.
  public let text: String

  /// An identifier as written; whether it is well formed is judged with the act that uses it.
  public init(_ text: String) { self.text = text }

  public static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) { self.init(text) }
}

extension Identifier: CustomStringConvertible {
  public var description: String { text }
}

/// A body of the organisation: one identity, one life.
public enum OrgUnit {}
/// Something that a unit is charged with.
public enum OrgFunction {}
/// The longest identifier of a unit, in bytes of UTF-8.
public let longestUnitID = 128
/// The longest other identifier, in bytes of UTF-8: it must fit a key of the store.
public let longestID = 256

/// Identifies a unit: `[a-z0-9][a-z0-9./_-]*`, at most 128 bytes; `unknown` is reserved.
public typealias UnitID = Identifier<OrgUnit>
/// Identifies a function.
public typealias FunctionID = Identifier<OrgFunction>
/// Identifies a text.
public typealias InstrumentID = Identifier<Instrument>
/// Identifies an act.
public typealias ActID = Identifier<Act>
/// Identifies an event.
public typealias EventID = Identifier<Event>
/// Identifies a claim.
public typealias ClaimID = Identifier<Claim>
/// Identifies a conflict.
public typealias ConflictID = Identifier<Conflict>

extension UnitID {
  /// Whether it is written as a unit's identifier must be.
  public var isWellFormed: Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= longestUnitID, text != "unknown" else {
      return false
    }
    return isLetterOrDigit(first)
      && bytes.allSatisfy { isLetterOrDigit($0) || "./_-".utf8.contains($0) }
  }
}

extension Identifier {
  /// Whether it can be stored: not empty, not too long, without control characters.
  public var isStorable: Bool {
    !text.isEmpty && text.utf8.count <= longestID
      && text.utf8.allSatisfy { $0 > 0x1F && $0 != 0x7F }
  }
}

/// A lower-case ASCII letter or an ASCII digit.
private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
}
