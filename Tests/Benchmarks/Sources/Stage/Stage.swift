import HCIDiagnosis
import HCITrace

/// `stage NAME CAPTURE`: runs one stage of an analysis and prints how many packets the capture has.
@main
struct Stage {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else { throw CaptureError("usage: stage NAME CAPTURE") }
    let path = CommandLine.arguments[2]
    if let stage = Analysis.Stage(rawValue: CommandLine.arguments[1]) {
      print(try Analysis.packets(path: path, upTo: stage))
    } else {
      for result in Analyzer(profile: .automatic).analyze(path: path) {
        print(try result.outcome.get().session.capture.frames)
      }
    }
  }
}
