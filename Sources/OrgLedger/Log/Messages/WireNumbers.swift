// The numbers of the closed lists on the wire. They are published in docs/orgledger.proto: one that
// was ever written keeps its meaning for ever. 0 is a default, which is never written; a list that
// has none starts at 1. The numbers of the types of events stand in their own files.

extension Status: WireNumber {
  static var usual: Status? { .enacted }

  var wire: UInt64 {
    switch self {
    case .enacted: 0
    case .proposed: 1
    }
  }
}

extension Certainty: WireNumber {
  static var usual: Certainty? { .stated }

  var wire: UInt64 {
    switch self {
    case .stated: 0
    case .inferred: 1
    case .assumed: 2
    }
  }
}

extension Claim.Comparator: WireNumber {
  static var usual: Claim.Comparator? { .equal }

  var wire: UInt64 {
    switch self {
    case .equal: 0
    case .atLeast: 1
    case .atMost: 2
    }
  }
}

extension Claim.Level: WireNumber {
  var wire: UInt64 {
    switch self {
    case .direct: 1
    case .all: 2
    }
  }
}

extension InstrumentRelation.Kind: WireNumber {
  var wire: UInt64 {
    switch self {
    case .basedOn: 1
    case .amends: 2
    case .replaces: 3
    case .repeals: 4
    case .annuls: 5
    case .suspends: 6
    case .corrects: 7
    case .implements: 8
    }
  }
}

extension Share.Basis: WireNumber {
  var wire: UInt64 {
    switch self {
    case .area: 1
    case .population: 2
    case .households: 3
    case .staff: 4
    case .functions: 5
    }
  }
}
