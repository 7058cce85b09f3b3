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
    // The other implementation of the wire format, against which the tests hold our own.
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0")
  ],
  targets: [
    // Debian ships lmdb.pc, so pkg-config finds header and library by that name.
    .systemLibrary(
      name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"]), .brew(["lmdb"])]),
    .target(
      name: "LMDB", dependencies: ["CLMDB"], swiftSettings: strict + [.strictMemorySafety()]),
    .target(name: "OrgLedger", dependencies: [], swiftSettings: strict),
    .testTarget(
      name: "OrgLedgerTests",
      dependencies: ["OrgLedger", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
      exclude: ["Log/Golden/records.txt"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
