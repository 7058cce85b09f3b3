import Foundation
import OrgLedger
import Testing

@Suite("The order of the Vietnamese alphabet")
struct VietnameseOrderTests {
  @Test(arguments: [
    [
      "Bắc Sơn", "Bình Gia", "Cao Lộc", "Chi Lăng", "Đình Lập", "Hữu Lũng", "Lạng Sơn", "Lộc Bình",
      "Tràng Định", "Văn Lãng", "Văn Quan",
    ],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["a", "à", "ạ", "ă", "ằ", "ặ", "â", "ầ", "ậ", "b", "c", "d", "đ", "e", "ẹ", "ê", "g"],
    ["o", "ọ", "ô", "ộ", "ơ", "ợ", "p", "u", "ụ", "ư", "ự", "v", "x", "y", "ỵ"],
    // Letters before tones within a syllable, tones before the letters of the next one.
    ["ang", "áng", "anh", "ánh"], ["ac", "ác", "ach", "ách"], ["ba", "bả", "ban"],
    ["ma cũ", "má bà", "mạ ai"], ["hoa", "hoa bưởi", "hoà", "hòa", "hoá"],
    // Small letters first, only where nothing else differs.
    ["a", "A", "á", "Á", "b"], ["sở", "Sở", "Sở Y tế"],
    // Signs between syllables do not count; a shorter name comes first.
    ["Lao động", "Lao động - Thương binh", "Lao động và Xã hội"],
    ["Tổ 1", "Tổ 2", "Tổ 10", "Tổ dân phố"], ["", "0", "1", "a"],
    // Names of other languages stand where a reader looks for them.
    ["Zo", "Zoe", "Zoë", "Zof"], ["Fo", "Ho"], ["z", "а", "б", "В"],
  ])
  func `is this one`(names: [String]) {
    for seed in 1...5 {
      var dice = Dice(state: UInt64(seed))
      let shuffled = names.shuffled(using: &dice)
      #expect(shuffled.sorted { VietnameseOrder($0) < VietnameseOrder($1) } == names)
    }
  }

  @Test func `is that of all letters with their tones, small ones first`() {
    let letters =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrst"
      + "uùủũúụưừửữứựvxyỳỷỹýỵ"
    // Within one letter the tone counts before the case: a, A, à, À.
    let expected = letters.flatMap { [String($0), $0.uppercased()] }
    let sorted = expected.reversed().sorted { VietnameseOrder($0) < VietnameseOrder($1) }
    #expect(sorted == expected)
  }

  @Test func `does not ask how letters are composed`() {
    let names = ["Bắc Sơn", "Đường", "Ủy ban", "Hữu Lũng", "Ngữ", "Yến", "Ặc"]
    for (left, right) in zip(names, names.dropFirst()) {
      let decomposed = left.decomposedStringWithCanonicalMapping
      #expect(decomposed.unicodeScalars.count > left.unicodeScalars.count)
      #expect(
        (VietnameseOrder(decomposed) < VietnameseOrder(right))
          == (VietnameseOrder(left) < VietnameseOrder(right)))
      // Nothing that people see stands between the two forms.
      #expect(VietnameseOrder(decomposed) < VietnameseOrder(left + " a"))
      #expect(VietnameseOrder(left) < VietnameseOrder(decomposed + " a"))
    }
  }

  @Test func `is an order of any texts`() {
    var dice = Dice(state: 9)
    let letters = Array("aăâáạdđeêoôơuư AB1 20-,ф\u{301}\u{302}\u{31B}中ß")
    let texts = (0..<200).map { _ in
      String(
        (0..<Int.random(in: 0...6, using: &dice)).map { _ in
          letters.randomElement(using: &dice) ?? "a"
        })
    }
    let sorted = texts.sorted { VietnameseOrder($0) < VietnameseOrder($1) }
    for (index, left) in sorted.enumerated() {
      for right in sorted[index...] {
        #expect(!(VietnameseOrder(right) < VietnameseOrder(left)), "\(left) | \(right)")
        #expect(
          (VietnameseOrder(left) == VietnameseOrder(right))
            == (Array(left.utf8) == Array(right.utf8)))
      }
    }
  }
}
