/// What the command line asked for.
struct Options {
  var rounds = 7
  /// Entries in the store that is read, and lookups in it.
  var count = 200_000
  /// Durable commits of one entry.
  var commits = 300
  var folder = "/tmp"

  init(_ arguments: [String]) {
    for (name, value) in zip(arguments.dropFirst(), arguments.dropFirst(2)) {
      switch name {
      case "--rounds": rounds = Int(value) ?? rounds
      case "--count": count = Int(value) ?? count
      case "--commits": commits = Int(value) ?? commits
      case "--folder": folder = value
      default: continue
      }
    }
  }
}
