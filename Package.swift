// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "OrgLedger",
  products: [
    .library(name: "OrgLedger", targets: ["OrgLedger"]),
    .library(name: "OrgLedgerTesting", targets: ["OrgLedgerTesting"]),
  ],
  dependencies: [
    // SHA-256, to tell whether the same content comes again and to name every record's leaf.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
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
    .testTarget(
      name: "OrgLedgerTests", dependencies: ["OrgLedger", "OrgLedgerTesting"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
