// Searches that nothing was paged after, as attempts of their own.

extension Session {
  /// The session in which searches that nothing was paged after count as attempts of their own: one for each
  /// `window` seconds of searching, only where 30 s passed without a page, and not beside a link at work.
  public func countingSearches(window: Double) -> Session {
    guard !searches.isEmpty else { return self }
    var counted = self
    let all = adapters.indices.flatMap { adapter -> [Attempt] in
      let own = attempts.indices.filter { attempts[$0].adapter == adapter }
      let tries = Stretches(own.map { (attempts[$0].first, attempts[$0].end?.at ?? attempts[$0].last) })
      let atWork = Stretches(own.compactMap { attempts[$0].timeAtWork })
      return searches(on: adapter, window: window).filter { search in
        let nextPage = tries.begin(after: search.first)
        let quiet = (nextPage ?? capture.last)?.seconds(since: search.hopeless) ?? 0
        return quiet >= 30 && !atWork.contain(begunBy: search.last, lastingTo: search.first)
          && !(search.inquiries.allSatisfy(\.isRefused)
            // The controller would not begin it while another attempt was under way: part of that.
            && tries.contain(begunBy: search.first, lastingTo: search.last))
      }
    }
    counted.attempts += all
    counted.number()
    return counted
  }

  /// What was searched on `adapter` with nobody paged after it, `window` seconds at a time.
  private func searches(on adapter: Int, window: Double) -> [Attempt] {
    let found = searches.filter { $0.adapter == adapter }
    var parts: [Attempt] = []
    for inquiry in found.flatMap(\.inquiries).sorted(by: { $0.started < $1.started }) {
      if let last = parts.last, inquiry.started.seconds(since: last.first) <= window {
        parts[parts.count - 1].add(inquiry)
      } else {
        parts.append(Attempt(search: inquiry, adapter: adapter))
      }
    }
    let begins = Stretches(parts.map { ($0.first, $0.last) })
    for request in found.flatMap(\.nameRequests) {
      let begun = begins.count(begunBy: request.requested)
      if begun > 0 { parts[begun - 1].nameRequests.append(request) }
    }
    return parts
  }
}

/// Stretches of a log, put in order so that many searches can be held against many attempts.
private struct Stretches {
  private var begins: [PacketRef] = []
  /// The latest end of each and all before it.
  private var latest: [PacketRef] = []

  init(_ stretches: [(begin: PacketRef, end: PacketRef)]) {
    for (begin, end) in stretches.sorted(by: { $0.begin < $1.begin }) {
      begins.append(begin)
      latest.append(max(latest.last ?? end, end))
    }
  }

  /// One that had begun by `begin`, that frame included, lasted to `end` or longer.
  func contain(begunBy begin: PacketRef, lastingTo end: PacketRef) -> Bool {
    let begun = count(begunBy: begin)
    return begun > 0 && latest[begun - 1] >= end
  }

  /// The first begin after `ref`.
  func begin(after ref: PacketRef) -> PacketRef? {
    let next = count(begunBy: ref)
    return next < begins.count ? begins[next] : nil
  }

  /// How many have begun by `ref`.
  func count(begunBy ref: PacketRef) -> Int {
    var range = 0..<begins.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = begins[middle] > ref ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound
  }
}

extension Attempt {
  /// The time of a link that carried a stream, or was up for half a minute: whoever searched then had one to play to.
  fileprivate var timeAtWork: (begin: PacketRef, end: PacketRef)? {
    guard isConnected, let end, !streams.isEmpty || end.at.seconds(since: first) > 30 else { return nil }
    return (first, end.at)
  }

  /// A search with one inquiry.
  fileprivate init(search inquiry: Inquiry, adapter: Int) {
    self.init(number: 0, adapter: adapter, peer: nil, initiator: .local, first: inquiry.started)
    add(inquiry)
  }

  /// Makes another inquiry part of this search.
  fileprivate mutating func add(_ inquiry: Inquiry) {
    inquiries.append(inquiry)
    last = max(last, inquiry.last)
    end = Observed(.nothingPaged, at: last)
  }

  /// From when on a search without a page is one that came to nothing: its last packet where something that plays
  /// answered, the end of its first inquiry where nothing did, however often the host then searched again.
  fileprivate var hopeless: PacketRef {
    let answers = inquiries.flatMap(\.responses).map(\.classOfDevice)
    if answers.contains(where: { $0.isAudioVideo || $0.hasAudioService }) { return last }
    return inquiries.first { $0.completed != nil || $0.cancelled != nil }?.last ?? last
  }
}
