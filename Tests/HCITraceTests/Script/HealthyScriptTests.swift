import HCITrace
import Testing

/// What a script without anything wrong tells.
@Suite struct HealthyScriptTests {
  private static let script = TraceScript {
    reaches(.media, pairing: true)
    endsInOrder()
  }

  @Test func isOneAttemptThatEndsByTheHost() throws {
    let session = Self.script.session
    #expect(session.attempts.count == 1)
    #expect(session.malformations.isEmpty)
    let attempt = try #require(session.attempts.first)
    #expect(attempt.malformations.isEmpty)
    #expect(attempt.peer == speaker.address)
    #expect(attempt.initiator == .local)
    #expect(attempt.isConnected)
    #expect(attempt.end?.value == .disconnected(.terminatedByLocalHost))
    #expect(attempt.unacknowledged == 0)
    #expect(attempt.longestStall == nil)
    #expect(attempt.inquiries.first?.responses.first?.name == "SoundBox Mini")
    #expect(attempt.nameRequests.first?.name == "SoundBox Mini")
  }

  @Test func tellsTheHostAndTheSpeaker() throws {
    let session = Self.script.session
    let adapter = try #require(session.adapters.first)
    #expect(adapter.address?.value == host.address)
    #expect(adapter.classOfDevice.last?.value == ClassOfDevice(value: 0x20041C))
    #expect(adapter.aclBuffers?.value == 8)
    #expect(adapter.beginsWithReset)
    #expect(adapter.unansweredCommands.isEmpty)
    #expect(adapter.refusedCommands.isEmpty)
    let peer = try #require(session.peer(speaker.address, adapter: 0))
    #expect(peer.name == "SoundBox Mini")
    #expect(peer.currentClass?.value == ClassOfDevice(value: 0x240414))
    #expect(peer.supportsSimplePairing?.value == true)
    #expect(peer.advertisedServices?.value.contains(.audioSink) == true)
    #expect(peer.bonded.count == 1)
    #expect(peer.records.map(\.value.name) == ["Audio Sink"])
    #expect(peer.versions.count == 1)
  }

  @Test func opensItsChannelsAndClosesThem() throws {
    let attempt = try #require(Self.script.session.attempts.first)
    #expect(attempt.channels.map(\.psm) == [.sdp, .avdtp, .avdtp])
    #expect(attempt.channels.map(\.use) == [.serviceDiscovery, .avdtpSignalling, .media(stream: 0)])
    for channel in attempt.channels {
      #expect(channel.opened != nil)
      #expect(channel.closed != nil)
      #expect(channel.retransmissions.isEmpty)
    }
    #expect(attempt.channels.last?.remoteMTU == 895)
    #expect(attempt.channels.last?.localMTU == 1024)
    #expect(attempt.signalling.isEmpty)
  }

  @Test func learnsTheSinkFromItsRecord() throws {
    let attempt = try #require(Self.script.session.attempts.first)
    let discovery = try #require(attempt.serviceDiscoveries.first)
    #expect(attempt.serviceDiscoveries.count == 1)
    #expect(discovery.pattern == [.audioSink])
    #expect(discovery.completed != nil)
    let record = try #require(discovery.records.first)
    #expect(record.psm == .avdtp)
    #expect(record.avdtpVersion == 0x0103)
    #expect(record.version(of: .advancedAudioDistribution) == 0x0103)
  }

  @Test func playsOneStream() throws {
    let attempt = try #require(Self.script.session.attempts.first)
    #expect(
      attempt.exchanges.map(\.signal) == [
        .discover, .getAllCapabilities, .setConfiguration, .open, .start, .suspend, .close,
      ])
    #expect(attempt.exchanges.allSatisfy { $0.isAccepted })
    #expect(attempt.exchanges.map(\.label) == [0, 1, 2, 3, 4, 5, 6])
    let stream = try #require(attempt.streams.first)
    #expect(attempt.streams.count == 1)
    #expect(stream.remoteSEID == 1)
    #expect(stream.localSEID == 5)
    #expect(stream.configuration?.codec == .sbc44JointStereo)
    #expect(stream.ended?.value == .closed(.sent))
    let period = try #require(stream.periods.first)
    #expect(stream.periods.count == 1)
    #expect(period.ended?.value == .suspended(.sent))
    #expect(period.packets == 100)
    #expect(period.silentFrames == 0)
    #expect(period.foreignPackets == 0)
    #expect(period.lostPackets == 0)
    #expect(period.gaps.isEmpty)
    // Two seconds of packets hold two seconds of audio.
    #expect(abs(period.mediaMicroseconds - 2_000_000) < 20_000)
  }

  @Test(arguments: TraceScript.Milestone.allCases, [false, true])
  func everyMilestoneIsHealthy(_ milestone: TraceScript.Milestone, pairing: Bool) throws {
    for side in [TraceScript.Side.host, .speaker] {
      let session = TraceScript { reaches(milestone, pairing: pairing, by: side) }.session
      #expect(session.attempts.count == 1)
      let attempt = try #require(session.attempts.first)
      #expect(attempt.initiator == (side == .host ? .local : .remote))
      #expect(attempt.malformations.isEmpty)
      #expect(attempt.longestStall == nil)
      #expect(attempt.end?.value == .captureEnded)
      #expect(attempt.channels.allSatisfy { $0.opened != nil })
      #expect(attempt.exchanges.allSatisfy { $0.isAccepted })
      #expect(attempt.streams.count == (milestone >= .configure ? 1 : 0))
      #expect(
        attempt.streams.first.map { $0.packets }
          == (milestone >= .configure ? milestone == .media ? 100 : 0 : nil))
    }
  }

  /// The log of a sink: the other side does everything that the host does in its own.
  @Test func aSinksLogIsHealthy() throws {
    let session = TraceScript {
      reaches(.media, pairing: true, by: .speaker)
      endsInOrder(by: .speaker)
    }.session
    let attempt = try #require(session.attempts.first)
    #expect(attempt.end?.value == .disconnected(.remoteUserTerminatedConnection))
    let stream = try #require(attempt.streams.first)
    #expect(stream.localSEID == 5)
    #expect(stream.remoteSEID == 1)
    #expect(stream.ended?.value == .closed(.received))
    #expect(stream.periods.first?.direction == .received)
    #expect(stream.periods.first?.packets == 100)
    #expect(attempt.serviceDiscoveries.first?.asker == .received)
  }
}
