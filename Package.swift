// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "OrgLedger",
  products: [.library(name: "LMDB", targets: ["LMDB"])],
  targets: [
    // Debian ships lmdb.pc, so pkg-config finds header and library by that name.
    .systemLibrary(
      name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"]), .brew(["lmdb"])]),
    .target(
      name: "LMDB", dependencies: ["CLMDB"],
      swiftSettings: [.strictMemorySafety(), .treatAllWarnings(as: .error)]),
    // The other process in tests of several: it waits, writes, or is killed.
    .executableTarget(
      name: "lmdb-probe", dependencies: ["LMDB"], path: "Tests/LMDBProbe",
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .testTarget(
      name: "LMDBTests", dependencies: ["LMDB", "CLMDB", "lmdb-probe"],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
