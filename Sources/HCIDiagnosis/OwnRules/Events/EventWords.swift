import HCITrace

// The words of the catalogue for values that have no name on the wire.

extension Channel.Use {
  var word: String {
    switch self {
    case .serviceDiscovery: "sdp"
    case .avdtpSignalling: "signalling"
    case .media: "media"
    case .remoteControl: "remote-control"
    case .rfcomm: "rfcomm"
    case .other: "other"
    }
  }
}

extension AVDTPAnswer {
  var word: String {
    switch self {
    case .accepted: "accept"
    case .rejected: "reject"
    case .generalReject: "general-reject"
    }
  }
}

extension StreamEnd {
  var word: String {
    switch self {
    case .suspended: "suspended"
    case .closed: "closed"
    case .aborted: "aborted"
    case .channelClosed: "channel-closed"
    case .linkEnded: "link-ended"
    }
  }

  /// Who ended it.
  var side: Direction? {
    switch self {
    case .suspended(let side), .closed(let side), .aborted(let side), .channelClosed(let side): side
    case .linkEnded: nil
    }
  }
}
