import Testing

@testable import HCITrace

/// Channels in enhanced retransmission mode: what is in pieces, what is sent again, what a check sequence ends.
@Suite struct SegmentTests {
  /// The two examples of Core Vol 3 Part A §3.3.5.
  @Test func checkSequences() {
    let information: [UInt8] = [
      0x0E, 0x00, 0x40, 0x00, 0x02, 0x00, 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x38,
      0x61,
    ]
    let receiverReady: [UInt8] = [0x04, 0x00, 0x40, 0x00, 0x01, 0x01, 0xD4, 0x14]
    let valid = [information, receiverReady, Array(information.dropLast())].map {
      FrameCheckSequence.isValid($0.rawSpan)
    }
    #expect(valid == [true, true, false])
  }

  /// A check sequence is no part of the message.
  @Test func theCheckSequenceIsLeftOut() throws {
    let attempt = try attempt {
      information([0x00, 0x01], 0, by: .host)
      information([0x02, 0x01, 0x04, 0x08], 0, by: .speaker)
    }
    #expect(attempt.exchanges.map(\.endpoints.count) == [1])
    #expect(attempt.malformations.isEmpty)
  }

  /// Set Configuration in three pieces is one.
  @Test func segmentsArePutTogether() throws {
    let attempt = try attempt {
      information([0x0E, 0x00, 0x10, 0x03, 0x04], 0, .start, by: .host)
      information([0x14, 0x01, 0x00, 0x07, 0x06], 1, .continuation, by: .host)
      information([0x00, 0x00, 0x21, 0x15, 0x02, 0x35], 2, .end, by: .host)
      information([0x12, 0x03], 0, by: .speaker)
    }
    let stream = try #require(attempt.streams.first)
    #expect(stream.configuration?.codec != nil)
    #expect(attempt.malformations.isEmpty)
  }

  /// A PDU that is sent again is the same message; its number is free again when many have followed.
  @Test func repetitionsAreOneMessage() throws {
    let attempt = try attempt {
      information([0x00, 0x01], 0, by: .host)
      information([0x00, 0x01], 0, by: .host).after(.seconds(2))
      for number in 1...64 as ClosedRange<UInt8> { information([0x00, 0x01], number & 0x3F, by: .host) }
    }
    #expect(attempt.exchanges.count == 65)
  }

  /// The end of something whose start is not there is nothing.
  @Test func piecesAloneAreNothing() throws {
    let attempt = try attempt {
      information([0x00, 0x01], 0, .end, by: .host)
      information([0x00], 1, .start, by: .host)
      information([0x00, 0x01], 2, .end, by: .host)
    }
    #expect(attempt.exchanges.isEmpty)
  }

  // MARK: The channel

  /// An attempt whose AVDTP channel is in enhanced retransmission mode.
  private func attempt(@TraceBuilder _ steps: () -> [TraceScript.Step]) throws -> Attempt {
    let mode = L2CAPOption.retransmission(
      RetransmissionAndFlowControl(
        mode: .enhancedRetransmission, transmitWindow: 8, maxTransmit: 3, retransmissionTimeout: 2000,
        monitorTimeout: 12_000, maximumPDUSize: 672))
    let content = steps()
    let script = TraceScript {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      for side in [TraceScript.Side.host, .speaker] {
        asksConfiguration(of: .signalling, by: side, options: [mode])
        answersConfiguration(of: .signalling, by: side.other)
      }
      content
    }
    return try #require(script.session.attempts.first)
  }

  /// An information PDU: its control field, the content, and the check sequence over it and its header.
  private func information(
    _ content: [UInt8], _ number: UInt8, _ segment: EnhancedControl.Segment = .unsegmented,
    by side: TraceScript.Side
  ) -> [TraceScript.Step] {
    let cid = TraceScript.Channel.signalling.cid(of: side.other).rawValue
    let payload = [number << 1, segment.rawValue << 6] + content
    let length = UInt16(payload.count + 2)
    var check: UInt16 = 0
    for octet in [UInt8(length & 0xFF), UInt8(length >> 8), UInt8(cid & 0xFF), UInt8(cid >> 8)] + payload {
      check ^= UInt16(octet)
      for _ in 0..<8 { check = check & 1 == 0 ? check >> 1 : check >> 1 ^ 0xA001 }
    }
    return says(payload + [UInt8(check & 0xFF), UInt8(check >> 8)], on: .signalling, by: side)
  }
}
