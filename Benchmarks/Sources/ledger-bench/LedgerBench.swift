import BenchSupport

/// Measures a ledger: each durable row beside the disk alone, each other one beside what it is
/// compared to, in one run.
///
/// `ledger-bench [--only append,batch,replay,asof,corrections,questions,province,country,bulk]
/// [--rounds 7] [--records 10000] [--events 100000] [--megabytes 100] [--acts 200]
/// [--folder FOLDER] [--province events] [--ledger LEDGER]`
@main
struct LedgerBench {
  static func main() throws {
    let options = Options(CommandLine.arguments)
    let folder = try Scratch(in: options.folder)
    let groups: [(name: String, run: (inout Results) throws -> Void)] = [
      ("append", AppendRows(folder: folder, options: options).run),
      ("batch", BatchRows(folder: folder, options: options).run),
      ("replay", ReplayRows(folder: folder, options: options).run),
      ("asof", AsOfRows(folder: folder, options: options).run),
      ("corrections", CorrectionRows(folder: folder, options: options).run),
      ("questions", QuestionRows(folder: folder, options: options).run),
      ("million", MillionRows(folder: folder, options: options).run),
      ("peers", PeerRows(folder: folder, options: options).run),
      ("postgres", PostgresRows(folder: folder, options: options).run),
      ("province", ProvinceRows(folder: folder, options: options).run),
      ("country", CountryRows(folder: folder, options: options).run),
      ("bulk", BulkRows(folder: folder, options: options).run),
    ]
    for group in groups where options.groups.contains(group.name) {
      var results = Results()
      try group.run(&results)
      print("## \(group.name)\n\n\(Results.header)\n\(results.markdown)\n")
    }
  }
}
