// swift-tools-version: 6.2
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
  name: "hcitrace",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hcitrace", targets: ["HCITraceCommand"]),
    .library(name: "HCITrace", targets: ["HCITrace"]),
    .library(name: "HCIDiagnosis", targets: ["HCIDiagnosis"]),
    .library(name: "HCIReport", targets: ["HCIReport"]),
  ],
  dependencies: [
    // The command line: options, help and completions.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // Reads pcap and pcapng. On Linux it is loaded when the first such capture is: see its header.
    .systemLibrary(name: "CPcap", providers: [.apt(["libpcap-dev"]), .brew(["libpcap"])]),
    // Unfolds gzip, the btsnooz block of Android bug reports and zip members.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

    // Reads YAML: profiles, the built-in ones and the user's own. The C library as it is: what wraps it in Swift needs
    // Foundation, which takes four times as long to start as an analysis.
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    // Bytes → typed messages → what happened. The path per packet lives in this one module.
    .target(
      name: "HCITrace", dependencies: ["CPcap", "CZlib"],
      exclude: ["Wire/Assigned/Data", "Wire/Assigned/generate.py"], swiftSettings: settings,
      linkerSettings: [.linkedLibrary("pcap", .when(platforms: [.macOS]))]),
    // What happened → verdicts, findings, causes.
    .target(
      name: "HCIDiagnosis", dependencies: ["HCITrace", "CYAML"], exclude: ["OwnRules/OwnRules.md"],
      resources: [.embedInCode("Profiles"), .embedInCode("Configuration/Starter")], swiftSettings: settings),
    // Diagnoses → text and JSON.
    .target(
      name: "HCIReport", dependencies: ["HCITrace", "HCIDiagnosis"], resources: [.embedInCode("Schema")],
      swiftSettings: settings),
    // The command line.
    .executableTarget(
      name: "HCITraceCommand",
      dependencies: [
        "HCITrace", "HCIDiagnosis", "HCIReport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .testTarget(
      name: "HCITraceTests", dependencies: ["HCITrace", "HCIDiagnosis"],
      exclude: ["Decode/Wireshark", "Decode/KnownDisagreements.md", "Session/Tones", "Wire/AVDTP/SBC"],
      swiftSettings: settings),
    .testTarget(
      name: "HCIDiagnosisTests", dependencies: ["HCITrace", "HCIDiagnosis"],
      exclude: ["OwnRules/lab.yml", "OwnRules/twenty.yml"], swiftSettings: settings),
    .testTarget(
      name: "HCIReportTests", dependencies: ["HCITrace", "HCIDiagnosis", "HCIReport"],
      exclude: ["Golden", "PublishedSchemas"], swiftSettings: settings),
    .testTarget(name: "CommandTests", dependencies: ["HCITraceCommand"], swiftSettings: settings),
    .testTarget(
      name: "SampleTests", dependencies: ["HCITrace", "HCIDiagnosis", "HCIReport"], swiftSettings: settings),
    // Whatever of the benchmarks can be wrong without being slow. They are a package of their own, which these tests
    // don't build: they compile its sources.
    .testTarget(
      name: "BenchmarkTests", dependencies: ["HCITrace", "HCIDiagnosis"],
      path: "Tests/Benchmarks/Sources/Benchmarks", exclude: ["Measuring"], swiftSettings: settings),
    // What fuzzing found, replayed. The fuzzer is a package of its own too, whose sources these tests compile.
    .testTarget(
      name: "FuzzTests", dependencies: ["HCITrace", "HCIDiagnosis", "HCIReport"],
      path: "Tests/Fuzz/Sources/Fuzz", exclude: ["LibFuzzer"], swiftSettings: settings),
  ]
)
