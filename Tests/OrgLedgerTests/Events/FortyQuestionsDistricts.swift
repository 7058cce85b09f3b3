import OrgLedger
import Testing

extension FortyQuestions {
  @Suite("about districts and communes")
  struct DistrictsAndCommunes {
    let province: Province

    init() throws { province = try Province() }

    /// Into which units the divisions of a name went in 2018.
    private func moves(of name: String) throws -> [(to: UnitDetail, row: CrosswalkRow)] {
      let rows = try province.history.crosswalk(
        from: Day("31/12/2017"), to: Day("31/12/2018"), kinds: ["phòng"]
      ).rows
      return try rows.compactMap { row in
        guard let from = row.fromName, from.hasPrefix(name), row.from != row.to, let to = row.to
        else { return nil }
        return (try province.unit(to, on: "31/12/2018"), row)
      }
    }

    // Q23. Từ năm 2018 Phòng Y tế các huyện, thành phố được sáp nhập vào đâu, bao nhiêu?
    @Test func `into what were the Phòng Y tế of the districts absorbed in 2018`() throws {
      let moves = try moves(of: "Phòng Y tế ")
      #expect(moves.count == 11)
      #expect(moves.allSatisfy { $0.row.relation == .linked([.absorbed]) })
      #expect(moves.allSatisfy { $0.to.row.name.hasPrefix("Văn phòng HĐND và UBND ") })
      #expect(Set(moves.map(\.to.row.id)).count == 11)
    }

    // Q24. Từ năm 2018 Phòng Dân tộc các huyện được xử lý thế nào?
    @Test func `what was done with the Phòng Dân tộc of the districts in 2018`() throws {
      let moves = try moves(of: "Phòng Dân tộc ")
      #expect(moves.count == 10)
      #expect(moves.allSatisfy { $0.row.relation == .linked([.absorbed]) })
      #expect(
        moves.allSatisfy {
          $0.to.row.name.hasPrefix("Phòng Lao động, Thương binh, Xã hội - Dân tộc ")
            && $0.to.names.first?.name.hasPrefix("Phòng Lao động - Thương binh và Xã hội ") == true
        })
    }

    // Q25. Khi nào Phòng Y tế và Phòng Dân tộc và Tôn giáo được lập lại?
    @Test(arguments: ["phong-y-te-huyen", "phong-dan-toc-ton-giao-huyen"] as [UnitID])
    func `when were Phòng Y tế and Phòng Dân tộc và Tôn giáo founded again`(unit: UnitID) throws {
      let detail = try province.unit(unit, on: "28/02/2025")
      #expect(detail.birth.type == .refounded)
      #expect(detail.birth.on == (try ImpreciseDay("2025-02")))
      #expect(detail.birth.on.exact == nil)
      // The other text's day is kept beside it, and the two are known to contradict each other.
      let other = try province.fact(detail.birth.event).event.alternatives
        .first { $0.key == "effectiveOn" }
      #expect(other?.value == "2025-03-01")
      let conflict = try #require(
        province.history.conflicts.first { $0.between.contains("cl-phong-lap-lai-000") })
      #expect(conflict.between.contains("cl-phong-moi-hoat-dong-001"))
    }

    // Q26. Ngày 15/8/2025 UBND cấp huyện có những phòng chuyên môn nào?
    @Test func `which divisions had the district committees on 15/08/2025`() throws {
      let day = try Day("15/08/2025")
      let chart = province.history.chart(asOf: day)
      #expect(!chart.units.contains { ["huyện", "thành phố"].contains($0.kind) })
      let before = province.history.chart(asOf: try Day("30/06/2025")).units
      let districts = Set(
        before.filter { ["huyện", "thành phố"].contains($0.kind) }.map(\.id))
      #expect(districts.count == 11)
      let committees = Set(
        before.filter { row in
          row.kind == "ủy ban nhân dân" && row.parent.map(districts.contains) ?? false
        }.map(\.id))
      #expect(committees.count == 11)
      let divisions = before.filter { row in
        row.kind == "phòng" && row.parent.map(committees.contains) ?? false
      }
      #expect(!divisions.isEmpty)
      let living = Set(chart.units.map(\.id))
      #expect(divisions.allSatisfy { !living.contains($0.id) })
      let claim = try #require(
        province.figures(of: "cơ quan chuyên môn thuộc UBND cấp huyện").first {
          $0.claim.asOf == (try? ImpreciseDay("2025-07"))
        })
      #expect(claim.claim.value == 0)
    }

    // Q27. Ngày 25/9/2025 cấp xã có bao nhiêu đơn vị hành chính, phòng chuyên môn, trung tâm?
    @Test func `how many communes, and how many bodies of them, on 25/09/2025`() throws {
      let communes = try #require(
        province.claims(counting: ["xã", "phường", "thị trấn"], on: "25/09/2025").first)
      #expect(communes.claim.value == 65)
      #expect(communes.found == 65)
      #expect(communes.result == .holds)
      let bodies = try #require(
        province.figures(of: "phòng chuyên môn và tương đương thuộc UBND cấp xã").first)
      #expect(bodies.claim.value == 260)
      #expect(bodies.arithmetic == .holds)
      #expect(try bodies.claim.parts.map { try province.claim($0).claim.value } == [195, 65])
      // They are counted, not named: the ledger has a class for each, which no chart counts.
      let rows = province.history.chart(asOf: try Day("25/09/2025")).units
      let classes = rows.filter { ["phong-chuyen-mon-xa", "tt-phuc-vu-hcc-xa"].contains($0.id) }
      #expect(classes.map(\.collective) == [true, true])
      #expect(classes.map(\.members) == [195, 65])
    }

    // Q28. Nghị quyết nào sắp xếp ĐVHC cấp xã năm 2025 của Lạng Sơn?
    @Test func `which resolution rearranged the communes in 2025`() throws {
      let diff = try province.history.diff(from: Day("30/06/2025"), to: Day("01/07/2025"))
      let communes = ["xã", "phường", "thị trấn"]
      let born = diff.born.filter { communes.contains($0.kind) }
      let texts = try Set(born.map { try province.fact($0.event).act.orderedBy })
      #expect(province.texts(Array(texts.joined())) == ["1672/NQ-UBTVQH15 16/06/2025"])
      let text = try #require(
        province.history.instruments[try province.history.instrument("1672/NQ-UBTVQH15")])
      #expect(text.issuer == "Ủy ban Thường vụ Quốc hội")
      #expect(born.count == 65)
      let before = province.history.chart(asOf: try Day("30/06/2025"), kinds: communes)
      #expect(before.units.count == 194)
    }

    // Q29. Liệt kê số ĐVHC cấp xã qua các thời kỳ.
    @Test func `how many communes were there over time`() throws {
      let first = try #require(
        province.figures(of: "ĐVHC cấp xã sau sắp xếp giai đoạn 2019 - 2021").first)
      #expect(first.claim.base == 226)
      #expect(first.claim.value == 200)
      #expect(first.claim.citations.contains { $0.quote?.contains("818/NQ-UBTVQH14") == true })
      // How 226 became 200 is not stated, so that no unit of that time is named.
      let kinds = ["xã", "phường", "thị trấn"]
      func named(_ day: String) throws -> Int {
        province.history.chart(asOf: try Day(day), kinds: kinds).units.count
      }
      #expect(try named("31/12/2019") == 0)
      #expect(try named("01/01/2020") == 200)
      #expect(try named("01/12/2024") == 194)
      #expect(try named("01/07/2025") == 65)
      #expect(
        province.texts([
          try province.history.instrument("818/NQ-UBTVQH14"),
          try province.history.instrument("1246/NQ-UBTVQH15"),
          try province.history.instrument("1672/NQ-UBTVQH15"),
        ]) == [
          "818/NQ-UBTVQH14 21/11/2019", "1246/NQ-UBTVQH15 24/10/2024",
          "1672/NQ-UBTVQH15 16/06/2025",
        ])
    }

    // Q30. Năm 2025 có bao nhiêu tổ dân phố chuyển thành thôn và ngược lại; hiện có bao nhiêu?
    @Test func `how many villages changed their kind in 2025, and how many are there`() throws {
      #expect(
        province.figures(of: "tổ dân phố chuyển thành thôn").map(\.claim.value) == [141])
      #expect(
        province.figures(of: "thôn chuyển thành tổ dân phố").map(\.claim.value) == [70])
      let now = try province.claim("cl-thon-tdp-hien-tai")
      #expect(now.claim.value == 1646)
      #expect(try now.claim.parts.map { try province.claim($0).claim.value } == [1515, 131])
      #expect(now.arithmetic == .holds)
    }

    // Q31. Phòng và tương đương thuộc Sở: 31/10/2024 và 25/9/2025?
    @Test func `how many divisions had the sở on 31/10/2024 and on 25/09/2025`() throws {
      let before = try #require(province.claims(counting: ["phòng"], on: "31/10/2024").first)
      #expect(before.claim.value == 108)
      let after = try #require(province.claims(counting: ["phòng"], on: "25/09/2025").first)
      #expect(after.claim.value == 82)
      #expect(after.claim.percent == 24)
      #expect(after.arithmetic == .rounded)
      #expect(after.result == .cannotTell)
      let change = try province.claims(
        ofChangeIn: ["phòng"], from: "2024-10-31", to: "2025-09-25")
      #expect(change.map(\.claim.value) == [-26])
    }

    // Q32. ĐVSNCL tại 31/10/2024 và tháng 9/2025?
    @Test func `how many public service units on 31/10/2024 and in 09/2025`() throws {
      let kinds = ["đơn vị sự nghiệp công lập"]
      #expect(
        try province.claims(counting: kinds, on: "31/10/2024").map(\.claim.value) == [746])
      #expect(
        try Set(province.claims(counting: kinds, on: "2025-09").map(\.claim.value)) == [700])
      let change = try province.claims(ofChangeIn: kinds, from: "2024-10-31", to: "2025-09")
      #expect(change.map(\.claim.value) == [-46])
      let since2015 = try province.claims(ofChangeIn: kinds, from: "2015", to: "2025-09")
      #expect(since2015.map(\.claim.value) == [-178])
    }

    // Q33. Những huyện nào thí điểm Chủ nhiệm Ủy ban kiểm tra kiêm Chánh Thanh tra, từ khi nào?
    @Test func `which districts combined control and inspection in one hand, and since when`()
      throws
    {
      let titles = ["Chủ nhiệm Ủy ban kiểm tra", "Chánh Thanh tra"]
      let day = try Day("31/12/2019")
      let found = province.history.chart(asOf: day).units
        .filter { $0.kind == "ủy ban kiểm tra" }
        .compactMap { province.history.show($0.id, asOf: day)?.unit }
        .filter { unit in unit.combinedPosts.contains { Set($0.posts.map(\.title)) == Set(titles) }
        }
      #expect(
        found.map(\.row.name).sorted() == [
          "Ủy ban kiểm tra huyện Bình Gia", "Ủy ban kiểm tra huyện Chi Lăng",
          "Ủy ban kiểm tra huyện Văn Lãng", "Ủy ban kiểm tra huyện Văn Quan",
        ])
      #expect(Set(found.flatMap(\.combinedPosts).map(\.from)) == [try ImpreciseDay("2019")])
      // It was paused after a notice of 07/07/2022; on which day is not stated.
      let end = try #require(
        province.history.history(of: found[0].row.id)?.entries.last { $0.type == .postsUncombined })
      #expect(end.on.exact == nil)
      #expect(end.on.earliest == (try Day("07/07/2022")))
      #expect(province.texts(end.orderedBy) == ["16-TB/TW 07/07/2022"])
    }
  }
}
