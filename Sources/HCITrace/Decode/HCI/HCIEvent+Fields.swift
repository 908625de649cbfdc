// Events of BR/EDR: their parameters beside status, handle, address and reason.

extension HCIEvent {
  /// Writes the parameters; lists that stay in the reader are written by whoever has it.
  func fields(to fields: inout FieldWriter) {
    switch self {
    case .inquiryResult(let m):
      fields.field("numResponses", m.numResponses)
    case .connectionComplete(let m):
      fields.field("linkType", m.linkType)
      fields.field("encryptionEnabled", m.encryptionEnabled)
    case .connectionRequest(let m):
      fields.field("classOfDevice", m.classOfDevice)
      fields.field("linkType", m.linkType)
    case .encryptionChange(let m):
      fields.field("encryptionEnabled", m.encryptionEnabled)
    case .linkKeyTypeChanged(let m):
      fields.field("keyFlag", m.keyFlag)
    case .readRemoteSupportedFeaturesComplete(let m):
      fields.mask("features", m.features)
    case .readRemoteVersionInformationComplete(let m):
      fields.field("version", m.version)
      fields.field("company", m.company)
      fields.hex("subversion", m.subversion)
    case .qosSetupComplete(let m):
      fields.field("flags", m.flags)
      fields.field("serviceType", m.serviceType)
      fields.field("tokenRate", m.tokenRate)
      fields.field("peakBandwidth", m.peakBandwidth)
      fields.field("latency", m.latency)
      fields.field("delayVariation", m.delayVariation)
    case .hardwareError(let m):
      fields.hex("hardwareCode", m.hardwareCode)
    case .roleChange(let m):
      fields.field("newRole", m.newRole)
    case .numberOfCompletedPackets(let m):
      fields.field("numHandles", m.numHandles)
    case .modeChange(let m):
      fields.field("currentMode", m.currentMode)
      fields.field("interval", m.interval)
    case .returnLinkKeys(let m):
      fields.field("numKeys", m.numKeys)
    case .linkKeyNotification(let m):
      fields.field("keyType", m.keyType)
    case .loopbackCommand(let m):
      fields.field("opcode", m.opcode)
    case .dataBufferOverflow(let m):
      fields.field("linkType", m.linkType)
    case .maxSlotsChange(let m):
      fields.field("lmpMaxSlots", m.lmpMaxSlots)
    case .readClockOffsetComplete(let m):
      fields.hex("clockOffset", m.clockOffset)
    case .connectionPacketTypeChanged(let m):
      fields.hex("packetType", m.packetType)
    case .pageScanRepetitionModeChange(let m):
      fields.field("pageScanRepetitionMode", m.pageScanRepetitionMode)
    case .flowSpecificationComplete(let m):
      fields.field("flags", m.flags)
      fields.field("flowDirection", m.flowDirection)
      fields.field("serviceType", m.serviceType)
      fields.field("tokenRate", m.tokenRate)
      fields.field("tokenBucketSize", m.tokenBucketSize)
      fields.field("peakBandwidth", m.peakBandwidth)
      fields.field("accessLatency", m.accessLatency)
    case .inquiryResultWithRSSI(let m):
      fields.field("numResponses", m.numResponses)
    case .readRemoteExtendedFeaturesComplete(let m):
      fields.field("pageNumber", m.pageNumber)
      fields.field("maxPageNumber", m.maxPageNumber)
      fields.mask("features", m.features)
    case .synchronousConnectionComplete(let m):
      fields.field("linkType", m.linkType)
      fields.field("transmissionInterval", m.transmissionInterval)
      fields.field("retransmissionWindow", m.retransmissionWindow)
      fields.field("rxPacketLength", m.rxPacketLength)
      fields.field("txPacketLength", m.txPacketLength)
      fields.field("airMode", m.airMode)
    case .synchronousConnectionChanged(let m):
      fields.field("transmissionInterval", m.transmissionInterval)
      fields.field("retransmissionWindow", m.retransmissionWindow)
      fields.field("rxPacketLength", m.rxPacketLength)
      fields.field("txPacketLength", m.txPacketLength)
    case .sniffSubrating(let m):
      fields.field("maxTransmitLatency", m.maxTransmitLatency)
      fields.field("maxReceiveLatency", m.maxReceiveLatency)
      fields.field("minRemoteTimeout", m.minRemoteTimeout)
      fields.field("minLocalTimeout", m.minLocalTimeout)
    case .extendedInquiryResult(let m):
      fields.field("numResponses", m.numResponses)
      fields.field("pageScanRepetitionMode", m.pageScanRepetitionMode)
      fields.field("classOfDevice", m.classOfDevice)
      fields.hex("clockOffset", m.clockOffset)
      fields.field("rssi", m.rssi)
    case .ioCapabilityResponse(let m):
      fields.field("ioCapability", m.ioCapability)
      fields.field("oobDataPresent", m.oobDataPresent)
      fields.field("authenticationRequirements", m.authenticationRequirements)
    case .linkSupervisionTimeoutChanged(let m):
      fields.field("linkSupervisionTimeout", m.linkSupervisionTimeout)
    case .keypressNotification(let m):
      fields.field("notificationType", m.notificationType)
    case .remoteHostSupportedFeaturesNotification(let m):
      fields.mask("features", m.features)
    case .triggeredClockCapture(let m):
      fields.field("whichClock", m.whichClock)
      fields.hex("clock", m.clock)
      fields.field("slotOffset", m.slotOffset)
    case .synchronizationTrainReceived(let m):
      fields.hex("clockOffset", m.clockOffset)
      fields.channels("afhChannelMap", m.afhChannelMap)
      fields.field("ltAddress", m.ltAddress)
      fields.field("nextBroadcastInstant", m.nextBroadcastInstant)
      fields.field("interval", m.interval)
      fields.hex("serviceData", m.serviceData)
    case .connectionlessPeripheralBroadcastReceive(let m):
      fields.field("ltAddress", m.ltAddress)
      fields.hex("clock", m.clock)
      fields.field("offset", m.offset)
      fields.field("rxStatus", m.rxStatus)
      fields.field("fragment", m.fragment)
      fields.field("dataLength", m.dataLength)
    case .connectionlessPeripheralBroadcastTimeout(let m):
      fields.field("ltAddress", m.ltAddress)
    case .inquiryResponseNotification(let m):
      fields.hex("lap", m.lap)
      fields.field("rssi", m.rssi)
    case .samStatusChange(let m):
      fields.field("localSAMIndex", m.localSAMIndex)
      fields.field("localSAMTxAvailability", m.localSAMTxAvailability)
      fields.field("localSAMRxAvailability", m.localSAMRxAvailability)
      fields.field("remoteSAMIndex", m.remoteSAMIndex)
      fields.field("remoteSAMTxAvailability", m.remoteSAMTxAvailability)
      fields.field("remoteSAMRxAvailability", m.remoteSAMRxAvailability)
    case .encryptionChangeV2(let m):
      fields.field("encryptionEnabled", m.encryptionEnabled)
      fields.field("encryptionKeySize", m.encryptionKeySize)
    default: break
    }
  }
}
