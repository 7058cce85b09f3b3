import Testing

@testable import OrgLedger

@Suite("Damaged documents")
struct MutationTests {
  private func damaged(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &chance) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &chance)
      let sign = chance.one(of: Array("\n :-{}[]\"'#&*!|>%@`,\t?~\\u0\u{0}<é".utf8) + [0xFF, 0x80])
      switch Int.random(in: 0..<5, using: &chance) {
      case 0: bytes[place] = sign
      case 1: bytes.insert(sign, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + 30))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
      }
    }
    return bytes
  }

  @Test func `are read or refused with a line that exists, never a crash`() throws {
    var chance = Chance(7)
    var refused = 0
    for seed in 0..<40 {
      var any = AnyDocument(seed: UInt64(seed))
      let pair = [any.document(), any.document()]
      let yaml = Array(DocumentWriter.yaml(pair).utf8)
      let json = Array(pair.map { DocumentWriter.json($0) + "\n" }.joined().utf8)
      for _ in 0..<25 {
        let bytes = damaged(yaml, &chance)
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
        let found = errors(in: bytes)
        refused += found.isEmpty ? 0 : 1
        #expect(found.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 })
        let other = damaged(json, &chance)
        let result = try everything(of: ndjson(other, chunk: 4_096))
        let jsonLines = other.count { $0 == 0x0A } + 1
        #expect(result.errors.allSatisfy { (1...jsonLines).contains($0.line) })
      }
    }
    #expect(refused > 500)
  }

  @Test func `with repeated keys name every one of them`() throws {
    for seed in 0..<20 {
      var any = AnyDocument(seed: UInt64(seed))
      let text = DocumentWriter.yaml([
        Document(instrument: any.instrument("i"), acts: [any.act("a")])
      ])
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      // A line that is one key with its value, twice.
      let single = lines.indices.filter { index in
        let line = lines[index]
        let next = index + 1 < lines.count ? lines[index + 1] : ""
        let depth = line.prefix { $0 == " " }.count
        return line.contains(": ") && !line.contains("- ") && !line.hasSuffix(":")
          && next.prefix { $0 == " " }.count <= depth
      }
      guard let index = single.randomElement(using: &any.chance) else { continue }
      var twice = lines
      twice.insert(lines[index], at: index + 1)
      let found = errors(in: twice.joined(separator: "\n"))
      #expect(
        found.contains {
          $0.line == index + 2 && $0.problem == .duplicateKey(firstLine: index + 1)
        }, "\(found.map(\.summary)) \(lines[index])")
    }
  }
}
