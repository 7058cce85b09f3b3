// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "OrgLedger",
  products: [
    .library(name: "OrgLedger", targets: ["OrgLedger"]),
    .library(name: "OrgLedgerTesting", targets: ["OrgLedgerTesting"]),
    .executable(name: "ledger", targets: ["ledger-cli"]),
  ],
  dependencies: [
    // Subcommands, help, shell completion and exit code 64, which would be thousands of lines by
    // hand; it starts in about a millisecond and brings no other package.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256, to tell whether the same content comes again and to name every record's leaf.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Debian ships lmdb.pc, so pkg-config finds header and library by that name.
    .systemLibrary(
      name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"]), .brew(["lmdb"])]),
    .target(
      name: "LMDB", dependencies: ["CLMDB"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "OrgLedger",
      dependencies: ["LMDB", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "OrgLedgerTesting", dependencies: ["OrgLedger"], swiftSettings: strict),
    .executableTarget(
      name: "ledger-cli",
      dependencies: [
        "OrgLedger", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // Every unsafe call must say so; only POSIX.swift does.
      swiftSettings: strict + [.strictMemorySafety()]),
    .testTarget(
      name: "OrgLedgerTests", dependencies: ["OrgLedger", "OrgLedgerTesting"],
      swiftSettings: strict),
    // It runs the executable, so it depends on it.
    .testTarget(
      name: "LedgerCLITests", dependencies: ["ledger-cli", "OrgLedger"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
