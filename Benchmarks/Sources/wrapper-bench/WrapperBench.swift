import BenchSupport
import LMDB

/// Measures the wrapper against the same operations in C, interleaved in one run.
///
/// `wrapper-bench [--rounds 7] [--count 200000] [--commits 300] [--folder FOLDER]
/// [--only PART]`
@main
struct WrapperBench {
  static func main() throws {
    let options = Options(CommandLine.arguments)
    let folder = try Scratch(in: options.folder)
    let reads = try ReadRows(folder: folder, count: options.count)
    let writes = WriteRows(folder: folder, options: options)
    var table = Table()
    let rows = (reads.rows + writes.rows).filter {
      options.only.isEmpty || $0.name.contains(options.only)
    }
    for round in 0..<options.rounds {
      for row in rows {
        for turn in 0..<row.turns { try measure(row, swapped: !(round + turn).isMultiple(of: 2)) }
      }
    }

    // Who is first changes from turn to turn, so that neither always finds the warmer caches.
    func measure(_ row: Row, swapped: Bool) throws {
      let first = try swapped ? row.inSwift() : row.inC()
      let second = try swapped ? row.inC() : row.inSwift()
      let name = row.name
      precondition(first.sum == second.sum, "\(name): C and Swift saw different bytes")
      let (inC, inSwift) = swapped ? (second, first) : (first, second)
      let probe = row.isDurable ? try writes.probe() : nil
      table.add(name, inC.rate, inSwift.rate, probe: probe)
    }
    print(table.markdown(options))
  }
}

/// One operation, in both languages.
struct Row {
  let name: String
  /// Whether each commit waits for the disk, so that the disk's own rate must stand beside it.
  var isDurable = false
  /// How often it is measured in a round: short ones more often.
  var turns = 1
  let inC: () throws -> Measurement
  let inSwift: () throws -> Measurement
}

/// How fast it went, and what it saw.
struct Measurement {
  let rate: Double
  let sum: UInt64

  /// Measures `body`, which does its operation `count` times.
  init(count: Int, _ body: () throws -> UInt64) rethrows {
    var sum: UInt64 = 0
    let time = try ContinuousClock().measure { sum = try body() }
    rate =
      Double(count) / (Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
    self.sum = sum
  }
}
