import Foundation
import OrgLedger
import OrgLedgerTesting

extension Given {
  /// What was given, ready to be asked.
  var history: History { History(facts: timeline.facts) }
}

extension Day: ExpressibleByIntegerLiteral {
  public init(integerLiteral days: Int32) { self.init(rawValue: days) }
}

/// An answer as JSON text, keys in order.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// The same numbers on every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  /// - Source: SplitMix64, by Sebastiano Vigna.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
