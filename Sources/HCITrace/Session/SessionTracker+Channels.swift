// What packets on a channel are, for whoever shows them: the one place that knows.

extension SessionTracker {
  /// A channel as it is at the packet that was consumed last.
  struct Carrier {
    /// Which channel of its link it is: both directions have the same.
    var channel: Int
    /// The protocol that it was opened for.
    var psm: ProtocolServiceMultiplexer?
    /// What it is used for.
    var use: Channel.Use
    /// Told from what it carries.
    var isInferred: Bool
    /// PDUs begin with a control field.
    var isEnhanced: Bool
  }

  /// The channel that a packet in `direction` to `cid` is on; `nil` where that is not known.
  func carrier(_ adapter: Int, _ handle: UInt16, _ cid: UInt16, _ direction: Direction) -> Carrier? {
    guard let index = link(handle: handle, adapter),
      let position = links[index].open.position(cid, direction)
    else { return nil }
    let entry = links[index].open[position]
    let channel = links[index].attempt.channels[entry.channel]
    return Carrier(
      channel: entry.channel, psm: channel.psm, use: entry.use, isInferred: channel.isInferred,
      isEnhanced: entry.isEnhanced)
  }

  /// Which closed channel of service discovery a packet in `direction` to `cid` was on: its answer came too late.
  func closedDiscovery(_ adapter: Int, _ handle: UInt16, _ cid: UInt16, _ direction: Direction) -> Int? {
    guard let index = link(handle: handle, adapter) else { return nil }
    return links[index].closedDiscovery.last { (direction == .sent ? $0.remote : $0.local) == cid }?.channel
  }

  /// The codec of the stream that a media channel carries, and whether a content protection octet stands before the
  /// payload.
  func codec(
    _ adapter: Int, _ handle: UInt16, stream: Int
  ) -> (codec: CodecInformation?, isProtected: Bool) {
    guard let index = link(handle: handle, adapter), links[index].streams.indices.contains(stream) else {
      return (nil, false)
    }
    return (links[index].streams[stream].codec, links[index].streams[stream].hasContentProtection)
  }

  /// The device at the other end of a BR/EDR link.
  func peer(_ adapter: Int, _ handle: UInt16) -> Address? {
    guard adapters.indices.contains(adapter), let index = link(handle: handle, adapter) else { return nil }
    return links[index].attempt.peer
  }

  /// What a device calls itself, as far as it told.
  func name(_ address: Address, _ adapter: Int) -> String? {
    let key = PeerKey(adapter: adapter, address: address)
    if let peer = session.peerIndex[key], let name = session.peers[peer].name { return name }
    return session.advertiserIndex[key].flatMap { session.advertisers[$0].name?.value }
  }

  /// Which use a handle has.
  func use(_ adapter: Int, _ handle: UInt16) -> HandleTable.Use {
    adapters.indices.contains(adapter) ? adapters[adapter].handles[handle] : .unknown
  }
}

extension SessionTracker {
  /// Which way the last packet of a link went, where the capture doesn't say.
  func direction(_ adapter: Int, _ handle: UInt16) -> Direction? {
    link(handle: handle, adapter).flatMap { links[$0].lastDirection }
  }
}
