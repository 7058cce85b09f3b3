import OrgLedger
import Testing

extension FortyQuestions {
  @Suite("about departments")
  struct Departments {
    let province: Province

    init() throws { province = try Province() }

    // Q01. Tính đến ngày 31/10/2024 tỉnh Lạng Sơn có bao nhiêu Sở?
    @Test func `how many sở were there on 31/10/2024`() throws {
      let claims = try province.claims(counting: ["sở"], on: "31/10/2024")
      let answer = try #require(claims.first)
      #expect(claims.count == 1)
      #expect(answer.claim.value == 19)
      // Counted units are no named ones: fifteen are named, and nobody says that these are all.
      #expect(answer.found == 15)
      #expect(answer.result == .cannotTell)
    }

    // Q02. Tính đến ngày 25/9/2025 có bao nhiêu Sở, giảm bao nhiêu so với 31/10/2024?
    @Test func `how many sở were there on 25/09/2025, and how many fewer`() throws {
      let counted = try #require(province.claims(counting: ["sở"], on: "25/09/2025").first)
      #expect(counted.claim.value == 14)
      #expect(counted.claim.base == 19)
      // The text says 35.7 %, which is five of 14 and not of 19: told, not put right.
      #expect(counted.claim.percent == 35.7)
      #expect(counted.arithmetic == .differs)
      #expect(counted.explanation.arithmetic.contains(.ofTheNewNumber))
      let change = try #require(
        province.claims(ofChangeIn: ["sở", "ban"], from: "2024-10-31", to: "2025-09-25").first)
      #expect(change.claim.value == -5)
      #expect(change.found == -5)
      #expect(change.result == .holds)
    }

    // Q03. Sở Tài chính (mới) được hình thành từ những đơn vị nào, từ ngày nào, căn cứ nào?
    @Test func `out of what, from when and on what basis is Sở Tài chính`() throws {
      let (edge, names) = try province.origin(of: "Sở Tài chính", on: "01/03/2025")
      #expect(names == ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"])
      #expect(edge.type == .merged)
      #expect(edge.on == ImpreciseDay(try Day("01/03/2025")))
      #expect(try province.quotes(edge.event).contains("Sở Kế hoạch và Đầu tư và Sở Tài chính"))
      let act = try province.fact(edge.event).act
      let plan = try act.enacts.map { try #require(province.history.acts[$0]) }
      #expect(province.texts(plan.map(\.instrument)) == ["02-PA/TU 20/12/2024"])
      // No decision that founded it is on record, only the resolution of the council.
      let basis = edge.orderedBy.compactMap { province.history.instruments[$0]?.kind }
      #expect(basis == ["nghị quyết"])
    }

    // Q04. Sở Giao thông vận tải trở thành đơn vị nào?
    @Test func `what did Sở Giao thông vận tải become`() throws {
      let (edge, names) = try province.fate(of: "so-giao-thong-van-tai", on: "01/03/2025")
      #expect(names == ["Sở Xây dựng"])
      #expect(edge.type == .merged)
      #expect(edge.on == ImpreciseDay(try Day("01/03/2025")))
      let (_, together) = try province.origin(of: "Sở Xây dựng", on: "01/03/2025")
      #expect(together == ["Sở Giao thông vận tải", "Sở Xây dựng"])
      // The board that stood under it gave its construction management to the provincial one.
      let board = try province.unit("bql-xd-bao-tri-htgt", on: "28/02/2025")
      #expect(board.row.parent == "so-giao-thong-van-tai")
      #expect(
        try province.leaders(of: "fn-quan-ly-xay-dung-htgt", on: "28/02/2025")
          == ["Ban Quản lý xây dựng và bảo trì hạ tầng giao thông"])
      #expect(
        try province.leaders(of: "fn-quan-ly-xay-dung-htgt", on: "01/03/2025")
          == ["Ban Quản lý dự án đầu tư xây dựng tỉnh"])
    }

    /// Whether a department was made of these by a merger on 01/03/2025.
    private func expect(_ name: String, mergedOf sources: Set<String>) throws {
      let (edge, names) = try province.origin(of: name, on: "01/03/2025")
      #expect(names == sources)
      #expect(edge.type == .merged)
      #expect(edge.on == (try ImpreciseDay("01/03/2025")))
    }

    // Q05. Sở Nông nghiệp và Môi trường kế thừa những Sở nào?
    @Test func `which sở does Sở Nông nghiệp và Môi trường succeed`() throws {
      try expect(
        "Sở Nông nghiệp và Môi trường",
        mergedOf: ["Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn"])
    }

    // Q06. Sở Khoa học và Công nghệ ngày 01/3/2025 hình thành từ đâu?
    @Test func `out of what is Sở Khoa học và Công nghệ of 01/03/2025`() throws {
      try expect(
        "Sở Khoa học và Công nghệ",
        mergedOf: ["Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"])
    }

    // Q07. Sở Dân tộc và Tôn giáo có phải là kết quả hợp nhất không?
    @Test func `is Sở Dân tộc và Tôn giáo the result of a merger`() throws {
      let (edge, names) = try province.origin(of: "Sở Dân tộc và Tôn giáo", on: "01/03/2025")
      #expect(edge.type == .replaced)
      #expect(names == ["Ban Dân tộc tỉnh"])
      #expect(edge.on == ImpreciseDay(try Day("01/03/2025")))
      // It also took a task over.
      #expect(
        try province.leaders(of: "fn-tin-nguong-ton-giao-tinh", on: "28/02/2025") == ["Sở Nội vụ"])
      #expect(
        try province.leaders(of: "fn-tin-nguong-ton-giao-tinh", on: "01/03/2025")
          == ["Sở Dân tộc và Tôn giáo"])
    }

    /// Whether a function went from one body to another on 01/03/2025, in the words of the text.
    private func expect(
      _ function: String, quoted words: String, from before: String, to after: String
    ) throws {
      #expect(try province.leaders(of: function, on: "28/02/2025") == [before])
      #expect(try province.leaders(of: function, on: "01/03/2025") == [after])
      let path = province.history.who(FunctionID(function), asOf: try Day("01/03/2025")).path
      #expect(try province.quotes(try #require(path.last)).contains(words))
    }

    // Q08. Ai quản lý nhà nước về giáo dục nghề nghiệp (cấp tỉnh) ngày 28/02/2025 và 01/3/2025?
    @Test func `who was in charge of vocational education on 28/02/2025 and on 01/03/2025`() throws
    {
      try expect(
        "fn-gdnn-tinh", quoted: "giáo dục nghề nghiệp",
        from: "Sở Lao động - Thương binh và Xã hội", to: "Sở Giáo dục và Đào tạo")
    }

    // Q09. Ai quản lý nhà nước về báo chí, xuất bản sau 01/3/2025?
    @Test func `who is in charge of press and publishing after 01/03/2025`() throws {
      try expect(
        "fn-bao-chi-xuat-ban", quoted: "báo chí, xuất bản", from: "Sở Thông tin và Truyền thông",
        to: "Sở Văn hóa, Thể thao và Du lịch")
    }

    // Q10. Chức năng bảo trợ xã hội; trẻ em; phòng, chống tệ nạn xã hội chuyển từ đâu về đâu?
    @Test func `from where to where went social protection, children and social evils`() throws {
      try expect(
        "fn-bao-tro-xa-hoi-tinh", quoted: "bảo trợ xã hội; trẻ em; phòng, chống",
        from: "Sở Lao động - Thương binh và Xã hội", to: "Sở Y tế")
    }

    // Q11. Từ 01/3/2025 cơ quan nào cấp Phiếu lý lịch tư pháp?
    @Test func `who issues judicial record certificates from 01/03/2025 on`() throws {
      try expect(
        "fn-ly-lich-tu-phap", quoted: "Phiếu lý lịch tư pháp", from: "Sở Tư pháp",
        to: "Công an tỉnh")
    }

    // Q12. Cục Quản lý thị trường địa phương được xử lý thế nào ngày 01/3/2025?
    @Test func `what happened to the market surveillance body on 01/03/2025`() throws {
      let before = try province.unit("cuc-qltt-dia-phuong", on: "28/02/2025")
      #expect(before.row.name == "Cục Quản lý thị trường địa phương")
      #expect(before.row.parent == "bo-cong-thuong")
      let after = try province.unit("cuc-qltt-dia-phuong", on: "01/03/2025")
      #expect(after.row.name == "Chi cục Quản lý thị trường")
      #expect(after.row.kind == "chi cục")
      #expect(after.row.parent == "so-cong-thuong")
      let day = try ImpreciseDay("01/03/2025")
      let entries = try #require(province.history.history(of: "cuc-qltt-dia-phuong")).entries
      #expect(entries.filter { $0.on == day }.map(\.type) == [.reparented, .reclassified])
    }

    // Q13. Văn phòng Điều phối Chương trình xây dựng nông thôn mới giải thể thì nhiệm vụ về đâu?
    @Test func `where did the tasks of the coordination office for new rural areas go`() throws {
      let office = try province.unit("vp-dieu-phoi-ntm", on: "01/03/2025")
      #expect(office.status == .ended)
      #expect(office.end?.type == .dissolved)
      #expect(office.end?.on == (try ImpreciseDay("01/03/2025")))
      #expect(
        try province.leaders(of: "fn-dieu-phoi-ntm", on: "01/03/2025")
          == ["Sở Nông nghiệp và Môi trường"])
      // The text names the two that merge into it, so that who got them is inferred.
      let path = province.history.who("fn-dieu-phoi-ntm", asOf: try Day("01/03/2025")).path
      #expect(try province.fact(try #require(path.last)).event.certainty == .inferred)
    }

    // Q14. Ngày 31/10/2024 cấp tỉnh có những tổ chức hành chính khác nào?
    @Test func `which other administrative organisations were there on 31/10/2024`() throws {
      let chart = province.history.chart(
        asOf: try Day("31/10/2024"), root: "ubnd-tinh", kinds: ["tổ chức hành chính khác"])
      #expect(
        Set(chart.units.map(\.name)) == [
          "Văn phòng Điều phối Chương trình xây dựng nông thôn mới tỉnh Lạng Sơn",
          "Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn",
        ])
      let claim = try #require(
        province.claims(counting: ["tổ chức hành chính khác"], on: "31/10/2024").first)
      #expect(claim.claim.value == 2)
      #expect(claim.result == .holds)
    }
  }
}

extension Decimal: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral number: Int64) { self.init(digits: number) }

  /// The shortest digits that mean the number, as it was written.
  public init(floatLiteral number: Double) {
    guard let exact = Decimal("\(number)") else { preconditionFailure("\(number)") }
    self = exact
  }
}
