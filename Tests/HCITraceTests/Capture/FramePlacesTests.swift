import Foundation
import Testing

@testable import HCITrace

@Suite("Where the records lie") struct FramePlacesTests {
  /// Every packet of a capture in `bytes` lies in the place of its frame, and the records follow each other.
  private func check(_ bytes: [UInt8], adjoin: Bool = true, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let packets = try #require(try Reading.all(of: bytes).first).packets
    let frames = Set(packets.map(\.number))
    let places = try #require(FramePlaces(of: CaptureEntry(path: file.path))).places(of: frames)
    #expect(places.count == frames.count && frames.count > 20, sourceLocation: sourceLocation)
    var end: Int?
    for packet in packets {
      let place = try #require(places[packet.number])
      let record = Data(bytes[place.offset..<place.offset + place.length])
      #expect(record.range(of: Data(packet.bytes)) != nil, sourceLocation: sourceLocation)
      if adjoin, let end { #expect(place.offset == end, sourceLocation: sourceLocation) }
      end = place.offset + place.length
    }
    if adjoin { #expect(end == bytes.count, sourceLocation: sourceLocation) }
    let some = Set(frames.sorted().prefix(3))
    let few = try #require(FramePlaces(of: CaptureEntry(path: file.path))).places(
      of: some.union([0, 1 << 40]))
    #expect(Set(few.keys) == some, sourceLocation: sourceLocation)
  }

  private func sample(_ name: String) throws -> [UInt8] {
    let url = URL(filePath: #filePath).appending(path: "../../../../SampleCaptures/\(name)")
      .standardizedFileURL
    return [UInt8](try Data(contentsOf: url))
  }

  @Test(arguments: [
    "f5a_avdtp_before_sdp_done.btsnoop", "d4_g1_dlt201.pcap", "d6_g1.pcapng", "d8_g1_monitor_2001.btsnoop",
  ])
  func inSamples(_ name: String) throws { try check(try sample(name)) }

  @Test func inOtherContainers() throws {
    let packets = try #require(try Reading.all(of: try sample("f5a_avdtp_before_sdp_done.btsnoop")).first)
      .packets
    let writer = CaptureWriter(packets: packets)
    for order in CaptureWriter.Order.allCases {
      try check(writer.packetLogger(order))
      try check(writer.pcap(187, order))
      try check(writer.pcap(201, order, nanoseconds: true))
    }
  }

  @Test func notWhereBytesAreFolded() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Deflated.gzip(try sample("f5a_avdtp_before_sdp_done.btsnoop"))).write(to: file)
    #expect(FramePlaces(of: CaptureEntry(path: file.path))?.places(of: [1, 2]).isEmpty == true)
    #expect(FramePlaces(of: CaptureEntry(path: "/nowhere"))?.places(of: [1]).isEmpty == true)
    #expect(FramePlaces(of: CaptureEntry(path: "-")) == nil)
    #expect(FramePlaces(of: CaptureEntry(path: file.path, member: "a")) == nil)
  }
}
