import HCITrace

extension Attempt {
  /// Nobody was going to try again what failed at `ref`: the link or the `channel` ended, or for 6 s, the time that
  /// AVDTP gives an answer, nothing came of it. While a capture may merely have stopped this is false.
  func isAbandoned(after ref: PacketRef, channel: Int? = nil, in session: Session) -> Bool {
    if !isCutByCapture { return true }
    if let channel, channels.indices.contains(channel), let closing = channels[channel].closing {
      guard let again = retry(after: closing.at) else { return true }
      return session.secondsAfter(again) >= 6
    }
    return session.secondsAfter(ref) >= 6
  }

  /// The last packet of a new try on a channel for AVDTP that was asked for after `ref` and is still there: nobody has
  /// given up before that is over.
  private func retry(after ref: PacketRef) -> PacketRef? {
    guard
      let channel = channels.last(where: { $0.psm == .avdtp && !$0.isMedia && $0.requested > ref }),
      !channel.isRefused, channel.closing == nil
    else { return nil }
    return [channel.requested, channel.lastSent, channel.lastReceived].compactMap { $0 }.max()
  }

  /// The packet with which `side` ended what it was doing on `channel` after `ref`: it closed the channel, or the link.
  func givingUp(by side: Direction, on channel: Int?, after ref: PacketRef) -> PacketRef? {
    if let channel, channels.indices.contains(channel), let closing = channels[channel].closing,
      closing.value == side, closing.at > ref
    {
      return closing.at
    }
    if side == .sent { return ownDisconnect.flatMap { $0.at > ref ? $0.at : nil } }
    guard ownDisconnect == nil, case .disconnected(let reason) = end?.value, reason.isByPeer, let end else {
      return nil
    }
    return end.at > ref ? end.at : nil
  }
}

extension HCIStatus {
  /// As the reason of a disconnection: the other side's host ended the link.
  var isByPeer: Bool {
    [.remoteUserTerminatedConnection, .remoteLowResources, .remotePowerOff].contains(self)
  }
}
