import HCIDiagnosis
import Testing

/// Profiles in YAML: what is taken, and where each mistake is said to be.
@Suite struct ProfileFileTests {
  @Test func takesTheRestFromItsBase() throws {
    let profile = try Profile(
      yaml: """
        name: lab
        basedOn: echo   # a comment
        minimumBattery: 0x1E
        maximumDelay: 2.5e2
        devices:
          - {name: "Flip 6", latency: 100}
        """)
    let echo = try #require(Profile.builtIn["echo"])
    #expect(profile.name == "lab")
    #expect(profile.minimumBattery == 30)
    #expect(profile.maximumDelay == 250)
    #expect(profile.codecs == echo.codecs)
    #expect(profile.pairingWindow == 22...35)
    #expect(profile.devices.first?.name == "Flip 6")
    #expect(profile.devices.first?.latency == 100)
    #expect(profile.devices.dropFirst().elementsEqual(echo.devices))
  }

  @Test(arguments: [
    ("name: lab\nminimumBatery: 3\n", 2, 1, "did you mean “minimumBattery”"),
    ("name: lab\nname: b\n", 2, 1, "written twice"),
    ("name: lab\nminimumBattery: 101\n", 2, 17, "0 to 100"),
    ("name: lab\nminimumBattery: \"40\"\n", 2, 17, "a whole number is expected"),
    ("name: lab\nplaysStereo: 1\n", 2, 14, "true or false"),
    ("name: lab\ncodecs: [sbc, lc3]\n", 2, 15, "“lc3” is none of sbc"),
    ("name: lab\npairingWindow: [35, 22]\n", 2, 16, "the smaller first"),
    ("name: lab\ndevices:\n  - firmware: 1\n", 3, 5, "“name” is missing"),
    ("name: lab\nclassOfDevice: blue\n", 2, 16, "hexadecimal"),
    ("name: lab\nbasedOn: sonos\n", 2, 10, "echo, generic"),
    ("name: lab\ncodecs: &a [*a]\n", 2, 9, "an alias for what it stands in"),
    ("name: [1,\n  2\n", 3, 1, "this is no YAML"),
    ("name: lab\n---\nname: b\n", 2, 1, "a second begins here"),
    ("title: lab\n", 1, 1, "“name” is missing"),
    ("codecs: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100), 1, 56, "deep"),
  ])
  func namesThePlace(_ yaml: String, line: Int, column: Int, words: String) {
    let problem = #expect(throws: YAMLProblem.self) { try Profile(yaml: yaml) }
    #expect(problem?.line == line)
    #expect(problem?.column == column)
    #expect(problem?.message.contains(words) ?? false, "\(problem?.description ?? "none")")
  }

  /// What unfolds to a billion values is read in the room that it is written in.
  @Test func staysSmall() {
    var yaml = "name: lab\ncodecs:\n  - &a0 [sbc, sbc]\n"
    for level in 1...40 { yaml += "  - &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
    #expect(throws: YAMLProblem.self) { try Profile(yaml: yaml) }
  }
}
