/// What the command line asked for.
struct Options {
  var rounds = 7
  /// Entries in the store that is read, and lookups in it.
  var count = 200_000
  /// Durable commits of one entry.
  var commits = 300
  var folder = "/tmp"
  /// Part of the names of the rows to measure; all, if empty.
  var only = ""

  init(_ arguments: [String]) {
    for (name, value) in zip(arguments.dropFirst(), arguments.dropFirst(2)) {
      switch name {
      case "--rounds": rounds = Int(value) ?? rounds
      case "--count": count = Int(value) ?? count
      case "--commits": commits = Int(value) ?? commits
      case "--folder": folder = value
      case "--only": only = value
      default: continue
      }
    }
  }
}
