/// Where everything that the program says goes: answers to standard output, the rest to standard
/// error. Nothing else prints.
struct Console {
  /// Whether to colour.
  enum Color: String, CaseIterable {
    /// On a terminal, unless `NO_COLOR` is set or the terminal is dumb.
    case auto
    case always, never
  }

  private let answers: Stream
  private let messages: Stream

  init(_ color: Color = .auto) {
    answers = Stream(descriptor: 1, color)
    messages = Stream(descriptor: 2, color)
  }

  /// Whether a person sees the answers.
  var isTerminal: Bool { answers.isTerminal }
  /// How wide a line of an answer may be; `nil` in a pipe, where nothing is cut.
  var width: Int? { answers.width }

  /// Prints lines of an answer for eyes.
  func answer(_ lines: [Styled]) throws(Failure) { try answers.write(lines) }

  /// Prints an answer for programs as it is; on a terminal even there nothing is obeyed.
  func answer(data: String) throws(Failure) {
    guard answers.isTerminal else { return try answers.write(data) }
    // By scalars: to a `Character`, CR LF is one, and not equal to LF.
    let lines = data.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    try answers.write(lines.map { visible(String($0)) }.joined(separator: "\n"))
  }

  /// Prints lines beside the answer.
  ///
  /// A message that cannot be written is lost: there is no other place to say so.
  func message(_ lines: [Styled]) { try? messages.write(lines) }

  /// Whether a person sees how far something is.
  var showsProgress: Bool { messages.isTerminal }

  /// Shows how far something is, in place of what was shown last; an empty text takes it away.
  func progress(_ text: String) {
    guard messages.isTerminal else { return }
    let cut = messages.width.map { String(text.prefix(max(0, $0 - 1))) } ?? text
    // To the first column, and everything right of it away.
    try? messages.write("\r\u{1B}[K" + cut)
  }

  private struct Stream {
    let descriptor: Int32
    let isTerminal: Bool
    let width: Int?
    let color: Bool

    init(descriptor: Int32, _ choice: Color) {
      self.descriptor = descriptor
      isTerminal = POSIX.isTerminal(descriptor)
      width = isTerminal ? POSIX.columns(of: descriptor) ?? 80 : nil
      switch choice {
      case .always: color = true
      case .never: color = false
      case .auto:
        color =
          isTerminal && POSIX.environment("NO_COLOR") == nil
          && POSIX.environment("TERM") != "dumb"
      }
    }

    func write(_ lines: [Styled]) throws(Failure) {
      guard !lines.isEmpty else { return }
      var text = ""
      for line in lines { text += line.painted(color: color) + "\n" }
      try write(text)
    }

    func write(_ text: String) throws(Failure) {
      do {
        try POSIX.write(text, to: descriptor)
      } catch {
        switch error {
        case .readerGone:
          // As if the signal had ended the process: whoever reads no further wants no message.
          POSIX.exit(128 + 13)
        case .failed(_, let reason):
          throw Failure(.ioError, "outputFailed", "The answer could not be written: \(reason).")
        }
      }
    }
  }
}
