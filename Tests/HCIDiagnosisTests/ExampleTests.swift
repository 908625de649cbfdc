import HCIDiagnosis
import HCITrace
import Testing

/// An example of a rule, by the name that a failure should show.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type
  let example: Example

  var testDescription: String { "\(rule.info.id): \(example.name)" }

  static let all = allRules.flatMap { rule in rule.examples.map { ExampleCase(rule: rule, example: $0) } }

  /// What is said of the first `count` packets of the conversation, or of all of them.
  func diagnosis(ofFirst count: Int? = nil) -> Diagnosis {
    Diagnoser(
      profile: example.profile.flatMap { Profile.builtIn[$0] }, firmware: example.firmware
    )
    .diagnose(example.script.session(ofFirst: count))
  }
}

@Suite struct ExampleTests {
  /// Every example of every rule says what it promises, and the packet that a finding cites first is a flagged one.
  @Test(arguments: ExampleCase.all) func keepsItsPromise(_ example: ExampleCase) {
    let found = example.diagnosis().findings.filter { $0.info.id == example.rule.info.id }
    #expect(found.isEmpty == !example.example.triggers)
    let flagged = example.example.script.flaggedPackets
    if example.example.triggers {
      #expect(!flagged.isEmpty, "a triggering example flags the packets to cite")
    }
    for finding in found {
      let cited = finding.finding.evidence.map(\.at.number)
      #expect(cited.first.map(flagged.contains) ?? false, "cites \(cited), flagged are \(flagged.sorted())")
    }
  }

  /// No other rule speaks of an example than those listed with it, and those do.
  @Test(arguments: ExampleCase.all) func staysWithItsRule(_ example: ExampleCase) {
    let others = Set(example.diagnosis().findings.map(\.info.id)).subtracting([example.rule.info.id])
    #expect(others == example.example.alongside)
  }

  /// A capture that stops earlier makes no rule speak that was quiet about the whole.
  @Test(arguments: ExampleCase.all) func survivesBeingCut(_ example: ExampleCase) {
    let whole = Set(example.diagnosis().findings.map(\.info.id))
    for count in 0..<example.example.script.steps.count {
      let loud = example.diagnosis(ofFirst: count).findings.filter { !$0.info.firesOnCutCaptures }.map(
        \.info.id)
      #expect(Set(loud).isSubset(of: whole), "cut after \(count) packets: \(Set(loud).subtracting(whole))")
    }
  }

  /// Octets changed or cut anywhere: nothing traps.
  @Test(arguments: ExampleCase.all) func survivesDamage(_ example: ExampleCase) {
    var generator = SeededGenerator(seed: 0x5EED)
    for round in 0..<50 {
      var script = example.example.script
      guard let step = script.steps.indices.randomElement(using: &generator) else { return }
      if round.isMultiple(of: 2) {
        let count = Int.random(in: 0...script.steps[step].bytes.count, using: &generator)
        script.steps[step].bytes.removeLast(count)
      } else if let octet = script.steps[step].bytes.indices.randomElement(using: &generator) {
        script.steps[step].bytes[octet] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = Diagnoser().diagnose(script.session)
    }
  }
}

/// The same numbers in every run, so that a failure can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension TraceScript {
  /// What the first `count` packets tell; all of them without a count.
  func session(ofFirst count: Int?) -> Session {
    guard let count else { return session }
    var script = self
    script.steps = Array(script.steps.prefix(count))
    return script.session
  }
}
