/// A JSON value whose keys keep their order: that of the documented answers, which
/// Foundation's encoder cannot promise.
enum JSON: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  static func int(_ number: some BinaryInteger) -> JSON { .number(String(number)) }
  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }

  static func == (left: JSON, right: JSON) -> Bool { left.compact == right.compact }

  /// In one line.
  var compact: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// In lines of 100 columns: what fits on one stays on one, so that a person can read it, and a
  /// change of one unit is a change of few lines.
  var pretty: String {
    var text = ""
    writePretty(to: &text, indent: 0, used: 0)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, (key, value)) in members.enumerated() {
        if index > 0 { text += ", " }
        Self.write(key, to: &text)
        text += ": "
        value.write(to: &text)
      }
      text += "}"
    }
  }

  private func writePretty(to text: inout String, indent: Int, used: Int) {
    let line = compactIfShort(100 - used)
    switch self {
    case .array(let values) where line == nil:
      text += "[\n"
      for (index, value) in values.enumerated() {
        text += String(repeating: " ", count: indent + 2)
        value.writePretty(to: &text, indent: indent + 2, used: indent + 3)
        text += index == values.count - 1 ? "\n" : ",\n"
      }
      text += String(repeating: " ", count: indent) + "]"
    case .object(let members) where line == nil:
      text += "{\n"
      for (index, (key, value)) in members.enumerated() {
        text += String(repeating: " ", count: indent + 2)
        Self.write(key, to: &text)
        text += ": "
        value.writePretty(to: &text, indent: indent + 2, used: indent + key.utf8.count + 7)
        text += index == members.count - 1 ? "\n" : ",\n"
      }
      text += String(repeating: " ", count: indent) + "}"
    default: text += line ?? compact
    }
  }

  /// In one line, where that is short.
  private func compactIfShort(_ limit: Int) -> String? {
    guard leastLength <= limit else { return nil }
    let line = compact
    return line.count <= limit ? line : nil
  }

  /// No line can be shorter; found without writing one, which would be quadratic in depth.
  private var leastLength: Int {
    switch self {
    case .array(let values): 2 * values.count
    case .object(let members): 6 * members.count
    default: 0
    }
  }

  /// Escapes what JSON must, and what would steer a terminal.
  private static func write(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if steers(scalar) {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x20 { return true }
    if scalar.value < 0x7F { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}
