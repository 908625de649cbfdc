import Testing

@testable import HCITrace

/// A line of ``HCIVectors``.
struct HCIVector {
  let bytes: [UInt8]
  let name: String
  let fixedLength: Int
  /// "handle=11", in the order of the message.
  let fields: [String]

  static func all(_ text: String) -> [HCIVector] {
    text.split(separator: "\n").map { line in
      let columns = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return HCIVector(
        bytes: octets(columns[0]), name: columns[1].filter { $0 != "*" }, fixedLength: Int(columns[2]) ?? 0,
        fields: columns[3].split(separator: " ").map(String.init))
    }
  }

  static func octets(_ hexadecimal: some StringProtocol) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  func fixedPart(after start: Int) -> [UInt8] { Array(bytes.dropFirst(start).prefix(fixedLength)) }

  /// Whether a case of an enum is the one that is expected, with the fields that are expected.
  func agrees(with message: Any) -> Bool {
    guard let payload = Mirror(reflecting: message).children.first else {
      return "\(message)" == name && fields.isEmpty
    }
    return payload.label == name && Self.fields(of: payload.value) == fields
  }

  static func fields(of message: Any) -> [String] {
    Mirror(reflecting: message).children.map { "\($0.label ?? "?")=\(text($0.value))" }
  }

  private static func text(_ value: Any) -> String {
    switch value {
    case let address as Address: address.description
    case let value as Bool: value ? "1" : "0"
    case let classOfDevice as ClassOfDevice: "\(classOfDevice.value)"
    case let map as ChannelMap: String((map.high.hexadecimal + map.low.hexadecimal.dropFirst(2)).dropFirst(2))
    case let map as LEChannelMap: "\(map.raw)"
    case let format as CodingFormat:
      "\(format.identifier.rawValue)/\(format.company.rawValue)/\(format.vendorCodec)"
    case let code as any OpenCode: "\(code.rawValue)"
    default: "\(value)"
    }
  }

  /// Letters and digits in lower case: case names and the specification's names agree in these.
  static func plain(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  private func field(_ names: String...) -> String? {
    fields.first { field in names.contains { field.hasPrefix($0 + "=") } }
      .map { String($0[$0.index(after: $0.firstIndex(of: "=") ?? $0.startIndex)...]) }
  }

  /// Compares what stands at the offsets with the fields of that meaning.
  func check(_ offsets: ParameterOffsets, from start: Int) {
    func octet(_ offset: Int) -> Int { Int(bytes[start + offset]) }
    if let offset = offsets.status { #expect(field("status", "txStatus") == "\(octet(offset))", "\(name)") }
    if let offset = offsets.reason { #expect(field("reason") == "\(octet(offset))", "\(name)") }
    if let offset = offsets.handle, let handle = field("handle", "aclHandle") {
      #expect(handle == "\(octet(offset) | octet(offset + 1) << 8 & 0x0FFF)", "\(name)")
    }
    if let offset = offsets.address,
      let address = fields.first(where: { $0.contains("ddress=") })?.split(separator: "=").last
    {
      #expect(
        address
          == (0..<6).reversed().map { String(octet(offset + $0).hexadecimal.suffix(2)) }.joined(
            separator: ":"),
        "\(name)")
    }
    if offsets.status == nil { #expect(field("status") == nil, "\(name)") }
    if offsets.handle == nil { #expect(field("handle") == nil, "\(name)") }
    if offsets.address == nil {
      #expect(!fields.contains { $0.contains("ddress=") && $0.contains(":") }, "\(name)")
    }
  }
}

extension [UInt8] {
  /// The octets as the readers want them.
  var rawOctets: RawSpan {
    @_lifetime(borrow self)
    get {
      // Safe: octets are read through the bounds checks of the reader, and the span lives no longer than the array.
      unsafe span.bytes
    }
  }
}

/// The types that read return parameters, by their names in ``HCIVectors``.
enum HCIReturnTypes {
  static let all: [String: any WireMessage.Type] = [
    "ReadLocalVersionInformation": HCIReturn.ReadLocalVersionInformation.self,
    "ReadLocalSupportedFeatures": HCIReturn.ReadLocalSupportedFeatures.self,
    "ReadLocalExtendedFeatures": HCIReturn.ReadLocalExtendedFeatures.self,
    "ReadBufferSize": HCIReturn.ReadBufferSize.self,
    "ReadBDADDR": HCIReturn.ReadBDADDR.self,
    "ReadLocalName": HCIReturn.ReadLocalName.self,
    "ReadClassofDevice": HCIReturn.ReadClassofDevice.self,
    "ReadScanEnable": HCIReturn.ReadScanEnable.self,
    "ReadTimeout": HCIReturn.ReadTimeout.self,
    "ReadSimplePairingMode": HCIReturn.ReadSimplePairingMode.self,
    "ReadSecureConnectionsHostSupport": HCIReturn.ReadSecureConnectionsHostSupport.self,
    "ReadInquiryMode": HCIReturn.ReadInquiryMode.self,
    "ReadExtendedInquiryResponse": HCIReturn.ReadExtendedInquiryResponse.self,
    "ReadInquiryResponseTransmitPowerLevel": HCIReturn.ReadInquiryResponseTransmitPowerLevel.self,
    "ReadDefaultLinkPolicySettings": HCIReturn.ReadDefaultLinkPolicySettings.self,
    "Status": HCIReturn.Status.self,
    "StatusAndHandle": HCIReturn.StatusAndHandle.self,
    "StatusAndAddress": HCIReturn.StatusAndAddress.self,
    "RoleDiscovery": HCIReturn.RoleDiscovery.self,
    "ReadLinkPolicySettings": HCIReturn.ReadLinkPolicySettings.self,
    "ReadAutomaticFlushTimeout": HCIReturn.ReadAutomaticFlushTimeout.self,
    "ReadTransmitPowerLevel": HCIReturn.ReadTransmitPowerLevel.self,
    "ReadLinkSupervisionTimeout": HCIReturn.ReadLinkSupervisionTimeout.self,
    "ReadEnhancedTransmitPowerLevel": HCIReturn.ReadEnhancedTransmitPowerLevel.self,
    "ReadLMPHandle": HCIReturn.ReadLMPHandle.self,
    "ReadFailedContactCounter": HCIReturn.ReadFailedContactCounter.self,
    "ReadLinkQuality": HCIReturn.ReadLinkQuality.self,
    "ReadRSSI": HCIReturn.ReadRSSI.self,
    "ReadAFHChannelMap": HCIReturn.ReadAFHChannelMap.self,
    "ReadClock": HCIReturn.ReadClock.self,
    "ReadEncryptionKeySize": HCIReturn.ReadEncryptionKeySize.self,
    "LEReadBufferSize": HCIReturn.LEReadBufferSize.self,
    "LEReadBufferSizeV2": HCIReturn.LEReadBufferSizeV2.self,
    "LEReadLocalSupportedFeatures": HCIReturn.LEReadLocalSupportedFeatures.self,
    "LEReadAdvertisingChannelTxPower": HCIReturn.LEReadAdvertisingChannelTxPower.self,
    "LEReadFilterAcceptListSize": HCIReturn.LEReadFilterAcceptListSize.self,
    "LEReadChannelMap": HCIReturn.LEReadChannelMap.self,
    "LEReadPHY": HCIReturn.LEReadPHY.self,
    "LEGetVendorCapabilities": HCIReturn.LEGetVendorCapabilities.self,
  ]
}

/// Reads a packet with everything that stays behind in its reader.
enum HCIWalk {
  static func walk(_ packet: borrowing HCIEventPacket) {
    var reader = packet.parameters
    guard let event = try? HCIEvent(packet.code, from: &reader) else { return }
    switch event {
    case .inquiryResult(let result):
      walk(InquiryResponses(reader, count: result.numResponses, withRSSI: false))
    case .inquiryResultWithRSSI(let result):
      walk(InquiryResponses(reader, count: result.numResponses, withRSSI: true))
    case .extendedInquiryResult: walk(AdvertisingData(reader))
    case .numberOfCompletedPackets(let event):
      var counts = CompletedPacketCounts(reader, numHandles: event.numHandles)
      while let next = try? counts.next() { _ = next }
    case .le(.advertisingReport(let event)):
      var reports = AdvertisingReports(reader, numReports: event.numReports)
      while let report = try? reports.next() { walk(AdvertisingData(report.data)) }
    case .le(.extendedAdvertisingReport(let event)):
      var reports = ExtendedAdvertisingReports(reader, numReports: event.numReports)
      while let report = try? reports.next() { walk(AdvertisingData(report.data)) }
    case .remoteNameRequestComplete: _ = reader.name()
    case .vendor: _ = try? QualityReport(from: &reader)
    default: break
    }
  }

  private static func walk(_ responses: consuming InquiryResponses) {
    var responses = responses
    while let next = try? responses.next() { _ = next }
  }

  static func walk(_ data: consuming AdvertisingData) {
    var data = data
    while let structure = try? data.next() {
      _ = structure.flags
      _ = structure.localName
      _ = structure.txPowerLevel
      _ = structure.classOfDevice
      _ = structure.deviceIdentification
      _ = structure.manufacturer
      var uuids = structure.uuids
      while let uuid = try? uuids.next() { _ = uuid }
    }
  }
}
