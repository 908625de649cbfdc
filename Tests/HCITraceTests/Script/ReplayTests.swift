import HCITrace
import Testing

/// A replay tells after each packet what the script would tell that ends there.
@Suite struct ReplayTests {
  private let script = TraceScript {
    reaches(.media, pairing: true)
    suspends()
    losesLink()
    pages()
    linkComes(.pageTimeout)
  }

  @Test func tellsWhatAScriptTellsThatEndsThere() {
    var replay = TraceReplay(of: script)
    for (count, step) in script.steps.enumerated() {
      if count < 20 || count.isMultiple(of: 13) {
        #expect(
          String(describing: replay.session) == told(script.steps.prefix(count)), "after \(count) packets")
      }
      replay.read(step)
    }
    #expect(String(describing: replay.session) == String(describing: script.session))
  }

  /// A copy goes its own way, and the original does not notice.
  @Test func copiesGoTheirOwnWay() throws {
    let middle = script.steps.count / 2
    var replay = TraceReplay(of: script)
    for step in script.steps.prefix(middle) { replay.read(step) }
    var branch = replay.copy()
    var damaged = script.steps[middle]
    damaged.bytes = []
    branch.read(damaged)
    for step in script.steps.suffix(from: middle) { replay.read(step) }
    #expect(String(describing: replay.session) == String(describing: script.session))
    #expect(String(describing: branch.session) == told(script.steps.prefix(middle) + [damaged]))
  }

  private func told(_ steps: some Sequence<TraceScript.Step>) -> String {
    var cut = script
    cut.steps = Array(steps)
    return String(describing: cut.session)
  }
}
