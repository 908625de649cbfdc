import HCITrace

/// A search was broken off before it could find the speaker.
struct InquiryInterrupted: AttemptRule, CaptureRule {
  static let info = RuleInfo(
    "inquiry-interrupted", "The search was broken off before it found the speaker", severity: .error,
    phase: .discover,
    blame: .person(
      .possible, "a search ends early when somebody presses again; the source may do so by itself"),
    why: """
      A device answers an inquiry when its own scan comes round, which takes up to 10.24 s, and an Echo goes through \
      cycles of 12 s: the name, the services, the audio. Each press on “pair” starts over; who presses too often never \
      gives the speaker the time.
      """,
    looksFor: """
      Under a profile with a pairing window: an Inquiry that was cancelled well before its time, or followed by another \
      one while it ran, before any device that plays had answered, and no page in the 20 s that follow. It is a warning \
      when a later search of the same try finds one. A host that ends its inquiry in order to page what it found is normal.
      """,
    remedies: [
      .person("Start pairing once and touch nothing for 35 s, on the source, the speaker and in the app."),
      .source("Go on with a running inquiry when the user asks for pairing again."),
      .engineer("Look what stands right before each Inquiry Cancel: a user, a timer, another page."),
    ],
    references: [
      "Core Vol 4 Part E §7.1.1 Inquiry command", "Core Vol 4 Part E §7.1.2 Inquiry Cancel command",
      "Core Vol 3 Part C §4.1 Discoverability modes",
    ])

  static let examples: [Example] = [
    .triggering("three presses on “pair”, each breaks off the last") {
      initializes()
      inquires()
      cancelsInquiry().after(.milliseconds(1200)).flagging(0)
      inquires().after(.milliseconds(300))
      cancelsInquiry().after(.milliseconds(1400)).flagging(0)
      inquires().after(.milliseconds(300))
      cancelsInquiry().after(.milliseconds(1100)).flagging(0)
      passes(.seconds(25))
    },
    .triggering("a second inquiry while the first runs; nobody is found in the minute that follows") {
      initializes()
      inquires()
      inquires(length: 2).after(.seconds(2)).flagging(0)
      cancelsInquiry().after(.seconds(1))
      passes(.seconds(60))
    },
    .triggering("broken off once, and the next search works") {
      initializes()
      inquires()
      cancelsInquiry().after(.seconds(1)).flagging(0)
      reaches(.media, pairing: true, initializing: false).after(.seconds(3))
      endsInOrder()
    },
    .quiet("the host cancels the inquiry to page what it found") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("the host pages a telephone that it found") {
      initializes()
      inquires()
      finds(telephone, services: nil)
      cancelsInquiry()
      reaches(.encrypt, initializing: false, with: telephone)
      passes(.seconds(1))
    },
    .quiet("the inquiry ran its time and found nobody", alongside: ["device-not-found"]) {
      initializes()
      inquires()
      inquiryEnds().after(.seconds(10))
      passes(.seconds(45))
    },
    .quiet("a phone's user leaves the settings", profile: "generic") {
      initializes(classOfDevice: 0x5A020C)
      inquires()
      cancelsInquiry().after(.seconds(1))
      passes(.seconds(60))
    },
    .quiet("the log ends ten seconds after the cancel") {
      initializes()
      inquires()
      cancelsInquiry().after(.seconds(1))
      passes(.seconds(10))
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.profile.pairingWindow != nil, !context.isSinkLog(attempt),
      context.adapter(of: attempt).events > 0,
      let interruption = context.interruption(of: attempt.inquiries, for: attempt.peer, on: attempt.adapter)
    else { return [] }
    var finding = interruption.finding
    if attempt.end?.value == .nothingPaged {
      guard context.soundDevices(foundBy: attempt).isEmpty else { return [] }
    } else {
      finding.severity = .warning
      finding.explainsEnd = false
    }
    return [finding]
  }

  /// Searches too short before the log's end to count as attempts.
  func check(_ context: Context) -> [Finding] {
    let session = context.session
    guard context.profile.pairingWindow != nil else { return [] }
    guard !session.searches.isEmpty else { return [] }
    let told = Set(session.attempts.lazy.flatMap(\.inquiries).map(\.started))
    return session.adapters.indices.compactMap { adapter in
      let searches = session.searches.filter { search in
        search.adapter == adapter && !search.inquiries.contains { told.contains($0.started) }
      }
      let inquiries = searches.flatMap(\.inquiries)
      guard let last = searches.map(\.last).max(), session.adapters[adapter].events > 0,
        !searches.contains(where: context.isSinkLog),
        let interruption = context.interruption(of: inquiries, for: nil, on: adapter)
      else { return nil }
      let next = context.surroundings.attempt(on: adapter, after: last).map { session.attempts[$0].first }
      guard ((next ?? session.capture.last)?.seconds(since: last) ?? 0) >= 20,
        !context.surroundings.attempts(on: adapter, aliveAt: last).contains(where: {
          session.attempts[$0].isConnected
        })
      else { return nil }
      var finding = interruption.finding
      if session.attempts.contains(where: { $0.adapter == adapter && $0.isConnected && $0.first > last }) {
        finding.severity = .warning
      }
      return finding
    }
  }
}

/// Inquiries that were broken off, and the frames with which.
private struct Interruption {
  var breaks: [Evidence] = []
  var inquiries: [Inquiry] = []

  var finding: Finding {
    let times = breaks.count == 1 ? "once" : "\(breaks.count) times"
    let ran = zip(inquiries, breaks).map { inquiry, end in end.at.seconds(since: inquiry.started).inSeconds }
    let of = inquiries.first.map { ", of \($0.duration.inSeconds) that it was to run" } ?? ""
    var finding = Finding(
      "the search was broken off \(times), after \(inWords(Array(ran.prefix(4))))\(of), before a speaker had answered",
      Array(breaks.prefix(8)) + inquiries.prefix(4).map { Evidence($0.started, "Inquiry") })
    finding.yieldsTo = [LEAudioOnly.info.id]
    return finding
  }
}

extension Context {
  /// Which of `inquiries` were broken off before the device that then was paged, or any that may play, had answered.
  fileprivate func interruption(
    of inquiries: [Inquiry], for paged: Address?, on adapter: Int
  ) -> Interruption? {
    var broken = Interruption()
    for (index, inquiry) in inquiries.enumerated() where !inquiry.isRefused {
      let hasFound = inquiry.responses.contains {
        $0.address == paged || (session.peer($0.address, adapter: adapter)?.maySound ?? false)
      }
      if hasFound { continue }
      let next = inquiries.dropFirst(index + 1).first { inquiry.isRunning(at: $0.started) && !$0.isRefused }
      if let cancelled = inquiry.cancelledEarly {
        broken.breaks.append(Evidence(cancelled, "Inquiry Cancel"))
        broken.inquiries.append(inquiry)
      } else if let next {
        broken.breaks.append(Evidence(next.started, "another Inquiry while the first ran"))
        broken.inquiries.append(inquiry)
      }
    }
    return broken.breaks.isEmpty ? nil : broken
  }
}
