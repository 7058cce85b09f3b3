import OrgLedger
import Testing

/// What officials and archivists type, and what they mean by it.
@Suite("A search of the province", .serialized)
struct SearchedProvinceTests {
  @Test(arguments: [
    ("vp ubnd", "vp-ubnd-tinh"), ("sở y te lang sơn", "so-y-te"),
    ("công an xã", "cong-an-cap-xa"), ("ubnd xa", "ubnd-cap-xa"),
    ("phong dt", "phong-dan-toc-huyen-bac-son"), ("phường tân thành", "xa-tan-thanh-2025"),
    ("LĐTBXH", "so-lao-dong-tbxh"), ("KH&ĐT", "so-ke-hoach-va-dau-tu"),
    ("so tc", "so-tai-chinh"), ("báo lạng sơn", "bao-lang-son"), ("tỉnh ủy", "tinh-uy"),
    ("vp tinh uy", "vp-tinh-uy"), ("sở nội vụ", "so-noi-vu"), ("thanh tra", "thanh-tra-tinh"),
    ("ubnd", "ubnd-tinh"), ("GDĐT", "so-giao-duc-va-dao-tao"), ("mttq", "mttq-tinh"),
    ("ban tuyên giáo", "ban-tuyen-giao-va-dan-van-tinh-uy"),
    ("sở nn", "so-nong-nghiep-va-moi-truong"), ("cao lộc", "xa-cao-loc-2025"),
    ("nq 1672", "vn/ubtvqh/nq/2025/1672"), ("ttyt bắc sơn", "ttyt-huyen-bac-son"),
    ("xã tân thanh huyện văn lãng", "xa-tan-thanh-van-lang"),
    ("trường cao đẳng lạng sơn", "truong-cd-lang-son"),
  ])
  func `brings first what is meant`(text: String, id: String) throws {
    let history = try Province().history
    let hits = history.search(text, asOf: try Day("2026-06-01"), connecting: ["và"]).hits
    #expect(hits.first?.id == id)
  }

  @Test func `marks a school that was only planned`() throws {
    let history = try Province().history
    let hit = try #require(
      history.search("trường cao đẳng lạng sơn", asOf: try Day("2026-06-01")).hits.first)
    #expect(hit.plannedBy == "lang-son/kl-121/truong-cao-dang")
  }
}
