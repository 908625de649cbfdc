// swift-tools-version: 6.2
// What hcitrace costs, measured. A package of its own: hcitrace is used and tested without it. `make bench` runs it.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "benchmarks", targets: ["Benchmarks"]),
    .executable(name: "stage", targets: ["Stage"]),
    .executable(name: "measure", targets: ["Measure"]),
    .library(name: "MallocCounter", type: .dynamic, targets: ["MallocCounter"]),
  ],
  dependencies: [.package(name: "hcitrace", path: "../..")],
  targets: [
    // Builds the large captures, has everything else run on them, and holds what that took against Limits.txt. The tests
    // belong to hcitrace's own package.
    .executableTarget(name: "Benchmarks", exclude: ["Tests"], swiftSettings: settings),
    // Runs a program, or the loops in C that it is compared with, and tells what that took.
    .executableTarget(name: "Measure", linkerSettings: [.linkedLibrary("pcap")]),
    // One stage of an analysis. Without Foundation, like hcitrace: it would be measured too.
    .executableTarget(
      name: "Stage",
      dependencies: [
        .product(name: "HCITrace", package: "hcitrace"), .product(name: "HCIDiagnosis", package: "hcitrace"),
      ], swiftSettings: settings),
    // Is loaded before the C library and counts what is allocated.
    .target(name: "MallocCounter"),
  ]
)
