// LE Meta events: their parameters beside status, handle, address and reason.

extension LEEvent {
  /// Writes the parameters; lists that stay in the reader are written by whoever has it.
  func fields(to fields: inout FieldWriter) {
    switch self {
    case .connectionComplete(let m):
      fields.field("role", m.role)
      fields.field("peerAddressType", m.peerAddressType)
      fields.field("connectionInterval", m.connectionInterval)
      fields.field("peripheralLatency", m.peripheralLatency)
      fields.field("supervisionTimeout", m.supervisionTimeout)
      fields.field("centralClockAccuracy", m.centralClockAccuracy)
    case .advertisingReport(let m):
      fields.field("numReports", m.numReports)
    case .connectionUpdateComplete(let m):
      fields.field("connectionInterval", m.connectionInterval)
      fields.field("peripheralLatency", m.peripheralLatency)
      fields.field("supervisionTimeout", m.supervisionTimeout)
    case .readRemoteFeaturesComplete(let m):
      fields.mask("features", m.features)
    case .longTermKeyRequest(let m):
      fields.mask("randomNumber", m.randomNumber)
      fields.hex("encryptedDiversifier", m.encryptedDiversifier)
    case .remoteConnectionParameterRequest(let m):
      fields.field("intervalMin", m.intervalMin)
      fields.field("intervalMax", m.intervalMax)
      fields.field("maxLatency", m.maxLatency)
      fields.field("timeout", m.timeout)
    case .dataLengthChange(let m):
      fields.field("maxTxOctets", m.maxTxOctets)
      fields.field("maxTxTime", m.maxTxTime)
      fields.field("maxRxOctets", m.maxRxOctets)
      fields.field("maxRxTime", m.maxRxTime)
    case .enhancedConnectionComplete(let m):
      fields.field("role", m.role)
      fields.field("peerAddressType", m.peerAddressType)
      fields.field("localResolvablePrivateAddress", m.localResolvablePrivateAddress)
      fields.field("peerResolvablePrivateAddress", m.peerResolvablePrivateAddress)
      fields.field("connectionInterval", m.connectionInterval)
      fields.field("peripheralLatency", m.peripheralLatency)
      fields.field("supervisionTimeout", m.supervisionTimeout)
      fields.field("centralClockAccuracy", m.centralClockAccuracy)
    case .directedAdvertisingReport(let m):
      fields.field("numReports", m.numReports)
    case .phyUpdateComplete(let m):
      fields.field("txPHY", m.txPHY)
      fields.field("rxPHY", m.rxPHY)
    case .extendedAdvertisingReport(let m):
      fields.field("numReports", m.numReports)
    case .periodicAdvertisingSyncEstablished(let m):
      fields.hex("syncHandle", m.syncHandle)
      fields.field("advertisingSID", m.advertisingSID)
      fields.field("advertiserAddressType", m.advertiserAddressType)
      fields.field("advertiserPHY", m.advertiserPHY)
      fields.field("periodicAdvertisingInterval", m.periodicAdvertisingInterval)
      fields.field("advertiserClockAccuracy", m.advertiserClockAccuracy)
    case .periodicAdvertisingReport(let m):
      fields.hex("syncHandle", m.syncHandle)
      fields.field("txPower", m.txPower)
      fields.field("rssi", m.rssi)
      fields.field("cteType", m.cteType)
      fields.field("dataStatus", m.dataStatus)
      fields.field("dataLength", m.dataLength)
    case .periodicAdvertisingSyncLost(let m):
      fields.hex("syncHandle", m.syncHandle)
    case .advertisingSetTerminated(let m):
      fields.field("advertisingHandle", m.advertisingHandle)
      fields.field("numCompletedExtendedAdvertisingEvents", m.numCompletedExtendedAdvertisingEvents)
    case .scanRequestReceived(let m):
      fields.field("advertisingHandle", m.advertisingHandle)
      fields.field("scannerAddressType", m.scannerAddressType)
    case .channelSelectionAlgorithm(let m):
      fields.field("channelSelectionAlgorithm", m.channelSelectionAlgorithm)
    case .connectionlessIQReport(let m):
      fields.hex("syncHandle", m.syncHandle)
    case .periodicAdvertisingSyncTransferReceived(let m):
      fields.hex("serviceData", m.serviceData)
      fields.hex("syncHandle", m.syncHandle)
      fields.field("advertisingSID", m.advertisingSID)
      fields.field("advertiserAddressType", m.advertiserAddressType)
      fields.field("advertiserPHY", m.advertiserPHY)
      fields.field("periodicAdvertisingInterval", m.periodicAdvertisingInterval)
      fields.field("advertiserClockAccuracy", m.advertiserClockAccuracy)
    case .cisEstablished(let m):
      fields.field("cigSyncDelay", m.cigSyncDelay)
      fields.field("cisSyncDelay", m.cisSyncDelay)
      fields.field("transportLatencyCToP", m.transportLatencyCToP)
      fields.field("transportLatencyPToC", m.transportLatencyPToC)
      fields.field("phyCToP", m.phyCToP)
      fields.field("phyPToC", m.phyPToC)
      fields.field("nse", m.nse)
      fields.field("bnCToP", m.bnCToP)
      fields.field("bnPToC", m.bnPToC)
      fields.field("ftCToP", m.ftCToP)
      fields.field("ftPToC", m.ftPToC)
      fields.field("maxPDUCToP", m.maxPDUCToP)
      fields.field("maxPDUPToC", m.maxPDUPToC)
      fields.field("isoInterval", m.isoInterval)
    case .cisRequest(let m):
      fields.hex("aclHandle", m.aclHandle)
      fields.hex("cisHandle", m.cisHandle)
      fields.field("cigID", m.cigID)
      fields.field("cisID", m.cisID)
    case .createBIGComplete(let m):
      fields.field("bigHandle", m.bigHandle)
    case .terminateBIGComplete(let m):
      fields.field("bigHandle", m.bigHandle)
    case .bigSyncEstablished(let m):
      fields.field("bigHandle", m.bigHandle)
    case .bigSyncLost(let m):
      fields.field("bigHandle", m.bigHandle)
    case .peerSCAComplete(let m):
      fields.field("peerClockAccuracy", m.peerClockAccuracy)
    case .pathLossThreshold(let m):
      fields.field("currentPathLoss", m.currentPathLoss)
      fields.field("zoneEntered", m.zoneEntered)
    case .transmitPowerReporting(let m):
      fields.field("reportReason", m.reason)
      fields.field("phy", m.phy)
      fields.field("txPowerLevel", m.txPowerLevel)
      fields.field("txPowerLevelFlag", m.txPowerLevelFlag)
      fields.field("delta", m.delta)
    case .bigInfoAdvertisingReport(let m):
      fields.hex("syncHandle", m.syncHandle)
      fields.field("numBIS", m.numBIS)
      fields.field("nse", m.nse)
      fields.field("isoInterval", m.isoInterval)
      fields.field("bn", m.bn)
      fields.field("pto", m.pto)
      fields.field("irc", m.irc)
      fields.field("maxPDU", m.maxPDU)
      fields.field("sduInterval", m.sduInterval)
      fields.field("maxSDU", m.maxSDU)
      fields.field("phy", m.phy)
      fields.field("framing", m.framing)
      fields.field("encryption", m.encryption)
    case .subrateChange(let m):
      fields.field("subrateFactor", m.subrateFactor)
      fields.field("peripheralLatency", m.peripheralLatency)
      fields.field("continuationNumber", m.continuationNumber)
      fields.field("supervisionTimeout", m.supervisionTimeout)
    case .periodicAdvertisingSyncEstablishedV2(let m):
      fields.hex("syncHandle", m.syncHandle)
      fields.field("advertisingSID", m.advertisingSID)
      fields.field("advertiserAddressType", m.advertiserAddressType)
      fields.field("advertiserPHY", m.advertiserPHY)
      fields.field("periodicAdvertisingInterval", m.periodicAdvertisingInterval)
      fields.field("advertiserClockAccuracy", m.advertiserClockAccuracy)
      fields.field("numSubevents", m.numSubevents)
      fields.field("subeventInterval", m.subeventInterval)
      fields.field("responseSlotDelay", m.responseSlotDelay)
      fields.field("responseSlotSpacing", m.responseSlotSpacing)
    case .periodicAdvertisingReportV2(let m):
      fields.hex("syncHandle", m.syncHandle)
      fields.field("txPower", m.txPower)
      fields.field("rssi", m.rssi)
      fields.field("cteType", m.cteType)
      fields.field("periodicEventCounter", m.periodicEventCounter)
      fields.field("advertisingSubevent", m.subevent)
      fields.field("dataStatus", m.dataStatus)
      fields.field("dataLength", m.dataLength)
    case .periodicAdvertisingSyncTransferReceivedV2(let m):
      fields.hex("serviceData", m.serviceData)
      fields.hex("syncHandle", m.syncHandle)
      fields.field("advertisingSID", m.advertisingSID)
      fields.field("advertiserAddressType", m.advertiserAddressType)
      fields.field("advertiserPHY", m.advertiserPHY)
      fields.field("periodicAdvertisingInterval", m.periodicAdvertisingInterval)
      fields.field("advertiserClockAccuracy", m.advertiserClockAccuracy)
      fields.field("numSubevents", m.numSubevents)
      fields.field("subeventInterval", m.subeventInterval)
      fields.field("responseSlotDelay", m.responseSlotDelay)
      fields.field("responseSlotSpacing", m.responseSlotSpacing)
    case .periodicAdvertisingSubeventDataRequest(let m):
      fields.field("advertisingHandle", m.advertisingHandle)
      fields.field("subeventStart", m.subeventStart)
      fields.field("subeventDataCount", m.subeventDataCount)
    case .periodicAdvertisingResponseReport(let m):
      fields.field("advertisingHandle", m.advertisingHandle)
      fields.field("advertisingSubevent", m.subevent)
      fields.field("txStatus", m.txStatus)
      fields.field("numResponses", m.numResponses)
    case .enhancedConnectionCompleteV2(let m):
      fields.field("role", m.role)
      fields.field("peerAddressType", m.peerAddressType)
      fields.field("localResolvablePrivateAddress", m.localResolvablePrivateAddress)
      fields.field("peerResolvablePrivateAddress", m.peerResolvablePrivateAddress)
      fields.field("connectionInterval", m.connectionInterval)
      fields.field("peripheralLatency", m.peripheralLatency)
      fields.field("supervisionTimeout", m.supervisionTimeout)
      fields.field("centralClockAccuracy", m.centralClockAccuracy)
      fields.field("advertisingHandle", m.advertisingHandle)
      fields.hex("syncHandle", m.syncHandle)
    default: break
    }
  }
}
