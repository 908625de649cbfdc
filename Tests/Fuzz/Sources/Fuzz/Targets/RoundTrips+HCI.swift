@testable import HCITrace

extension RoundTrip {
  /// An HCI command: opcode, parameters.
  static func command(_ bytes: [UInt8]) throws(BrokenPromise) {
    var reader = ByteReader(bytes.rawSpan)
    guard let opcode = try? reader.integer(UInt16.self).asOpcode,
      let command = try? HCICommand(opcode, from: &reader)
    else { return }
    // What has a variable length stays behind the part that is written.
    let rest = reader.copyRest(limit: .max)
    try check(command, writtenBy: command.encode, more: rest) { (reader) throws(WireError) in
      try HCICommand(opcode, from: &reader)
    }
  }

  /// An HCI event: code, parameters.
  static func event(_ bytes: [UInt8]) throws(BrokenPromise) {
    var reader = ByteReader(bytes.rawSpan)
    guard let code = try? HCIEventCode(rawValue: reader.integer()),
      let event = try? HCIEvent(code, from: &reader)
    else { return }
    let rest = reader.copyRest(limit: .max)
    try check(event, writtenBy: event.encode, more: rest) { (reader) throws(WireError) in
      try HCIEvent(code, from: &reader)
    }
    if code == .vendor { try check(QualityReport.self, Array(bytes.dropFirst(2))) }
  }

  /// What Command Complete returns: opcode, parameters. Each is read as every kind of answer.
  static func commandReturn(_ bytes: [UInt8]) throws(BrokenPromise) {
    let parameters = Array(bytes.dropFirst(2))
    for answer in answers { try check(answer, parameters) }
  }

  private static let answers: [any WireMessage.Type] = [
    HCIReturn.ReadLocalVersionInformation.self, HCIReturn.ReadLocalSupportedFeatures.self,
    HCIReturn.ReadLocalExtendedFeatures.self, HCIReturn.ReadBufferSize.self, HCIReturn.ReadBDADDR.self,
    HCIReturn.ReadLocalName.self, HCIReturn.ReadClassofDevice.self, HCIReturn.ReadScanEnable.self,
    HCIReturn.ReadTimeout.self, HCIReturn.ReadSimplePairingMode.self,
    HCIReturn.ReadSecureConnectionsHostSupport.self, HCIReturn.ReadInquiryMode.self,
    HCIReturn.ReadExtendedInquiryResponse.self, HCIReturn.ReadInquiryResponseTransmitPowerLevel.self,
    HCIReturn.ReadDefaultLinkPolicySettings.self, HCIReturn.LEReadBufferSize.self,
    HCIReturn.LEReadBufferSizeV2.self, HCIReturn.LEReadLocalSupportedFeatures.self,
    HCIReturn.LEReadAdvertisingChannelTxPower.self, HCIReturn.LEReadFilterAcceptListSize.self,
    HCIReturn.LEReadChannelMap.self, HCIReturn.LEReadPHY.self, HCIReturn.LEGetVendorCapabilities.self,
    HCIReturn.Status.self, HCIReturn.StatusAndHandle.self, HCIReturn.StatusAndAddress.self,
    HCIReturn.RoleDiscovery.self, HCIReturn.ReadLinkPolicySettings.self,
    HCIReturn.ReadAutomaticFlushTimeout.self, HCIReturn.ReadTransmitPowerLevel.self,
    HCIReturn.ReadLinkSupervisionTimeout.self, HCIReturn.ReadEnhancedTransmitPowerLevel.self,
    HCIReturn.ReadLMPHandle.self, HCIReturn.ReadFailedContactCounter.self, HCIReturn.ReadLinkQuality.self,
    HCIReturn.ReadRSSI.self, HCIReturn.ReadAFHChannelMap.self, HCIReturn.ReadClock.self,
    HCIReturn.ReadEncryptionKeySize.self,
  ]
}

extension UInt16 {
  fileprivate var asOpcode: HCIOpcode { HCIOpcode(rawValue: self) }
}
