import FoundationEssentials
import OrgLedger
import Testing

/// The folder of events of this project, found from this file.
let eventsFolder: String = {
  let package = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  return "/\(package)/events"
}()

@Suite("The events of Lạng Sơn")
struct LangSonTests {
  static let imported = Result { () throws -> History in
    let ledger = Ledger.inMemory(clock: StoppedClock(1).now)
    let read = try DocumentFolder(eventsFolder).read()
    let report = try Importer(into: ledger).importing(read.documents)
    if let refusal = report.refusal { throw ImportRefused(what: "\(refusal)") }
    return try ledger.history()
  }

  struct ImportRefused: Error { let what: String }

  @Test(arguments: [
    ("31/10/2024", 11, 200), ("30/11/2024", 11, 200), ("01/12/2024", 11, 194),
    ("30/06/2025", 11, 194), ("01/07/2025", 0, 65),
  ])
  func `have these districts and communes`(day: String, districts: Int, communes: Int) throws {
    let chart = try Self.imported.get().chart(on: Day(day), .latest)
    let living = chart.units.values.filter { $0.end == nil }
    #expect(living.count { ["huyện", "thành phố"].contains($0.kind) } == districts)
    #expect(living.count { ["xã", "phường", "thị trấn"].contains($0.kind) } == communes)
  }
}
