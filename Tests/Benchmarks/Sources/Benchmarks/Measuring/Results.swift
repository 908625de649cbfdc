/// What one command took on one capture.
struct Measurement {
  var command: Command
  var seconds: Double
  var figures: Figures
}

/// What was measured of one capture.
struct Results {
  var subject: Subject
  var packets: Int
  /// What the loop in C takes, in seconds.
  var yardstick: Double
  /// What libpcap itself takes, in seconds; of pcap only.
  var libpcap: Double?
  var measurements: [Measurement] = []

  /// Runs every command on `subject`, each time right after the loop in C.
  init(of subject: Subject, by programs: Programs) throws {
    let loop = ["headers"] + subject.files
    let packets = try Run.number(printedBy: loop)
    var loops: [Double] = []
    for command in subject.commands {
      let line = programs.line(command, subject.path)
      // It also warms the cache.
      let allocations = try Programs.allocations(of: line)
      if command.isPart {
        let told = try Run.number(printedBy: line)
        guard told == packets else {
          throw BenchmarkError("\(line.joined(separator: " ")): \(told) packets instead of \(packets)")
        }
      }
      let runs = command.isSlow ? (subject.runs + 1) / 2 : subject.runs
      let pairs = try (0..<runs).map { _ in (loop: try Run(loop), own: try Run(line)) }
      loops += pairs.map(\.loop.seconds)
      measurements.append(
        Measurement(
          command: command, seconds: pairs.map(\.own.seconds).median,
          figures: Figures(
            ratio: pairs.map { $0.own.seconds / $0.loop.seconds }.median,
            memory: pairs.map(\.own.memory).max() ?? 0,
            allocations: allocations.map { Double($0) / Double(packets) })))
    }
    self.subject = subject
    self.packets = packets
    yardstick = loops.median
    if subject.path.hasSuffix(".pcap") {
      libpcap = try (0..<subject.runs).map { _ in try Run(["libpcap", subject.path]).seconds }.median
    }
  }

  /// What limits are for.
  func key(_ measurement: Measurement) -> Limits.Subject {
    Limits.Subject(capture: subject.name, command: measurement.command.rawValue)
  }

  /// What `command` took.
  subscript(_ command: Command) -> Measurement? { measurements.first { $0.command == command } }
}
