import BenchSupport

/// The figures of all rounds, printed as Markdown.
struct Table {
  private var names: [String] = []
  private var samples: [String: [Sample]] = [:]

  struct Sample {
    let inC: Double
    let inSwift: Double
    let probe: Double?
  }

  mutating func add(_ name: String, _ inC: Double, _ inSwift: Double, probe: Double?) {
    if samples[name] == nil { names.append(name) }
    samples[name, default: []].append(Sample(inC: inC, inSwift: inSwift, probe: probe))
  }

  func markdown(_ options: Options) -> String {
    var lines = [
      "\(options.rounds) rounds, \(options.count) entries, \(options.commits) single commits;"
        + " median [least..most] of the rounds.",
      "",
      "| operation | C, per second | Swift, per second | Swift ÷ C | Swift's commits ÷ probe |",
      "| --- | --- | --- | --- | --- |",
    ]
    for name in names {
      let rows = samples[name] ?? []
      let perCommit = name.contains("1,000") ? 1000.0 : 1.0
      let shares = rows.compactMap { row in row.probe.map { row.inSwift / perCommit / $0 } }
      let ratios = Figures.hundredths(rows.map { $0.inSwift / $0.inC })
      lines.append(
        "| \(name) | \(Figures.whole(rows.map(\.inC))) | \(Figures.whole(rows.map(\.inSwift)))"
          + " | \(ratios) | \(Figures.hundredths(shares)) |")
    }
    let probes = samples.values.joined().compactMap(\.probe)
    if !probes.isEmpty {
      let rate = Figures.whole(probes)
      lines += ["", "Probe (4 KiB written over, then fdatasync): \(rate) a second."]
    }
    return lines.joined(separator: "\n")
  }
}
