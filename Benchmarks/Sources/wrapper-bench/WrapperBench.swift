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
    for round in 0..<options.rounds {
      // Who is first changes from round to round, so that neither always finds the warmer caches.
      for row in reads.rows + writes.rows
      where row.name.contains(options.only) || options.only.isEmpty {
        let inC: Measurement
        let inSwift: Measurement
        if round.isMultiple(of: 2) {
          inC = try row.inC()
          inSwift = try row.inSwift()
        } else {
          inSwift = try row.inSwift()
          inC = try row.inC()
        }
        precondition(inC.sum == inSwift.sum, "\(row.name): C and Swift saw different bytes")
        let probe = row.isDurable ? try writes.probe() : nil
        table.add(row.name, inC.rate, inSwift.rate, probe: probe)
      }
    }
    print(table.markdown(options))
  }
}

/// One operation, in both languages.
struct Row {
  let name: String
  /// Whether each commit waits for the disk, so that the disk's own rate must stand beside it.
  var isDurable = false
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
