import HCIDiagnosis

extension TextPage {
  /// Every attempt with its findings; links without audio and without findings share a line.
  mutating func writeAttempts(
    of capture: CaptureReport, _ presentation: Presentation, _ explained: inout Set<String>
  ) {
    let (attempts, findings) = (capture.attempts, capture.findings)
    each(of: capture.passages(presentation, &explained)) { page, passage in
      page.blank()
      switch passage {
      case .quiet(let range): page.writeQuiet(attempts, range)
      case .attempt(let index, let own, let explaining):
        page.write(attempts.report(at: index, .brief))
        page.writeFindings(own.map { findings[$0] }, presentation, explaining: explaining)
      }
    }
  }

  private mutating func writeQuiet(_ attempts: ReportList<AttemptReport>, _ range: ClosedRange<Int>) {
    let (first, last) = (range.lowerBound, range.upperBound)
    let number = attempts.outline(at: first).number
    let numbers =
      first == last ? "attempt \(number)" : "attempts \(number)–\(attempts.outline(at: last).number)"
    let who = first == last ? "  " + attempts.report(at: first, .brief).whom : ""
    line([Span(numbers, .strong), Span(who)], right: [Span("no audio attempted", .dim)], indent: 2)
  }

  /// Verdict, phases and streams.
  mutating func write(_ attempt: AttemptReport) {
    var left = [Span("attempt \(attempt.number)", .strong), Span("  " + attempt.whom)]
    if attempt.initiator == "remote" { left.append(Span("  which called", .dim)) }
    if attempt.startsLate { left.append(Span("  up before the log began", .dim)) }
    line(left, right: attempt.verdictSpans, indent: 2)
    let ladder = attempt.ladder
    if !ladder.isEmpty { paragraph(ladder, indent: 4) }
    for stream in attempt.streams { write(stream, attempt.configuration) }
    if let divergence = attempt.divergence { write(divergence) }
  }

  /// Where it left the way to sound first, and what was due there.
  private mutating func write(_ divergence: DivergenceReport) {
    let place =
      divergence.isTried
      ? "at \(divergence.phase.rawValue), #\(divergence.frame)"
      : "before \(divergence.phase.rawValue), after #\(divergence.frame)"
    var spans = [Span("broke   ", .dim), Span("\(place); due: \(divergence.due.escaped())")]
    if let phase = divergence.causePhase {
      let frame = divergence.causeFrame.map { ", #\($0)" } ?? ""
      spans.append(Span("; the cause lies in \(phase.rawValue)\(frame)"))
    }
    paragraph(spans, indent: 4, hang: 12)
  }

  private mutating func write(_ stream: StreamReport, _ configuration: ConfigurationReport?) {
    guard stream.configuredFrame != nil || stream.packets > 0 else { return }
    var parts: [String] = []
    if let summary = configuration?.summary, configuration?.codec == stream.codec {
      parts.append(summary)
    } else if let codec = stream.codec {
      parts.append(codec)
    }
    if stream.packets > 0 {
      parts.append("\(counted(stream.packets, "media packet")) in \(stream.duration.words)")
      if let rate = stream.measuredBitRate { parts.append("\((rate + 500) / 1_000) kbit/s measured") }
    }
    if let delay = stream.delay { parts.append("the sink reports \((delay + 5) / 10) ms of delay") }
    guard !parts.isEmpty else { return }
    paragraph(
      [Span("stream  ", .dim), Span(parts.joined(separator: " · ").escaped(), .dim)], indent: 4, hang: 12)
    if let tones = stream.testTones, let first = tones.first { write(first, of: tones) }
  }

  /// One line for the test tone: when it began, for how long it sounds, on which channels.
  private mutating func write(_ first: StreamReport.Tone, of tones: [StreamReport.Tone]) {
    let sum = Seconds(microseconds: tones.reduce(0) { $0 &+ $1.duration.microseconds })
    let times = tones.count == 1 ? "" : " in \(grouped(tones.count)) parts"
    let channels = Set(tones.map(\.channels)).count == 1 ? first.channelWords : ""
    let words = "was heard from \(first.time.precise) for \(sum.words)\(times)\(channels)"
    paragraph(
      [Span("tone    ", .dim), Span("the 440 Hz test tone \(words)", .dim)], indent: 4, hang: 12)
  }
}

extension StreamReport.Tone {
  /// On which channels.
  fileprivate var channelWords: String {
    switch channels {
    case "both": ", on both channels"
    case "left", "right": ", on the \(channels) channel only"
    default: ""
    }
  }
}

extension AttemptReport {
  /// Whom it was at.
  var whom: String {
    let told = peerName.flatMap { $0.isEmpty ? nil : $0.escaped(limit: 48) }
    guard let peerAlias else { return told ?? peer ?? "a peer that the log doesn't name" }
    let alias = peerAlias.escaped(limit: 48)
    return told.map { "\(alias) (\($0))" } ?? alias
  }

  /// The verdict as it stands at the end of the line.
  var verdictSpans: [Span] {
    let media = streams.reduce(Int64(0)) { $0 &+ $1.duration.microseconds }
    let time = Seconds(microseconds: media)
    let sureness = confidence == .certain ? "" : " (\(confidence.rawValue))"
    switch verdict {
    case .streamed: return [Span("STREAMED" + (media > 0 ? " \(time.words)" : "") + sureness, .good)]
    case .ready: return [Span("READY, never started" + sureness, .good)]
    case .unfinished: return [Span("UNFINISHED: the capture ends too early" + sureness, .note)]
    case .noAudioAttempted: return [Span("no audio attempted" + sureness, .dim)]
    case .interrupted: return [Span("INTERRUPTED after \(time.words)" + sureness, .error)] + laterSuccess
    case .silent: return [Span("SILENT for \(time.words)" + sureness, .error)] + laterSuccess
    case .failed:
      return [Span("FAILED" + (whereItFailed.map { " \($0)" } ?? "") + sureness, .error)]
        + laterSuccess
    }
  }

  private var laterSuccess: [Span] { isMadeGood ? [Span(" · made good later", .dim)] : [] }

  /// The phases as steps: ✔ passed, ✘ failed, … cut short, · not needed, – the first that was not reached.
  var ladder: [Span] {
    var spans: [Span] = []
    for result in phases {
      let mark: String
      let style: Span.Style
      switch result.outcome {
      case .passed: (mark, style) = ("✔", .good)
      case .failed: (mark, style) = ("✘", .error)
      case .cutShort: (mark, style) = ("…", .warning)
      case .skipped:
        guard result.phase > .name else { continue }
        (mark, style) = ("·", .dim)
      case .notReached: (mark, style) = ("–", .dim)
      }
      if !spans.isEmpty { spans.append(Span("   ")) }
      // The mark stays with its word, whatever line it is wrapped to.
      spans.append(Span("\(result.phase.rawValue)\u{A0}", style == .dim ? .dim : .plain))
      spans.append(Span(mark, style))
      if let duration = result.duration, result.outcome == .passed, duration.microseconds > 0 {
        spans.append(Span(" \(duration.words)".keptTogether, .dim))
      }
      if result.outcome == .notReached { break }
    }
    return spans
  }
}

extension String {
  /// Its spaces don't break a line.
  fileprivate var keptTogether: String {
    String(decoding: utf8.flatMap { $0 == UInt8(ascii: " ") ? [0xC2, 0xA0] : [$0] }, as: UTF8.self)
  }
}
