import HCITrace

/// The last line of the terminal, rewritten again and again, and out of the way of everything else that is written
/// there.
final class StatusLine: Sendable {
  /// The one of standard error.
  static let shared = StatusLine()

  private struct State {
    /// The line may be shown.
    var isOn = false
    var isShown = false
    /// What was written last ended its line.
    var isAtLineStart = true
    var text = ""
  }
  private let state = Monitor(State())

  /// Back to the first column, and everything to the end of the line gone.
  private static let erasure = Array("\r\u{1B}[K".utf8)

  /// From now on ``show(_:)`` shows.
  func begin() { state.update { $0.isOn = true } }

  /// Shows `text` in place of what is shown; not behind half a line of something else.
  func show(_ text: String) {
    state.update { state in
      guard state.isOn, state.isAtLineStart, !state.isShown || state.text != text else { return }
      writeAsIs(Self.erasure + Array(text.utf8))
      state.isShown = true
      state.text = text
    }
  }

  /// Takes the line away for good.
  func end() {
    state.update { state in
      erase(&state)
      state.isOn = false
    }
  }

  /// Lets `write` write to `descriptor`. Where that is a terminal, the line is out of its way; `endsLine` when what it
  /// writes ends its last line.
  func makeRoom(on descriptor: Int32, endingLine endsLine: Bool, _ write: () -> Int) -> Int {
    state.update { state in
      if state.isOn, Terminal.isTerminal(descriptor) {
        erase(&state)
        state.isAtLineStart = endsLine
      }
      return write()
    }
  }

  private func erase(_ state: inout State) {
    guard state.isShown else { return }
    writeAsIs(Self.erasure)
    state.isShown = false
  }
}
