import Foundation
import Testing

@testable import HCITrace

/// Every HCI packet of the shared captures, where they are there: it has a name, and it is read.
struct CaptureSweepTests {
  private static let captures: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../../../shared/captures")
    return ["labelled", "rules", "real"].flatMap { folder in
      let files = try? FileManager.default.contentsOfDirectory(
        at: root.appending(path: folder).standardizedFileURL, includingPropertiesForKeys: nil)
      return (files ?? []).filter { $0.pathExtension == "btsnoop" }.sorted { $0.path < $1.path }
    }
  }()

  /// Records of an H4 btsnoop file: the type octet and what follows it, whole ones only.
  private static func packets(of url: URL) throws -> [[UInt8]] {
    let bytes = [UInt8](try Data(contentsOf: url))
    func word(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    guard bytes.count >= 16, word(12) == 1002 else { return [] }
    var packets: [[UInt8]] = []
    var offset = 16
    while offset + 24 <= bytes.count {
      let original = word(offset)
      let included = word(offset + 4)
      guard offset + 24 + included <= bytes.count else { break }
      if original == included { packets.append(Array(bytes[offset + 24..<offset + 24 + included])) }
      offset += 24 + included
    }
    return packets
  }

  @Test func everyPacketHasANameAndIsRead() throws {
    var events = 0
    var commands = 0
    for url in Self.captures {
      for packet in try Self.packets(of: url) {
        let body = Array(packet.dropFirst())
        switch packet.first {
        case 1:
          let command = try HCICommandPacket(body.rawOctets)
          var reader = command.parameters
          let isCut = command.isCut
          guard !isCut else { continue }
          commands += 1
          let opcode = command.opcode
          #expect(opcode.name != nil || opcode.isVendor, "\(opcode) in \(url.lastPathComponent)")
          #expect(throws: Never.self, "\(opcode) in \(url.lastPathComponent)") {
            _ = try HCICommand(opcode, from: &reader)
          }
        case 4:
          let event = try HCIEventPacket(body.rawOctets)
          let code = event.code
          let isCut = event.isCut
          guard !isCut else { continue }
          events += 1
          let subevent = event.parameters.peek()
          #expect(code.name(subevent: subevent) != nil, "\(code) in \(url.lastPathComponent)")
          var reader = event.parameters
          do {
            _ = try HCIEvent(code, from: &reader)
          } catch {
            Issue.record("\(code) in \(url.lastPathComponent): \(error)")
          }
          HCIWalk.walk(event)
        default: break
        }
      }
    }
    #expect(Self.captures.isEmpty || (events > 1000 && commands > 500))
  }
}
