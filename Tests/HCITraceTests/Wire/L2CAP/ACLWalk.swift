import Foundation
import HCITrace

/// Channels of a btsnoop file (H4 or Linux monitor), put together: just enough of a tracker to hold decoders against real packets.
struct ACLWalk {
  /// A PDU on a channel.
  struct PDU {
    var frame: Int
    var handle: UInt16
    var received: Bool
    var channel: ChannelID
    var psm: ProtocolServiceMultiplexer?
    /// How many channels of this PSM were open when it was set up.
    var ordinal: Int
    /// The whole payload, or as much of it as the capture holds.
    var payload: [UInt8]
    var length: Int
  }

  var pdus: [PDU] = []
  var problems: [(frame: Int, problem: L2CAPReassembler.Problem)] = []
  private var reassemblers: [UInt32: L2CAPReassembler] = [:]
  private var asked: [UInt32: ProtocolServiceMultiplexer] = [:]
  private var channels: [UInt32: (psm: ProtocolServiceMultiplexer, ordinal: Int, other: UInt32)] = [:]

  static func files(_ folders: String...) -> [URL] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../..")
    return folders.flatMap { folder -> [URL] in
      let url = root.standardizedFileURL.deletingLastPathComponent().appendingPathComponent(
        "shared/captures/\(folder)")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
      return names.filter { $0.hasSuffix(".btsnoop") }.sorted().map { url.appendingPathComponent($0) }
    }
  }

  init(_ file: URL) {
    let bytes = (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
    guard bytes.count > 16 else { return }
    let monitor = bytes[15] != 0xEA
    var offset = 16
    var frame = 0
    func big(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    while offset + 24 <= bytes.count {
      let length = big(offset + 4)
      let flags = big(offset + 8)
      let start = offset + 24
      guard start + length <= bytes.count else { break }
      frame += 1
      offset = start + length
      if monitor {
        if flags & 0xFFFF == 4 || flags & 0xFFFF == 5 {
          add(Array(bytes[start..<offset]), frame: frame, received: flags & 0xFFFF == 5)
        }
      } else if length > 0, bytes[start] == 2 {
        add(Array(bytes[start + 1..<offset]), frame: frame, received: flags & 1 != 0)
      }
    }
  }

  private mutating func add(_ packet: [UInt8], frame: Int, received: Bool) {
    guard packet.count >= 4 else { return }
    let word = UInt16(packet[0]) | UInt16(packet[1]) << 8
    let handle = word & 0xFFF
    let length = Int(packet[2]) | Int(packet[3]) << 8
    let data = Array(packet.dropFirst(4))
    let key = UInt32(handle) << 1 | (received ? 1 : 0)
    let ref = PacketRef(number: frame, microseconds: 0)
    var reassembler = reassemblers[key] ?? L2CAPReassembler()
    let step = reassembler.add(data.rawSpan, length: length, isStart: word >> 12 & 3 != 1, at: ref)
    if let problem = reassembler.problem { problems.append((frame, problem)) }
    switch step {
    case .incomplete: break
    case .whole: take(data, frame, handle, received)
    case .assembled:
      let bytes = reassembler.take()
      take(bytes, frame, handle, received)
      reassembler.recycle(bytes)
    }
    reassemblers[key] = reassembler
  }

  private mutating func take(_ bytes: [UInt8], _ frame: Int, _ handle: UInt16, _ received: Bool) {
    guard let pdu = try? L2CAPFrame(bytes.rawSpan) else { return }
    let payload = pdu.payload.copyRest(limit: .max)
    let cid = pdu.header.channel
    let known = channels[key(handle, received, cid)]
    pdus.append(
      PDU(
        frame: frame, handle: handle, received: received, channel: cid, psm: known?.psm,
        ordinal: known?.ordinal ?? 0,
        payload: payload, length: Int(pdu.header.length)))
    guard cid == .signalling else { return }
    var commands = L2CAPCommands(pdu.payload)
    while var command = try? commands.next() {
      guard let signal = try? command.signal() else { continue }
      switch signal {
      case .connectionRequest(let psm, let source): asked[key(handle, received, source)] = psm
      case .connectionResponse(let destination, let source, .successful, _):
        guard let psm = asked[key(handle, !received, source)] else { continue }
        let ordinal = channels.filter { $0.key >> 17 == UInt32(handle) && $0.value.psm == psm }.count / 2
        let one = key(handle, received, source)
        let two = key(handle, !received, destination)
        channels[one] = (psm, ordinal, two)
        channels[two] = (psm, ordinal, one)
      case .disconnectionResponse(let destination, _):
        let end = key(handle, !received, destination)
        if let other = channels[end]?.other { channels[other] = nil }
        channels[end] = nil
      default: break
      }
    }
  }

  /// A channel by the end that receives: `received` packets end here.
  private func key(_ handle: UInt16, _ received: Bool, _ cid: ChannelID) -> UInt32 {
    UInt32(handle) << 17 | (received ? 0x10000 : 0) | UInt32(cid.rawValue)
  }
}
