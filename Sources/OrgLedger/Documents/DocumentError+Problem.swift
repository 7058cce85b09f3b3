extension DocumentError {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    // The file
    /// It holds no document.
    case empty
    /// It is UTF-16; documents are UTF-8.
    case utf16
    /// A byte that is no UTF-8.
    case invalidUTF8
    /// A zero byte: no text at all.
    case binary
    /// Neither YAML nor JSON, in the words of the parser.
    case syntax(String)
    /// Nested deeper than so many levels.
    case tooDeep(limit: Int)
    /// A line of NDJSON of more bytes than are taken.
    case lineTooLong(limit: Int)

    // What YAML can do and the format does not take
    case anchor(String)
    case alias(String)
    case tag
    case mergeKey
    /// A `%YAML` or `%TAG` line.
    case directive
    /// A key that is a list, a mapping or null.
    case keyNotText

    // Keys
    case unknownKey(allowed: [String])
    /// A key of events that this type does not take.
    case keyNotOfType(EventType, allowed: [String])
    case duplicateKey(firstLine: Int)
    case missingKey
    /// None or more than one of keys of which there must be exactly one.
    case exactlyOne(of: [String], found: [String])

    // Values
    case shape(found: Shape, expected: [Shape])
    /// A text or a list with nothing in it where something is needed.
    case nothing
    case day(DayError)
    /// No plain decimal number of at most 18 digits.
    case number(String)
    /// No whole number.
    case integer(String)
    /// None of the words that the key takes.
    case choice(String, allowed: [String])
    /// Not `[a-z0-9][a-z0-9./_-]*` of at most 128 bytes.
    case unitID(String)
    /// `unknown`, which is no unit.
    case reservedID
    /// Empty, longer than 256 bytes or with control characters.
    case identifier(String)
    /// A replacement has the id of its correction; it may repeat that or its target's, no other.
    case replacementID(String, allowed: [String])

    // Across an import
    case duplicateID(String, first: Place)
    /// A text comes again with other content.
    case instrumentDiffers(String, first: Place)
  }
}

extension DocumentError {
  /// A short word for the problem, for machines; it never changes.
  public var code: String {
    switch problem {
    case .empty: "empty"
    case .utf16: "utf16"
    case .invalidUTF8: "invalidUTF8"
    case .binary: "binary"
    case .syntax: "syntax"
    case .tooDeep: "tooDeep"
    case .lineTooLong: "lineTooLong"
    case .anchor: "anchor"
    case .alias: "alias"
    case .tag: "tag"
    case .mergeKey: "mergeKey"
    case .directive: "directive"
    case .keyNotText: "keyNotText"
    case .unknownKey: "unknownKey"
    case .keyNotOfType: "keyNotOfType"
    case .duplicateKey: "duplicateKey"
    case .missingKey: "missingKey"
    case .exactlyOne: "exactlyOne"
    case .shape: "shape"
    case .nothing: "nothing"
    case .day: "day"
    case .number: "number"
    case .integer: "integer"
    case .choice: "choice"
    case .unitID: "unitID"
    case .reservedID: "reservedID"
    case .identifier: "identifier"
    case .replacementID: "replacementID"
    case .duplicateID: "duplicateID"
    case .instrumentDiffers: "instrumentDiffers"
    }
  }

  /// What was found, where that is a text.
  public var found: String? {
    switch problem {
    case .syntax(let text), .anchor(let text), .alias(let text), .number(let text),
      .integer(let text), .choice(let text, _), .unitID(let text), .identifier(let text),
      .replacementID(let text, _), .duplicateID(let text, _), .instrumentDiffers(let text, _):
      text
    case .reservedID: "unknown"
    case .shape(let found, _): found.rawValue
    case .unknownKey, .keyNotOfType: key
    case .exactlyOne(_, let found): found.isEmpty ? nil : found.joined(separator: ", ")
    case .day(let error):
      switch error {
      case .form(let text), .calendar(let text), .qualifier(let text), .reversed(let text): text
      }
    default: nil
    }
  }

  /// What may stand there: keys, words or shapes.
  public var allowed: [String] {
    switch problem {
    case .unknownKey(let allowed), .keyNotOfType(_, let allowed), .choice(_, let allowed),
      .replacementID(_, let allowed), .exactlyOne(let allowed, _):
      allowed
    case .shape(_, let expected): expected.map(\.rawValue)
    default: []
    }
  }

  /// What was probably meant, where a key or a word looks like a slip of the pen.
  public var closest: String? {
    switch problem {
    case .unknownKey(let allowed):
      key.flatMap { closestWord(to: $0, in: allowed) }
    case .choice(let found, let allowed): closestWord(to: found, in: allowed)
    default: nil
    }
  }

  /// Where what it clashes with stands.
  public var first: Place? {
    switch problem {
    case .duplicateID(_, let first), .instrumentDiffers(_, let first): first
    case .duplicateKey(let line): Place(file: file, line: line)
    default: nil
    }
  }
}
