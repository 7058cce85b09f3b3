/// A decimal number that is never rounded: what verdicts on claims are computed with.
///
/// An operation whose result would not fit gives `nil`, so that a text with absurd numbers gets no
/// verdict rather than a wrong one.
struct ExactNumber: Sendable {
  let digits: Int128
  /// How many of the digits stand behind the point.
  let scale: Int

  init(digits: Int128, scale: Int = 0) {
    self.digits = digits
    self.scale = scale
  }

  init(_ decimal: Decimal) { self.init(digits: Int128(decimal.digits), scale: decimal.scale) }

  static let zero = ExactNumber(digits: 0)

  var magnitude: ExactNumber { ExactNumber(digits: digits < 0 ? -digits : digits, scale: scale) }
  var negated: ExactNumber { ExactNumber(digits: -digits, scale: scale) }
  var isZero: Bool { digits == 0 }

  /// The digits with more places behind the point.
  private func digits(at places: Int) -> Int128? {
    var digits = digits
    for _ in scale..<max(scale, places) {
      let (next, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      digits = next
    }
    return digits
  }

  func plus(_ other: ExactNumber) -> ExactNumber? {
    let places = max(scale, other.scale)
    guard let one = digits(at: places), let two = other.digits(at: places) else { return nil }
    let (sum, overflow) = one.addingReportingOverflow(two)
    return overflow ? nil : ExactNumber(digits: sum, scale: places)
  }

  func minus(_ other: ExactNumber) -> ExactNumber? { plus(other.negated) }

  func times(_ other: ExactNumber) -> ExactNumber? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: other.digits)
    return overflow ? nil : ExactNumber(digits: product, scale: scale + other.scale)
  }

  /// Below, at or above another: -1, 0 or 1.
  func compared(to other: ExactNumber) -> Int? {
    guard let difference = minus(other) else { return nil }
    return Int(difference.digits.signum())
  }

  /// The quotient to so many places behind the point, rounded half away from zero.
  func divided(by other: ExactNumber, places: Int) -> Decimal? {
    let common = max(scale, other.scale)
    guard let above = digits(at: common), let below = other.digits(at: common), below != 0,
      let shifted = ExactNumber(digits: above).digits(at: places)
    else { return nil }
    let (twice, overflow) = shifted.multipliedReportingOverflow(by: 2)
    if overflow { return nil }
    let half: Int128 = (twice < 0) == (below < 0) ? below : -below
    let (sum, tooLarge) = twice.addingReportingOverflow(half)
    let (divisor, tooWide) = below.multipliedReportingOverflow(by: 2)
    if tooLarge || tooWide { return nil }
    return ExactNumber(digits: sum / divisor, scale: places).decimal
  }

  /// The same number where it has no more digits than one may have.
  var decimal: Decimal? {
    var (digits, scale) = (digits, scale)
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    guard scale <= 18, digits.magnitude < 1_000_000_000_000_000_000 else { return nil }
    return Decimal(digits: Int64(digits), scale: scale)
  }
}
