// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds the library builds its benchmarks.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "OrgLedger", path: "..")],
  targets: [
    .target(
      name: "lmdb-c", cSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("lmdb")]),
    .executableTarget(
      name: "wrapper-bench",
      dependencies: ["lmdb-c", .product(name: "LMDB", package: "OrgLedger")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
