import OrgLedger
import OrgLedgerTesting
import Testing

@Suite("A search")
struct SearchTests {
  /// A small province: departments, one of which is renamed, and offices of its districts.
  private func province() throws -> History {
    var committee = unit(
      "committee", "UBND tỉnh Sơn Hà", kind: "ủy ban nhân dân",
      codes: [Code(scheme: "gso", value: "178")])
    committee.name.short = "UBND tỉnh"
    let training = FunctionMention("fn-training", name: "quản lý giáo dục nghề nghiệp")
    return try given(
      act(
        "opening", on: 1, .registered(committee),
        .registered(
          unit("labour", "Sở Lao động - Thương binh và Xã hội", kind: "sở", under: "committee"),
          unit("plan", "Sở Kế hoạch và Đầu tư", kind: "sở", under: "committee"),
          unit("earth", "Sở Tài nguyên và Môi trường", kind: "sở", under: "committee"),
          unit("culture", "Sở Văn hóa, Thể thao và Du lịch", kind: "sở", under: "committee"),
          unit(
            "purse", "Sở Tài chính - Vật giá", kind: "sở", under: "committee",
            functions: [training])),
        .registered(
          unit("van-quan", "Huyện Văn Quan", kind: "huyện", under: "committee"),
          unit("chi-lang", "Huyện Chi Lăng", kind: "huyện", under: "committee"),
          unit("an-chau", "Thị trấn An Châu", kind: "thị trấn", under: "van-quan"),
          unit("office", "Phòng Y tế", kind: "phòng", under: "chi-lang"),
          unit(
            "room", "Phòng Lao động - Thương binh và Xã hội huyện Chi Lăng", kind: "phòng",
            under: "chi-lang"))),
      act("rename", on: 5, .renamed("purse", to: "Sở Tài chính")),
      act("end", on: 9, .dissolved("earth"))
    ).history(with: resolution, claim)
  }

  private let resolution = Instrument(
    id: "vn/nq/04", number: "04/NQ-HĐND", kind: "nghị quyết", issuer: "Hội đồng nhân dân",
    title: "sắp xếp tổ chức bộ máy")
  private let claim = Claim(
    id: "cl-1", instrument: "vn/nq/04", measure: .figure(what: "số sở", unit: nil),
    citations: [Citation(quote: "giảm 05 sở")])

  private let connecting: Set<String> = ["và"]

  private func search(
    _ text: String, on day: Int32 = 7, kinds: [String] = [], limit: Int? = nil
  ) throws -> SearchAnswer {
    try province().search(
      text, asOf: Day(rawValue: day), kinds: kinds, limit: limit, connecting: connecting)
  }

  @Test(
    arguments: [
      // Ids, codes and numbers.
      ("earth", "earth", .id, .exact), ("gso:178", "committee", .code, .exact),
      ("178", "committee", .code, .exact), ("vn/nq/04", "vn/nq/04", .id, .exact),
      ("04/NQ-HĐND", "vn/nq/04", .number, .exact), ("04 nq hdnd", "vn/nq/04", .number, .exact),
      ("nghị quyết 04", "vn/nq/04", .number, .beginning), ("bộ máy", "vn/nq/04", .title, .phrase),
      ("hoi dong nhan dan", "vn/nq/04", .issuer, .exact),
      // Names, whatever the case, the marks and the signs between words.
      ("sở tài chính", "purse", .name, .exact), ("SO TAI CHINH", "purse", .name, .exact),
      ("so  van hoá the thao & du lich", "culture", .name, .exact),
      ("sở kế hoạch đầu tư", "plan", .name, .exact), ("van quan", "van-quan", .name, .withoutKind),
      ("An Châu", "an-chau", .name, .withoutKind), ("tài chính", "purse", .name, .withoutKind),
      ("UBND tỉnh", "committee", .shortName, .exact), ("so ke hoac", "plan", .name, .beginning),
      ("dau tu", "plan", .name, .phrase), ("du lich van hoa", "culture", .name, .words),
      ("uỷ ban nhân dân tỉnh", "committee", .shortName, .abbreviation),
      ("so vat gia", "purse", .formerName, .words),
      ("giáo dục nghề", "fn-training", .name, .phrase),
      ("giam 05", "cl-1", .wording, .beginning),
      // Abbreviations, derived from the names.
      ("LĐTBXH", "labour", .name, .abbreviation), ("LĐ-TB&XH", "labour", .name, .abbreviation),
      ("so ld tb xh", "labour", .name, .abbreviation), ("SLĐTBXH", "labour", .name, .abbreviation),
      ("KH&ĐT", "plan", .name, .abbreviation), ("Sở KH&ĐT", "plan", .name, .abbreviation),
      ("khvđt", "plan", .name, .abbreviation), ("sở TNMT", "earth", .name, .abbreviation),
      ("VHTTDL", "culture", .name, .abbreviation), ("tc-vg", "purse", .formerName, .abbreviation),
      ("Phòng LĐTBXH huyện Chi Lăng", "room", .name, .abbreviation),
      ("phòng lđtbxh chi lăng", "room", .name, .abbreviationOfPart),
      // What stands above, letters within, slips.
      ("phòng y tế chi lăng", "office", .name, .withParent), ("aichin", "purse", .name, .part),
      ("sơ tai chih", "purse", .name, .spelling), ("van qan", "van-quan", .name, .spelling),
      ("phogn lao dong", "room", .name, .spelling),
      // Another kind than was typed; a part of a name; an abbreviation with the unit above.
      ("huyện An Châu", "an-chau", .name, .otherKind), ("sở môi trường", "earth", .name, .words),
      ("phòng yt chi lăng", "office", .name, .withParent),
    ] as [(String, String, SearchMatch.Field, SearchMatch.Manner)])
  func `finds first what is meant, and says what matched`(
    text: String, id: String, field: SearchMatch.Field, manner: SearchMatch.Manner
  ) throws {
    let hit = try #require(try search(text).hits.first)
    #expect(hit.id == id)
    #expect(hit.matched.by == field)
    #expect(hit.matched.how == manner)
  }

  @Test(arguments: ["xyz", "", "  - ", "Sở Xa lạ lắm", "179"])
  func `finds nothing where nothing is meant`(text: String) throws {
    let answer = try search(text)
    #expect(answer.hits.isEmpty && answer.total == 0 && answer.text == text)
  }

  @Test func `tells a former name with its period, and a later one before its day`() throws {
    let former = try #require(try search("Sở Tài chính - Vật giá", on: 7).hits.first)
    #expect(former.name == "Sở Tài chính")
    #expect(former.matched.by == .formerName && former.matched.text == "Sở Tài chính - Vật giá")
    #expect(former.matched.from == ImpreciseDay(1) && former.matched.to == ImpreciseDay(5))
    let later = try #require(try search("sở tài chính", on: 3).hits.first)
    #expect(later.name == "Sở Tài chính - Vật giá")
    #expect(later.matched.by == .laterName)
    #expect(later.matched.from == ImpreciseDay(5) && later.matched.to == nil)
  }

  @Test func `tells who lives on the day`() throws {
    func earth(_ day: Int32) throws -> SearchHit? { try search("tnmt", on: day).hits.first }
    #expect(try [0, 1, 8, 9].map { try earth($0)?.status } == [.notYet, .alive, .alive, .ended])
    #expect(try earth(0)?.from == ImpreciseDay(1))
    #expect(try earth(0)?.to == ImpreciseDay(9))
  }

  @Test func `puts the living before the ended, and these in Vietnamese order`() throws {
    #expect(
      try search("sở", on: 9, kinds: ["sở"]).hits.map(\.id)
        == ["plan", "labour", "purse", "culture", "earth"])
  }

  @Test func `puts a current name before a former one, also of the dead`() throws {
    let history = try given(
      act("opening", on: 1, .registered(unit("a", "Sở Thuế"), unit("b", "Sở Khác"))),
      act("rename", on: 2, .renamed("a", to: "Sở Mới")),
      act("again", on: 3, .renamed("b", to: "Sở Thuế")), act("end", on: 4, .dissolved("b"))
    ).history
    #expect(history.search("sở thuế", asOf: 5).hits.map(\.id) == ["b", "a"])
    #expect(history.search("sở thuế", asOf: 1).hits.map(\.id) == ["a", "b"])
  }

  @Test func `keeps to kinds, whatever their marks, and leaves functions and claims out`() throws {
    #expect(try search("lao dong", kinds: ["PHONG"]).hits.map(\.id) == ["room"])
    #expect(try search("hội đồng", kinds: ["nghi quyet"]).hits.map(\.id) == ["vn/nq/04"])
    #expect(try search("giáo dục nghề", kinds: ["sở"]).hits.isEmpty)
    #expect(try search("sở", kinds: ["sở", "phòng"]).hits.allSatisfy { $0.kind == "sở" })
  }

  @Test func `gives out so many and counts all`() throws {
    let answer = try search("sở", kinds: ["sở"], limit: 2)
    #expect(answer.hits.map(\.id) == ["plan", "labour"])
    #expect(answer.total == 5)
  }

  @Test func `knows no language: what abbreviations leave out is said by the caller`() throws {
    let history = try given(
      act("opening", on: 1, .registered(unit("a", "Department of Health and Labour")))
    ).history
    #expect(history.search("DHL", asOf: 1).hits.isEmpty)
    let found = history.search("DHL", asOf: 1, connecting: ["of", "and"]).hits
    #expect(found.map(\.matched.how) == [.abbreviation])
  }

  @Test func `finds what only one fold of imprecise days knows`() throws {
    let history = try given(
      act("opening", on: 1, .registered(unit("a", "Sở Cũ"))),
      act("rename", on: try ImpreciseDay("1970-01-05/.."), [.renamed("a", to: "Sở Mới")]),
      act("found", on: try ImpreciseDay("1970-01-05/.."), [.founded(unit("b", "Sở Khác"))])
    ).history
    #expect(history.search("sở mới", asOf: 6).hits.map(\.id) == ["a"])
    #expect(history.search("sở khác", asOf: 6).hits.map(\.status) == [.alive])
    #expect(history.search("sở khác", asOf: 2).hits.map(\.status) == [.notYet])
  }

  @Test func `has every key in JSON, nulls too`() throws {
    let history = try given(act("opening", on: 1, .registered(unit("a", "A", kind: "shop"))))
      .history
    #expect(
      try json(history.search("a", asOf: 1)) == """
        {"asOf":"1970-01-02","hits":[{"from":"1970-01-02","id":"a","kind":"shop",\
        "matched":{"by":"id","from":null,"how":"exact","text":"a","to":null},"name":"A",\
        "status":"alive","to":null,"what":"unit"}],"text":"a","total":1}
        """)
  }

  @Test func `takes a whole word before the beginning of one, and each word once`() throws {
    let history = try given(
      act(
        "opening", on: 1,
        .registered(
          unit("town", "Thị xã Sơn"), unit("city", "Sở Y tế"), unit("yen", "Sơn Yên"),
          unit("once", "Sơn Hà")))
    ).history
    #expect(history.search("so y", asOf: 1).hits.map(\.id) == ["city", "yen"])
    #expect(history.search("so son", asOf: 1).hits.isEmpty)
    #expect(history.search("son", asOf: 1).hits.map(\.id) == ["once", "yen", "town"])
  }

  @Test func `puts the higher unit before the lower one, and a class behind both`() throws {
    var every = unit("every", "Thanh tra cấp huyện", kind: "thanh tra", under: "top")
    every.collective = true
    let history = try given(
      act(
        "opening", on: 1, .registered(unit("top", "Tỉnh", kind: "tỉnh", under: nil)),
        .registered(unit("low", "Huyện", kind: "huyện", under: "top")),
        .registered(
          every, unit("a", "Thanh tra huyện", kind: "thanh tra", under: "low"),
          unit("b", "Thanh tra tỉnh", kind: "thanh tra", under: "top")))
    ).history
    #expect(history.search("thanh tra", asOf: 1).hits.map(\.id) == ["b", "a", "every"])
  }

  @Test func `finds a unit that only a plan brings, and says by which`() throws {
    let history = try given(
      act("opening", on: 1, .registered(unit("a", "Sở Cũ"))),
      act(
        "plan", on: 5, status: .proposed, .founded(unit("new", "Sở Mới"), unit("a", "Sở Cũ Khác")))
    ).history
    let hit = try #require(history.search("sở mới", asOf: 2).hits.first)
    #expect(hit.id == "new" && hit.plannedBy == "plan" && hit.status == nil)
    #expect(hit.from == ImpreciseDay(5))
    #expect(history.search("sở cũ khác", asOf: 2).hits.allSatisfy { $0.id == "a" })
    let planned = Candidate<UnitID>(
      id: "new", name: "Sở Mới", from: nil, to: nil, plannedBy: "plan")
    #expect(throws: UnitReferenceError.notFound(text: "sở mới", nearest: [planned])) {
      try history.unit("sở mới", asOf: 2)
    }
  }

  @Test func `shows what is near behind what holds the words in passing`() throws {
    let history = try given(
      act("opening", on: 1, .registered(unit("a", "Hội Nông dân")))
    ).history(
      with: resolution,
      Claim(
        id: "cl", instrument: "vn/nq/04", measure: .figure(what: "số hội nôgn dân", unit: nil)))
    let hits = history.search("hội nôgn dân", asOf: 1).hits
    #expect(hits.map(\.id) == ["cl", "a"])
    #expect(hits.map(\.matched.how) == [.phrase, .spelling])
  }

  /// No word here can be an abbreviation: none begins with a vowel.
  @Test func `finds words in any order if and only if each has a word of its own`() throws {
    var dice = Dice(state: 9)
    let syllables = ["ta", "te", "tan", "tang", "ba", "ban", "bang"]
    for _ in 0..<400 {
      func words(_ count: ClosedRange<Int>) -> [String] {
        (0..<Int.random(in: count, using: &dice)).map { _ in
          syllables.randomElement(using: &dice) ?? "ta"
        }
      }
      let (name, typed) = (words(1...5), words(1...4))
      let history = try given(
        act("opening", on: 1, .registered(unit("u", name.joined(separator: " "), kind: "x")))
      ).history
      let hit = history.search(typed.joined(separator: " "), asOf: 1).hits.first
      let isFound = hit.map { $0.matched.how != .part && $0.matched.how != .spelling } ?? false
      #expect(isFound == Self.fits(typed[...], into: name), "\(typed) in \(name)")
    }
  }

  /// Every way to give each word one of its own, tried one after the other.
  private static func fits(_ typed: ArraySlice<String>, into name: [String]) -> Bool {
    guard let first = typed.first else { return true }
    return name.indices.contains { index in
      var rest = name
      return rest.remove(at: index).hasPrefix(first) && fits(typed.dropFirst(), into: rest)
    }
  }

  @Test func `goes no way twice, however many ways there are`() throws {
    // Each letter may be the first of a word or one more of the consonants before a vowel: without
    // a memory of the places, their number doubles with every letter.
    let words = Array(repeating: "bbbbbbbbbb", count: 12).joined(separator: " ")
    let history = try given(act("trap", on: 1, .registered(unit("trap", words)))).history
    let typed = String(repeating: "b", count: 60) + "c"
    #expect(history.search(typed, asOf: 1).hits.isEmpty)
  }

  /// Every abbreviation that the rules allow is found, for random names.
  @Test func `finds a name by the initials of its words, whichever connecting words they skip`() {
    var dice = Dice(state: 4)
    let syllables = ["lao", "động", "và", "xã", "hội", "thương", "binh", "đầu", "tư", "ủy", "ân"]
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 3...8, using: &dice)).map { _ in
        syllables.randomElement(using: &dice) ?? "lao"
      }
      let initials = words.filter { $0 != "và" || Bool.random(using: &dice) }.compactMap(\.first)
      guard initials.count > 1 else { continue }
      let sign = ["", "", "-", "&", " "].randomElement(using: &dice) ?? ""
      let cut = Int.random(in: 0...initials.count, using: &dice)
      let typed = String(initials[..<cut]) + sign + String(initials[cut...])
      let history = try? given(
        act("opening", on: 1, .registered(unit("u", words.joined(separator: " "))))
      ).history
      let hit = history?.search(typed, asOf: 1, connecting: connecting).hits.first
      #expect(hit?.id == "u", "\(typed) for \(words)")
    }
  }
}

extension Given {
  /// What was given, with a text and a claim, ready to be asked.
  fileprivate func history(with text: Instrument, _ claim: Claim) -> History {
    History(facts: timeline.facts, instruments: [text], claims: [claim])
  }
}
