// swift-tools-version: 6.2
import PackageDescription

/// As in the package that is measured: warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// A package of its own, so that nobody who builds the library builds its benchmarks.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "OrgLedger", path: "..")],
  targets: [
    .target(
      name: "lmdb-c", cSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("lmdb")]),
    // Linked into what counts alone, since it stands between the program and LMDB.
    .target(
      name: "lmdb-count", cSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [.linkedLibrary("lmdb")]),
    .target(name: "BenchSupport", swiftSettings: strict),
    .executableTarget(
      name: "wrapper-bench",
      dependencies: ["lmdb-c", "BenchSupport", .product(name: "LMDB", package: "OrgLedger")],
      swiftSettings: strict),
    .executableTarget(
      name: "ledger-bench",
      dependencies: [
        "lmdb-c", "lmdb-count", "BenchSupport", .product(name: "LMDB", package: "OrgLedger"),
        .product(name: "OrgLedger", package: "OrgLedger"),
        .product(name: "OrgLedgerTesting", package: "OrgLedger"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
