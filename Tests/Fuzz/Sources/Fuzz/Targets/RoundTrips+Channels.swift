@testable import HCITrace

extension RoundTrip {
  /// L2CAP's own commands, one after the other, with their options.
  static func signalling(_ bytes: [UInt8]) throws(BrokenPromise) {
    var commands = L2CAPCommands(ByteReader(bytes.rawSpan))
    while let command = try? commands.next() {
      var command = command
      guard let signal = try? command.signal() else { continue }
      let rest = command.body.copyRest(limit: .max)
      try check(signal, writtenBy: { signal.encode(to: &$0, identifier: 1, more: rest) }) {
        (reader) throws(WireError) in
        var again = L2CAPCommands(reader)
        guard var command = try again.next() else { return nil }
        return try command.signal()
      }
      var options = L2CAPOptions(command.body)
      while let option = try? options.next() {
        try check(option, writtenBy: option.encode) { (reader) throws(WireError) in
          var again = L2CAPOptions(reader)
          return try again.next()
        }
      }
    }
    try check(L2CAPHeader.self, bytes)
    try check(EnhancedControl.self, bytes)
  }

  /// An SDP PDU.
  static func sdp(_ bytes: [UInt8]) throws(BrokenPromise) {
    try check(SDPHeader.self, bytes)
    var reader = ByteReader(bytes.rawSpan)
    guard let header = try? SDPHeader(from: &reader) else { return }
    dataElements(reader.copyRest(limit: .max))
    var parameters = reader
    if let request = try? SDPRequest(header.identifier, from: &parameters) {
      try check(SDPContinuation.self, SDPMessage.octets(request.continuation))
      try checkRequest(request)
    }
    parameters = reader
    if let response = try? SDPResponse(header.identifier, from: &parameters) {
      dataElements(response.body.copyRest(limit: .max))
    }
  }

  /// A request for attributes whose lists make sense is one that our own writer can say.
  private static func checkRequest(_ request: borrowing SDPRequest) throws(BrokenPromise) {
    guard let lists = lists(of: request) else { return }
    let message: SDPMessage
    switch request.identifier {
    case .serviceSearchRequest:
      message = .serviceSearchRequest(
        pattern: lists.pattern, maximum: request.maximum, continuation: request.continuation)
    case .serviceAttributeRequest:
      message = .serviceAttributeRequest(
        handle: request.handle ?? 0, maximum: request.maximum, attributes: lists.attributes,
        continuation: request.continuation)
    default:
      message = .serviceSearchAttributeRequest(
        pattern: lists.pattern, maximum: request.maximum, attributes: lists.attributes,
        continuation: request.continuation)
    }
    try check(lists, writtenBy: { message.encode(to: &$0, transaction: 1) }) { (reader) throws(WireError) in
      let header = try SDPHeader(from: &reader)
      guard let again = try SDPRequest(header.identifier, from: &reader), again.trailing == 0 else {
        return nil
      }
      return Self.lists(of: again)
    }
  }

  /// What a request asks for.
  private struct Lists: Equatable {
    var pattern: [BluetoothUUID] = []
    var attributes: [ClosedRange<UInt16>] = []
  }

  /// `nil` where something in the lists is wrong.
  private static func lists(of request: borrowing SDPRequest) -> Lists? {
    var lists = Lists()
    do throws(WireError) {
      var pattern = request.serviceSearchPattern
      while let uuid = try pattern.next() { lists.pattern.append(uuid) }
      var ranges = request.attributeRanges
      while let range = try ranges.next() { lists.attributes.append(range) }
    } catch { return nil }
    return lists
  }

  /// Data elements, read as everything that is made of them.
  static func dataElements(_ bytes: [UInt8]) {
    let reader = ByteReader(bytes.rawSpan)
    let elements = DataElements(reader)
    try? elements.validate()
    _ = SDPRecords.declaredLength(reader)
    _ = SDPRecords(attributeLists: reader)
    _ = SDPRecords(attributeList: reader)
  }

  /// An AVDTP signalling packet.
  static func avdtp(_ bytes: [UInt8]) throws(BrokenPromise) {
    try check(AVDTPHeader.self, bytes)
    var reader = ByteReader(bytes.rawSpan)
    guard let header = try? AVDTPHeader(from: &reader), let signal = try? AVDTPSignal(header, from: &reader)
    else {
      return
    }
    let rest = reader.copyRest(limit: .max)
    try check(signal, writtenBy: { signal.encode(to: &$0, more: rest) }) { (reader) throws(WireError) in
      try AVDTPSignal(try AVDTPHeader(from: &reader), from: &reader)
    }
    try check(AVDTPEndpoint.self, rest)
    try services(rest)
  }

  /// Service capabilities, one after the other.
  static func services(_ bytes: [UInt8]) throws(BrokenPromise) {
    var services = AVDTPServices(ByteReader(bytes.rawSpan))
    // Each step moves on by two octets at least, or ends.
    for _ in 0...bytes.count {
      let service: AVDTPService?
      do throws(WireError) { service = try services.next() } catch { continue }
      guard let service else { return }
      try check(service, writtenBy: service.encode) { (reader) throws(WireError) in
        var again = AVDTPServices(reader)
        return try again.next()
      }
      if case .mediaCodec(let mediaType, let codec) = service { try Self.codec(codec, mediaType) }
    }
    throw BrokenPromise("capabilities without end")
  }

  /// Codec capabilities: media type, codec, information.
  static func codec(_ bytes: [UInt8]) throws(BrokenPromise) {
    var reader = ByteReader(bytes.rawSpan)
    guard let octet = try? reader.integer(UInt8.self),
      let codec = try? CodecInformation(mediaType: octet >> 4, from: &reader)
    else { return }
    try Self.codec(codec, octet >> 4)
    // What was left is another's.
    var more = reader
    guard let other = try? CodecInformation(mediaType: octet >> 4, from: &more) else { return }
    try promise(
      codec.intersection(other) == other.intersection(codec), "\(codec) and \(other) agree on two things")
  }

  private static func codec(_ codec: CodecInformation, _ mediaType: UInt8) throws(BrokenPromise) {
    try check(codec, writtenBy: codec.encode) { (reader) throws(WireError) in
      try CodecInformation(mediaType: mediaType, from: &reader)
    }
    guard let legal = codec.legalConfiguration else { return }
    try promise(
      codec.intersection(legal).map { $0.type == legal.type } ?? false,
      "\(legal) is no configuration of \(codec)")
    try promise(codec.intersection(codec) != nil, "\(codec) does not agree with itself")
  }

  /// A media packet.
  static func media(_ bytes: [UInt8]) throws(BrokenPromise) {
    try check(RTPHeader.self, bytes)
    var reader = ByteReader(bytes.rawSpan)
    guard (try? RTPHeader(from: &reader)) != nil else { return }
    let payload = reader.copyRest(limit: .max)
    try check(SBCPayloadHeader.self, payload)
    try check(SBCFrameHeader.self, Array(payload.dropFirst()))
    guard var frames = try? SBCFrames(reader) else { return }
    while let frame = try? frames.next() { _ = try? SBCSamples(frame.header, frames.body) }
  }

  /// An AVCTP packet.
  static func avctp(_ bytes: [UInt8]) throws(BrokenPromise) {
    try check(AVCTPHeader.self, bytes)
    var reader = ByteReader(bytes.rawSpan)
    guard (try? AVCTPHeader(from: &reader)) != nil else { return }
    let body = reader.copyRest(limit: .max)
    try check(AVRCPFrame.self, body)
    try check(AVRCPBrowsing.self, body)
    guard let frame = try? AVRCPFrame(from: &reader),
      let operation = try? AVRCPOperation(frame, from: &reader)
    else { return }
    // Of parameters that are not read the length is kept, and they are not written.
    if case .metadata(_, _, _, let parameters) = operation, parameters == .other { return }
    try check(operation.withoutLength, writtenBy: operation.encode) { (reader) throws(WireError) in
      try AVRCPOperation(frame, from: &reader).withoutLength
    }
  }

  /// An RFCOMM frame.
  static func rfcomm(_ bytes: [UInt8]) throws(BrokenPromise) {
    try check(RFCOMMHeader.self, bytes)
    var reader = ByteReader(bytes.rawSpan)
    _ = RFCOMMHeader.isFrame(reader)
    guard (try? RFCOMMHeader(from: &reader)) != nil else { return }
    try check(RFCOMMMultiplexer.self, reader.copyRest(limit: .max))
  }

  /// A line of the hands-free profile.
  static func handsFree(_ bytes: [UInt8]) throws(BrokenPromise) {
    let reader = ByteReader(bytes.rawSpan)
    _ = HandsFreeMessage(reader)?.batteryPercent
    guard let text = HandsFreeMessage.text(reader) else { return }
    try promise(text.unicodeScalars.allSatisfy { !$0.acts }, "hands-free text acts: \(text.debugDescription)")
  }

  /// The structures of advertising data.
  static func advertisingData(_ bytes: [UInt8]) {
    var structures = AdvertisingData(ByteReader(bytes.rawSpan))
    while let structure = try? structures.next() {
      _ = (structure.flags, structure.txPowerLevel, structure.localName, structure.classOfDevice)
      _ = (structure.deviceIdentification, structure.manufacturer)
      var uuids = structure.uuids
      while (try? uuids.next()) != nil {}
    }
  }
}

extension SDPMessage {
  fileprivate static func octets(_ continuation: SDPContinuation) -> [UInt8] {
    var writer = ByteWriter()
    continuation.encode(to: &writer)
    return writer.bytes
  }
}

extension AVRCPOperation {
  /// The same, whatever the length of its parameters.
  fileprivate var withoutLength: Self {
    guard case .metadata(let pdu, let packet, _, let parameters) = self else { return self }
    return .metadata(pdu, packet: packet, length: 0, parameters)
  }
}
