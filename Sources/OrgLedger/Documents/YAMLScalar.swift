/// How a text is written in YAML: without quotes only where every reader takes it for that text.
enum YAMLScalar {
  static func written(_ text: String, inFlow: Bool) -> String {
    if isPlain(text, inFlow: inFlow) { return text }
    let scalars = text.unicodeScalars
    let isAwkward = scalars.contains("\"") || scalars.contains("\\")
    if isAwkward, !scalars.contains("'"), !scalars.contains(where: needsEscape) {
      return "'\(text)'"
    }
    return scalars.reduce(into: "\"") { $0 += escaped($1) } + "\""
  }

  /// Whether it needs no quotes: no sign of YAML's own, and nothing that YAML 1.1 or 1.2 would
  /// take for a number, a truth value, null or a date.
  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, canBegin(first), last != " " else {
      return false
    }
    var before: Unicode.Scalar = " "
    for scalar in scalars {
      switch scalar {
      case "#": if before == " " { return false }
      case ",": if inFlow { return false }
      default: if !canStandInside(scalar) { return false }
      }
      before = scalar
    }
    return !isWord(text) && !isNumberLike(scalars)
  }

  private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    isAlphanumeric(scalar) || scalar.value >= 0x80 && !needsEscape(scalar)
      || "./(_".contains(scalar)
  }

  private static func canStandInside(_ scalar: Unicode.Scalar) -> Bool {
    isAlphanumeric(scalar) || scalar.value >= 0x80 && !needsEscape(scalar)
      || " _-./()%+;=!?&'~*".unicodeScalars.contains(scalar)
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }

  private static func isWord(_ text: String) -> Bool {
    [
      "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan",
    ].contains(text.lowercased())
  }

  /// Whether it begins as a number does and has only what numbers, also hexadecimal ones, and
  /// dates have.
  private static func isNumberLike(_ scalars: String.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, "0123456789.".unicodeScalars.contains(first) else {
      return false
    }
    return scalars.allSatisfy { "0123456789.+-_abcdefxoABCDEFXO".unicodeScalars.contains($0) }
  }

  /// Control characters, other ends of lines than LF, the byte-order mark and no characters.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    case _ where needsEscape(scalar):
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: return String(scalar)
    }
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
