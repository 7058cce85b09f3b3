import LMDB
import OrgLedgerTesting
import Testing

@testable import OrgLedger

extension Defect {
  /// What breaks another table than that of the lines; `nil`: it is no defect of these.
  var table: ((LMDBStore) throws -> Void)? {
    switch self {
    case .forgetsACandidate: Self.forgetLast({ $1.under }, of: { $0.prefix { $0 != 0 } })
    case .forgetsTheTops: Self.forget({ $1.under }, { $0.first == 0 })
    case .keepsAForeignCandidate:
      { store in
        let under = try #require(store.tables.lines).under
        try store.change(under) { $0 + [(LineKey.under("nobody", "nobody"), [])] }
      }
    case .namesOnlyOne:
      Self.forgetLast({ $1.called }, of: { $0.first == 1 ? $0.prefix { $0 != 0 } : nil })
    case .mixesUpFunctions:
      { store in
        try store.change(try #require(store.tables.lines).numbered) { entries in
          zip(entries, entries.dropFirst() + entries.prefix(1)).map { ($0.key, $1.value) }
        }
      }
    case .forgetsAMention:
      Self.forgetLast(
        { tables, _ in tables.mentions }, of: { $0.first == 1 ? $0.dropLast(8) : nil })
    case .forgetsRetractions: Self.forgetMentions { $0.starts(with: Key.retractions) }
    case .forgetsFunctionNames: Self.forgetMentions { $0.first == 10 }
    case .forgetsWhatIsSuspended: Self.forgetMentions { $0.first == 9 }
    case .forgetsWhoStandsUnder: Self.forgetMentions { $0.first == 2 || $0.first == 3 }
    default: nil
    }
  }

  /// Leaves out entries of a table.
  private static func forget(
    _ table: @escaping (Tables, LineTables) -> Database, _ isMeant: @escaping ([UInt8]) -> Bool
  ) -> (LMDBStore) throws -> Void {
    { store in
      let lines = try #require(store.tables.lines)
      try store.change(table(store.tables, lines)) { $0.filter { !isMeant($0.key) } }
    }
  }

  private static func forgetMentions(
    _ isMeant: @escaping ([UInt8]) -> Bool
  ) -> (LMDBStore) throws -> Void {
    forget({ tables, _ in tables.mentions }, isMeant)
  }

  /// Leaves out the last of the entries that begin alike.
  private static func forgetLast(
    _ table: @escaping (Tables, LineTables) -> Database,
    of prefix: @escaping ([UInt8]) -> ArraySlice<UInt8>?
  ) -> (LMDBStore) throws -> Void {
    { store in
      let lines = try #require(store.tables.lines)
      try store.change(table(store.tables, lines)) { entries in
        let last = Dictionary(
          entries.compactMap { entry in prefix(entry.key).map { ($0, entry.key) } },
          uniquingKeysWith: { $1 })
        return entries.filter { entry in
          prefix(entry.key).map { last[$0] != entry.key } ?? true
        }
      }
    }
  }
}
