// The packets that the vocabulary is made of.

extension TraceScript.Step {
  /// What the wire type's `encode(to:)` writes.
  static func octets(_ encode: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    encode(&writer)
    return writer.bytes
  }

  // MARK: HCI

  static func command(_ command: HCICommand, _ more: [UInt8] = []) -> Self {
    .command(command.opcode, octets(command.encode) + more)
  }

  static func command(_ opcode: HCIOpcode, _ parameters: [UInt8]) -> Self {
    Self(
      .command, .sent,
      octets {
        $0.code(opcode)
        $0.integer(UInt8(truncatingIfNeeded: parameters.count))
        $0.append(parameters)
      })
  }

  static func event(_ event: HCIEvent, _ more: [UInt8] = []) -> Self {
    .event(event.code, octets(event.encode) + more)
  }

  static func event(_ code: HCIEventCode, _ parameters: [UInt8]) -> Self {
    Self(.event, .received, [code.rawValue, UInt8(truncatingIfNeeded: parameters.count)] + parameters)
  }

  /// Command Status.
  static func status(_ opcode: HCIOpcode, _ status: HCIStatus = .success) -> Self {
    .event(.commandStatus(.init(status: status, numHCICommandPackets: 1, opcode: opcode)))
  }

  /// Command Complete.
  static func complete(_ opcode: HCIOpcode, _ parameters: [UInt8]) -> Self {
    .event(.commandComplete(.init(numHCICommandPackets: 1, opcode: opcode)), parameters)
  }

  /// Command Complete with what `answer` writes.
  static func complete(_ opcode: HCIOpcode, _ answer: some WireMessage) -> Self {
    .complete(opcode, octets(answer.encode))
  }

  /// Command Complete with a status and nothing else.
  static func complete(_ opcode: HCIOpcode, _ status: HCIStatus = .success) -> Self {
    .complete(opcode, [status.rawValue])
  }

  /// Number Of Completed Packets.
  static func credits(_ count: UInt16, handle: UInt16) -> Self {
    .event(
      .numberOfCompletedPackets(.init(numHandles: 1)),
      octets {
        $0.handle(handle)
        $0.integer(count)
      })
  }

  // MARK: L2CAP

  /// An ACL packet with one L2CAP PDU. Its first octet is at ``payloadOffset``.
  static func acl(_ direction: Direction, handle: UInt16, cid: ChannelID, _ payload: [UInt8]) -> Self {
    let boundary: PacketBoundary = direction == .sent ? .firstNonFlushable : .firstFlushable
    let length = UInt16(truncatingIfNeeded: payload.count)
    return Self(
      .acl, direction,
      octets {
        $0.integer(handle & 0x0FFF | UInt16(boundary.rawValue) << 12)
        $0.integer(length &+ UInt16(L2CAPHeader.size))
        L2CAPHeader(length: length, channel: cid).encode(to: &$0)
        $0.append(payload)
      })
  }

  /// Octets of ACL and L2CAP headers.
  static let payloadOffset = 8

  /// What `side` sends on `channel`.
  static func content(
    _ payload: [UInt8], on channel: TraceScript.Channel, by side: TraceScript.Side,
    _ device: TraceScript.Device
  ) -> Self {
    .acl(side.direction, handle: device.handle, cid: channel.cid(of: side.other), payload)
  }

  /// A signalling command; `key` tells questions apart that may be open at the same time.
  static func signal(
    _ signal: L2CAPSignal, _ more: [UInt8] = [], by side: TraceScript.Side,
    answers question: L2CAPCode? = nil,
    key: UInt16 = 0, _ device: TraceScript.Device
  ) -> Self {
    var step = Self.acl(
      side.direction, handle: device.handle, cid: .signalling,
      octets { signal.encode(to: &$0, identifier: 1, more: more) })
    let asked = question ?? signal.code
    step.numbering = Numbering(
      layer: .signalling, offset: payloadOffset,
      asker: question == nil ? side.direction : side.other.direction,
      asks: question == nil, handle: device.handle, key: UInt32(asked.rawValue) << 16 | UInt32(key))
    return step
  }

  /// Numbers the message of another protocol that the packet carries.
  func numbered(
    _ layer: Numbering.Layer, by side: TraceScript.Side, asks: Bool, key: UInt32, _ device: TraceScript.Device
  ) -> Self {
    var step = self
    step.numbering = Numbering(
      layer: layer, offset: Self.payloadOffset, asker: asks ? side.direction : side.other.direction,
      asks: asks,
      handle: device.handle, key: key)
    return step
  }
}

/// A command of the host, whatever its parameters.
public func sends(_ opcode: HCIOpcode, _ parameters: [UInt8] = []) -> [TraceScript.Step] {
  [.command(opcode, parameters)]
}

/// An event of the controller, whatever its parameters.
public func reports(event code: UInt8, _ parameters: [UInt8]) -> [TraceScript.Step] {
  [.event(HCIEventCode(rawValue: code), parameters)]
}

/// The controller accepts or refuses a command that takes time: Command Status.
public func answers(_ opcode: HCIOpcode, _ status: HCIStatus) -> [TraceScript.Step] {
  [.status(opcode, status)]
}

/// The controller has done a command: Command Complete with `status` and what else it returns.
public func completes(
  _ opcode: HCIOpcode, _ status: HCIStatus = .success, _ more: [UInt8] = []
) -> [TraceScript.Step] {
  [.complete(opcode, [status.rawValue] + more)]
}

/// A PDU with any content on a channel.
public func says(
  _ payload: [UInt8], on channel: TraceScript.Channel, by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.content(payload, on: channel, by: side, device)]
}

/// A PDU with any content on a fixed channel, as that of the Security Manager.
public func says(
  _ payload: [UInt8], onFixed channel: ChannelID, by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.acl(side.direction, handle: device.handle, cid: channel, payload)]
}

/// A packet with any content, whatever it is.
public func raw(_ kind: PacketKind, _ direction: Direction, _ bytes: [UInt8]) -> [TraceScript.Step] {
  [TraceScript.Step(kind, direction, bytes)]
}
