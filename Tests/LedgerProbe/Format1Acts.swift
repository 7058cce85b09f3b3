import OrgLedger

/// An act of every type of event, as far as any can be appended in the first format.
enum Format1Acts {
  static let all: [Submission] = [
    act("registered", 0, registered()),
    act("founded", 3, order: -1, founded()),
    act("renamed", 5, .renamed("so-tc", to: "Sở Tài chính – Vật giá", short: "STCVG")),
    act("reclassified", 6, .reclassified(["xa-1"], as: "phường", name: "Phường 1")),
    act("reparented", 7, .reparented(["xa-2", "xa-7"], under: .under("huyen-b"))),
    act("restructured", 8, .restructured("so-nv", "thêm một phòng")),
    act("territory", 9, territory()),
    act("assigned", 10, .functionAssigned([FunctionMention("ke-toan")], to: "so-tt")),
    act(
      "transferred", 11,
      .functionTransferred([FunctionMention("ke-hoach")], from: "so-kh", to: "so-tc")),
    act("function ended", 12, .functionEnded([FunctionMention("ke-toan")], of: "so-tt")),
    act("coded", 13, .identifierAssigned(Code(scheme: "mst", value: "4900"), to: "so-tc")),
    act("uncoded", 14, .identifierRetired(Code(scheme: "mst", value: "4900"), of: "so-tc")),
    act(
      "quota", 15, .quotaSet(Quota(scheme: "biên chế", value: "45", period: "2024"), for: "so-tc")),
    act("posts", 16, .postsCombined(posts, of: ["so-tc", "so-nv"])),
    act("posts apart", 17, .postsUncombined(posts, of: ["so-tc", "so-nv"])),
    act("second", 18, .secondaryParentSet("ban", under: "so-nv", role: "chuyên môn")),
    act("no second", 19, .secondaryParentEnded("ban", under: "so-nv")),
    act("noted", 20, .noted("họp tổng kết", about: ["tinh", "so-tc"])),
    act("merged", 21, merged()),
    act("absorbed", 22, .absorbed(["xa-5"], into: "xa-6")),
    act("divided", 23, divided()),
    act("separated", 24, .separated(from: ["huyen-a"], birth("huyen-d", "huyện", "tinh"))),
    act("partitioned", 25, partitioned()),
    act("replaced", 26, .replaced("so-nv", by: birth("so-noi-vu", "sở", "tinh"))),
    act("reorganized", 27, reorganized()),
    act("dissolved", 28, dissolved()),
    act("refounded", 29, refounded()),
    planned,
    carriedOut,
    // Recorded late: before everything that came after the first act.
    act("late", 1, .renamed("tinh", to: "Tỉnh Lạng Sơn")),
    imprecise,
  ]

  static func act(_ id: ActID, _ day: Int32, order: Int = 0, _ event: Event) -> Submission {
    var event = event
    event.id = Act.eventID(id, 1)
    event.effectiveOn = ImpreciseDay(Format1Texts.day(day))
    return .act(
      Act(
        id: id, effectiveOn: event.effectiveOn, order: order, instrument: "bc/03",
        orderedBy: ["nq/01", "qd/02"], note: day == 0 ? "mở sổ" : nil, events: [event]))
  }

  static func birth(
    _ id: UnitID, _ kind: String, _ parent: UnitID?, _ functions: [FunctionMention] = []
  ) -> Birth {
    Birth(
      id: id, name: Name("Đơn vị \(id)"), kind: kind, parent: parent.map(Placement.under) ?? .top,
      functions: functions)
  }

  private static let posts = [
    Post(unit: "so-tc", title: "giám đốc"), Post(unit: "so-nv", title: "giám đốc"),
  ]

  private static func registered() -> Event {
    var province = birth("tinh", "tỉnh", nil)
    province.codes = [Code(scheme: "gso", value: "20")]
    province.name.short = "LS"
    let districts = ["huyen-a", "huyen-b", "huyen-c"].map { birth($0, "huyện", "tinh") }
    let communes = (1...8).map { birth(UnitID("xa-\($0)"), "xã", "huyen-a") }
    let departments = [
      birth("so-kh", "sở", "tinh", [FunctionMention("ke-hoach", name: "kế hoạch")]),
      birth("so-tc", "sở", "tinh", [FunctionMention("ngan-sach", scope: "tinh")]),
      birth("so-nv", "sở", "tinh", [FunctionMention("can-bo", parent: "to-chuc")]),
      birth("so-tt", "sở", "tinh"),
    ]
    return Event(
      type: .registered, born: [province] + districts + communes + departments,
      citations: [Format1Texts.citation, Citation()], certainty: .inferred)
  }

  private static func founded() -> Event {
    var event = Event.founded(
      Birth(
        id: "ban", name: Name("Ban", short: "B"), kind: "ban", parent: .notStated,
        collective: true, members: 11))
    event.alternatives = [
      Alternative(key: "name", value: "Ban B", citations: [Format1Texts.citation])
    ]
    event.certainty = .assumed
    event.note = "không rõ thuộc đâu"
    return event
  }

  private static func territory() -> Event {
    .territoryTransferred(
      from: "xa-1", to: "xa-2",
      shares: [
        Share(
          from: "xa-1", to: "xa-2", share: Decimal("0.25"), amount: Decimal("1.5"), unit: "km²",
          basis: .area, note: "đo lại")
      ])
  }

  private static func merged() -> Event {
    var event = Event.merged(["xa-3", "xa-4"], into: birth("xa-34", "xã", "huyen-a"))
    event.term = "sáp nhập"
    event.citations = [Format1Texts.citation]
    return event
  }

  private static func divided() -> Event {
    .divided("huyen-c", into: ["huyen-c1", "huyen-c2"].map { birth($0, "huyện", "tinh") })
  }

  private static func partitioned() -> Event {
    .partitioned("xa-8", among: ["xa-6"], born: [birth("xa-9", "xã", "huyen-a")])
  }

  private static func reorganized() -> Event {
    .reorganized(
      ends: ["ban"], persists: ["so-tc"], born: [birth("ban-moi", "ban", "tinh")],
      links: [Link(from: "ban", to: "ban-moi"), Link(from: "so-tc", to: "ban-moi")],
      reason: "tinh gọn")
  }

  private static func dissolved() -> Event {
    var event = Event.dissolved("so-tt", "so-kh")
    event.details.mode = "operationsEnded"
    return event
  }

  private static func refounded() -> Event {
    var born = birth("so-tt/2024", "sở", "tinh")
    born.restores = ["so-tt"]
    return .refounded(born)
  }

  private static let planned = Submission.act(
    Act(
      id: "plan", status: .proposed,
      effectiveOn: ImpreciseDay(earliest: Format1Texts.day(40), latest: nil),
      instrument: "nq/01", plannedUntil: Format1Texts.day(80),
      events: [
        Event(
          id: "plan#1", type: .absorbed,
          effectiveOn: ImpreciseDay(earliest: Format1Texts.day(40), latest: nil), ends: ["xa-7"],
          persists: ["xa-2"])
      ]))

  private static let carriedOut = Submission.act(
    Act(
      id: "carried out", effectiveOn: ImpreciseDay(Format1Texts.day(45)), order: 2,
      instrument: "qd/02", enacts: ["plan"],
      events: [
        Event(
          id: "carried out#1", type: .absorbed, effectiveOn: ImpreciseDay(Format1Texts.day(45)),
          ends: ["xa-7"], persists: ["xa-2"])
      ]))

  private static let imprecise = Submission.act(
    Act(
      id: "imprecise", instrument: "bc/03", orderedBy: [],
      events: [
        Event(
          id: "imprecise#1", type: .renamed,
          effectiveOn: ImpreciseDay(
            earliest: Format1Texts.day(50), latest: Format1Texts.day(60)),
          persists: ["xa-6"],
          details: {
            var details = Event.Details()
            details.name = "Xã Sáu"
            return details
          }())
      ]))
}
