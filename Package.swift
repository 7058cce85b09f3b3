// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "OrgLedger",
  targets: [
    // Debian ships lmdb.pc, so pkg-config finds header and library by that name.
    .systemLibrary(
      name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"]), .brew(["lmdb"])]),
    .target(
      name: "LMDB", dependencies: ["CLMDB"],
      swiftSettings: [.strictMemorySafety(), .treatAllWarnings(as: .error)]),
    .testTarget(
      name: "LMDBTests", dependencies: ["LMDB"],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
