import BenchSupport
import Foundation
import OrgLedger

/// A large file of NDJSON taken in by `ledger import`, as a process of its own whose memory is
/// watched.
struct BulkRows {
  let folder: Scratch
  let options: Options

  func run(into results: inout Results) throws {
    let file = folder.newPath() + ".ndjson"
    let events = try write(file, bytes: options.megabytes << 20)
    let store = folder.newPath()
    try Ledger.create(at: store).close()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: options.ledger)
    process.arguments = ["--store", store, "import", file]
    process.standardOutput = FileHandle.nullDevice
    var memory: [Double] = []
    let time = try seconds {
      try process.run()
      while process.isRunning {
        if let anonymous = anonymousMegabytes(of: "\(process.processIdentifier)") {
          memory.append(anonymous)
        }
        usleep(50_000)
      }
    }
    guard process.terminationStatus == 0 else { fatalError("ledger import failed") }
    let size = try FileManager.default.attributesOfItem(atPath: store + "/data.mdb")[.size]
    results.add("bulk: megabytes of NDJSON", Double(options.megabytes), .whole)
    results.add("… events", Double(events), .whole)
    results.add("… events a second", Double(events) / time, .whole)
    results.add("… seconds", time)
    results.add("… peak of anonymous memory, MiB", memory.max() ?? 0, goal: "< 64")
    for (name, part) in [
      ("first", memory.prefix(memory.count / 4)), ("last", memory.suffix(memory.count / 4)),
    ] { results.add("… peak in the \(name) quarter of the time, MiB", part.max() ?? 0) }
    results.add("… size of the store, MiB", Double(size as? Int ?? 0) / 1_048_576)
    try folder.remove(file)
    try folder.remove(store)
  }

  /// Writes documents until the file is as long as asked; a history of a fitting length.
  ///
  /// - Returns: How many events it holds.
  private func write(_ file: String, bytes: Int) throws -> Int {
    guard FileManager.default.createFile(atPath: file, contents: nil),
      let handle = FileHandle(forWritingAtPath: file)
    else { fatalError("cannot write \(file)") }
    defer { try? handle.close() }
    // Some 240 bytes of NDJSON a record.
    var country = Country(records: bytes / 230)
    var (written, events) = (0, 0)
    try country.documents { document in
      guard written < bytes else { return }
      let line = Data((DocumentWriter.json(document) + "\n").utf8)
      try handle.write(contentsOf: line)
      written += line.count
      events += document.acts.reduce(0) { $0 + $1.events.count }
    }
    return events
  }
}
