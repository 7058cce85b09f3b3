// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// For `make test`, which proves thousands of histories: without optimisation each takes many times
/// as long. Only the library is built so, since to optimise the tests too would take longer than
/// they do. Whoever depends on this package never sees the flag, which SwiftPM would refuse.
let proving: [SwiftSetting] =
  Context.environment["ORGLEDGER_PROVING"] == "1" ? [.unsafeFlags(["-O"])] : []

let package = Package(
  name: "OrgLedger",
  products: [
    .library(name: "LMDB", targets: ["LMDB"]),
    .library(name: "OrgLedger", targets: ["OrgLedger"]),
    .library(name: "OrgLedgerTesting", targets: ["OrgLedgerTesting"]),
    .executable(name: "ledger", targets: ["ledger-cli"]),
  ],
  dependencies: [
    // Subcommands, help, shell completion, and exit code 64 on wrong usage.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256, to tell whether the same content comes again and to name every record's leaf.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Tests only: reads our bytes by the published schema, without any code of ours.
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
    // `make docs` only: builds the site of the documentation comments.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
    // The events are YAML, and a parser of our own would be wrong. The version is exact, since
    // what a file means must not change under it.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Debian ships lmdb.pc, so pkg-config finds header and library by that name.
    .systemLibrary(
      name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"]), .brew(["lmdb"])]),
    .target(
      name: "LMDB", dependencies: ["CLMDB"],
      swiftSettings: strict + proving + [.strictMemorySafety()]),
    .target(
      name: "OrgLedger",
      dependencies: [
        "LMDB", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict + proving),
    .target(
      name: "OrgLedgerTesting", dependencies: ["OrgLedger"], swiftSettings: strict + proving),
    .executableTarget(
      name: "ledger-cli",
      dependencies: [
        "OrgLedger", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // Every unsafe call must say so; only POSIX.swift has any.
      swiftSettings: strict + [.strictMemorySafety()]),
    // The other process in tests of several: it waits, writes, or is killed.
    .executableTarget(
      name: "lmdb-probe", dependencies: ["LMDB"], path: "Tests/LMDBProbe", swiftSettings: strict),
    // The same on whole stores.
    .executableTarget(
      name: "ledger-probe", dependencies: ["OrgLedger", "OrgLedgerTesting", "LMDB"],
      path: "Tests/LedgerProbe", swiftSettings: strict),
    .testTarget(
      name: "LMDBTests", dependencies: ["LMDB", "CLMDB", "lmdb-probe"], swiftSettings: strict),
    .testTarget(
      name: "OrgLedgerTests",
      dependencies: [
        "OrgLedger", "OrgLedgerTesting", "LMDB", "ledger-probe",
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
      ],
      exclude: ["Log/Golden/records.txt", "Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "LedgerCLITests", dependencies: ["ledger-cli", "OrgLedger"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
