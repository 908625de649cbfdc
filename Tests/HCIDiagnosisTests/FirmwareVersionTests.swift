import HCIDiagnosis
import Testing

@Suite struct FirmwareVersionTests {
  @Test(arguments: [
    ("v1.18.1", [1, 18, 1] as [UInt64]), ("3892024030", [3_892_024_030]), ("12.2", [12, 2]),
    ("V3.0", [3, 0]),
  ])
  func reads(_ text: String, _ numbers: [UInt64]) {
    #expect(FirmwareVersion(text)?.numbers == numbers)
  }

  @Test(arguments: ["", "v", "1..2", "1.2b", "beta", "-1", "1.٣", "99999999999999999999", "1.2.", ".1"])
  func refuses(_ text: String) {
    #expect(FirmwareVersion(text) == nil)
  }

  @Test func orders() throws {
    let versions = try ["1.0.3", "1.2", "1.2.0.1", "1.18.1", "3.2", "12.2.1"].map {
      try #require(FirmwareVersion($0))
    }
    #expect(versions.sorted() == versions)
    #expect(FirmwareVersion("1.2.0") == FirmwareVersion("v1.2"))
    #expect(Set([FirmwareVersion("1.2.0"), FirmwareVersion("1.2")]).count == 1)
  }
}
