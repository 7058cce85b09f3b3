import LMDB
import OrgLedger
import Synchronization

/// Makes the store of the first format that the tests keep; see `Fixtures/README.md`.
///
/// It was run once. What it made is what later versions must read, whatever this code does then.
enum Format1 {
  static func make(at path: String) throws {
    let ticks = Atomic<Int64>(0)
    let store = try LMDBStore.create(
      at: "\(path)/whole", origin: "lang-son.example/format-1", offsetMinutes: 420,
      clock: {
        let tick = ticks.add(1, ordering: .relaxed).newValue
        return SystemTime(rawValue: 1_767_225_600_000_000 + tick * 1_000_001)
      })
    for (author, submissions) in [
      ("văn thư", Format1Texts.texts), ("phòng Nội vụ", Format1Acts.all),
      ("unstated", Format1Texts.statements),
    ] {
      let result = try store.append(AppendRequest(submissions, by: author))
      if let refusal = result.refusal { throw refusal }
    }
    store.close()
    try Environment.open(at: "\(path)/whole", mode: .readOnly).copy(to: "\(path)/compact")
  }
}
