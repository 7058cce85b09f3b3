/// What a line says, as bytes of its own: they can be made again from the records at any time, so
/// they need no form that lasts, only the number of their shape (`ReadModelShape`).
enum LineCodec: UnitRowReader {
  static func encode(_ value: LineValue) -> [UInt8] {
    var bytes: [UInt8] = []
    switch value {
    case .life(.unborn): bytes.append(Life.unborn)
    case .life(.ended): bytes.append(Life.ended)
    case .life(.living(let unit)): unit.encode(into: &bytes)
    case .holding(let role): bytes.append(role.byte)
    }
    return bytes
  }

  static func row(_ bytes: RawSpan) throws(StoreError) -> UnitRow {
    var reader = LineReader()
    switch try reader.byte(bytes) {
    case Life.unborn: return .unborn
    case Life.ended: return .ended
    case Life.living: return .living(try LivingUnit(&reader, bytes))
    default: throw .damaged("lines")
    }
  }

  static func lives(_ bytes: RawSpan) -> Bool {
    !bytes.isEmpty && bytes.byte(at: 0) == Life.living
  }

  static func brief(_ bytes: RawSpan) throws(StoreError) -> UnitBrief? {
    guard lives(bytes) else { return nil }
    var reader = LineReader()
    _ = try reader.byte(bytes)
    let flags = LifeFlags(rawValue: try reader.byte(bytes))
    let parent = flags.contains(.under) ? UnitID(try reader.text(bytes)) : nil
    return UnitBrief(
      name: try reader.text(bytes), kind: try reader.text(bytes), parent: parent)
  }

  static func stands(_ bytes: RawSpan, under parent: UnitID?) throws(StoreError) -> Bool {
    guard lives(bytes) else { return false }
    var reader = LineReader()
    _ = try reader.byte(bytes)
    let flags = LifeFlags(rawValue: try reader.byte(bytes))
    guard let parent, flags.contains(.under) else {
      return parent == nil && !flags.contains(.under)
    }
    let stored = bytes.extracting(try reader.range(bytes))
    return parent.text.utf8Span.span.bytes.isEqual(to: stored)
  }

  static func role(_ bytes: RawSpan) throws(StoreError) -> Role? {
    var reader = LineReader()
    return try Role?(byte: reader.byte(bytes))
  }

  fileprivate enum Life {
    static let unborn: UInt8 = 0
    static let ended: UInt8 = 1
    static let living: UInt8 = 2
  }
}

/// What a living unit has beside its name, kind and birth.
private struct LifeFlags: OptionSet {
  var rawValue: UInt8
  static let top = LifeFlags(rawValue: 1)
  static let under = LifeFlags(rawValue: 2)
  static let shortName = LifeFlags(rawValue: 4)
  static let collective = LifeFlags(rawValue: 8)
  static let members = LifeFlags(rawValue: 16)
  /// The place of its birth is more than a day and a position.
  static let place = LifeFlags(rawValue: 32)
  /// The day of its birth is not known exactly.
  static let imprecise = LifeFlags(rawValue: 64)
}

extension LivingUnit {
  fileprivate func encode(into bytes: inout [UInt8]) {
    bytes.append(LineCodec.Life.living)
    var flags: LifeFlags = []
    if placement == .top { flags.insert(.top) }
    if placement.parent != nil { flags.insert(.under) }
    if name.short != nil { flags.insert(.shortName) }
    if collective { flags.insert(.collective) }
    if members != nil { flags.insert(.members) }
    if birth.order != 0 || birth.slot != birth.position || birth.after != 0 {
      flags.insert(.place)
    }
    if since.exact != birth.day { flags.insert(.imprecise) }
    bytes.append(flags.rawValue)
    // First what most ask for: who it is and where it stands.
    if let parent = placement.parent { bytes.append(text: parent.text) }
    bytes.append(text: name.full)
    bytes.append(text: kind)
    if let short = name.short { bytes.append(text: short) }
    bytes.append(varint: UInt64(codes.count))
    for code in codes {
      bytes.append(text: code.scheme)
      bytes.append(text: code.value)
    }
    if let members { bytes.append(varint: UInt64(bitPattern: Int64(members))) }
    bytes.append(bigEndian: birth.day.rawValue)
    bytes.append(varint: birth.position)
    // Its act stands shortly before it, mostly.
    bytes.append(varint: birth.position &- birth.act)
    if flags.contains(.place) {
      bytes.append(varint: UInt64(bitPattern: Int64(birth.order)))
      bytes.append(varint: birth.slot)
      bytes.append(varint: birth.after)
    }
    if flags.contains(.imprecise) {
      for end in since.ends { bytes.append(bigEndian: end.rawValue) }
    }
  }

  fileprivate init(_ reader: inout LineReader, _ bytes: RawSpan) throws(StoreError) {
    let flags = LifeFlags(rawValue: try reader.byte(bytes))
    placement =
      flags.contains(.under)
      ? .under(UnitID(try reader.text(bytes))) : flags.contains(.top) ? .top : .notStated
    name = Name(try reader.text(bytes))
    kind = try reader.text(bytes)
    if flags.contains(.shortName) { name.short = try reader.text(bytes) }
    codes = []
    for _ in 0..<(try reader.count(bytes)) {
      codes.append(Code(scheme: try reader.text(bytes), value: try reader.text(bytes)))
    }
    collective = flags.contains(.collective)
    members = flags.contains(.members) ? Int(Int64(bitPattern: try reader.varint(bytes))) : nil
    let day = try reader.day(bytes)
    let position = try reader.varint(bytes)
    let act = position &- (try reader.varint(bytes))
    birth = OrderKey(day: day, order: 0, act: act, slot: position, position: position)
    if flags.contains(.place) {
      birth.order = Int(Int64(bitPattern: try reader.varint(bytes)))
      birth.slot = try reader.varint(bytes)
      birth.after = try reader.varint(bytes)
    }
    since = ImpreciseDay(day)
    if flags.contains(.imprecise) {
      let (earliest, latest) = (try reader.day(bytes), try reader.day(bytes))
      guard
        let interval = ImpreciseDay(
          earliest: earliest == .distantPast ? nil : earliest,
          latest: latest == .distantFuture ? nil : latest)
      else { throw .damaged("lines") }
      since = interval
    }
  }
}

extension Role? {
  fileprivate var byte: UInt8 {
    switch self {
    case nil: 0
    case .leads: 1
    case .coordinates: 2
    case .advises: 3
    }
  }

  fileprivate init(byte: UInt8) throws(StoreError) {
    switch byte {
    case 0: self = nil
    case 1: self = .leads
    case 2: self = .coordinates
    case 3: self = .advises
    default: throw .damaged("lines")
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  fileprivate mutating func append(text: String) {
    append(varint: UInt64(text.utf8.count))
    append(contentsOf: text.utf8)
  }
}

/// Reads what a line says, field by field; it never reads beyond the bytes.
private struct LineReader {
  private var offset = 0

  func isAtEnd(of bytes: RawSpan) -> Bool { offset == bytes.byteCount }

  mutating func byte(_ bytes: RawSpan) throws(StoreError) -> UInt8 {
    guard offset < bytes.byteCount else { throw .damaged("lines") }
    defer { offset += 1 }
    return bytes.byte(at: offset)
  }

  mutating func varint(_ bytes: RawSpan) throws(StoreError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = try byte(bytes)
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    throw .damaged("lines")
  }

  /// A number of things, none of which is shorter than a byte.
  mutating func count(_ bytes: RawSpan) throws(StoreError) -> Int {
    let count = try varint(bytes)
    guard count <= UInt64(bytes.byteCount - offset) else { throw .damaged("lines") }
    return Int(count)
  }

  /// Where a text stands.
  mutating func range(_ bytes: RawSpan) throws(StoreError) -> Range<Int> {
    let count = try count(bytes)
    defer { offset += count }
    return offset..<offset + count
  }

  mutating func text(_ bytes: RawSpan) throws(StoreError) -> String {
    let text = Span<UInt8>(_bytes: bytes.extracting(try range(bytes)))
    do { return String(copying: try UTF8Span(validating: text)) } catch { throw .damaged("lines") }
  }

  mutating func day(_ bytes: RawSpan) throws(StoreError) -> Day {
    guard let value = bytes.bigEndian(at: offset, as: Int32.self) else { throw .damaged("lines") }
    offset += 4
    return Day(rawValue: value)
  }
}
