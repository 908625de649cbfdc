import HCIDiagnosis
import HCIReport
import HCITrace

/// One capture of those that a path names, judged, for commands that then look at its packets once more.
struct JudgedCapture {
  /// What was found in it.
  let diagnosis: Diagnosis
  /// What is reported of it.
  let report: CaptureReport

  /// The capture in `member` of what `path` names, under what is in force for it; `nil`, and a line on standard error, where
  /// it can't be read, or can't be read twice.
  init?(path: String, member: String?, _ settings: Settings) throws {
    guard let configuration = try settings.configurations(for: [path]).first else { return nil }
    if fileKind(path, followingLinks: true) == .other {
      say("\(path.escaped()): can be read but once, and is read twice; save it as a file first")
      return nil
    }
    do throws(CaptureError) {
      diagnosis = Analyzer(configuration).diagnose(try Analysis.session(path: path, member: member))
    } catch {
      say("\(path.escaped()): \(error.description.escaped())")
      return nil
    }
    let all = CaptureReport(
      diagnosis, path: member.map { "\(path)!\($0)" } ?? path, under: configuration)
    report = all.reported(under: configuration)
    guard let device = settings.device else { return }
    var search = DeviceSearch(DeviceFilter(device))
    search.look(in: all)
    if search.isMissing {
      search.complain()
      return nil
    }
  }

  /// What happened.
  var session: Session { diagnosis.session }

  /// What happened in the attempt with this number.
  func attempt(_ number: Int) -> Attempt? { diagnosis.attempts.first { $0.number == number }?.attempt }
}

extension DeviceSearch {
  /// Says that no capture knows the device.
  func complain() {
    let known = known.isEmpty ? "none" : known.joined(separator: ", ")
    say("--device \(device.text.quoted()): no capture knows it; known are \(known)")
  }
}
