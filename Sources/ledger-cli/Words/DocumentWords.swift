import OrgLedger

extension Failure {
  /// How many errors are listed for eyes; a file of another format has one on every line.
  private static let most = 50

  /// What is wrong with documents: one error as a message, several as a list.
  init(_ errors: DocumentErrors) {
    let first = errors.errors.first ?? DocumentError(file: "", line: 0, problem: .empty)
    self.init(
      .badInput, first.code, first.message, file: first.file, line: first.line,
      column: first.column, key: first.key, hint: first.remedy)
    guard errors.errors.count > 1 else { return }
    self = Failure(
      .badInput, "badDocuments",
      "\(counted(errors.errors.count, "error")); what they stand in was not recorded.",
      file: first.file, line: first.line, column: first.column, key: first.key,
      violations: errors.errors.prefix(Self.most).map(\.worded))
    if errors.errors.count > Self.most {
      hint = "\(errors.errors.count - Self.most) more errors are not listed; begin with these."
    }
  }
}

extension DocumentError {
  /// With its place, for a list.
  var worded: WordedViolation {
    WordedViolation(
      rule: code, place: "\(file):\(line):\(column)", message: message, remedy: remedy)
  }

  /// Where in the document, key by key, then what is wrong there.
  var message: String {
    let place = keyPath
    return place.isEmpty ? words : "\(place): \(words)"
  }

  private var words: String {
    switch problem {
    case .empty: "It holds no document."
    case .utf16: "It is UTF-16; documents are UTF-8."
    case .invalidUTF8: "Here is a byte that is not UTF-8."
    case .binary: "Here is a zero byte: this is not a text."
    case .syntax(let text): "It cannot be read: \(text)."
    case .tooDeep(let limit): "It is nested deeper than \(limit) levels."
    case .lineTooLong(let limit): "The line is longer than \(limit) bytes."
    case .anchor(let name): "“&\(name)” is an anchor, which documents do not use."
    case .alias(let name): "“*\(name)” is an alias, which documents do not use."
    case .tag: "Tags (!…) are not used in documents: every value is text as written."
    case .mergeKey: "Merge keys (<<) are not used in documents."
    case .directive: "Directives (%YAML, %TAG) are not used in documents."
    case .keyNotText: "A key must be text, not a list, a mapping or null."
    case .unknownKey: "There is no such key here."
    case .keyNotOfType(let type, _): "\(type.rawValue) does not take this key."
    case .duplicateKey(let line): "The key stands twice, first on line \(line)."
    case .missingKey: "The key is required and missing."
    case .exactlyOne(let keys, let found):
      "Exactly one of \(keys.joined(separator: ", ")) is needed, not "
        + (found.isEmpty ? "none." : "\(found.joined(separator: " and ")).")
    case .shape(let found, let expected):
      "Here stands \(found.words), and it takes \(expected.map(\.words).joined(separator: " or "))."
    case .nothing: "It is empty."
    case .day(let error): error.words
    case .number(let text): "“\(text)” is no number."
    case .integer(let text): "“\(text)” is no whole number."
    case .choice(let text, _): "“\(text)” is not one of the words it takes."
    case .unitID(let text): "“\(text)” cannot be the id of a unit."
    case .reservedID: "“unknown” is reserved and names no unit."
    case .identifier(let text): "“\(text)” cannot be an identifier."
    case .replacementID(let text, _): "“\(text)” cannot be the id of what replaces it."
    case .duplicateID(let id, let first):
      "The id \(id) is used twice, first at \(first.file):\(first.line)."
    case .instrumentDiffers(let id, let first):
      "The text \(id) comes with other content at \(first.file):\(first.line)."
    }
  }

  /// What to do about it.
  var remedy: String? {
    switch problem {
    case .empty: "A document begins with instrument: {id: …}."
    case .utf16, .invalidUTF8: "Save the file as UTF-8."
    case .binary: "Name a YAML or NDJSON file."
    case .syntax: "Check indentation, quotes and brackets up to here; quote a text with “: ”."
    case .tooDeep, .lineTooLong, .keyNotText: nil
    case .anchor, .alias, .mergeKey: "Write the content again where it is needed."
    case .tag, .directive: "Leave it out."
    case .unknownKey, .keyNotOfType:
      (closest.map { "Did you mean \($0)? " } ?? "")
        + "It takes: \(allowed.joined(separator: ", "))."
    case .duplicateKey: "Keep one of them."
    case .missingKey: "Add it."
    case .exactlyOne: "Keep one."
    case .shape(_, let expected): expected.first?.example
    case .nothing: "Write a value, or leave the key out."
    case .day(let error): error.remedy
    case .number, .integer: "Write digits only, with a point for decimals: 12, 3.5."
    case .choice:
      (closest.map { "Did you mean \($0)? " } ?? "") + "Write one of: \(allowed.list)."
    case .unitID, .reservedID:
      "Ids of units are a-z, 0-9 and . / _ -, start with a letter or digit, up to "
        + "\(longestUnitID) bytes."
    case .identifier: "1 to \(longestID) bytes, without control characters."
    case .replacementID: "Leave it out, or write \(allowed.list)."
    case .duplicateID: "Give one of them another id; ids are never used again."
    case .instrumentDiffers: "Describe it once, and refer to it by {id: …} elsewhere."
    }
  }
}

extension [String] {
  fileprivate var list: String { joined(separator: ", ") }
}

extension DocumentError.Shape {
  fileprivate var words: String {
    switch self {
    case .mapping: "a mapping"
    case .list: "a list"
    case .text: "a text"
    case .null: "null"
    }
  }

  fileprivate var example: String {
    switch self {
    case .mapping: "A mapping is {key: value}, or indented lines of key: value."
    case .list: "A list is [a, b], or lines that begin with “- ”."
    case .text: "Write a text; in quotes where it holds “: ” or begins with a sign."
    case .null: "Write null."
    }
  }
}

extension DayError {
  /// What is the matter with it.
  var words: String {
    switch self {
    case .form(let text): "“\(text)” is no date."
    case .calendar(let text): "“\(text)” is no day of the calendar."
    case .qualifier(let text): "“\(text)” uses ~, ?, % or X, which are not taken."
    case .reversed(let text): "“\(text)” ends before it begins."
    }
  }

  /// How to write it.
  var remedy: String {
    switch self {
    case .qualifier: "Write the interval that it stands for, such as 2025-01/2025-03."
    default:
      "Write 01/03/2025 or 2025-03-01; imprecise ones as 2025, 2025-03, 2025-01/2025-03, "
        + "../2025-02-08."
    }
  }
}

extension DocumentNotice {
  /// What was put right while reading.
  var words: String {
    switch kind {
    case .normalised: "a text was not in NFC and was normalised"
    case .byteOrderMark: "a byte-order mark was skipped"
    }
  }
}
