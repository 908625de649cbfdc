// swift-tools-version: 6.2
// What hostile bytes do to hcitrace, tried millions of times. A package of its own: hcitrace is used and tested without
// it. `make fuzz` runs it; `make test` replays what it found.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableExperimentalFeature("Lifetimes"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fuzz", targets: ["Fuzz"])],
  dependencies: [.package(name: "hcitrace", path: "../..")],
  targets: [
    // What libFuzzer lets its callers call.
    .systemLibrary(name: "CLibFuzzer"),
    // All targets in one binary. The tests belong to hcitrace's own package.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CLibFuzzer",
        .product(name: "HCITrace", package: "hcitrace"), .product(name: "HCIDiagnosis", package: "hcitrace"),
        .product(name: "HCIReport", package: "hcitrace"),
      ], exclude: ["Tests"], swiftSettings: settings),
  ]
)
