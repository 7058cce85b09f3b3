import SwiftProtobuf

@testable import OrgLedger

// Our values as messages of the code that protoc generated from docs/orgledger.proto: what the
// schema says a record means, put down a second time and without a look at the codec.

/// Sets an optional field where there is a value.
func set<Value>(_ value: Value?, _ assign: (Value) -> Void) {
  if let value { assign(value) }
}

/// The member of a list of the schema that is called as ours is.
func named<Member: CaseIterable>(_ name: Any) -> Member {
  Member.allCases.first { "\($0)" == "\(name)" }!
}

extension Orgledger_V1_Record {
  init(_ record: Record) {
    self.init()
    position = record.position
    recordedAt = record.recordedAt.rawValue
    recordedBy = record.recordedBy
    id = record.body.id
    switch record.body {
    case .instrument(let value): instrument = .init(value)
    case .act(let value): act = .init(value)
    case .event(let value):
      event = .init(value.event)
      event.act = value.act
      event.status = named(value.status)
      event.order = Int64(value.order)
      set(value.slot) { event.slot = $0 }
      event.retracts = value.retracts
    case .claim(let value): claim = .init(value)
    case .conflict(let value): conflict = .init(value)
    case .coverage(let value): coverage = .init(value)
    }
  }
}

extension Orgledger_V1_Entry {
  init(_ replacement: Replacement) {
    self.init()
    switch replacement {
    case .event(let value): (id, event) = (value.id.text, .init(value))
    case .act(let value):
      (id, act) = (value.id.text, .init(ActHeader(value)))
      act.events = value.events.map { Orgledger_V1_Entry(.event($0)) }
      act.statesOrderedBy = value.stated.contains(.orderedBy)
      act.statesOrder = value.stated.contains(.order)
    case .instrument(let value): (id, instrument) = (value.id.text, .init(value))
    case .claim(let value): (id, claim) = (value.id.text, .init(value))
    }
  }
}

extension Orgledger_V1_ImpreciseDay {
  init(_ days: ImpreciseDay) {
    self.init()
    set(days.earliest) { earliest = $0.rawValue }
    set(days.latest) { latest = $0.rawValue }
  }
}

extension Orgledger_V1_Decimal {
  init(_ decimal: Decimal) {
    self.init()
    digits = decimal.digits
    scale = UInt32(decimal.scale)
  }
}

extension Orgledger_V1_Instrument {
  init(_ instrument: Instrument) {
    self.init()
    set(instrument.number) { number = $0 }
    set(instrument.kind) { kind = $0 }
    set(instrument.issuer) { issuer = $0 }
    set(instrument.title) { title = $0 }
    set(instrument.issuedOn) { issuedOn = .init($0) }
    set(instrument.inForceOn) { inForceOn = .init($0) }
    relations = instrument.relations.map { relation in
      .with {
        $0.relation = named(relation.relation)
        $0.instrument = relation.instrument.text
      }
    }
    set(instrument.source) { value in
      source = .with { source in
        set(value.file) { source.file = $0 }
        set(value.sha256) { source.sha256 = $0 }
        set(value.url) { source.url = $0 }
      }
    }
    set(instrument.note) { note = $0 }
  }
}

extension Orgledger_V1_Citation {
  init(_ citation: Citation) {
    self.init()
    set(citation.instrument) { instrument = $0.text }
    set(citation.lines) { lines = $0 }
    set(citation.article) { article = $0 }
    set(citation.page) { page = $0 }
    set(citation.quote) { quote = $0 }
  }
}

extension Orgledger_V1_Act {
  init(_ act: ActHeader) {
    self.init()
    status = named(act.status)
    order = Int64(act.order)
    set(act.effectiveOn) { effectiveOn = .init($0) }
    instrument = act.instrument.text
    orderedBy = act.orderedBy.map(\.text)
    enacts = act.enacts.map(\.text)
    set(act.plannedUntil) { plannedUntil = $0.rawValue }
    set(act.note) { note = $0 }
  }
}

extension Orgledger_V1_Event {
  init(_ event: Event) {
    self.init()
    set(event.effectiveOn) { effectiveOn = .init($0) }
    type = named(event.type)
    ends = event.ends.map(\.text)
    persists = event.persists.map(\.text)
    born = event.born.map { .init($0) }
    set(event.term) { term = $0 }
    citations = event.citations.map { .init($0) }
    certainty = named(event.certainty)
    alternatives = event.alternatives.map { alternative in
      .with {
        $0.key = alternative.key
        $0.value = alternative.value
        $0.citations = alternative.citations.map { .init($0) }
      }
    }
    set(event.note) { note = $0 }
    fill(event.details)
  }

  private mutating func fill(_ details: Event.Details) {
    set(details.name) { name = $0 }
    set(details.shortName) { shortName = $0 }
    set(details.kind) { kind = $0 }
    set(details.parent) { parent = .init($0) }
    set(details.role) { role = $0 }
    set(details.mode) { mode = $0 }
    set(details.reason) { reason = $0 }
    set(details.description) { description_p = $0 }
    functions = details.functions.map { .init($0) }
    set(details.from) { from = $0.text }
    set(details.to) { to = $0.text }
    links = details.links.map { link in
      .with {
        $0.from = link.from.text
        $0.to = link.to.text
      }
    }
    shares = details.shares.map { .init($0) }
    set(details.scheme) { scheme = $0 }
    set(details.value) { value = $0 }
    set(details.period) { period = $0 }
    posts = details.posts.map { post in
      .with {
        $0.unit = post.unit.text
        $0.title = post.title
      }
    }
    about = details.about.map(\.text)
    if details.children != .unstated { children = .init(details.children) }
    if details.heldFunctions != .unstated { heldFunctions = .init(details.heldFunctions) }
    set(details.target) { target = $0 }
    targets = details.targets
    set(details.replacement) { replacement = .init($0) }
    ids = details.ids.map(\.text)
    set(details.canonical) { canonical = $0.text }
  }
}

extension Orgledger_V1_Birth {
  init(_ birth: Birth) {
    self.init()
    id = birth.id.text
    name = birth.name.full
    set(birth.name.short) { shortName = $0 }
    kind = birth.kind
    if birth.parent != .notStated { parent = .init(birth.parent) }
    codes = birth.codes.map { code in
      .with {
        $0.scheme = code.scheme
        $0.value = code.value
      }
    }
    functions = birth.functions.map { .init($0) }
    restores = birth.restores.map(\.text)
    collective = birth.collective
    set(birth.members) { members = Int64($0) }
  }
}

extension Orgledger_V1_Placement {
  init(_ placement: Placement) {
    self.init()
    switch placement {
    case .under(let unit): under = unit.text
    case .top: top = true
    case .notStated: notStated = true
    }
  }
}

extension Orgledger_V1_FunctionMention {
  init(_ mention: FunctionMention) {
    self.init()
    id = mention.id.text
    set(mention.name) { name = $0 }
    set(mention.scope) { scope = $0.text }
    set(mention.parent) { parent = $0.text }
  }
}

extension Orgledger_V1_Share {
  init(_ share: Share) {
    self.init()
    from = share.from.text
    to = share.to.text
    set(share.share) { self.share = .init($0) }
    set(share.amount) { amount = .init($0) }
    set(share.unit) { unit = $0 }
    basis = named(share.basis)
    set(share.note) { note = $0 }
  }
}

extension Orgledger_V1_Policy {
  init<Of>(_ policy: Policy<Identifier<Of>>) {
    self.init()
    follow = policy == .follow
    entries = policy.entryList.map { entry in
      .with {
        $0.key = entry.key.text
        switch entry.destination {
        case .unit(let unit): $0.unit = unit.text
        case .ends: $0.ends = true
        case .notStated: $0.notStated = true
        }
      }
    }
  }
}
