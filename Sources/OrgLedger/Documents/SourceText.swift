/// The file of a text that records quote, for looking their quotes up.
///
/// Quotes are compared in Unicode's Normalization Form C, with every run of blanks and line ends as
/// one blank: texts come out of scanners with lines of their own.
public struct SourceText: Sendable {
  /// Each line in normal form, its blanks as one.
  private let lines: [String]

  /// Takes the bytes of a file; lines end with LF.
  ///
  /// - Returns: `nil` where they are no UTF-8.
  /// - Complexity: O(*n*) in their number.
  public init?(_ bytes: [UInt8]) {
    guard FileText.firstInvalidByte(in: bytes) == nil else { return nil }
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Self.collapsed(String(decoding: $0, as: UTF8.self))
    }
  }

  /// Whether a quote stands in the lines that it is said to stand in.
  ///
  /// - Complexity: O(*n*) in the length of those lines; of a quote that is not there, of the file.
  public func look(for citation: Citation) -> QuoteResult {
    guard let quote = citation.quote else { return .nothingQuoted }
    let wanted = Self.collapsed(quote)
    guard let stated = citation.lines else {
      return Self.joined(lines).contains(wanted) ? .holds : .absent
    }
    guard let ranges = Self.ranges(stated),
      ranges.allSatisfy({ $0.upperBound <= lines.count && $0.lowerBound >= 1 })
    else { return .noSuchLines }
    let cited = ranges.flatMap { lines[($0.lowerBound - 1)...($0.upperBound - 1)] }
    if Self.joined(cited).contains(wanted) { return .holds }
    return Self.joined(lines).contains(wanted) ? .elsewhere : .absent
  }

  /// Lines as `271`, `271-273` or `271, 280-282`.
  private static func ranges(_ text: String) -> [ClosedRange<Int>]? {
    var found: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        Int(String($0.filter { $0 != " " }))
      }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first <= last
      else { return nil }
      found.append(first...last)
    }
    return found
  }

  private static func joined(_ lines: some Sequence<String>) -> String {
    lines.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func collapsed(_ text: String) -> String {
    normalForm(of: text).text.unicodeScalars.split { $0.properties.isWhitespace }
      .map { String($0) }.joined(separator: " ")
  }
}

/// What became of looking a quote up.
public enum QuoteResult: String, CaseIterable, Hashable, Sendable, Encodable {
  case holds
  /// The citation names a place and quotes nothing.
  case nothingQuoted
  /// It stands in the file, but not in the lines cited.
  case elsewhere
  case absent
  /// The file has no such lines, or they are not written as numbers.
  case noSuchLines
}
