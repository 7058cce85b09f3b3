import Foundation
import OrgLedger
import OrgLedgerTesting
import Testing

/// A store of an older format that is kept with the tests; see `Fixtures/README.md`.
struct StoredBefore {
  let format: Int

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Fixtures").standardizedFileURL

  /// What it holds, as was written down when it was made.
  func expected() throws -> [String] {
    try String(
      contentsOf: Self.fixtures.appending(path: "format-\(format).expected.txt"), encoding: .utf8
    ).split(separator: "\n").map(String.init)
  }

  /// Opens a copy of it.
  func withCopy(readOnly: Bool, _ body: (LMDBStore) throws -> Void) throws {
    try withFolder { folder in
      let kept = try Data(contentsOf: Self.fixtures.appending(path: "format-\(format).store"))
      try kept.write(to: URL(filePath: "\(folder)/data.mdb"))
      let store = try LMDBStore.open(at: folder, readOnly: readOnly)
      defer { store.close() }
      try body(store)
    }
  }

  /// What a store holds: identity, head, stored bytes, and the charts of some days.
  static func describe(_ store: any LogStore, days: [String]) throws -> [String] {
    let (identity, head) = (store.identity, try store.head())
    var lines = [
      "format \(identity.format), origin \(identity.origin), id \(identity.id)",
      "offset \(identity.offsetMinutes)",
      "head \(head.position) at \(head.recordedAt?.rawValue ?? 0)",
    ]
    for record in try Ledger(store).records() {
      let bytes = try #require(try store.storedBytes(at: record.position))
      let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      lines.append("\(record.position) \(record.body.kind.rawValue) \(digits)")
    }
    let history = try Ledger(store).history()
    for day in days {
      for fold in Fold.allCases {
        lines.append("chart \(day) \(fold)")
        lines += ChartLines.of(history.chart(on: try Day(day), fold))
      }
    }
    return lines
  }
}
