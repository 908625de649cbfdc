/// What a controller tells its host about LE: the sub-events of the LE Meta event (Core Vol 4 Part E §7.7.65).
enum LEEvent: Equatable, Sendable, BitwiseCopyable {
  case connectionComplete(ConnectionComplete)
  case connectionUpdateComplete(ConnectionUpdateComplete)
  case readRemoteFeaturesComplete(ReadRemoteFeaturesComplete)
  case longTermKeyRequest(LongTermKeyRequest)
  case remoteConnectionParameterRequest(RemoteConnectionParameterRequest)
  case dataLengthChange(DataLengthChange)
  case readLocalP256PublicKeyComplete(ReadLocalP256PublicKeyComplete)
  case generateDHKeyComplete(GenerateDHKeyComplete)
  case enhancedConnectionComplete(EnhancedConnectionComplete)
  case enhancedConnectionCompleteV2(EnhancedConnectionCompleteV2)
  case phyUpdateComplete(PHYUpdateComplete)
  case channelSelectionAlgorithm(ChannelSelectionAlgorithm)
  case peerSCAComplete(PeerSCAComplete)
  case pathLossThreshold(PathLossThreshold)
  case transmitPowerReporting(TransmitPowerReporting)
  case subrateChange(SubrateChange)
  case advertisingReport(AdvertisingReport)
  case directedAdvertisingReport(DirectedAdvertisingReport)
  case extendedAdvertisingReport(ExtendedAdvertisingReport)
  case periodicAdvertisingSyncEstablished(PeriodicAdvertisingSyncEstablished)
  case periodicAdvertisingSyncEstablishedV2(PeriodicAdvertisingSyncEstablishedV2)
  case periodicAdvertisingReport(PeriodicAdvertisingReport)
  case periodicAdvertisingSyncLost(PeriodicAdvertisingSyncLost)
  case scanTimeout
  case advertisingSetTerminated(AdvertisingSetTerminated)
  case scanRequestReceived(ScanRequestReceived)
  case bigInfoAdvertisingReport(BIGInfoAdvertisingReport)
  case cisEstablished(CISEstablished)
  case cisRequest(CISRequest)
  case createBIGComplete(CreateBIGComplete)
  case terminateBIGComplete(TerminateBIGComplete)
  case bigSyncEstablished(BIGSyncEstablished)
  case bigSyncLost(BIGSyncLost)
  case connectionlessIQReport(ConnectionlessIQReport)
  case connectionIQReport(ConnectionIQReport)
  case cteRequestFailed(CTERequestFailed)
  case periodicAdvertisingSyncTransferReceived(PeriodicAdvertisingSyncTransferReceived)
  case periodicAdvertisingSyncTransferReceivedV2(PeriodicAdvertisingSyncTransferReceivedV2)
  case periodicAdvertisingReportV2(PeriodicAdvertisingReportV2)
  case periodicAdvertisingSubeventDataRequest(PeriodicAdvertisingSubeventDataRequest)
  case periodicAdvertisingResponseReport(PeriodicAdvertisingResponseReport)
  /// A sub-event that Core 5.4 doesn't assign, or whose parameters nothing needs.
  case unknown(subevent: UInt8)
}

extension LEEvent: WireMessage {
  init(from reader: inout ByteReader) throws(WireError) {
    let subevent = try reader.integer(UInt8.self)
    switch subevent {
    case 0x01: self = .connectionComplete(try ConnectionComplete(from: &reader))
    case AdvertisingReport.subevent: self = .advertisingReport(try AdvertisingReport(from: &reader))
    case 0x03: self = .connectionUpdateComplete(try ConnectionUpdateComplete(from: &reader))
    case 0x04: self = .readRemoteFeaturesComplete(try ReadRemoteFeaturesComplete(from: &reader))
    case 0x05: self = .longTermKeyRequest(try LongTermKeyRequest(from: &reader))
    case 0x06: self = .remoteConnectionParameterRequest(try RemoteConnectionParameterRequest(from: &reader))
    case 0x07: self = .dataLengthChange(try DataLengthChange(from: &reader))
    case 0x08: self = .readLocalP256PublicKeyComplete(try ReadLocalP256PublicKeyComplete(from: &reader))
    case 0x09: self = .generateDHKeyComplete(try GenerateDHKeyComplete(from: &reader))
    case 0x0A: self = .enhancedConnectionComplete(try EnhancedConnectionComplete(from: &reader))
    case 0x0B: self = .directedAdvertisingReport(try DirectedAdvertisingReport(from: &reader))
    case 0x0C: self = .phyUpdateComplete(try PHYUpdateComplete(from: &reader))
    case 0x0D: self = .extendedAdvertisingReport(try ExtendedAdvertisingReport(from: &reader))
    case 0x0E:
      self = .periodicAdvertisingSyncEstablished(try PeriodicAdvertisingSyncEstablished(from: &reader))
    case 0x0F: self = .periodicAdvertisingReport(try PeriodicAdvertisingReport(from: &reader))
    case 0x10: self = .periodicAdvertisingSyncLost(try PeriodicAdvertisingSyncLost(from: &reader))
    case 0x11: self = .scanTimeout
    case 0x12: self = .advertisingSetTerminated(try AdvertisingSetTerminated(from: &reader))
    case 0x13: self = .scanRequestReceived(try ScanRequestReceived(from: &reader))
    case 0x14: self = .channelSelectionAlgorithm(try ChannelSelectionAlgorithm(from: &reader))
    case 0x15: self = .connectionlessIQReport(try ConnectionlessIQReport(from: &reader))
    case 0x16: self = .connectionIQReport(try ConnectionIQReport(from: &reader))
    case 0x17: self = .cteRequestFailed(try CTERequestFailed(from: &reader))
    case 0x18:
      self = .periodicAdvertisingSyncTransferReceived(
        try PeriodicAdvertisingSyncTransferReceived(from: &reader))
    case 0x19: self = .cisEstablished(try CISEstablished(from: &reader))
    case 0x1A: self = .cisRequest(try CISRequest(from: &reader))
    case 0x1B: self = .createBIGComplete(try CreateBIGComplete(from: &reader))
    case 0x1C: self = .terminateBIGComplete(try TerminateBIGComplete(from: &reader))
    case 0x1D: self = .bigSyncEstablished(try BIGSyncEstablished(from: &reader))
    case 0x1E: self = .bigSyncLost(try BIGSyncLost(from: &reader))
    case 0x1F: self = .peerSCAComplete(try PeerSCAComplete(from: &reader))
    case 0x20: self = .pathLossThreshold(try PathLossThreshold(from: &reader))
    case 0x21: self = .transmitPowerReporting(try TransmitPowerReporting(from: &reader))
    case 0x22: self = .bigInfoAdvertisingReport(try BIGInfoAdvertisingReport(from: &reader))
    case 0x23: self = .subrateChange(try SubrateChange(from: &reader))
    case 0x24:
      self = .periodicAdvertisingSyncEstablishedV2(try PeriodicAdvertisingSyncEstablishedV2(from: &reader))
    case 0x25: self = .periodicAdvertisingReportV2(try PeriodicAdvertisingReportV2(from: &reader))
    case 0x26:
      self = .periodicAdvertisingSyncTransferReceivedV2(
        try PeriodicAdvertisingSyncTransferReceivedV2(from: &reader))
    case 0x27:
      self = .periodicAdvertisingSubeventDataRequest(
        try PeriodicAdvertisingSubeventDataRequest(from: &reader))
    case 0x28: self = .periodicAdvertisingResponseReport(try PeriodicAdvertisingResponseReport(from: &reader))
    case 0x29: self = .enhancedConnectionCompleteV2(try EnhancedConnectionCompleteV2(from: &reader))
    default: self = .unknown(subevent: subevent)
    }
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(subevent)
    switch self {
    case .connectionComplete(let message): message.encode(to: &writer)
    case .connectionUpdateComplete(let message): message.encode(to: &writer)
    case .readRemoteFeaturesComplete(let message): message.encode(to: &writer)
    case .longTermKeyRequest(let message): message.encode(to: &writer)
    case .remoteConnectionParameterRequest(let message): message.encode(to: &writer)
    case .dataLengthChange(let message): message.encode(to: &writer)
    case .readLocalP256PublicKeyComplete(let message): message.encode(to: &writer)
    case .generateDHKeyComplete(let message): message.encode(to: &writer)
    case .enhancedConnectionComplete(let message): message.encode(to: &writer)
    case .enhancedConnectionCompleteV2(let message): message.encode(to: &writer)
    case .phyUpdateComplete(let message): message.encode(to: &writer)
    case .channelSelectionAlgorithm(let message): message.encode(to: &writer)
    case .peerSCAComplete(let message): message.encode(to: &writer)
    case .pathLossThreshold(let message): message.encode(to: &writer)
    case .transmitPowerReporting(let message): message.encode(to: &writer)
    case .subrateChange(let message): message.encode(to: &writer)
    case .advertisingReport(let message): message.encode(to: &writer)
    case .directedAdvertisingReport(let message): message.encode(to: &writer)
    case .extendedAdvertisingReport(let message): message.encode(to: &writer)
    case .periodicAdvertisingSyncEstablished(let message): message.encode(to: &writer)
    case .periodicAdvertisingSyncEstablishedV2(let message): message.encode(to: &writer)
    case .periodicAdvertisingReport(let message): message.encode(to: &writer)
    case .periodicAdvertisingSyncLost(let message): message.encode(to: &writer)
    case .advertisingSetTerminated(let message): message.encode(to: &writer)
    case .scanRequestReceived(let message): message.encode(to: &writer)
    case .bigInfoAdvertisingReport(let message): message.encode(to: &writer)
    case .cisEstablished(let message): message.encode(to: &writer)
    case .cisRequest(let message): message.encode(to: &writer)
    case .createBIGComplete(let message): message.encode(to: &writer)
    case .terminateBIGComplete(let message): message.encode(to: &writer)
    case .bigSyncEstablished(let message): message.encode(to: &writer)
    case .bigSyncLost(let message): message.encode(to: &writer)
    case .connectionlessIQReport(let message): message.encode(to: &writer)
    case .connectionIQReport(let message): message.encode(to: &writer)
    case .cteRequestFailed(let message): message.encode(to: &writer)
    case .periodicAdvertisingSyncTransferReceived(let message): message.encode(to: &writer)
    case .periodicAdvertisingSyncTransferReceivedV2(let message): message.encode(to: &writer)
    case .periodicAdvertisingReportV2(let message): message.encode(to: &writer)
    case .periodicAdvertisingSubeventDataRequest(let message): message.encode(to: &writer)
    case .periodicAdvertisingResponseReport(let message): message.encode(to: &writer)
    case .scanTimeout, .unknown: break
    }
  }

  /// The sub-event code.
  var subevent: UInt8 {
    switch self {
    case .connectionComplete: 0x01
    case .connectionUpdateComplete: 0x03
    case .readRemoteFeaturesComplete: 0x04
    case .longTermKeyRequest: 0x05
    case .remoteConnectionParameterRequest: 0x06
    case .dataLengthChange: 0x07
    case .readLocalP256PublicKeyComplete: 0x08
    case .generateDHKeyComplete: 0x09
    case .enhancedConnectionComplete: 0x0A
    case .enhancedConnectionCompleteV2: 0x29
    case .phyUpdateComplete: 0x0C
    case .channelSelectionAlgorithm: 0x14
    case .peerSCAComplete: 0x1F
    case .pathLossThreshold: 0x20
    case .transmitPowerReporting: 0x21
    case .subrateChange: 0x23
    case .advertisingReport: 0x02
    case .directedAdvertisingReport: 0x0B
    case .extendedAdvertisingReport: 0x0D
    case .periodicAdvertisingSyncEstablished: 0x0E
    case .periodicAdvertisingSyncEstablishedV2: 0x24
    case .periodicAdvertisingReport: 0x0F
    case .periodicAdvertisingSyncLost: 0x10
    case .scanTimeout: 0x11
    case .advertisingSetTerminated: 0x12
    case .scanRequestReceived: 0x13
    case .bigInfoAdvertisingReport: 0x22
    case .cisEstablished: 0x19
    case .cisRequest: 0x1A
    case .createBIGComplete: 0x1B
    case .terminateBIGComplete: 0x1C
    case .bigSyncEstablished: 0x1D
    case .bigSyncLost: 0x1E
    case .connectionlessIQReport: 0x15
    case .connectionIQReport: 0x16
    case .cteRequestFailed: 0x17
    case .periodicAdvertisingSyncTransferReceived: 0x18
    case .periodicAdvertisingSyncTransferReceivedV2: 0x26
    case .periodicAdvertisingReportV2: 0x25
    case .periodicAdvertisingSubeventDataRequest: 0x27
    case .periodicAdvertisingResponseReport: 0x28
    case .unknown(let subevent): subevent
    }
  }
}
