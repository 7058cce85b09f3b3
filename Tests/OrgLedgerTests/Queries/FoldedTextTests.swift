import Foundation
import OrgLedger
import Testing

@Suite("Text as it is compared with what a person types")
struct FoldedTextTests {
  @Test(arguments: [
    ("Ủy ban nhân dân", "uỷ BAN nhan dan"), ("Hòa Bình", "Hoà Bình"),
    ("Đặng Thị Hường", "dang thi huong"), ("Xã Đề Thám", "xa de tham"),
    ("Lương Văn Tri", "LUONG VAN TRI"), ("Kraków Łódź", "krakow lodz"),
    ("Straße", "strasse"), ("Œuvre", "oeuvre"), ("Århus", "arhus"), ("İzmir", "izmir"),
    ("  Sở   Tài chính ", "sở tài chính"), ("Cao Lộc – Lộc Bình", "cao loc - loc binh"),
  ])
  func `is the same without case, marks and superfluous blanks`(left: String, right: String) {
    #expect(FoldedText(left) == FoldedText(right))
  }

  @Test func `is the same composed and decomposed, for every Latin letter of its table`() {
    for value in Array(UInt32(0xC0)..<0x250) + Array(0x1E00..<0x1F00) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic,
        !(0x1C0..<0x1CD).contains(value), ![0x1EE, 0x1EF].contains(value)
      else { continue }
      let letter = String(scalar)
      #expect(
        FoldedText(letter) == FoldedText(letter.decomposedStringWithCanonicalMapping),
        "U+\(String(value, radix: 16))")
    }
  }

  @Test func `of every Vietnamese letter is a plain one`() {
    let letters = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
    for letter in letters + letters.uppercased() {
      let folded = FoldedText(String(letter)).text
      #expect(folded.utf8.count == 1 && folded.utf8.allSatisfy { (0x61...0x7A).contains($0) })
    }
  }

  @Test func `keeps letters of other scripts, without their case`() {
    #expect(FoldedText("Москва") == FoldedText("МОСКВА"))
    #expect(FoldedText("Москва") != FoldedText("Moskva"))
  }

  @Test(arguments: [
    ("so tai chinh", "so tai chinh", 0), ("so tai chinh", "so tai chin", 1), ("abc", "", 3),
    ("kitten", "sitting", 3), ("flaw", "lawn", 2), ("so y te", "so noi vu", 5),
  ])
  func `is so many letters away`(left: String, right: String, distance: Int) {
    for limit in 0...8 {
      let found = FoldedText(left).distance(to: FoldedText(right), limit: limit)
      #expect(found == (distance <= limit ? distance : nil), "limit \(limit)")
    }
  }
}
