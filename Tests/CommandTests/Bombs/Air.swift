/// The packets that bombs are made of, in the fewest octets.
enum Air {
  static func command(_ opcode: UInt16, _ parameters: [UInt8]) -> [UInt8] {
    [1] + little(opcode) + [UInt8(parameters.count)] + parameters
  }

  static func event(_ code: UInt8, _ parameters: [UInt8]) -> [UInt8] {
    [4, code, UInt8(parameters.count)] + parameters
  }

  /// A device's address: `number` in its lower octets.
  static func address(_ number: Int) -> [UInt8] { little(UInt32(truncatingIfNeeded: number)) + [0, 0x12] }

  static func page(_ peer: Int) -> [UInt8] {
    command(0x0405, address(peer) + [0x18, 0xCC, 1, 0, 0, 0, 1])
  }

  static func connected(_ handle: Int, _ peer: Int, status: UInt8 = 0) -> [UInt8] {
    event(0x03, [status] + little(UInt16(handle)) + address(peer) + [1, 0])
  }

  static func disconnected(_ handle: Int, reason: UInt8) -> [UInt8] {
    event(0x05, [0] + little(UInt16(handle)) + [reason])
  }

  static func acl(_ handle: Int, _ data: [UInt8], starts: Bool = true) -> [UInt8] {
    [2] + little(UInt16(handle) | (starts ? 0x2000 : 0x1000)) + little(UInt16(data.count)) + data
  }

  /// An L2CAP PDU in one ACL packet.
  static func pdu(_ channel: UInt16, _ payload: [UInt8], on handle: Int = 1) -> [UInt8] {
    acl(handle, little(UInt16(payload.count)) + little(channel) + payload)
  }

  /// An L2CAP signal in one ACL packet.
  static func signal(_ code: UInt8, _ identifier: Int, _ fields: [UInt16], on handle: Int = 1) -> [UInt8] {
    let body = fields.flatMap { little($0) }
    return pdu(
      1, [code, UInt8(identifier % 255 + 1)] + little(UInt16(body.count)) + body, on: handle)
  }

  /// A search for Audio Sink and the answer with `attributes`, which claims `count` octets and goes on at `continuation`.
  static func search(_ transaction: Int, continuing continuation: [UInt8] = [0]) -> [UInt8] {
    let body = [0x35, 3, 0x19, 0x11, 0x0B, 0xFF, 0xFF, 0x35, 5, 0x0A, 0, 0, 0xFF, 0xFF] + continuation
    return [6] + big(UInt16(truncatingIfNeeded: transaction)) + big(UInt16(body.count)) + body
  }

  static func found(
    _ transaction: Int, _ attributes: [UInt8], count: Int? = nil, continuing continuation: [UInt8] = [0]
  ) -> [UInt8] {
    let body = big(UInt16(count ?? attributes.count)) + attributes + continuation
    return [7] + big(UInt16(truncatingIfNeeded: transaction)) + big(UInt16(body.count)) + body
  }
}

extension Fuse {
  /// This host pages `peer`, and the link is up on `handle`.
  mutating func link(_ handle: Int = 1, _ peer: Int = 1) {
    record(Air.page(peer), received: false)
    record(Air.connected(handle, peer), received: true)
  }

  /// This host opens a channel; its end is 0x40, the peer's is 0x50.
  mutating func channel(_ psm: UInt16, on handle: Int = 1) {
    record(Air.signal(2, 0, [psm, 0x40], on: handle), received: false)
    record(Air.signal(3, 0, [0x50, 0x40, 0, 0], on: handle), received: true)
    record(Air.signal(4, 1, [0x50, 0], on: handle), received: false)
    record(Air.signal(5, 1, [0x40, 0, 0], on: handle), received: true)
    record(Air.signal(4, 2, [0x40, 0], on: handle), received: true)
    record(Air.signal(5, 2, [0x50, 0, 0], on: handle), received: false)
  }

  mutating func inquire() { record(Air.command(0x0401, [0x33, 0x8B, 0x9E, 10, 0]), received: false) }
}
