import Foundation
import HCITrace
import Testing

/// Scripts as captures: our own reader and an independent one read the packets that were written.
@Suite struct WitnessTests {
  @Test func ownReaderReadsTheSamePackets() throws {
    let script = TraceScript {
      Self.everything
      plays(.milliseconds(100)).snapped(to: 20)
    }
    let reading = try #require(try Reading.all(of: script.btsnoop()).first)
    let facts = try #require(reading.facts)
    #expect(facts.damage.isEmpty || facts.damage.map(\.kind) == [.snapLength])
    #expect(facts.container == script.session.capture.container)
    #expect(facts.datalink == script.session.capture.datalink)
    #expect(facts.datalinkNumber == script.session.capture.datalinkNumber)
    #expect(facts.first == script.references.first)
    #expect(facts.last == script.references.last)
    #expect(reading.packets.count == script.steps.count)
    for ((step, ref), packet) in zip(zip(script.steps, script.references), reading.packets) {
      #expect(packet.number == ref.number)
      #expect(packet.microseconds == ref.microseconds)
      #expect(packet.kind == step.kind)
      #expect(packet.direction == step.direction)
      #expect(packet.bytes == step.bytes)
      #expect(packet.originalLength == step.originalLength ?? step.bytes.count)
    }
  }

  /// Notes of Wireshark's experts that are warnings or errors; the vendor's own packets have none that matter.
  @Test(.enabled(if: TShark.path != nil))
  func wiresharkFindsNothingWrong() throws {
    let sinksLog = TraceScript {
      reaches(.media, pairing: true, by: .speaker)
      endsInOrder(by: .speaker)
    }
    let filter =
      "_ws.malformed || (_ws.expert.severity >= 6291456 && !(frame.protocols contains \"broadcom\"))"
    for script in [TraceScript { Self.everything }, sinksLog] {
      #expect(try TShark.lines(of: script.btsnoop()).count == script.steps.count)
      #expect(try TShark.lines(of: script.btsnoop(), ["-2", "-Y", filter]) == [])
    }
  }

  /// Wireshark takes questions and answers of every layer for what they are.
  @Test(.enabled(if: TShark.path != nil))
  func wiresharkReadsTheSameConversation() throws {
    let story = try TShark.lines(of: TraceScript { reaches(.media, pairing: true) }.btsnoop())
    for expected in [
      "Sent Reset", "Rcvd Extended Inquiry Result", "Rcvd Connect Complete", "Rcvd Link Key Notification",
      "Rcvd Encryption Change", "Sent Connection Request (SDP, SCID: 0x0040)",
      "Rcvd Connection Response - Success (SCID: 0x0040, DCID: 0x0060)", "Sent Command - Discover",
      "Rcvd ResponseAccept - Discover - items: 1",
      "Sent Command - SetConfiguration - ACP SEID [1 - Audio Sink]", "Rcvd ResponseAccept - Start",
    ] {
      #expect(story.contains { $0.contains(expected) }, "\(expected)")
    }
    #expect(story.filter { $0.contains("PT=SBC") }.count == 100)
  }

  /// Every word of the vocabulary, as far as one conversation can hold them.
  @TraceBuilder static var everything: [TraceScript.Step] {
    initializes()
    setsName("Echo")
    tellsVersion()
    tellsVendorCapabilities()
    offloads()
    advertises(services: [BluetoothUUID(UInt16(0x184E))], transmitPower: 8)
    inquires()
    finds(transmitPower: 4)
    finds(secondSpeaker, services: [BluetoothUUID(high: 0x1122_3344_5566_7788, low: 0x99AA_BBCC_DDEE_FF00)])
    inquiryEnds()
    inquires()
    cancelsInquiry()
    asksName()
    nameFails()
    asksName()
    tellsName("SoundBox Mini")
    pages(refused: .commandDisallowed)
    connects(.pageTimeout)
    pages()
    cancelsPage()
    speakerPages()
    rejectsPage()
    speakerPages()
    acceptsPage()
    linkComes()
    changesRole()
    switchesRole(refused: .roleChangeNotAllowed)
    changesRole(.roleSwitchFailed, to: .peripheral)
    learnsFeatures()
    asksInformation()
    asksInformation(by: .speaker)
    authenticates(.pinOrKeyMissing)
    authenticates(.authenticationFailure, key: .none)
    pairs(.authenticationFailure)
    pairsByPIN()
    asksPIN()
    refusesPIN()
    refusesPairing()
    speakerPairs()
    refusesConfirmation()
    pairs()
    encrypts()
    tellsKeySize()
    setsSupervisionTimeout(.seconds(5))
    measuresRSSI(-60)
    measuresQuality(0xF0)
    measuresPower(4)
    measuresChannels(40)
    changesMode(to: .sniff, interval: 800)
    changesPacketTypes(0xCC18)
    changesMaximumSlots(5)
    violatesQuality()
    asksPasskey()
    refusesPasskey()
    opens(.sdp)
    searches()
    answersPartly(0..<40, of: [.audioSink(), .deviceIdentity(), .remoteControl(), .handsFree()])
    continues()
    answersPartly(40..<1000, of: [.audioSink(), .deviceIdentity(), .remoteControl(), .handsFree()])
    searches(for: .deviceIdentification)
    answersNothing()
    searches(for: .audioSource)
    answersError(.invalidSyntax)
    opens(.sdpBack, by: .speaker)
    searches(by: .speaker, on: .sdpBack)
    answers(with: [.audioSource()], by: .host, on: .sdpBack)
    closes(.sdpBack, by: .speaker)
    closes(.sdp)
    asksFor(.signalling)
    answersPending(.signalling)
    refuses(.signalling, .psmNotSupported)
    asksFor(.signalling)
    rejectsCommand()
    asksFor(.signalling)
    grants(.signalling)
    configures(.signalling)
    discovers(.twoSinks)
    tellsCapabilities(services: [.contentProtection(.scmsT), .delayReporting])
    tellsCapabilities(.aacCapabilities, seid: 2)
    asks(.getCapabilities)
    doesNotKnow(.getCapabilities)
    tellsCapabilities(.aptXCapabilities, seid: 2, all: false)
    refusesConfiguration()
    configures(.aptX44Stereo)
    aborts()
    configures(.aac44Stereo, seid: 2)
    aborts(seid: 2)
    configures(.sbc44JointStereo, services: [.delayReporting])
    reportsDelay(.milliseconds(200))
    asks(.open)
    rejects(.open, .badState)
    opensStream()
    asks(.start)
    rejects(.start, .badState)
    starts()
    plays(.milliseconds(200))
    plays(.milliseconds(100), silent: true)
    suspends(by: .speaker)
    asks(.reconfigure, codec: .sbc48JointStereo)
    rejects(.reconfigure, .unsupportedConfiguration)
    starts()
    opens(.control, by: .speaker)
    presses(.play)
    presses(.pause)
    tellsPlayback(.playing)
    playbackChanges(to: .paused)
    asksPlayback()
    setsVolume(64)
    tellsVolume(32)
    volumeChanges(to: 0)
    tellsBattery(.warning)
    closes(.control)
    opensVoice()
    closesVoice()
    passes(.seconds(1))
    endsInOrder()
    hardwareError()
    resets()
  }
}
