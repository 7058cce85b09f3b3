// The small values that several messages share.

extension ImpreciseDay: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    let earliest = try reader.optionalDay(1)
    let latest = try reader.optionalDay(2)
    guard let days = ImpreciseDay(earliest: earliest, latest: latest) else {
      throw reader.error(.invalid(field: 2))
    }
    self = days
  }

  func write(to writer: inout WireWriter) {
    writer.optionalDay(1, earliest)
    writer.optionalDay(2, latest)
  }
}

extension Decimal: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    let digits = try reader.signed(1)
    let scale = try reader.unsigned(2)
    // At most 18 digits, and none that says nothing: 2.50 is written 2.5.
    guard digits.magnitude < 1_000_000_000_000_000_000, scale <= 18 else {
      throw reader.error(.overflow)
    }
    self.init(digits: digits, scale: Int(scale))
    guard self.digits == digits else { throw reader.error(.notMinimal) }
  }

  func write(to writer: inout WireWriter) {
    writer.signed(1, digits)
    writer.unsigned(2, UInt64(scale))
  }
}

extension Placement: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    var place: Placement?
    if let unit: UnitID = try reader.optionalID(1) { place = .under(unit) }
    try reader.choice(2, .varint, into: &place) { (reader) throws(RecordError) in
      try reader.flagValue(.top)
    }
    try reader.choice(3, .varint, into: &place) { (reader) throws(RecordError) in
      try reader.flagValue(.notStated)
    }
    self = try reader.chosen(place, last: 3)
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .under(let unit): writer.optionalID(1, unit)
    case .top: writer.flag(2, true)
    case .notStated: writer.flag(3, true)
    }
  }
}

extension Destination {
  /// Reads the fields from 2 on of an entry of a policy.
  init(from reader: inout WireReader) throws(RecordError) {
    var destination: Destination?
    if let unit: UnitID = try reader.optionalID(2) { destination = .unit(unit) }
    try reader.choice(3, .varint, into: &destination) { (reader) throws(RecordError) in
      try reader.flagValue(.ends)
    }
    try reader.choice(4, .varint, into: &destination) { (reader) throws(RecordError) in
      try reader.flagValue(.notStated)
    }
    self = try reader.chosen(destination, last: 4)
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .unit(let unit): writer.optionalID(2, unit)
    case .ends: writer.flag(3, true)
    case .notStated: writer.flag(4, true)
    }
  }
}

extension FunctionMention: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(
      try reader.id(1), name: try reader.optionalText(2), scope: try reader.optionalID(3),
      parent: try reader.optionalID(4))
  }

  func write(to writer: inout WireWriter) {
    writer.id(1, id)
    writer.optionalText(2, name)
    writer.optionalID(3, scope)
    writer.optionalID(4, parent)
  }
}

extension Code: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(scheme: try reader.text(1), value: try reader.text(2))
  }

  func write(to writer: inout WireWriter) {
    writer.text(1, scheme)
    writer.text(2, value)
  }
}

extension Link: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(from: try reader.id(1), to: try reader.id(2))
  }

  func write(to writer: inout WireWriter) {
    writer.id(1, from)
    writer.id(2, to)
  }
}

extension Post: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(unit: try reader.id(1), title: try reader.text(2))
  }

  func write(to writer: inout WireWriter) {
    writer.id(1, unit)
    writer.text(2, title)
  }
}

extension Share: WireMessage {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init(
      from: try reader.id(1), to: try reader.id(2), share: try reader.optionalMessage(3),
      amount: try reader.optionalMessage(4), unit: try reader.optionalText(5),
      basis: try reader.number(6), note: try reader.optionalText(7))
  }

  func write(to writer: inout WireWriter) {
    writer.id(1, from)
    writer.id(2, to)
    writer.optionalMessage(3, share)
    writer.optionalMessage(4, amount)
    writer.optionalText(5, unit)
    writer.number(6, basis)
    writer.optionalText(7, note)
  }
}
