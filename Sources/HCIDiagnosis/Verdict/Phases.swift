import HCITrace

/// How far one phase came, before it is known what the others did.
private struct Progress {
  var first: PacketRef?
  var passed: PacketRef?
  var failed: PacketRef?

  mutating func began(_ ref: PacketRef?) {
    guard let ref else { return }
    first = first.map { min($0, ref) } ?? ref
  }
  mutating func passes(_ ref: PacketRef?) {
    began(ref)
    if passed == nil { passed = ref }
  }
  mutating func fails(_ ref: PacketRef?) {
    began(ref)
    failed = ref ?? failed
  }
}

extension Attempt {
  /// Every phase with its outcome, first and last frame. Lists are walked by their places: a copy of each request, which
  /// holds lists itself, would cost more than a look at it.
  var phaseResults: [PhaseResult] {
    let progress = Phase.allCases.map { self.progress(in: $0) }
    let lastTouched = progress.lastIndex { $0.first != nil }
    return zip(Phase.allCases, progress).enumerated().map { place, element in
      let (phase, progress) = element
      let outcome: PhaseOutcome
      if progress.passed != nil {
        outcome = .passed
      } else if progress.failed != nil {
        outcome = .failed
      } else if progress.first != nil {
        // Where packets are missing, an answer that can't be read is none that didn't come.
        outcome = isCutByCapture || lacksPackets ? .cutShort : .failed
      } else if let lastTouched, place < lastTouched {
        outcome = .skipped
      } else {
        outcome = .notReached
      }
      let last = progress.passed ?? progress.failed ?? (progress.first == nil ? nil : end?.at ?? self.last)
      return PhaseResult(phase: phase, outcome: outcome, first: progress.first, last: last)
    }
  }

  private func progress(in phase: Phase) -> Progress {
    switch phase {
    case .discover: discoverProgress
    case .name: nameProgress
    case .page: pageProgress
    case .pair: pairProgress
    case .encrypt: encryptProgress
    case .sdp: serviceDiscoveryProgress
    case .avdtp: avdtpProgress
    case .configure: configureProgress
    case .open: openProgress
    case .start: startProgress
    case .media: mediaProgress
    }
  }

  private var discoverProgress: Progress {
    var progress = Progress()
    for inquiry in inquiries {
      progress.began(inquiry.started)
      if let found = inquiry.responses.first(where: { $0.address == peer }) {
        progress.passes(found.at)
      } else if let accepted = inquiry.accepted, accepted.value != .success {
        progress.fails(accepted.at)
      } else if inquiry.completed != nil || inquiry.cancelled != nil {
        progress.fails(inquiry.last)
      }
    }
    return progress
  }

  private var nameProgress: Progress {
    var progress = Progress()
    for request in nameRequests where request.address == peer {
      progress.began(request.requested)
      guard let completed = request.completed else { continue }
      if completed.value == .success { progress.passes(completed.at) } else { progress.fails(completed.at) }
    }
    return progress
  }

  private var pageProgress: Progress {
    var progress = Progress()
    progress.began(paging.began)
    if let completed = paging.completed {
      if completed.value == .success { progress.passes(completed.at) } else { progress.fails(completed.at) }
    }
    if let rejected = paging.rejected { progress.fails(rejected.at) }
    if case .commandRefused = end?.value { progress.fails(end?.at) }
    return progress
  }

  private var pairProgress: Progress {
    var progress = Progress()
    for step in security {
      switch step.value {
      case .ioCapabilityRequested, .ioCapabilityResponse, .pinRequested: progress.began(step.at)
      case .simplePairingComplete(.success), .linkKeyNotification: progress.passes(step.at)
      case .simplePairingComplete: progress.fails(step.at)
      // With a stored key too: without a good one there is no bond.
      case .authenticationComplete(let status) where status != .success: progress.fails(step.at)
      default: break
      }
    }
    return progress
  }

  private var encryptProgress: Progress {
    var progress = Progress()
    for step in security {
      switch step.value {
      case .setEncryption(true): progress.began(step.at)
      case .encryptionChange(.success, let mode) where mode.isOn: progress.passes(step.at)
      case .encryptionChange(let status, _) where status != .success: progress.fails(step.at)
      case .encryptionRefused: progress.fails(step.at)
      default: break
      }
    }
    return progress
  }

  private var serviceDiscoveryProgress: Progress {
    var progress = Progress()
    for channel in channels where channel.psm == .sdp && channel.isRefused {
      progress.fails(channel.answer?.at ?? channel.rejected?.at)
    }
    let audio = serviceDiscoveries.filter(\.searchesForAudio)
    for discovery in audio.isEmpty ? serviceDiscoveries : audio {
      progress.began(discovery.requests.first)
      if let error = discovery.error {
        progress.fails(error.at)
      } else if let malformation = discovery.malformations.first {
        progress.fails(malformation.at)
      } else if let completed = discovery.completed {
        if discovery.records.isEmpty && discovery.pdu != .serviceSearchRequest && discovery.searchesForAudio {
          progress.fails(completed)
        } else {
          progress.passes(completed)
        }
      }
    }
    if progress.first == nil { progress.began(channels.first { $0.psm == .sdp }?.requested) }
    return progress
  }

  private var avdtpProgress: Progress {
    var progress = Progress()
    for channel in channels where channel.psm == .avdtp && !channel.isMedia {
      progress.began(channel.requested)
      if channel.isRefused { progress.fails(channel.answer?.at ?? channel.rejected?.at) }
    }
    for exchange in exchanges {
      progress.began(exchange.command)
      switch exchange.signal {
      case .discover where exchange.isRejected: progress.fails(exchange.answer?.at)
      case .getCapabilities, .getAllCapabilities:
        guard exchange.isAccepted else { break }
        if exchange.capabilities?.malformation == nil {
          progress.passes(exchange.answer?.at)
        } else {
          progress.fails(exchange.answer?.at)
        }
      case .setConfiguration: progress.passes(exchange.command)
      default: break
      }
    }
    return progress
  }

  private var configureProgress: Progress {
    var progress = Progress()
    for index in exchanges.indices where exchanges[index].signal == .setConfiguration {
      progress.began(exchanges[index].command)
      if exchanges[index].isAccepted { progress.passes(exchanges[index].answer?.at) }
      if exchanges[index].isRejected { progress.fails(exchanges[index].answer?.at) }
    }
    return progress
  }

  private var openProgress: Progress {
    var progress = Progress()
    for index in exchanges.indices where exchanges[index].signal == .open {
      progress.began(exchanges[index].command)
      if exchanges[index].isRejected { progress.fails(exchanges[index].answer?.at) }
    }
    for stream in streams {
      guard let opened = stream.opened else { continue }
      progress.began(opened)
      if let media = stream.mediaChannel.map({ channels[$0] }),
        let up = media.opened ?? (media.isInferred ? media.requested : nil)
      {
        progress.passes(max(up, opened))
      }
    }
    return progress
  }

  private var startProgress: Progress {
    var progress = Progress()
    for index in exchanges.indices where exchanges[index].signal == .start {
      progress.began(exchanges[index].command)
      if exchanges[index].isRejected { progress.fails(exchanges[index].answer?.at) }
    }
    for period in streams.flatMap(\.periods) { progress.passes(period.started) }
    return progress
  }

  private var mediaProgress: Progress {
    var progress = Progress()
    for period in streams.flatMap(\.periods) where period.hasMedia { progress.passes(period.first) }
    return progress
  }
}
