import Testing

@testable import HCITrace

/// Every message is read as Wireshark reads it, written back octet for octet, and survives damage.
struct HCIVectorTests {
  static let events = HCIVector.all(HCIVectors.events)
  static let leEvents = HCIVector.all(HCIVectors.leEvents)
  static let commands = HCIVector.all(HCIVectors.commands)
  static let returns = HCIVector.all(HCIVectors.returnParameters)

  @Test func eventsReadAsWiresharkReadsThem() throws {
    for vector in Self.events {
      let packet = try HCIEventPacket(vector.bytes.rawOctets)
      var reader = packet.parameters
      let event = try HCIEvent(packet.code, from: &reader)
      #expect(vector.agrees(with: event))
      #expect(event.code == packet.code)
      let isCut = packet.isCut
      #expect(!isCut)
      var writer = ByteWriter()
      event.encode(to: &writer)
      #expect(writer.bytes == vector.fixedPart(after: 2), "\(vector.name)")
    }
  }

  @Test func leEventsReadAsWiresharkReadsThem() throws {
    for vector in Self.leEvents {
      let packet = try HCIEventPacket(vector.bytes.rawOctets)
      var reader = packet.parameters
      let event = try HCIEvent(packet.code, from: &reader)
      guard case .le(let sub) = event else {
        Issue.record("\(vector.name) is no LE Meta event")
        continue
      }
      #expect(vector.agrees(with: sub))
      var writer = ByteWriter()
      event.encode(to: &writer)
      #expect(writer.bytes.dropFirst() == vector.fixedPart(after: 3)[...], "\(vector.name)")
      #expect(writer.bytes.first == sub.subevent)
    }
  }

  @Test func commandsReadAsWiresharkReadsThem() throws {
    for vector in Self.commands {
      let packet = try HCICommandPacket(vector.bytes.rawOctets)
      var reader = packet.parameters
      let command = try HCICommand(packet.opcode, from: &reader)
      #expect(vector.agrees(with: command))
      #expect(command.opcode == packet.opcode)
      var writer = ByteWriter()
      command.encode(to: &writer)
      #expect(writer.bytes == vector.fixedPart(after: 3), "\(vector.name)")
    }
  }

  @Test func returnParametersReadAsWiresharkReadsThem() throws {
    for vector in Self.returns {
      let packet = try HCIEventPacket(vector.bytes.rawOctets)
      var reader = packet.parameters
      guard case .commandComplete(let complete) = try HCIEvent(packet.code, from: &reader) else {
        Issue.record("\(vector.name) is no Command Complete")
        continue
      }
      #expect(complete.status(in: reader) == .success)
      let type = try #require(HCIReturnTypes.all[vector.name], "\(vector.name)")
      let message = try type.init(from: &reader)
      #expect(vector.fields == HCIVector.fields(of: message), "\(vector.name)")
      var writer = ByteWriter()
      message.encode(to: &writer)
      #expect(writer.bytes == vector.fixedPart(after: 5), "\(vector.name)")
    }
  }

  /// Cut anywhere: within the fixed part it throws, behind it the message is still read.
  @Test func everyPrefixThrowsOrReads() throws {
    for vector in Self.events + Self.leEvents {
      for length in 0...vector.bytes.count {
        let cut = Array(vector.bytes.prefix(length))
        guard let packet = try? HCIEventPacket(cut.rawOctets) else {
          #expect(length < 2)
          continue
        }
        let isCut = packet.isCut
        #expect(isCut == (length < vector.bytes.count))
        var reader = packet.parameters
        let event = try? HCIEvent(packet.code, from: &reader)
        let start = packet.code == .leMeta ? 3 : 2
        #expect((event != nil) == (length >= start + vector.fixedLength), "\(vector.name) cut to \(length)")
      }
    }
    for vector in Self.commands {
      for length in 0...vector.bytes.count {
        let cut = Array(vector.bytes.prefix(length))
        guard let packet = try? HCICommandPacket(cut.rawOctets) else {
          #expect(length < 3)
          continue
        }
        var reader = packet.parameters
        let command = try? HCICommand(packet.opcode, from: &reader)
        #expect((command != nil) == (length >= 3 + vector.fixedLength), "\(vector.name) cut to \(length)")
      }
    }
  }

  /// Any octet damaged: nothing traps, also not in what stays behind in the reader.
  @Test func damageNeverTraps() {
    for vector in Self.events + Self.leEvents {
      for position in vector.bytes.indices.prefix(64) {
        for damage in [0x00, 0x7F, 0x80, 0xFF] as [UInt8] {
          var bytes = vector.bytes
          bytes[position] = damage
          guard let packet = try? HCIEventPacket(bytes.rawOctets) else { continue }
          HCIWalk.walk(packet)
        }
      }
    }
  }

  @Test func everyMessageHasItsName() {
    for vector in Self.commands {
      let opcode = HCIOpcode(rawValue: UInt16(vector.bytes[0]) | UInt16(vector.bytes[1]) << 8)
      #expect(
        opcode.name.map(HCIVector.plain)?.hasPrefix(HCIVector.plain(vector.name)) == true, "\(vector.name)")
    }
    for vector in Self.events {
      let name = HCIEventCode(rawValue: vector.bytes[0]).name
      #expect(name.map(HCIVector.plain)?.hasPrefix(HCIVector.plain(vector.name)) == true, "\(vector.name)")
    }
    for vector in Self.leEvents {
      let name = HCIEventCode.leMeta.name(subevent: vector.bytes[2])
      #expect(name.map(HCIVector.plain)?.contains(HCIVector.plain(vector.name)) == true, "\(vector.name)")
    }
  }

  /// The table says the same of status, handle, address and reason as the messages themselves.
  @Test func offsetsAgreeWithTheMessages() throws {
    for vector in Self.commands {
      let opcode = HCIOpcode(rawValue: UInt16(vector.bytes[0]) | UInt16(vector.bytes[1]) << 8)
      let offsets = try #require(opcode.commandOffsets)
      vector.check(offsets, from: 3)
    }
    for vector in Self.events {
      let offsets = try #require(HCIEventCode(rawValue: vector.bytes[0]).offsets())
      vector.check(offsets, from: 2)
    }
    for vector in Self.leEvents {
      let offsets = try #require(HCIEventCode.leMeta.offsets(subevent: vector.bytes[2]))
      vector.check(offsets, from: 2)
    }
    for vector in Self.returns {
      let opcode = HCIOpcode(rawValue: UInt16(vector.bytes[3]) | UInt16(vector.bytes[4]) << 8)
      let offsets = try #require(opcode.returnOffsets)
      #expect(opcode.returnsStatus == (offsets.status == 0))
      vector.check(offsets, from: 5)
    }
  }

  @Test func messagesAreSmall() {
    #expect(MemoryLayout<HCIEvent>.size <= 48)
    #expect(MemoryLayout<HCICommand>.size <= 80)
  }
}
