import HCITrace

/// Changes one HCI packet in one of its layers; the lengths of those around it are put right, mostly.
struct PacketMutation {
  /// Connection handles and channels that the capture has, to choose others from.
  var handles: [UInt16] = [0x000B]
  var channels: [UInt16] = [0x0001, 0x0040, 0x0041]

  /// The longest packet that is made.
  private static let limit = 1_200

  /// Changes `packet`, which has no type octet.
  func change(_ packet: inout [UInt8], _ kind: PacketKind, with tools: inout MutationTools) {
    switch kind {
    case .command where packet.count >= 3: changeCommand(&packet, &tools)
    case .event where packet.count >= 2: changeEvent(&packet, &tools)
    case .acl where packet.count >= 8: changeACL(&packet, &tools)
    default: packet = tools.changed(packet, limit: packet.count + 16)
    }
  }

  private func changeCommand(_ packet: inout [UInt8], _ tools: inout MutationTools) {
    if tools.random.once(in: 6) {
      packet[0] = UInt8(truncatingIfNeeded: tools.random.next())
      packet[1] = tools.random.one(of: [0x04, 0x08, 0x0C, 0x10, 0x14, 0x20, 0xFC]) | packet[1] & 3
    }
    var parameters = Array(packet[3...])
    changeParameters(&parameters, &tools)
    packet = packet[..<2] + [length8(parameters, &tools)] + parameters
  }

  private func changeEvent(_ packet: inout [UInt8], _ tools: inout MutationTools) {
    if tools.random.once(in: 6) {
      packet[0] = tools.random.once(in: 2) ? 0x3E : UInt8(tools.random.below(0x5A))
    }
    var parameters = Array(packet[2...])
    changeParameters(&parameters, &tools)
    packet = [packet[0], length8(parameters, &tools)] + parameters
  }

  private func changeParameters(_ parameters: inout [UInt8], _ tools: inout MutationTools) {
    guard !parameters.isEmpty else { return parameters = tools.changed([0], limit: 255) }
    switch tools.random.below(8) {
    case 0:
      // Success or an error, where most events have their status.
      parameters[0] = tools.random.once(in: 2) ? 0 : UInt8(tools.random.below(0x48))
    case 1:
      let place = tools.random.below(min(parameters.count, 4))
      put(tools.random.one(of: handles), at: place, of: &parameters)
    case 2: HostileText.put(into: &parameters, &tools.random)
    default: parameters = tools.changed(parameters, limit: 255)
    }
    if parameters.count > 255 { parameters.removeSubrange(255...) }
  }

  private func changeACL(_ packet: inout [UInt8], _ tools: inout MutationTools) {
    switch tools.random.below(12) {
    case 0: put(tools.random.one(of: handles) | UInt16(packet[1] & 0xF0) << 8, at: 0, of: &packet)
    case 1: packet[1] = packet[1] & 0xCF | UInt8(tools.random.below(4)) << 4
    case 2: put(tools.random.one(of: channels), at: 6, of: &packet)
    case 3: packet.removeSubrange((tools.random.below(packet.count - 7) + 7)...)
    case 4: packet = tools.changed(packet, limit: packet.count)
    default:
      var payload = Array(packet[8...])
      let channel = UInt16(packet[6]) | UInt16(packet[7]) << 8
      MessageMutation(isSignalling: channel == 1 || channel == 5).change(
        &payload, limit: Self.limit, with: &tools)
      packet = packet[..<8] + payload
      // Wrong once in a while: longer or shorter than what there is.
      let isWrong = tools.random.once(in: 12)
      let length = max(payload.count + (isWrong ? tools.random.below(9) - 4 : 0), 0)
      put(UInt16(truncatingIfNeeded: length), at: 4, of: &packet)
      put(UInt16(truncatingIfNeeded: payload.count + 4), at: 2, of: &packet)
    }
  }

  private func length8(_ parameters: [UInt8], _ tools: inout MutationTools) -> UInt8 {
    let isWrong = tools.random.once(in: 16)
    return UInt8(truncatingIfNeeded: isWrong ? tools.random.below(256) : parameters.count)
  }

  private func put(_ value: UInt16, at place: Int, of bytes: inout [UInt8]) {
    guard place + 1 < bytes.count else { return }
    bytes[place] = UInt8(truncatingIfNeeded: value)
    bytes[place + 1] = UInt8(value >> 8)
  }
}
