import SwiftProtobuf

@testable import OrgLedger

// What texts say of the organisation, as messages of the published schema.

extension Orgledger_V1_Claim {
  init(_ claim: Claim) {
    self.init()
    instrument = claim.instrument.text
    set(claim.asOf) { asOf = .init($0) }
    measure = .init(claim.measure)
    set(claim.value) { value = .init($0) }
    comparator = named(claim.comparator)
    set(claim.base) { base = .init($0) }
    set(claim.percent) { percent = .init($0) }
    parts = claim.parts.map(\.text)
    set(claim.includes) { includes = $0 }
    set(claim.excludes) { excludes = $0 }
    citations = claim.citations.map { .init($0) }
    set(claim.note) { note = $0 }
  }
}

extension Orgledger_V1_Claim.OneOf_Measure {
  init(_ measure: Claim.Measure) {
    switch measure {
    case .count(let kinds, let under, let level):
      self = .count(
        .with { count in
          count.kinds = kinds
          set(under) { count.under = $0.text }
          count.level = named(level)
        })
    case .change(let kinds, let under, let from, let to):
      self = .change(
        .with { change in
          change.kinds = kinds
          set(under) { change.under = $0.text }
          change.from = .init(from)
          change.to = .init(to)
        })
    case .quota(let scheme, let under):
      self = .quota(
        .with { quota in
          quota.scheme = scheme
          set(under) { quota.under = $0.text }
        })
    case .figure(let what, let unit):
      self = .figure(
        .with { figure in
          figure.what = what
          set(unit) { figure.unit = $0 }
        })
    }
  }
}

extension Orgledger_V1_Conflict {
  init(_ conflict: Conflict) {
    self.init()
    instrument = conflict.instrument.text
    between = conflict.between
    set(conflict.note) { note = $0 }
  }
}

extension Orgledger_V1_Coverage {
  init(_ coverage: Coverage) {
    self.init()
    instrument = coverage.instrument.text
    kinds = coverage.kinds
    set(coverage.under) { under = $0.text }
    from = coverage.from.rawValue
    set(coverage.to) { to = $0.rawValue }
    citations = coverage.citations.map { .init($0) }
    set(coverage.note) { note = $0 }
  }
}
