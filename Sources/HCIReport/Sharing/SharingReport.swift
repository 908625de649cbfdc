import HCIDiagnosis
public import HCITrace

/// What is told of a capture that was redacted: what became of it, and whether it still says the same.
public struct SharingReport {
  private let original: CaptureReport
  private let shared: Sharing.Shared
  private let output: String
  private let format: CaptureFileFormat
  private let differences: [DiagnosisDifference]

  /// Judges both captures by the built-in rules: the file at `input` as it was and as it was written to `output`.
  public init(
    _ shared: Sharing.Shared, from input: String, to output: String, as format: CaptureFileFormat
  ) {
    let analyzer = Analyzer(profile: .automatic)
    let diagnosis = analyzer.diagnose(shared.original)
    original = CaptureReport(diagnosis, path: input)
    differences = analyzer.diagnose(shared.shared).differences(from: diagnosis)
    self.shared = shared
    self.output = output
    self.format = format
  }

  /// Verdicts, causes and findings are the same.
  public var isSame: Bool { differences.isEmpty }

  /// It in lines.
  public var text: String {
    var lines = ["\(original.path.escaped()) → \(output.escaped())"]
    func tell(_ label: String, _ text: String) {
      lines.append("  " + label.padded(to: 10) + text)
    }
    tell("written", shared.written.summary(of: shared.facts, as: format))
    tell(
      "replaced",
      "\(counted(shared.replaced.addresses, "address", plural: "addresses")) · \(counted(shared.replaced.names, "name"))"
    )
    for (label, text) in shared.written.remarks(on: shared.facts, as: format) { tell(label, text) }
    tell("findings", isSame ? "the same: \(original.numbers)" : "differ from those of the original:")
    for difference in differences.prefix(Self.shownDifferences) {
      let (one, other) = (difference.original ?? "none", difference.other ?? "none")
      lines.append("    \(difference.subject): \(one); redacted: \(other)")
    }
    if differences.count > Self.shownDifferences {
      lines.append("    and \(grouped(differences.count - Self.shownDifferences)) more")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let shownDifferences = 50
}
