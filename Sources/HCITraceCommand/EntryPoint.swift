import ArgumentParser
import HCIReport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a run begins.
@main
enum EntryPoint {
  static func main() {
    do {
      if let captures = captures(in: CommandLine.arguments.dropFirst()) {
        try AnalyzeRequest(paths: captures).run()
      } else {
        var command = try HCITraceCommand.parseAsRoot()
        try command.run()
      }
    } catch let status as ExitCode {
      // Whoever throws a status has said all there is to say.
      exit(status.rawValue)
    } catch {
      refuse(Array(CommandLine.arguments.dropFirst()), error)
    }
  }

  /// Ends the run with what the parser has against `line`: it quotes from it. Where something in it acts, the parser is
  /// asked once more, with that escaped, so whoever throws a `ValidationError` quotes arguments as they are.
  private static func refuse(_ line: [String], _ error: any Error) -> Never {
    let escaped = line.map { $0.escaped() }
    if escaped != line, HCITraceCommand.exitCode(for: error) != .success {
      do { _ = try HCITraceCommand.parseAsRoot(escaped) } catch { HCITraceCommand.exit(withError: error) }
      // Only a file at the very path could be wrong, and one line tells that.
      say(HCITraceCommand.message(for: error).escaped())
      exit(HCITraceCommand.exitCode(for: error).rawValue)
    }
    HCITraceCommand.exit(withError: error)
  }

  /// The captures on a command line that holds nothing else, which most do; `nil` for any other.
  ///
  /// There is nothing to parse in such a line, so it doesn't wait for the parser: describing every option of every
  /// command to it takes as long as the analysis of a small capture.
  private static func captures(in line: ArraySlice<String>) -> [String]? {
    guard let first = line.first, first != "help" else { return nil }
    var paths = line
    if let subcommand = Subcommand(rawValue: first) {
      guard subcommand == .analyze else { return nil }
      paths = line.dropFirst()
    }
    let arePaths = paths.allSatisfy { !$0.isEmpty && !$0.hasPrefix("-") }
    return arePaths && !paths.isEmpty ? Array(paths) : nil
  }
}
