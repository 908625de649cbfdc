// Searches that nothing was paged after, as attempts of their own.

extension Session {
  /// The session in which searches that nothing was paged after count as attempts of their own: one for each
  /// `window` seconds of searching, only where 30 s passed without a page, and not beside a link at work.
  public func countingSearches(window: Double) -> Session {
    guard !searches.isEmpty else { return self }
    var counted = self
    let all = adapters.indices.flatMap { adapter in
      searches(on: adapter, window: window).filter { search in
        let nextPage = attempts.filter { $0.adapter == adapter && $0.first > search.first }.map(\.first).min()
        let quiet = (nextPage ?? capture.last)?.seconds(since: search.hopeless) ?? 0
        return quiet >= 30 && !isLinkAtWork(beside: search) && !isRefusal(search)
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
    for request in found.flatMap(\.nameRequests) {
      guard let part = parts.lastIndex(where: { $0.first <= request.requested }) else { continue }
      parts[part].nameRequests.append(request)
    }
    return parts
  }

  /// An inquiry that the controller would not begin while another attempt was under way: part of that.
  private func isRefusal(_ search: Attempt) -> Bool {
    search.inquiries.allSatisfy(\.isRefused)
      && attempts.contains { other in
        other.adapter == search.adapter && other.first <= search.first
          && (other.end?.at ?? other.last) >= search.last
      }
  }

  /// A link of the same adapter carried a stream while the search ran, or was up for half a minute: whoever searched
  /// had one to play to.
  fileprivate func isLinkAtWork(beside search: Attempt) -> Bool {
    attempts.contains { other in
      guard other.adapter == search.adapter, other.isConnected, other.first <= search.last,
        let end = other.end, end.at >= search.first
      else { return false }
      return !other.streams.isEmpty || end.at.seconds(since: other.first) > 30
    }
  }
}

extension Attempt {
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
