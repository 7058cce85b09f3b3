import OrgLedger
import OrgLedgerTesting

/// A country's communes under districts under provinces over eighty years, out of a seed.
///
/// The acts come by day, and each fits everything before it. How many units there are follows from
/// how long the history is to be, so that a unit's own history stays as long as it is.
struct Country {
  private struct Commune {
    let id: UnitID
    let name: String
    var district: Int
  }

  private var random: SplitMix64
  private var communes: [Commune] = []
  private var districts: [(id: UnitID, province: Int)] = []
  private var provinces: [UnitID] = []
  private let length: Int
  private(set) var records = 0
  private var acts = 0
  private var texts = 0
  private var units = 0
  private var day = Self.firstDay
  /// Units that may not be touched again for now.
  private var busy: Set<UnitID> = []

  static let firstDay = Day(year: 1945, month: 9, day: 2)!
  static let lastDay = Day(year: 2025, month: 12, day: 31)!

  /// A history of about so many records.
  init(seed: UInt64 = 1, records: Int) {
    random = SplitMix64(seed: seed)
    length = records
  }

  /// The whole history, as documents in an order in which they can be taken in.
  mutating func documents(_ body: (Document) throws -> Void) rethrows {
    try opening(body)
    while records < length {
      let share = Double(records) / Double(length)
      let span = Double(Self.lastDay.rawValue - Self.firstDay.rawValue)
      day = max(day, Day(rawValue: Self.firstDay.rawValue + Int32(span * share)))
      var document = Document(instrument: text())
      for _ in 0..<8 {
        busy = []
        let events = random.chance(70) ? 1 : 2 + Int(random.next() % 4)
        document.acts.append(act(events: events, of: document.instrument.id))
      }
      try body(document)
    }
  }

  /// Acts of one event each, on the last day; no two touch the same unit, so that they may be
  /// recorded in any order.
  mutating func loneActs(_ count: Int) -> [Act] {
    busy = []
    day = Self.lastDay
    let text = InstrumentID("nghi-quyet-\(texts)")
    return (0..<count).map { _ in act(events: 1, of: text) }
  }

  /// The communes that live at the end.
  var living: [UnitID] { communes.map(\.id) }
  var firstProvince: UnitID { provinces[0] }
  func province(_ number: Int) -> UnitID { provinces[number % provinces.count] }
  /// A unit with so many others under it, each renamed twice, and the acts that say so.
  mutating func parent(of count: Int) -> (UnitID, [Act]) {
    let text = InstrumentID("nghi-quyet-\(texts)")
    let parent = UnitID("tong-cuc")
    day = Day(year: 1950, month: 1, day: 1)!
    var acts = [founding(parent, "Tổng cục \(name())", "tổng cục", .top, text)]
    let ids = (1...count).map { UnitID("chi-cuc-\($0)") }
    acts.append(
      act(
        of: ids.enumerated().map { number, id in
          .registered(
            Birth(
              id: id, name: Name("Chi cục \(name()) \(number)"), kind: "chi cục",
              parent: .under(parent)))
        }, text))
    for year in [1970, 1990] {
      day = Day(year: year, month: 1, day: 1)!
      acts.append(
        act(
          of: ids.enumerated().map { number, id in
            .renamed(id, to: "Chi cục \(name()) \(number), \(year)")
          }, text))
    }
    return (parent, acts)
  }
  /// How many communes there ever were.
  var communesEver: Int { units }
  static func commune(_ number: Int) -> UnitID { UnitID("xa-\(number)") }

  // MARK: What happens

  private mutating func opening(_ body: (Document) throws -> Void) rethrows {
    var document = Document(instrument: text())
    let count = max(64, length / 6)
    for number in 0..<max(2, count / 192) {
      let id = UnitID("tinh-\(number)")
      provinces.append(id)
      document.acts.append(founding(id, "Tỉnh \(name())", "tỉnh", .top, document.instrument.id))
    }
    for number in 0..<max(4, count / 16) {
      // No text is longer than a long one is.
      if document.acts.count >= 500 {
        try body(document)
        document = Document(instrument: text())
      }
      let id = UnitID("huyen-\(number)")
      let province = number % provinces.count
      districts.append((id, province))
      document.acts.append(
        founding(
          id, "Huyện \(name())", "huyện", .under(provinces[province]), document.instrument.id))
    }
    try body(document)
    for district in districts.indices {
      var document = Document(instrument: text())
      var events: [Event] = []
      while events.count < 16, communes.count < count {
        let birth = birth(in: district)
        add(birth, to: district)
        events.append(.registered(birth))
      }
      if !events.isEmpty { document.acts = [act(of: events, document.instrument.id)] }
      try body(document)
    }
  }

  private mutating func founding(
    _ id: UnitID, _ name: String, _ kind: String, _ parent: Placement, _ text: InstrumentID
  ) -> Act {
    act(of: [.registered(Birth(id: id, name: Name(name), kind: kind, parent: parent))], text)
  }

  private mutating func act(events count: Int, of text: InstrumentID) -> Act {
    act(of: (0..<count).map { _ in event() }, text)
  }

  private mutating func act(of events: [Event], _ text: InstrumentID) -> Act {
    acts += 1
    records += events.count + 1
    let id = ActID("quyet-dinh-\(acts)")
    var act = Act(id: id, effectiveOn: ImpreciseDay(day), instrument: text, events: events)
    for index in events.indices {
      act.events[index].id = Act.eventID(id, index + 1)
      act.events[index].effectiveOn = ImpreciseDay(day)
      act.events[index].term = events[index].type.rawValue
      let line = 10 + index * 3
      act.events[index].citations = [
        Citation(
          lines: "\(line)-\(line + 2)", article: "Điều \(index + 1)",
          quote: "Điều chỉnh địa giới, sắp xếp và đổi tên xã theo phương án số \(acts)")
      ]
    }
    return act
  }

  private mutating func event() -> Event {
    // Where no unit is free any more, new ones are founded.
    switch busy.count * 2 < communes.count ? random.next() % 10 : 3 {
    case 0, 1, 2:
      let index = free()
      var name = commune()
      // In a long history the dice fall on the old name now and then.
      while name == communes[index].name { name = commune() }
      communes[index] = Commune(
        id: communes[index].id, name: name, district: communes[index].district)
      return .renamed(communes[index].id, to: name)
    case 3, 4:
      let district = Int(random.next() % UInt64(districts.count))
      let birth = birth(in: district)
      add(birth, to: district)
      return .founded(birth)
    case 5, 6:
      guard let (first, second) = neighbours() else { return event() }
      let district = communes[first].district
      let birth = birth(in: district)
      let ended = [communes[first].id, communes[second].id]
      for index in [first, second].sorted(by: >) { remove(index) }
      add(birth, to: district)
      return .merged(ended, into: birth)
    case 7:
      guard let (first, second) = neighbours() else { return event() }
      let event = Event.absorbed([communes[first].id], into: communes[second].id)
      remove(first)
      return event
    case 8:
      let index = free()
      let from = communes[index].district
      let step = provinces.count
      // The next district of the same province.
      let to = from + step < districts.count ? from + step : from % step
      guard to != from else { return event() }
      communes[index].district = to
      return .reparented([communes[index].id], under: .under(districts[to].id))
    default:
      let index = free()
      let birth = birth(in: communes[index].district)
      add(birth, to: communes[index].district)
      return .separated(from: [communes[index].id], birth)
    }
  }

  // MARK: Units

  private mutating func birth(in district: Int) -> Birth {
    units += 1
    return Birth(
      id: Self.commune(units), name: Name(commune()), kind: "xã",
      parent: .under(districts[district].id), codes: [Code(scheme: "dvhc", value: "\(units)")])
  }

  private mutating func add(_ birth: Birth, to district: Int) {
    busy.insert(birth.id)
    communes.append(Commune(id: birth.id, name: birth.name.full, district: district))
  }

  private mutating func remove(_ index: Int) {
    communes.swapAt(index, communes.count - 1)
    communes.removeLast()
  }

  /// A commune that may be touched; it is not free afterwards.
  private mutating func free() -> Int {
    while true {
      let index = Int(random.next() % UInt64(communes.count))
      if busy.insert(communes[index].id).inserted { return index }
    }
  }

  /// Two communes of one district, found near each other in the list, as most were founded so.
  private mutating func neighbours() -> (Int, Int)? {
    let first = free()
    for offset in 1...64 {
      let index = (first + offset) % communes.count
      if communes[index].district == communes[first].district,
        busy.insert(communes[index].id).inserted
      {
        return (first, index)
      }
    }
    return nil
  }

  // MARK: Words

  private static let syllables = """
    An Bình Cẩm Chi Châu Diên Duyên Đại Đông Đồng Giang Hải Hạ Hòa Hoàng Hồng Hưng Hữu Kim Khánh \
    Lạc Lâm Lập Liên Long Lộc Lợi Lương Mai Mỹ Minh Nam Nghĩa Ngọc Nhân Phú Phúc Phước Phong \
    Quang Quảng Quyết Sơn Tam Tân Tây Tiến Tiên Thái Thanh Thành Thắng Thạch Thịnh Thiện Thọ \
    Thượng Thủy Toàn Trung Trường Tuyên Văn Vân Việt Vĩnh Vũ Xuân Yên Ninh Nhơn Hiệp Hậu Hiền
    """.split(separator: " ").map(String.init)

  private mutating func name() -> String {
    "\(random.pick(Self.syllables)!) \(random.pick(Self.syllables)!)"
  }

  private mutating func commune() -> String {
    "Xã \(name()) \(random.pick(Self.syllables)!)"
  }

  private mutating func text() -> Instrument {
    texts += 1
    records += 1
    return Instrument(
      id: InstrumentID("nghi-quyet-\(texts)"), number: "\(texts)/NQ-HĐND", kind: "nghị quyết",
      issuer: "Hội đồng nhân dân", title: "Nghị quyết về sắp xếp đơn vị hành chính, số \(texts)",
      issuedOn: ImpreciseDay(day.previous), inForceOn: ImpreciseDay(day))
  }
}
