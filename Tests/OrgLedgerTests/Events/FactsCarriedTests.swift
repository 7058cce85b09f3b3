import FoundationEssentials
import OrgLedger
import Testing

/// The folder with the files of the five documents, where it is at hand.
let sourcesFolder: String? = {
  let package = #filePath.split(separator: "/").dropLast(4)
  let beside = "/" + (package.dropLast() + ["shared", "seeds"]).joined(separator: "/")
  let named = ProcessInfo.processInfo.environment["LEDGER_SOURCES"]
  return [named, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
}()

@Suite("The facts of the five documents", .serialized)
struct FactsCarriedTests {
  static let records = Result { () throws -> [Record] in
    let ledger = Ledger.inMemory(clock: StoppedClock(1).now)
    let read = try DocumentFolder(eventsFolder).read()
    let report = try Importer(into: ledger).importing(read.documents)
    if let refusal = report.refusal { throw refusal.reason }
    return try ledger.records()
  }

  /// The units that an enacted event begins.
  static func enacted() throws -> Set<UnitID> {
    Set(
      try records.get().flatMap { record -> [UnitID] in
        guard case .event(let event) = record.body, event.status == .enacted else { return [] }
        return event.event.born.map(\.id)
      })
  }

  static let carried = Result { () throws -> CarriedFacts in
    let file = URL(filePath: eventsFolder + "/lang-son/facts.tsv")
    let list = try FactList(String(decoding: try Data(contentsOf: file), as: UTF8.self))
    return try records.get().carrying(list)
  }

  @Test(arguments: [
    ("event", 100), ("claim", 100), ("contradiction", 42), ("unit", 184), ("function", 33),
    ("text", 107), ("post", 4),
  ])
  func `are all there, so many of a kind`(kind: String, number: Int) throws {
    let facts = try Self.carried.get().facts.filter { $0.kind == kind }
    #expect(facts.count == number)
    #expect(facts.filter(\.isCarried).count == number)
  }

  @Test func `are of no other kind, and none is missing`() throws {
    let carried = try Self.carried.get()
    #expect(carried.kinds.count == 7)
    for fact in carried.missing {
      Issue.record("\(fact.kind) \(fact.fact) is not carried")
    }
  }

  @Test func `are carried each by the record that the list names`() throws {
    let records = try Self.records.get()
    let enacted = try Self.enacted()
    for carrier in try Self.carried.get().facts.flatMap(\.records) {
      let position = try #require(carrier.position, "\(carrier.kind.rawValue) \(carrier.id)")
      let body = records[Int(position) - 1].body
      switch carrier.kind {
      case .unit:
        guard case .event(let record) = body else {
          Issue.record("\(carrier.id) is carried by no event")
          continue
        }
        #expect(record.event.born.contains { $0.id.text == carrier.id })
        // What was enacted is not shown as what was only planned.
        let isEnacted = enacted.contains(UnitID(carrier.id))
        #expect(record.status == (isEnacted ? .enacted : .proposed), "\(carrier.id)")
      case .function:
        guard case .event(let record) = body else {
          Issue.record("\(carrier.id) is carried by no event")
          continue
        }
        #expect(record.event.mentions.contains(.function(FunctionID(carrier.id))))
      default:
        #expect(body.kind.rawValue == carrier.kind.rawValue)
        #expect(body.id == carrier.id)
      }
    }
  }

  @Test func `are five texts of which the others are cited`() throws {
    let records = try Self.records.get()
    let files = records.compactMap { record -> String? in
      guard case .instrument(let text) = record.body, let file = text.source?.file,
        file.hasSuffix(".txt")
      else { return nil }
      return file
    }
    #expect(
      files.sorted() == [
        "000_1d34e513724ef885.txt", "001_d1d52db701f321a4.txt", "002_606ab56a5eb8481a.txt",
        "003_04442b88a8ca4fe8.txt", "004_f086a341d523f0d6.txt",
      ])
  }

  @Test(.enabled(if: sourcesFolder != nil, "the five documents are not at hand"))
  func `quote what stands in the documents, in the lines cited`() throws {
    let folder = try #require(sourcesFolder)
    let records = try Self.records.get()
    let history = History(records)
    var texts: [InstrumentID: SourceText] = [:]
    for text in history.instruments.values {
      guard let file = text.source?.file, file.hasSuffix(".txt") else { continue }
      texts[text.id] = SourceText(Array(try Data(contentsOf: URL(filePath: folder + "/" + file))))
    }
    #expect(texts.count == 5)
    // Of the facts of the list, and of everything else that the ledger quotes of them.
    var citations: [(of: String, Citation)] = try Self.carried.get().facts.flatMap { fact in
      fact.records.flatMap { record in record.citations.map { (fact.fact, $0) } }
    }
    citations += history.facts.flatMap { fact in
      fact.event.citations.map { citation in
        var citation = citation
        citation.instrument = citation.instrument ?? fact.act.instrument
        return (fact.event.id.text, citation)
      }
    }
    var checked = 0
    for (fact, citation) in citations {
      guard citation.quote != nil, let text = citation.instrument.flatMap({ texts[$0] }) else {
        continue
      }
      checked += 1
      #expect(
        text.look(for: citation) == .holds,
        "\(fact): \(citation.lines ?? "no lines"): \(citation.quote ?? "")")
    }
    #expect(checked > 1_000)
  }
}
