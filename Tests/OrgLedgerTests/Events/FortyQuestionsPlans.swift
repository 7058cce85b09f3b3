import OrgLedger
import Testing

extension FortyQuestions {
  @Suite("about staff, plans and texts")
  struct StaffPlansAndTexts {
    let province: Province

    init() throws { province = try Province() }

    /// The planned acts that are about a unit, or in which it takes part.
    private func plans(about unit: UnitID) -> [Fact] {
      province.history.facts.filter {
        $0.act.status == .proposed && $0.event.mentions.contains(.unit(unit))
      }
    }

    // Q34. Tổng biên chế công chức năm 2015, 2021, 2025?
    @Test func `how many posts of civil servants were there in 2015, 2021 and 2025`() throws {
      let quotas = province.history.reconcile().claims.filter { answer in
        guard case .quota("biên chế công chức", _) = answer.claim.measure else { return false }
        return true
      }
      #expect(quotas.map { $0.claim.asOf?.description } == ["2015", "2021", "2025"])
      #expect(quotas.map(\.claim.value) == [2290, 2066, 2089])
      #expect(
        quotas.last?.claim.includes
          == "08 biên chế chuyển sang khối Đảng và 103 biên chế Trung ương chuyển về")
      #expect(quotas.allSatisfy { $0.result == .cannotTell && $0.found == nil })
    }

    // Q35. Tổng số trường hợp tinh giản biên chế 2017-2024 và năm cao nhất?
    @Test func `how many posts were cut from 2017 to 2024, and in which year most`() throws {
      let total = try #require(
        province.figures(of: "trường hợp tinh giản biên chế được phê duyệt từ năm 2017").first)
      #expect(total.claim.value == 2713)
      #expect(total.arithmetic == .holds)
      let years = try total.claim.parts.map { try province.claim($0).claim }
      #expect(years.count == 8)
      let most = try #require(years.max { ($0.value?.double ?? 0) < ($1.value?.double ?? 0) })
      #expect(most.asOf == (try ImpreciseDay("2020")))
      #expect(most.value == 661)
    }

    // Q36. Trường Cao đẳng Lạng Sơn: kế hoạch và tình trạng mới nhất?
    @Test func `what is planned for Trường Cao đẳng Lạng Sơn, and what is known last`() throws {
      let plan = try #require(
        province.history.facts.first { $0.event.born.contains { $0.id == "truong-cd-lang-son" } })
      #expect(plan.act.status == .proposed)
      #expect(plan.event.type == .merged)
      let schools = try plan.event.ends.map { try province.unit($0, on: "28/02/2025").row.name }
      #expect(
        Set(schools) == [
          "Trường Cao đẳng Sư phạm Lạng Sơn", "Trường Cao đẳng Y tế",
          "Trường Cao đẳng nghề Lạng Sơn",
        ])
      #expect(plan.event.born.map(\.parent) == [.under("ubnd-tinh")])
      // No text says that it was founded.
      #expect(province.history.show("truong-cd-lang-son", asOf: try Day("21/04/2026")) == nil)
      let last = try #require(province.history.history(of: "truong-cd-nghe")?.entries.last)
      #expect(last.type == .noted)
      #expect(last.on.latest == (try Day("31/08/2025")))
      #expect(
        last.summary.description
          == "Ban hành Đề án thành lập Trường Cao đẳng Lạng Sơn, trình Bộ Giáo dục và Đào tạo.")
    }

    // Q37. Kế hoạch đầu năm 2025 dự kiến gì với Đài Phát thanh và Truyền hình tỉnh?
    @Test func `what was planned for the broadcasting station early in 2025`() throws {
      let plan = try #require(plans(about: "dai-ptth-tinh").first)
      #expect(plan.event.type == .absorbed)
      #expect(plan.event.ends == ["dai-ptth-tinh"])
      #expect(plan.event.persists == ["bao-lang-son"])
      #expect(province.texts(plan.act.orderedBy) == ["126-KL/TW 14/02/2025"])
      let whole = province.history.facts.filter { $0.act.id == plan.act.id }
      #expect(whole.contains { $0.event.details.parent == .under("tinh-uy") })
      // March is the term of the proposal; the day of the merger is not stated.
      #expect(plan.effectiveOn == (try ImpreciseDay("2025-02-14/..")))
      let term = try province.claim("cl-bao-dai-ke-hoach-001").claim
      #expect(term.asOf == (try ImpreciseDay("2025-03")))
    }

    // Q38. Tháng 4/2026 tỉnh đang đánh giá mô hình tổ chức của những đơn vị nào?
    @Test func `whose organisation was under review in 04/2026`() throws {
      let review = try #require(
        province.history.facts.first {
          $0.event.details.description?.hasPrefix("Đánh giá hiệu quả mô hình tổ chức") == true
        })
      #expect(review.event.type == .noted)
      #expect(review.effectiveOn == (try ImpreciseDay("2026-04-21/2026-04-30")))
      let names = try review.event.details.about.map {
        try province.unit($0, on: "30/04/2026").row.name
      }
      #expect(
        Set(names) == [
          "Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn",
          "Trung tâm Xúc tiến, Đầu tư và Thương mại",
        ])
      // Nothing was decided: both live on, unchanged.
      for unit in review.event.details.about {
        #expect(try province.unit(unit, on: "31/12/2026").status == .alive)
      }
      #expect(try province.claim("cl-ra-soat-mo-hinh-002").claim.value == 2)
    }

    // Q39. ĐVSNCL cấp tỉnh nào dự kiến tự bảo đảm chi thường xuyên năm 2026?
    @Test func `which unit is to pay for itself in 2026`() throws {
      let plan = try #require(
        plans(about: "tt-khcn-lang-son").first {
          $0.event.details.description?.contains("tự đảm bảo chi thường xuyên") == true
        })
      #expect(plan.event.term == "Dự kiến")
      #expect(plan.effectiveOn == (try ImpreciseDay("2026")))
      let centre = try province.unit("tt-khcn-lang-son", on: "31/12/2026").row
      #expect(centre.name == "Trung tâm Khoa học và Công nghệ Lạng Sơn")
      #expect(centre.parent == "so-khoa-hoc-va-cong-nghe")
      #expect(try province.claim("cl-2026-dv-tu-chu").claim.value == 1)
    }

    // Q40. Những văn bản nào là căn cứ của việc sắp xếp các Sở (Tỉnh ủy)?
    @Test func `on which texts of the provincial party does the rearrangement rest`() throws {
      let direction = try #require(
        province.history.history(of: "ubnd-tinh")?.entries.first {
          $0.summary.description.contains("cho ý kiến chỉ đạo")
        })
      #expect(
        province.texts(direction.orderedBy) == [
          "325-KL/TU 29/11/2017", "02-PA/TU 20/12/2024", "198-NQ/TU 20/12/2024",
          "2287-KL/TU 10/02/2025",
        ])
      // The plan among them is what the acts of 01/03/2025 carry out.
      let plan = try province.history.instrument("02-PA/TU")
      let row = try #require(
        province.history.instruments(InstrumentFilter(id: plan)).instruments.first)
      #expect(row.states.contains("lang-son/plan-02/so"))
    }
  }
}
