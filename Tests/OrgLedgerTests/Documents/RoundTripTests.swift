import Testing

@testable import OrgLedger

@Suite("Documents come back as they were written")
struct RoundTripTests {
  private func readJSON(_ document: Document) throws -> [Document] {
    try everything(
      of: ndjson(DocumentWriter.json(document) + "\n", chunk: 1000, longestLine: 1 << 24)
    ).documents
  }

  @Test(arguments: EventType.allCases)
  func `with every type, and each of its keys`(type: EventType) throws {
    for seed in 0..<20 {
      var any = AnyDocument(seed: UInt64(seed))
      var event = any.event(type)
      event.id = "act#1"
      event.effectiveOn = any.impreciseDay()
      event.adoptReplacement()
      let act = Act(id: "act", instrument: any.own, events: [event])
      let document = Document(instrument: Instrument(id: any.own), acts: [act])
      let yaml = DocumentWriter.yaml([document])
      #expect(try documents(yaml) == [document], "\(yaml)")
      #expect(try readJSON(document) == [document])
    }
  }

  @Test func `whatever they hold, several in a file`() throws {
    for seed in 100..<160 {
      var any = AnyDocument(seed: UInt64(seed))
      let document = any.document()
      let yaml = DocumentWriter.yaml([document])
      #expect(try documents(yaml) == [document], "\(seed): \(yaml)")
      #expect(try readJSON(document) == [document])
      var other = document
      other.acts = []
      other.claims = []
      other.conflicts = []
      #expect(try documents(DocumentWriter.yaml([document, other])) == [document, other])
    }
  }

  @Test(arguments: AnyDocument.awkward)
  func `with a text that looks like something else`(text: String) throws {
    let document = Document(instrument: Instrument(id: "x", title: text, note: "n"))
    #expect(try documents(DocumentWriter.yaml([document])).first?.instrument.title == text)
    #expect(try readJSON(document).first?.instrument.title == text)
  }

  @Test func `with a very long text`() throws {
    let long = String(repeating: "Ủy ban: \"nhân\" dân ", count: 100_000)
    let document = Document(instrument: Instrument(id: "x", title: long))
    #expect(try documents(DocumentWriter.yaml([document])) == [document])
    #expect(try readJSON(document) == [document])
  }

  @Test func `and the contract's own document too`() throws {
    let original = try documents(ContractTests.text)
    #expect(try documents(DocumentWriter.yaml(original)) == original)
    #expect(try readJSON(#require(original.first)) == original)
  }
}
