import Foundation
import Testing

/// The tables of SampleCaptures/README.md that name captures.
struct SampleTable {
  struct Row: Sendable, CustomTestStringConvertible {
    var capture: String
    var verdicts: [String]
    var causes: [String?]

    var testDescription: String { capture }
  }

  var rows: [Row] = []

  init() throws {
    let text = try String(contentsOf: SampleTests.samples.appending(path: "README.md"), encoding: .utf8)
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[0] != "capture" else { continue }
      rows.append(
        Row(
          capture: cells[0], verdicts: Self.list(cells[1]),
          causes: Self.list(cells[2]).map { $0 == "–" ? nil : $0 }))
    }
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
