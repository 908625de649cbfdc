import HCIDiagnosis
import HCITrace
import Testing

/// An example of a rule, by the name that a failure should show.
struct ExampleCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type
  let example: Example

  var testDescription: String { "\(rule.info.id): \(example.name)" }

  static let all = allRules.flatMap { rule in rule.examples.map { ExampleCase(rule: rule, example: $0) } }

  /// Whoever judges the conversation.
  var diagnoser: Diagnoser {
    Diagnoser(profile: example.profile.flatMap { Profile.builtIn[$0] }, firmware: example.firmware)
  }

  /// What is said of the conversation.
  func diagnosis() -> Diagnosis { diagnoser.diagnose(example.script.session) }
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
    let diagnoser = example.diagnoser
    var replay = TraceReplay(of: example.example.script)
    for (count, step) in example.example.script.steps.enumerated() {
      let cut = diagnoser.diagnose(replay.session)
      let loud = Set(cut.findings.lazy.filter { !$0.info.firesOnCutCaptures }.map(\.info.id))
      #expect(loud.isSubset(of: whole), "cut after \(count) packets: \(loud.subtracting(whole))")
      replay.read(step)
    }
  }

  /// Octets changed or cut anywhere: nothing traps.
  @Test(arguments: ExampleCase.all) func survivesDamage(_ example: ExampleCase) {
    let steps = example.example.script.steps
    var generator = SeededGenerator(seed: 0x5EED)
    var damaged: [Int: [TraceScript.Step]] = [:]
    for round in 0..<50 {
      guard let position = steps.indices.randomElement(using: &generator) else { return }
      var step = steps[position]
      if round.isMultiple(of: 2) {
        step.bytes.removeLast(Int.random(in: 0...step.bytes.count, using: &generator))
      } else if let octet = step.bytes.indices.randomElement(using: &generator) {
        step.bytes[octet] = UInt8.random(in: 0...255, using: &generator)
      }
      damaged[position, default: []].append(step)
    }
    // What comes before the damage is read once for all of them.
    var replay = TraceReplay(of: example.example.script)
    for (position, step) in steps.enumerated() {
      for other in damaged[position] ?? [] {
        var branch = replay.copy()
        branch.read(other)
        for step in steps[(position + 1)...] { branch.read(step) }
        _ = Diagnoser().diagnose(branch.session)
      }
      replay.read(step)
    }
  }
}
