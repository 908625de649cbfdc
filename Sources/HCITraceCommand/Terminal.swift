import ArgumentParser
import HCIReport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// When text is coloured.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// What standard output and standard error can show.
enum Terminal {
  /// Its width (COLUMNS, then the terminal's own, then 100), and colour where somebody can see it.
  static func presentation(_ choice: ColourChoice, verbose: Bool = false) -> Presentation {
    let isTerminal = Self.isTerminal(STDOUT_FILENO)
    let width =
      environment("COLUMNS").flatMap { Int($0) } ?? (isTerminal ? columns(of: STDOUT_FILENO) : nil) ?? 100
    return Presentation(
      width: width,
      isColoured: isColoured(
        choice, isTerminal: isTerminal, noColor: environment("NO_COLOR"),
        force: environment("CLICOLOR_FORCE"),
        term: environment("TERM")),
      isVerbose: verbose)
  }

  /// The option outweighs NO_COLOR, which outweighs CLICOLOR_FORCE, which outweighs what standard output is.
  static func isColoured(
    _ choice: ColourChoice, isTerminal: Bool, noColor: String?, force: String?, term: String?
  ) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let noColor, !noColor.isEmpty { return false }
    if let force, !force.isEmpty, force != "0" { return true }
    return isTerminal && term != "dumb"
  }

  /// `descriptor` is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Standard error is a terminal on which a line can be rewritten, and may be.
  static var canRewrite: Bool {
    isTerminal(STDERR_FILENO)
      && canRewrite(noColor: environment("NO_COLOR"), term: environment("TERM"))
  }

  /// Who wants no colours wants no control sequences.
  static func canRewrite(noColor: String?, term: String?) -> Bool {
    noColor?.isEmpty ?? true && term != "dumb"
  }

  /// The width of standard error: COLUMNS, then the terminal's own, then 80.
  static var errorColumns: Int {
    environment("COLUMNS").flatMap { Int($0) } ?? columns(of: STDERR_FILENO) ?? 80
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    // Safe: the call fills `size`, which outlives it.
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// The variable `name` of the environment.
func environment(_ name: String) -> String? {
  // Safe: nothing changes the environment while this runs; the value is copied.
  unsafe getenv(name).map { unsafe String(cString: $0) }
}
