import Foundation

/// What each command may cost on each capture: the lines of Limits.txt.
struct Limits {
  /// A command on a capture.
  struct Subject: Hashable {
    var capture: String
    var command: String
  }

  private(set) var lines: [(subject: Subject, figures: Figures)] = []

  /// A line that is none, by its number.
  struct Mistake: Error, CustomStringConvertible {
    var line: Int
    var description: String { "Limits.txt:\(line): expected capture, command, ratio, MB, allocations" }
  }

  /// What was measured, with a margin.
  init(from measured: [(subject: Subject, figures: Figures)]) {
    lines = measured.map { ($0.subject, $0.figures.withMargin) }
  }

  /// The limits in `text`.
  init(parsing text: String) throws {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ")
      if words.isEmpty || line.hasPrefix("#") { continue }
      guard words.count == 5, let ratio = Double(words[2]), let memory = Double(words[3]),
        let allocations = Double(words[4])
      else { throw Mistake(line: index + 1) }
      let subject = Subject(capture: String(words[0]), command: String(words[1]))
      lines.append((subject, Figures(ratio: ratio, memory: memory, allocations: allocations)))
    }
  }

  /// As Limits.txt has them.
  var text: String {
    var text = """
      # What each command may cost: `make bench` fails where one costs more. Its time is in times that of the loop in C over
      # the headers of the same records, so that the speed of the machine cancels out; memory is the greatest resident size;
      # allocations are for each packet. `make bench RECORD=1` writes here what it measures, with a margin.
      #
      # capture        command          × C loop      MB   allocations

      """
    for (subject, figures) in lines {
      text += subject.capture.padding(toLength: 17, withPad: " ", startingAt: 0)
      text += subject.command.padding(toLength: 17, withPad: " ", startingAt: 0)
      text += String(format: "%8.1f%8.0f%14.4f\n", figures.ratio, figures.memory, figures.allocations ?? 0)
    }
    return text
  }

  /// What `subject` may cost.
  subscript(_ subject: Subject) -> Figures? { lines.first { $0.subject == subject }?.figures }

  /// What `measured` exceeds, in words.
  func excesses(of measured: Figures, for subject: Subject) -> [String] {
    let name = "\(subject.capture), \(subject.command)"
    guard let limit = self[subject] else { return ["\(name): Limits.txt has no limit"] }
    var excesses: [String] = []
    if measured.ratio > limit.ratio {
      excesses.append(
        String(format: "%@: %.2f times the loop in C; at most %.1f", name, measured.ratio, limit.ratio))
    }
    if measured.memory > limit.memory {
      excesses.append(String(format: "%@: %.1f MB; at most %.0f", name, measured.memory, limit.memory))
    }
    if let allocations = measured.allocations, let most = limit.allocations, allocations > most {
      excesses.append(String(format: "%@: %.4f allocations a packet; at most %.4f", name, allocations, most))
    }
    return excesses
  }
}
