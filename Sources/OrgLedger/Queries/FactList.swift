/// A list of facts that somebody drew from texts, with the records that are to carry each.
///
/// It is written as a table of tab-separated values under the heading `kind fact record id`, one
/// record a line; a fact that several records carry stands on several lines.
public struct FactList: Hashable, Sendable {
  /// In order of first appearance.
  public private(set) var facts: [ListedFact] = []

  /// Reads a list.
  ///
  /// A byte-order mark at the beginning is passed over.
  ///
  /// - Throws: The first line that is wrong, or that is no UTF-8.
  /// - Complexity: O(*n*) in their number.
  public init(utf8 bytes: [UInt8]) throws(FactListError) {
    do { _ = try UTF8Span(validating: bytes.span) } catch {
      let line = bytes[..<error.byteOffsets.lowerBound].count { $0 == 0x0A } + 1
      throw FactListError(line: line, problem: .encoding)
    }
    try self.init(String(decoding: bytes, as: UTF8.self))
  }

  /// Reads a list.
  ///
  /// Lines end with LF or CR LF; empty ones are passed over.
  ///
  /// - Throws: The first line that is wrong.
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) throws(FactListError) {
    var places: [[Substring]: Int] = [:]
    var heading = false
    let scalars = text.unicodeScalars
    let body = scalars.first == "\u{FEFF}" ? scalars.dropFirst() : scalars[...]
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
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
        let same = facts[place].records.first { $0.kind == record.kind && $0.id == record.id }
        if let same {
          throw FactListError(line: index + 1, problem: .twice(firstLine: same.line))
        }
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
  /// The records that are to carry it, in the order of the list; all of them must be there.
  public internal(set) var records: [ListedRecord]
}

/// A record as a list names it.
public struct ListedRecord: Hashable, Sendable {
  /// What is named.
  public let kind: Kind
  /// Its identifier.
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
  /// The line of the list, from 1.
  public let line: Int
  /// What is wrong with it.
  public let problem: Problem

  /// An error of a line.
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
    /// The same record stands for the same fact on an earlier line.
    case twice(firstLine: Int)
    /// Its bytes are no UTF-8.
    case encoding
  }
}
