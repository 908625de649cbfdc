import HCIDiagnosis

extension Threshold {
  /// What it is unless the user says otherwise: `100 ms`, `the profile's maximumDelay`.
  var standardWords: String {
    guard let limit else { return standard.map(words) ?? "" }
    return "the profile's \(limit.rawValue)" + (standard.map { ", else \(words($0))," } ?? ",")
  }
}
