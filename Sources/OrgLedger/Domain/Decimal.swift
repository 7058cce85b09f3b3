/// A decimal number, exact: `digits` × 10^−`scale`, without trailing zeros.
///
/// Shares and areas are written in decimal digits and must come back as written; a binary
/// fraction would not. Values are limited to 18 digits.
public struct Decimal: Hashable, Sendable {
  /// All digits as one whole number, with the sign.
  public let digits: Int64
  /// How many of the digits stand behind the point, 0 to 18.
  public let scale: Int

  /// A number from its digits; trailing zeros behind the point are dropped.
  ///
  /// - Precondition: At most 18 digits, and a scale of 0 to 18.
  public init(digits: Int64, scale: Int = 0) {
    precondition((0...18).contains(scale) && digits.magnitude < 1_000_000_000_000_000_000)
    var (digits, scale) = (digits, scale)
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    self.digits = digits
    self.scale = scale
  }

  /// Reads `12`, `-3.5`, `0.25`; `nil` for anything else, or for more than 18 digits.
  public init?(_ text: String) {
    var rest = text.utf8[...]
    let negative = rest.first == UInt8(ascii: "-")
    if negative { rest = rest.dropFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      rest.count <= 19
    else { return nil }
    var digits: Int64 = 0
    for part in parts {
      for byte in part {
        guard (0x30...0x39).contains(byte) else { return nil }
        let (shifted, overflow) = digits.multipliedReportingOverflow(by: 10)
        if overflow || shifted > Int64.max - 9 { return nil }
        digits = shifted + Int64(byte - 0x30)
      }
    }
    guard digits < 1_000_000_000_000_000_000 else { return nil }
    let scale = parts.count == 2 ? parts[1].count : 0
    guard scale <= 18 else { return nil }
    self.init(digits: negative ? -digits : digits, scale: scale)
  }

  /// The nearest binary number, for arithmetic that is rounded anyway.
  public var double: Double {
    var value = Double(digits)
    for _ in 0..<scale { value /= 10 }
    return value
  }
}

extension Decimal: CustomStringConvertible {
  public var description: String {
    guard scale > 0 else { return String(digits) }
    let all = padded(Int(digits.magnitude), scale + 1)
    return (digits < 0 ? "-" : "") + all.dropLast(scale) + "." + all.suffix(scale)
  }
}
