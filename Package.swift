// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "OrgLedger",
  products: [
    .library(name: "OrgLedger", targets: ["OrgLedger"])
  ],
  dependencies: [
    // libyaml behind a Swift face: `events/` is YAML, and a YAML parser of our own would be wrong.
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
  ],
  targets: [
    // Debian ships lmdb.pc, so pkg-config finds header and library by that name.
    .systemLibrary(
      name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"]), .brew(["lmdb"])]),
    .target(
      name: "LMDB", dependencies: ["CLMDB"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "OrgLedger", dependencies: [.product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .testTarget(name: "OrgLedgerTests", dependencies: ["OrgLedger"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
