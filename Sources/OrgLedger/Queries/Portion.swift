/// How much of one unit is in another: a share for each basis on which it is stated.
///
/// Along a path portions multiply, over several paths they add. A share that is not stated makes
/// the whole not stated, and is never computed as equal.
enum Portion: Hashable, Sendable {
  /// All of it, on whatever basis.
  case whole
  /// These fractions; empty: not stated.
  case stated([Share.Basis: Decimal])

  static let notStated = Portion.stated([:])

  /// The shares of a link.
  init(_ shares: [Share]) {
    self = .stated(
      Dictionary(
        shares.compactMap { share in share.share.map { (share.basis, $0) } },
        uniquingKeysWith: { first, _ in first }))
  }

  /// What is left of a part of a part.
  static func * (left: Portion, right: Portion) -> Portion {
    switch (left, right) {
    case (.whole, let other), (let other, .whole): return other
    case (.stated(let one), .stated(let two)):
      // The basis must agree: a share of the ground says nothing of a share of the people.
      return .stated(
        one.reduce(into: [:]) { found, entry in
          if let other = two[entry.key] { found[entry.key] = entry.value.times(other) }
        })
    }
  }

  /// What two paths bring together; more than everything cannot be, so it is not stated.
  static func + (left: Portion, right: Portion) -> Portion {
    switch (left, right) {
    case (.whole, _), (_, .whole): return .notStated
    case (.stated(let one), .stated(let two)):
      return .stated(
        one.reduce(into: [:]) { found, entry in
          guard let other = two[entry.key] else { return }
          let sum = entry.value.plus(other)
          if sum.plus(.minusOne).digits <= 0 { found[entry.key] = sum }
        })
    }
  }

  /// What remains when this much is given away.
  var remainder: Portion {
    guard case .stated(let shares) = self else { return .notStated }
    return .stated(shares.mapValues { Decimal.minusOne.plus($0).negated })
  }

  /// Share and basis as an answer shows them; no basis where it is the whole, or not stated.
  func shown(_ basis: Share.Basis? = nil) -> (share: Decimal?, basis: Share.Basis?) {
    guard case .stated(let shares) = self else { return (Decimal(digits: 1), nil) }
    let bases = basis.map { [$0] } ?? Share.Basis.allCases
    guard let first = bases.first(where: { shares[$0] != nil }) else { return (nil, nil) }
    return (shares[first], first)
  }
}

extension Decimal {
  fileprivate static let minusOne = Decimal(digits: -1)
  fileprivate var negated: Decimal { Decimal(digits: -digits, scale: scale) }

  /// The product, rounded half away from zero where it has more than 18 digits.
  func times(_ other: Decimal) -> Decimal {
    Decimal(rounding: Int128(digits) * Int128(other.digits), scale: scale + other.scale)
  }

  /// The sum, rounded half away from zero where it has more than 18 digits.
  func plus(_ other: Decimal) -> Decimal {
    let common = max(scale, other.scale)
    return Decimal(
      rounding: aligned(to: common) + other.aligned(to: common), scale: common)
  }

  private func aligned(to other: Int) -> Int128 {
    (scale..<max(scale, other)).reduce(Int128(digits)) { digits, _ in digits * 10 }
  }

  private init(rounding digits: Int128, scale: Int) {
    var (digits, scale) = (digits, scale)
    while scale > 18 || (scale > 0 && digits.magnitude >= 1_000_000_000_000_000_000) {
      digits = (digits + (digits < 0 ? -5 : 5)) / 10
      scale -= 1
    }
    self.init(digits: Int64(clamping: digits), scale: scale)
  }
}
