import OrgLedger

/// A record as `Codable` makes it: what one would store without a format of one's own.
///
/// It has what the histories of a country hold, and days as numbers, which costs JSON the least.
struct JSONRecord: Codable {
  var position: UInt64
  var recordedAt: Int64
  var recordedBy: String
  var instrument: JSONInstrument?
  var act: JSONAct?
  var event: JSONEvent?
}

struct JSONInstrument: Codable {
  var id: String
  var number: String?
  var kind: String?
  var issuer: String?
  var title: String?
  var issuedOn: Int32?
  var inForceOn: Int32?
}

struct JSONAct: Codable {
  var id: String
  var effectiveOn: Int32?
  var order: Int?
  var instrument: String
  var orderedBy: [String]?
}

struct JSONEvent: Codable {
  var id: String
  var act: UInt64
  var type: String
  var effectiveOn: Int32?
  var order: Int?
  var ends: [String]?
  var persists: [String]?
  var born: [JSONBirth]?
  var name: String?
  var parent: String?
  var term: String?
  var citations: [JSONCitation]?
}

struct JSONBirth: Codable {
  var id: String
  var name: String
  var kind: String
  var parent: String?
  var codes: [String: String]?
}

struct JSONCitation: Codable {
  var lines: String?
  var article: String?
  var quote: String?
}

// MARK: From records

extension JSONRecord {
  init(_ record: Record) {
    position = record.position
    recordedAt = record.recordedAt.rawValue
    recordedBy = record.recordedBy
    switch record.body {
    case .instrument(let text):
      instrument = JSONInstrument(
        id: text.id.text, number: text.number, kind: text.kind, issuer: text.issuer,
        title: text.title, issuedOn: text.issuedOn?.exact?.rawValue,
        inForceOn: text.inForceOn?.exact?.rawValue)
    case .act(let header):
      act = JSONAct(
        id: header.id.text, effectiveOn: header.effectiveOn?.exact?.rawValue,
        order: header.order == 0 ? nil : header.order, instrument: header.instrument.text,
        orderedBy: header.orderedBy == [header.instrument] ? nil : header.orderedBy.map(\.text))
    case .event(let record): event = JSONEvent(record)
    case .claim, .conflict, .coverage: break
    }
  }
}

extension JSONEvent {
  init(_ record: EventRecord) {
    let event = record.event
    id = event.id.text
    act = record.act
    type = event.type.rawValue
    effectiveOn = event.effectiveOn?.exact?.rawValue
    order = record.order == 0 ? nil : record.order
    ends = event.ends.isEmpty ? nil : event.ends.map(\.text)
    persists = event.persists.isEmpty ? nil : event.persists.map(\.text)
    born =
      event.born.isEmpty
      ? nil
      : event.born.map { birth in
        JSONBirth(
          id: birth.id.text, name: birth.name.full, kind: birth.kind,
          parent: birth.parent.parent?.text,
          codes: birth.codes.isEmpty
            ? nil : Dictionary(uniqueKeysWithValues: birth.codes.map { ($0.scheme, $0.value) }))
      }
    name = event.details.name
    parent = event.details.parent?.parent?.text
    term = event.term
    citations =
      event.citations.isEmpty
      ? nil
      : event.citations.map {
        JSONCitation(lines: $0.lines, article: $0.article, quote: $0.quote)
      }
  }
}

// MARK: To records

extension Record {
  init(_ json: JSONRecord) {
    let body: Body
    if let event = json.event {
      body = .event(EventRecord(event))
    } else if let act = json.act {
      body = .act(ActHeader(act))
    } else if let text = json.instrument {
      body = .instrument(
        Instrument(
          id: InstrumentID(text.id), number: text.number, kind: text.kind, issuer: text.issuer,
          title: text.title, issuedOn: text.issuedOn.day, inForceOn: text.inForceOn.day))
    } else {
      fatalError("\(json)")
    }
    self.init(
      position: json.position, recordedAt: SystemTime(rawValue: json.recordedAt),
      recordedBy: json.recordedBy, body: body)
  }
}

extension ActHeader {
  fileprivate init(_ json: JSONAct) {
    self.init(
      Act(
        id: ActID(json.id), effectiveOn: json.effectiveOn.day, order: json.order ?? 0,
        instrument: InstrumentID(json.instrument),
        orderedBy: json.orderedBy.map { $0.map { InstrumentID($0) } }, events: []))
  }
}

extension EventRecord {
  fileprivate convenience init(_ json: JSONEvent) {
    guard let type = EventType(rawValue: json.type) else { fatalError(json.type) }
    var event = Event(
      id: EventID(json.id), type: type, effectiveOn: json.effectiveOn.day,
      ends: (json.ends ?? []).map { UnitID($0) },
      persists: (json.persists ?? []).map { UnitID($0) },
      born: (json.born ?? []).map { Birth($0) }, term: json.term,
      citations: (json.citations ?? []).map {
        Citation(lines: $0.lines, article: $0.article, quote: $0.quote)
      })
    event.details.name = json.name
    event.details.parent = json.parent.map { .under(UnitID($0)) }
    self.init(event: event, act: json.act, status: .enacted, order: json.order ?? 0)
  }
}

extension Birth {
  fileprivate init(_ json: JSONBirth) {
    self.init(
      id: UnitID(json.id), name: Name(json.name), kind: json.kind,
      parent: json.parent.map { .under(UnitID($0)) } ?? .top,
      codes: (json.codes ?? [:]).map { Code(scheme: $0.key, value: $0.value) })
  }
}

extension Int32? {
  fileprivate var day: ImpreciseDay? { map { ImpreciseDay(Day(rawValue: $0)) } }
}
