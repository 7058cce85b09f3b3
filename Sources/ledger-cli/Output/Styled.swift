/// How a piece of text looks; what it looks like is decided where it is painted.
enum Look: Hashable {
  case plain
  /// What the line is about.
  case strong
  /// What goes with it: days, kinds, codes.
  case dim
  /// A heading over lines.
  case heading
  /// What an event did.
  case accent
  /// What is only possible, or what a person should look at.
  case warning
  /// What went wrong.
  case failure

  /// The parameters of the terminal's "select graphic rendition".
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .dim: "2"
    case .heading: "1;4"
    case .accent: "36"
    case .warning: "33"
    case .failure: "1;31"
    }
  }
}

/// A line of text in several looks: `"\(name, .strong) \(kind, .dim)"`.
///
/// It holds texts as they were written; only ``painted(color:)`` makes what may be printed.
struct Styled: Equatable, ExpressibleByStringInterpolation {
  struct Span: Equatable {
    var text: String
    var look: Look
  }

  private(set) var spans: [Span] = []

  init(_ text: String = "", _ look: Look = .plain) { append(text, look) }
  init(stringLiteral text: String) { append(text, .plain) }
  init(stringInterpolation: Interpolation) { spans = stringInterpolation.line.spans }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var line = Styled()
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ text: String) { line.append(text, .plain) }
    mutating func appendInterpolation(_ text: String, _ look: Look = .plain) {
      line.append(text, look)
    }
    mutating func appendInterpolation(_ number: Int, _ look: Look = .plain) {
      line.append(String(number), look)
    }
    mutating func appendInterpolation(_ part: Styled) { line += part }
  }

  mutating func append(_ text: String, _ look: Look) {
    guard !text.isEmpty else { return }
    if let last = spans.indices.last, spans[last].look == look {
      spans[last].text += visible(text)
    } else {
      spans.append(Span(text: visible(text), look: look))
    }
  }

  static func += (left: inout Styled, right: Styled) { left.spans += right.spans }
  static func + (left: Styled, right: Styled) -> Styled {
    var sum = left
    sum += right
    return sum
  }

  var isEmpty: Bool { spans.isEmpty }
  /// Without looks, control characters already shown.
  var plain: String { spans.map(\.text).joined() }
  /// How many columns it takes.
  var width: Int { spans.reduce(0) { $0 + displayWidth($1.text) } }

  /// What may be printed.
  func painted(color: Bool) -> String {
    guard color else { return plain }
    return spans.map { span in
      span.look.code.map { "\u{1B}[\($0)m\(span.text)\u{1B}[0m" } ?? span.text
    }.joined()
  }

  /// Its start in at most so many columns, with `…` where something was cut off.
  func truncated(to limit: Int) -> Styled {
    guard width > limit else { return self }
    var (result, left) = (Styled(), limit)
    for span in spans {
      let size = displayWidth(span.text)
      // A span that fits exactly leaves no room for the sign that more follows.
      guard size < left else {
        result.append(cut(span.text + " ", to: left), span.look)
        break
      }
      result.append(span.text, span.look)
      left -= size
    }
    return result
  }

  /// It in lines of at most so many columns, broken at spaces where there are any.
  func wrapped(to limit: Int) -> [Styled] {
    guard width > limit, limit > 0 else { return [self] }
    var (lines, line, used) = ([Styled](), Styled(), 0)
    for span in spans {
      for word in words(of: span.text) {
        let size = displayWidth(word)
        if used > 0, used + displayWidth(trimmedEnd(word)) > limit {
          lines.append(line)
          (line, used) = (Styled(), 0)
        }
        line.append(word, span.look)
        used += size
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension Sequence where Element == Styled {
  /// The lines one after the other with something between.
  func joined(separator: Styled) -> Styled {
    var result = Styled()
    for (index, line) in enumerated() {
      if index > 0 { result += separator }
      result += line
    }
    return result
  }
}

/// The words of a text, each with the spaces behind it.
private func words(of text: String) -> [String] {
  var (words, word) = ([String](), "")
  for character in text {
    if character != " ", word.last == " " {
      words.append(word)
      word = ""
    }
    word.append(character)
  }
  return word.isEmpty ? words : words + [word]
}

private func trimmedEnd(_ text: String) -> String {
  var text = text
  while text.last == " " { text.removeLast() }
  return text
}
