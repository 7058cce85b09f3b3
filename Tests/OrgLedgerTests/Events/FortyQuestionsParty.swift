import OrgLedger
import Testing

extension FortyQuestions {
  @Suite("about the party and associations")
  struct PartyAndAssociations {
    let province: Province

    init() throws { province = try Province() }

    // Q15. Ban Tuyên giáo và Dân vận Tỉnh ủy do đâu mà có, hoạt động từ khi nào?
    @Test func `out of what and from when is Ban Tuyên giáo và Dân vận Tỉnh ủy`() throws {
      let (edge, names) = try province.origin(
        of: "Ban Tuyên giáo và Dân vận Tỉnh ủy", on: "01/03/2025")
      #expect(names == ["Ban Tuyên giáo Tỉnh ủy", "Ban Dân vận Tỉnh ủy"])
      #expect(edge.type == .merged)
      #expect(edge.on == (try ImpreciseDay("01/03/2025")))
      #expect(province.texts(edge.orderedBy).contains("02-PA/TU 20/12/2024"))
      #expect(try province.quotes(edge.event).contains("(từ ngày 01/3/2025)"))
      let kinds = edge.orderedBy.compactMap { province.history.instruments[$0]?.kind }
      #expect(kinds.contains("đề án"))
    }

    // Q16. Đảng bộ UBND tỉnh thành lập ngày nào, theo quyết định nào?
    @Test func `when and by which decision was Đảng bộ UBND tỉnh founded`() throws {
      let unit = try province.unit("dang-bo-ubnd-tinh", on: "10/02/2025")
      #expect(unit.birth.type == .founded)
      #expect(unit.birth.on == (try ImpreciseDay("10/02/2025")))
      #expect(province.texts(unit.birth.orderedBy).contains("2092-QĐ/TU 10/02/2025"))
      let decision = try #require(
        province.history.instruments[try province.history.instrument("2092-QĐ/TU")])
      #expect(decision.issuer == "Tỉnh ủy Lạng Sơn")
      // Its committee was named by another decision of that day.
      let committee = try province.unit("bch-dang-bo-ubnd-tinh", on: "10/02/2025")
      #expect(province.texts(committee.birth.orderedBy) == ["2098-QĐ/TU 10/02/2025"])
      let naming = try #require(
        province.history.instruments[try province.history.instrument("2098-QĐ/TU")])
      #expect(naming.issuer == "Ban Thường vụ Tỉnh ủy Lạng Sơn")
    }

    // Q17. Ban Chấp hành Đảng bộ UBND tỉnh gồm bao nhiêu đồng chí lúc chỉ định và tháng 8/2025?
    @Test func `how many members had the committee when named, and in 08/2025`() throws {
      let figures = province.figures(of: "Đảng bộ UBND tỉnh")
      func value(_ words: String) throws -> Claim {
        let folded = FoldedText(words).text
        return try #require(
          figures.first { answer in
            guard case .figure(let what, _) = answer.claim.measure else { return false }
            return FoldedText(what).text.contains(folded)
          }
        ).claim
      }
      #expect(try value("chỉ định lần đầu").value == 22)
      #expect(try value("chỉ định bổ sung").value == 4)
      #expect(try value("điều động, luân chuyển").value == 4)
      let now = try value("hiện có")
      #expect(now.value == 22)
      #expect(now.base == 27)
      #expect(now.asOf == (try ImpreciseDay("2025-08")))
      #expect(try province.claim("cl-btv-09").claim.value == 9)
      let standing = try province.claim("cl-btv-08-09").claim
      #expect(standing.value == 8)
      #expect(standing.base == 9)
    }

    // Q18. Hội Chữ thập đỏ tỉnh đã tiếp nhận những hội nào?
    @Test func `which associations did the provincial Red Cross take in`() throws {
      let (edge, names) = try province.origin(of: "hoi-chu-thap-do-tinh", on: "08/02/2025")
      #expect(
        names == [
          "Hội Nạn nhân chất độc da cam/dioxin tỉnh", "Hội Người mù tỉnh",
          "Hội Bảo trợ người khuyết tật và Bảo vệ quyền trẻ em tỉnh",
        ])
      #expect(edge.type == .absorbed)
      #expect(edge.on.latest == (try Day("08/02/2025")))
    }

    // Q19. Hội Y học tỉnh trở thành gì?
    @Test func `what became of Hội Y học tỉnh`() throws {
      let (edge, names) = try province.fate(of: "hoi-y-hoc-tinh", on: "08/02/2025")
      #expect(names == ["Hội Đông y tỉnh"])
      #expect(edge.type == .absorbed)
      #expect(edge.on.latest == (try Day("08/02/2025")))
      #expect(try province.unit("hoi-dong-y-tinh", on: "09/02/2025").status == .alive)
    }

    // Q20. Hội Văn học Nghệ thuật và Hội Nhà báo hợp nhất thành gì?
    @Test func `into what did Hội Văn học Nghệ thuật and Hội Nhà báo merge`() throws {
      let (edge, names) = try province.fate(of: "hoi-van-hoc-nghe-thuat", on: "08/02/2025")
      #expect(names == ["Hội Văn học Nghệ thuật và Nhà báo tỉnh"])
      #expect(edge.type == .merged)
      #expect(edge.on.latest == (try Day("08/02/2025")))
      let (_, together) = try province.origin(
        of: "Hội Văn học Nghệ thuật và Nhà báo tỉnh", on: "08/02/2025")
      #expect(together.count == 2)
      #expect(try province.fate(of: "hoi-nha-bao", on: "08/02/2025").into == names)
    }

    // Q21. Hội làm vườn tỉnh Lạng Sơn hiện nay?
    @Test func `what of Hội làm vườn tỉnh today`() throws {
      let unit = try province.unit("hoi-lam-vuon-tinh", on: "21/04/2026")
      #expect(unit.status == .ended)
      #expect(unit.end?.type == .dissolved)
      #expect(unit.end?.on.latest == (try Day("08/02/2025")))
      #expect(
        try #require(province.history.lineage(of: "hoi-lam-vuon-tinh", asOf: Day("21/04/2026")))
          .edges.isEmpty)
    }

    // Q22. Những huyện, thành phố nào đã chấm dứt hoạt động Hội Làm vườn?
    @Test func `in which districts did Hội Làm vườn end`() throws {
      let diff = try province.history.diff(from: Day("31/12/2024"), to: Day("28/02/2025"))
      let ended = diff.ended.filter { FoldedText($0.name).text.hasPrefix("hoi lam vuon") }
      let districts = try ended.compactMap { unit -> String? in
        let detail = try province.unit(unit.unit, on: "31/12/2024")
        guard let parent = detail.row.parent else { return nil }
        let district = try province.unit(parent, on: "31/12/2024").row
        return ["huyện", "thành phố"].contains(district.kind) ? district.name : nil
      }
      #expect(
        districts.sorted() == [
          "Huyện Bắc Sơn", "Huyện Chi Lăng", "Huyện Tràng Định", "Huyện Văn Quan",
          "Thành phố Lạng Sơn",
        ])
      #expect(try province.claim("cl-hoi-huyen-lam-vuon").claim.value == 5)
    }
  }
}
