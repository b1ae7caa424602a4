// swift-tools-version: 6.3

import PackageDescription

/// The toolchain alone: this list of dependencies stays empty.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A target of the program; what it may import is what it lists, and nothing else.
func layer(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of one target, with the targets whose names they use.
func tests(
  of name: String, _ dependencies: [Target.Dependency], besides files: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["DeskTestSupport"], exclude: files,
    swiftSettings: strict)
}

let package = Package(
  name: "deskctl",
  products: [.executable(name: "deskctl", targets: ["deskctl"])],
  targets: [
    .target(name: "CSystem", cSettings: [.disableWarning("c23-extensions")]),
    layer("JSON", []),
    layer("CommandLineKit", []),
    .target(name: "CDigest"),
    layer("DeskCore", ["CDigest", "JSON"]),
    layer(
      "DeskFormats", ["DeskCore", "JSON"], resources: [.embedInCode("Embed/widget.js")]),
    layer("DeskSystem", ["CSystem"]),
    layer("DeskStore", ["DeskCore", "DeskSystem", "JSON"]),
    layer(
      "DeskCommands",
      ["CommandLineKit", "DeskCore", "DeskFormats", "DeskStore", "DeskSystem", "JSON"]),
    .executableTarget(
      name: "deskctl", dependencies: ["DeskCommands", "DeskSystem"], swiftSettings: strict),
    layer(
      "DeskTestSupport",
      [
        "CommandLineKit", "DeskCommands", "DeskCore", "DeskFormats", "DeskStore", "DeskSystem",
        "JSON",
      ]),
    tests(of: "JSON", ["JSON"]),
    tests(of: "CommandLineKit", ["CommandLineKit"]),
    tests(of: "DeskCore", ["DeskCore", "JSON"], besides: ["Hours/hours_oracle.py"]),
    tests(of: "DeskFormats", ["DeskCore", "DeskFormats", "JSON"]),
    tests(of: "DeskSystem", ["DeskSystem"]),
    tests(of: "DeskStore", ["DeskCore", "DeskStore", "DeskSystem", "JSON"]),
    tests(
      of: "DeskCommands",
      [
        "CommandLineKit", "DeskCommands", "DeskCore", "DeskFormats", "DeskStore", "DeskSystem",
        "JSON",
      ]),
    tests(
      of: "Program",
      ["CommandLineKit", "DeskCommands", "DeskCore", "DeskFormats", "DeskStore", "JSON"]),
    tests(of: "Architecture", ["CommandLineKit", "DeskCommands", "DeskCore", "JSON"]),
  ],
  swiftLanguageModes: [.v6]
)

// `make bench` alone builds it.
if Context.environment["DESKCTL_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "bench", dependencies: ["DeskCore", "DeskStore", "DeskSystem", "JSON"],
      path: "Tests/Bench", exclude: ["zendesk.jq", "zendesk.py"],
      swiftSettings: strict))
}

// `make fuzz` alone builds it.
if Context.environment["DESKCTL_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["DeskTestSupport"], path: "Tests/Fuzz", swiftSettings: strict))
}
