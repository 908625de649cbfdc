import Testing

/// The limits are read as they are written, and whatever exceeds one is told.
struct LimitsTests {
  private let reading = Limits.Subject(capture: "small.btsnoop", command: "reading")
  private let limits = "# a comment\n\nsmall.btsnoop  reading  1.5  12  0.0010\n"

  private func excesses(_ ratio: Double, _ memory: Double, _ allocations: Double?) throws -> [String] {
    try Limits(parsing: limits).excesses(
      of: Figures(ratio: ratio, memory: memory, allocations: allocations), for: reading)
  }

  @Test func whatIsWithinTheLimitsIsFine() throws {
    #expect(try excesses(1.5, 12, 0.001) == [])
    #expect(try excesses(1.5, 12, nil) == [])
  }

  @Test func eachLimitCounts() throws {
    #expect(
      try excesses(1.51, 12, 0.001) == ["small.btsnoop, reading: 1.51 times the loop in C; at most 1.5"])
    #expect(try excesses(1.5, 12.1, 0.001) == ["small.btsnoop, reading: 12.1 MB; at most 12"])
    #expect(
      try excesses(1.5, 12, 0.0011) == ["small.btsnoop, reading: 0.0011 allocations a packet; at most 0.0010"]
    )
    #expect(try excesses(9, 99, 9).count == 3)
  }

  @Test func whatHasNoLimitIsTold() throws {
    let other = Limits.Subject(capture: "small.btsnoop", command: "text")
    let figures = Figures(ratio: 0, memory: 0, allocations: 0)
    #expect(
      try Limits(parsing: limits).excesses(of: figures, for: other)
        == ["small.btsnoop, text: Limits.txt has no limit"])
  }

  @Test func recordedLimitsHold() throws {
    let measured = Figures(ratio: 3.217, memory: 11.4, allocations: 0.00123)
    let recorded = try Limits(parsing: Limits(from: [(reading, measured)]).text)
    #expect(recorded.lines.count == 1)
    #expect(recorded.excesses(of: measured, for: reading) == [])
    let worse = Figures(ratio: 4.2, memory: 14.1, allocations: 0.0021)
    #expect(recorded.excesses(of: worse, for: reading).count == 3)
  }

  @Test(arguments: ["small.btsnoop reading 1.5 12", "small.btsnoop reading much 12 0.1"])
  func aLineThatIsNoneIsAMistake(_ line: String) {
    #expect(throws: Limits.Mistake.self) { try Limits(parsing: "# limits\n" + line) }
  }
}
