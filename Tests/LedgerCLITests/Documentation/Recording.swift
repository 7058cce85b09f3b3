import Foundation
import OrgLedger

/// A document in a Markdown file that says when it is recorded, and by whom.
///
/// It stands in a block of YAML whose first line is a comment:
/// `# FILE, recorded on DD/MM/YYYY at HH:MM by AUTHOR`.
struct Recording {
  /// The number of the line at which its block begins, from 1.
  let line: Int
  let file: String
  let day: Day
  /// Hours and minutes of that day, at the offset of the store.
  let time: String
  let author: String
  let text: String

  /// The offset of the store from UTC.
  static let offsetMinutes = 7 * 60

  /// What can go wrong with what the file says.
  enum Unfit: Error {
    case unreadHeading(String)
    case refused(String, String)
  }

  /// The documents of a file in the order in which they stand.
  static func all(in file: String) throws -> [Recording] {
    let lines = try Example.text(of: file)
    var recordings: [Recording] = []
    for (start, line) in lines.enumerated() where line == "```yaml" {
      let body = lines[(start + 1)...].prefix { $0 != "```" }
      let heading = body.first ?? ""
      guard
        let match = heading.wholeMatch(
          of: /# (\S+), recorded on (\S+) at (\d\d:\d\d) by (.+)/)
      else { throw Unfit.unreadHeading(heading) }
      recordings.append(
        Recording(
          line: start + 1, file: String(match.1), day: try Day(String(match.2)),
          time: String(match.3), author: String(match.4),
          text: body.joined(separator: "\n") + "\n"))
    }
    return recordings
  }

  /// Records it in a store, which is made where there is none, with the clock set to its moment.
  func record(in store: String) throws {
    let moment = try SystemTime("\(day)T\(time)", offsetMinutes: Self.offsetMinutes)
    let ledger =
      FileManager.default.fileExists(atPath: store)
      ? try Ledger.open(at: store, clock: { moment })
      : try Ledger.create(
        at: store, origin: "thu", offsetMinutes: Self.offsetMinutes, clock: { moment })
    defer { (ledger.store as? LMDBStore)?.close() }
    let reading = try DocumentReader.yaml(text, file: file)
    let report = try Importer(into: ledger, options: .init(by: author))
      .importing(reading.documents)
    if let (submission, reason) = report.refusal {
      throw Unfit.refused("\(submission.file):\(submission.line)", "\(reason)")
    }
  }
}
