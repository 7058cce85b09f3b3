import OrgLedger

/// A line on the terminal that says how many of the records something was done with; nothing in a
/// pipe.
final class RecordProgress {
  private let console: Console
  private let what: String
  private var last = ContinuousClock.now
  private var isShown = false

  init(_ console: Console, _ what: String) {
    self.console = console
    self.what = what
  }

  /// Says it, some times a second at most.
  func show(_ progress: RebuildProgress) {
    guard console.showsProgress, last.duration(to: .now) > .milliseconds(250) else { return }
    last = .now
    isShown = true
    let share = progress.last == 0 ? 100 : Int(progress.position * 100 / progress.last)
    console.progress("\(progress.position) of \(progress.last) records \(what), \(share) %")
  }

  /// Takes the line away, so that what is said next stands alone.
  func end() {
    if isShown { console.progress("") }
    isShown = false
  }
}
