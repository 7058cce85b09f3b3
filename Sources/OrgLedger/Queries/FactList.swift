/// A list of facts that somebody drew from texts, with the records that are to carry each.
///
/// It is written as a table of tab-separated values under the heading `kind fact record id`, one
/// record a line; a fact that several records carry stands on several lines.
public struct FactList: Hashable, Sendable {
  /// In order of first appearance.
  public private(set) var facts: [ListedFact] = []

  /// Reads a list.
  ///
  /// Lines end with LF or CR LF; empty ones are passed over.
  ///
  /// - Throws: The first line that is wrong.
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) throws(FactListError) {
    var places: [[Substring]: Int] = [:]
    var heading = false
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { Substring($0) }
      if !heading {
        guard cells == Self.heading.map({ $0[...] }) else {
          throw FactListError(line: index + 1, problem: .heading)
        }
        heading = true
        continue
      }
      guard cells.count == 4, cells.allSatisfy({ !$0.isEmpty }) else {
        throw FactListError(line: index + 1, problem: .cells(cells.count))
      }
      guard let kind = ListedRecord.Kind(rawValue: String(cells[2])) else {
        throw FactListError(line: index + 1, problem: .recordKind(String(cells[2])))
      }
      let record = ListedRecord(kind: kind, id: String(cells[3]), line: index + 1)
      if let place = places[[cells[0], cells[1]]] {
        facts[place].records.append(record)
      } else {
        places[[cells[0], cells[1]]] = facts.count
        facts.append(
          ListedFact(kind: String(cells[0]), fact: String(cells[1]), records: [record]))
      }
    }
    if !heading { throw FactListError(line: 1, problem: .heading) }
  }

  /// The first line of every list.
  public static let heading = ["kind", "fact", "record", "id"]
}

/// A fact and the records that are to carry it.
public struct ListedFact: Hashable, Sendable {
  /// What sort of fact it is, in the words of the list.
  public let kind: String
  /// How the list names it.
  public let fact: String
  public internal(set) var records: [ListedRecord]
}

/// A record as a list names it.
public struct ListedRecord: Hashable, Sendable {
  public let kind: Kind
  public let id: String
  /// The line of the list.
  public let line: Int

  /// What is named: a record by its id, or a unit or function, which events carry.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Encodable {
    case instrument, act, event, claim, conflict, unit, function
  }
}

/// What is wrong with a list of facts.
public struct FactListError: Error, Hashable, Sendable {
  public let line: Int
  public let problem: Problem

  public init(line: Int, problem: Problem) {
    self.line = line
    self.problem = problem
  }

  /// What is wrong with the line.
  public enum Problem: Hashable, Sendable {
    /// The first line is not the heading.
    case heading
    /// There are not four cells that are filled, but so many.
    case cells(Int)
    /// There is no such kind of record.
    case recordKind(String)
  }
}
