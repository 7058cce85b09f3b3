/// What the command line asked for.
struct Options {
  /// Which groups of rows: append, batch, replay, province, country, bulk.
  var groups: Set<String> = ["append", "batch", "replay", "province", "country", "bulk"]
  var rounds = 7
  /// Records in the store before anything is measured.
  var records = 10_000
  /// Events of the history that is imported from NDJSON.
  var events = 100_000
  /// Megabytes of NDJSON that a process of its own imports.
  var megabytes = 100
  /// Lone acts a round.
  var acts = 200
  var folder = "/tmp"
  /// The folder of the province's documents, and the words that its texts may use.
  var province = "events"
  var ledger = ".build/release/ledger"
  /// Runs of a command of which the median is taken.
  var runs = 20

  init(_ arguments: [String]) {
    for (name, value) in zip(arguments.dropFirst(), arguments.dropFirst(2)) {
      switch name {
      case "--only": groups = Set(value.split(separator: ",").map(String.init))
      case "--rounds": rounds = Int(value) ?? rounds
      case "--records": records = Int(value) ?? records
      case "--events": events = Int(value) ?? events
      case "--megabytes": megabytes = Int(value) ?? megabytes
      case "--acts": acts = Int(value) ?? acts
      case "--folder": folder = value
      case "--province": province = value
      case "--ledger": ledger = value
      case "--runs": runs = Int(value) ?? runs
      default: continue
      }
    }
  }
}
