/// What the command line asked for.
struct Options {
  /// Which groups of rows: these, and on demand million, postgres and peers.
  var groups: Set<String> = [
    "append", "batch", "replay", "asof", "corrections", "questions", "province", "country", "bulk",
  ]
  var rounds = 7
  /// Records in the store before anything is measured, where it was said.
  var recordsAsked: Int?
  var records: Int { recordsAsked ?? 10_000 }
  /// A store that is kept between runs, made with so many records where it is not there.
  var store: String?
  /// How many submissions share a commit of a store that is kept; an import takes 250.
  var submissions = Base.submissionsOfACommit
  /// Where the work is written that peers do too.
  var work: String?
  /// The program that asks PostgreSQL, and the connection string that it is given.
  var helper: String?
  var connection: String?
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
      case "--records": recordsAsked = Int(value)
      case "--store": store = value
      case "--submissions": submissions = Int(value) ?? submissions
      case "--work": work = value
      case "--helper": helper = value
      case "--connection": connection = value
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
