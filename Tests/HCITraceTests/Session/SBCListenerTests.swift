import Foundation
@testable import HCITrace
import Testing

/// What is told of packets that are looked at as a whole is what is told of their frames, taken one by one.
@Suite struct SBCListenerTests {
  @Test func hearsWhatIsHeardFrameByFrame() throws {
    let tone = try frames("440-both"), music = try frames("chord"), note = try frames("note-a")
    let silence = silence(like: try #require(tone.first))
    let quiet = Array(repeating: silence, count: 300)
    let sequences: [(String, [[UInt8]])] = [
      ("music, tone, silence", Array(music.prefix(200)) + tone + Array(quiet.prefix(50))),
      ("silence, tone, tone", quiet + tone + Array(quiet.prefix(150)) + tone),
      ("a note", note),
      ("a frame of music now and then", spoiled(tone + tone, with: music[7], every: 91)),
      ("a frame of silence now and then", spoiled(tone + tone, with: silence, every: 67)),
      ("left, then both", try frames("440-left-music-right") + tone),
      ("mono", try frames("440-mono-4-subbands")),
    ]
    for (name, frames) in sequences {
      // Packets of unequal size, so that what changes does so at any place in a packet.
      try compare(packets(frames, sizes: [6, 3, 7, 1, 13, 5]), name)
    }
    for size in [1, 6, 15] { try compare(packets(tone + quiet, of: size), "packets of \(size)") }
  }

  @Test func hearsWhatIsHeardInDamagedPackets() throws {
    let tone = try frames("440-both"), music = try frames("chord")
    var whole = packets(Array(music.prefix(120)) + tone, of: 6)
    for index in whole.indices {
      let length = whole[index].count
      switch index % 11 {
      // The last frame is cut, in its samples, its scale factors or its header; or all but the first.
      case 2: whole[index].removeLast(40)
      case 4: whole[index].removeLast(110)
      case 5: whole[index].removeLast(117)
      case 6: whole[index].removeLast(length - 30)
      // A frame doesn't begin where it should; or there are octets behind the last.
      case 7: whole[index][1 + 3 * 119] = 0x9D
      case 8: whole[index] += [0x9C, 0xBD, 0x35]
      // A checksum is wrong; a bitpool is another; it is a fragment; it says that there is no frame.
      case 9: whole[index][1 + 2 * 119 + 3] ^= 0xFF
      case 10: whole[index][1 + 4 * 119 + 2] = 0x34
      case 0 where index % 22 == 0: whole[index][0] = 0xC6
      case 1 where index % 33 == 1: whole[index][0] = 0
      default: break
      }
    }
    try compare(whole, "damaged")
    try compare([[], [0x06], [0x0F, 0x9C], [0x01, 0x9C, 0xBD, 0x35]], "short")
  }

  /// Each kind of frame, with samples that are all ones: only scale factors make it loud.
  @Test func countsTheSilentFramesOfEveryFormat() throws {
    for format in UInt8.min...UInt8.max {
      var reader = ByteReader([0x9C, format, [2, 11, 20][Int(format) % 3], 0].rawSpan)
      let header = try SBCFrameHeader(from: &reader)
      let joinBits = header.joinBits, factorBits = 4 * header.subbands * header.channels
      // Join flags are no scale factors, and neither are samples.
      let quiet = frame(header) { bit in !(joinBits..<(joinBits + factorBits)).contains(bit) }
      let loud = (0..<5).map { step in
        frame(header) { bit in bit == joinBits + (factorBits - 1) * step / 4 }
      }
      let mixed = [quiet, quiet] + loud + [quiet]
      try compare(packets(mixed, of: 8), "format \(format)", silent: 3)
      let silence = Array(repeating: quiet, count: 8)
      try compare(packets(silence, of: 8), "silence of format \(format)", silent: 8)
      try compare(packets(loud, of: 5), "sound of format \(format)", silent: 0)
    }
  }

  @Test func aNewConfigurationIsAskedForAtOnce() throws {
    let tone = try frames("440-both")
    let agreed = try Octets("21 15 02 35").read { reader throws in try SBCInformation(from: &reader) }
    let other = try Octets("21 15 02 20").read { reader throws in try SBCInformation(from: &reader) }
    let packet = try #require(packets(tone, of: 5).first)
    let ref = PacketRef(number: 1, microseconds: 0)
    var listener = SBCListener()
    #expect(listener.take(ByteReader(packet.rawSpan), agreed, at: ref).isForeign == false)
    #expect(listener.take(ByteReader(packet.rawSpan), agreed, at: ref).isForeign == false)
    listener.reconfigure()
    #expect(listener.take(ByteReader(packet.rawSpan), other, at: ref).isForeign == true)
    #expect(listener.take(ByteReader(packet.rawSpan), other, at: ref).isForeign == true)
    var period = StreamingPeriod(started: ref, initiator: nil)
    listener.finish(&period)
    #expect(period.sbcFrames == 20)
  }

  /// A tone that has sounded for long is listened to less often: its end is told within a thirty-second of it.
  @Test func aLongToneEndsWhereAnotherPitchBegins() throws {
    // 75 frames at 48 kHz are 88 periods of 440 Hz and 120 of 600 Hz: both go on without a break when repeated.
    let tone = try loop(of: 440), other = try loop(of: 600)
    for seconds in [2, 20, 70] {
      let frames = Array(repeatElement(tone, count: 5 * seconds).joined())
      let packets = packets(frames + Array(repeatElement(other, count: 20).joined()), of: 7)
      let period = try hear(packets)
      let told = try #require(period.testTones.first)
      #expect(period.testTones.map(\.channels) == [.both])
      #expect(told.seconds <= Double(seconds) + 0.12)
      #expect(told.seconds > Double(seconds) - max(1.1, Double(seconds) / 32 + 0.2))
    }
    let whole = try hear(packets(Array(repeatElement(tone, count: 350).joined()), of: 7))
    let told = try #require(whole.testTones.first)
    #expect(whole.testTones.count == 1)
    #expect(abs(told.seconds - 70) < 0.05)
  }

  private func loop(of hertz: Int) throws -> [[UInt8]] {
    var reader = ByteReader([0x9C, 0xFD, 51, 0].rawSpan)
    var tone = try #require(SBCTone(try SBCFrameHeader(from: &reader), hertz: hertz, channels: .both))
    return (0..<75).map { _ in tone.frame() }
  }

  private func hear(_ packets: [[UInt8]]) throws -> StreamingPeriod {
    var listener = SBCListener()
    for (number, packet) in packets.enumerated() {
      let ref = PacketRef(number: number + 1, microseconds: Int64(number) * 18_667)
      _ = listener.take(ByteReader(packet.rawSpan), nil, at: ref)
    }
    var period = StreamingPeriod(started: PacketRef(number: 0, microseconds: 0), initiator: nil)
    listener.finish(&period)
    return period
  }

  // MARK: Frame by frame

  /// Compares what a listener tells of packets with what their frames come to one after the other.
  private func compare(
    _ packets: [[UInt8]], _ name: String, silent: Int? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws {
    var listener = SBCListener(), tone = ToneDetector()
    var expected = StreamingPeriod(started: PacketRef(number: 0, microseconds: 0), initiator: nil)
    for (number, packet) in packets.enumerated() {
      let ref = PacketRef(number: number + 1, microseconds: Int64(number) * 14_000)
      let told = listener.take(ByteReader(packet.rawSpan), nil, at: ref)
      let playTime = add(packet, to: &expected, &tone, at: ref)
      #expect(told.playTime == playTime, "\(name), packet \(number)", sourceLocation: location)
    }
    if let over = tone.finish() { expected.testTones.append(over) }
    var period = StreamingPeriod(started: expected.started, initiator: nil)
    listener.finish(&period)
    #expect(String(describing: period) == String(describing: expected), "\(name)", sourceLocation: location)
    if let silent { #expect(period.silentFrames == silent, "\(name)", sourceLocation: location) }
  }

  private func add(
    _ packet: [UInt8], to period: inout StreamingPeriod, _ tone: inout ToneDetector, at ref: PacketRef
  ) -> Int64? {
    guard var frames = try? SBCFrames(ByteReader(packet.rawSpan)) else { return nil }
    let count = Int64(frames.left)
    var playTime: Int64?
    do throws(WireError) {
      while let frame = try frames.next() {
        let header = frame.header
        playTime = playTime ?? count * header.microseconds
        if let isSilent = frame.isSilent {
          period.sbcFrames += 1
          if isSilent { period.silentFrames += 1 }
        }
        if frames.body.remaining < header.length - 4 {
          period.cutFrames += 1
        } else {
          period.wholeFrames += 1
        }
        if header.channels == 1 { period.monoFrames += 1 }
        period.frameOctets += header.length
        period.frameMicroseconds += header.samples * 1_000_000 / header.hertz
        let least = period.leastBitpool
        period.leastBitpool = least == 0 ? header.bitpool : min(least, header.bitpool)
        period.greatestBitpool = max(period.greatestBitpool, header.bitpool)
        if let over = tone.take(frame, frames.body, at: ref) { period.testTones.append(over) }
      }
      period.cutFrames += Int(frames.left)
    } catch {}
    return playTime
  }

  // MARK: Packets

  private func packets(_ frames: [[UInt8]], of size: Int) -> [[UInt8]] { packets(frames, sizes: [size]) }

  private func packets(_ frames: [[UInt8]], sizes: [Int]) -> [[UInt8]] {
    var packets: [[UInt8]] = []
    var rest = frames[...]
    while !rest.isEmpty {
      let part = rest.prefix(sizes[packets.count % sizes.count])
      packets.append([UInt8(part.count)] + part.joined())
      rest = rest.dropFirst(part.count)
    }
    return packets
  }

  /// A frame whose bits behind the header are as `isSet` says.
  private func frame(_ header: SBCFrameHeader, _ isSet: (Int) -> Bool) -> [UInt8] {
    var octets: [UInt8] = [0x9C, header.format, header.bitpool, 0]
    for place in 0..<(header.length - 4) {
      octets.append((0..<8).reduce(UInt8(0)) { $0 << 1 | (isSet(8 * place + $1) ? 1 : 0) })
    }
    return octets
  }

  private func spoiled(_ frames: [[UInt8]], with other: [UInt8], every step: Int) -> [[UInt8]] {
    frames.enumerated().map { $0.offset % step == step - 1 ? other : $0.element }
  }

  private func silence(like frame: [UInt8]) -> [UInt8] {
    Array(frame.prefix(3)) + Array(repeating: 0, count: frame.count - 3)
  }

  /// The frames of a file of the tones.
  private func frames(_ name: String) throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tones")
    var rest = Array(try Data(contentsOf: folder.appending(path: "\(name).sbc")))[...]
    var frames: [[UInt8]] = []
    while rest.count >= 4 {
      var reader = ByteReader(Array(rest.prefix(4)).rawSpan)
      let header = try SBCFrameHeader(from: &reader)
      frames.append(Array(rest.prefix(header.length)))
      rest = rest.dropFirst(header.length)
    }
    return frames
  }
}
