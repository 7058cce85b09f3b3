import OrgLedger

/// A line on the terminal that says how far an import is, at which rate it goes and how long it
/// will yet take; nothing in a pipe.
final class ImportProgress {
  private let console: Console
  private let size: UInt64?
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant
  private var isShown = false

  /// - Parameter size: How many bytes there are to read; `nil`: nobody knows.
  init(_ console: Console, size: UInt64?) {
    self.console = console
    self.size = size
    last = start
  }

  /// Says it, some times a second at most.
  func show(_ totals: ImportTotals, read: UInt64) {
    guard console.showsProgress, last.duration(to: .now) > .milliseconds(250) else { return }
    last = .now
    isShown = true
    console.progress(
      Self.line(totals, read: read, of: size, after: start.duration(to: last)))
  }

  /// Takes the line away, so that what is said next stands alone.
  func end() { if isShown { console.progress("") } }

  /// The line; the rate is that of the whole time, and so is the estimate of what is left.
  static func line(
    _ totals: ImportTotals, read: UInt64, of size: UInt64?, after time: Duration
  ) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    guard seconds > 0 else { return "" }
    var parts = [
      "\(grouped(totals.acts)) acts", "\(grouped(Int(Double(totals.acts) / seconds))) a second",
    ]
    if let size, size > 0, read > 0 {
      let share = min(1, Double(read) / Double(size))
      parts.append("\(Int(share * 100)) %")
      parts.append("\(words(seconds / share - seconds)) left")
    }
    return parts.joined(separator: ", ")
  }

  /// A number with a blank between thousands.
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { text.append(" ") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  private static func words(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
