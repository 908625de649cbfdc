// The parameters of commands, beside the handle, address and reason that every command has in the same place of its
// line. Those without others are not named here.

extension HCICommand {
  /// Controller and baseband, informational and status commands.
  func basebandFields(to fields: inout FieldWriter) {
    switch self {
    case .setEventMask(let m):
      fields.mask("eventMask", m.eventMask)
    case .setEventFilter(let m):
      fields.field("filterType", m.filterType)
    case .readStoredLinkKey(let m):
      fields.field("readAll", m.readAll)
    case .writeStoredLinkKey(let m):
      fields.field("numKeysToWrite", m.numKeysToWrite)
    case .deleteStoredLinkKey(let m):
      fields.field("deleteAll", m.deleteAll)
    case .writeConnectionAcceptTimeout(let m):
      fields.field("timeout", m.timeout)
    case .writePageTimeout(let m):
      fields.field("timeout", m.timeout)
    case .writeScanEnable(let m):
      fields.field("scanEnable", m.scanEnable)
    case .writePageScanActivity(let m):
      fields.field("interval", m.interval)
      fields.field("window", m.window)
    case .writeInquiryScanActivity(let m):
      fields.field("interval", m.interval)
      fields.field("window", m.window)
    case .writeAuthenticationEnable(let m):
      fields.field("authenticationEnable", m.authenticationEnable)
    case .writeClassofDevice(let m):
      fields.field("classOfDevice", m.classOfDevice)
    case .writeVoiceSetting(let m):
      fields.hex("voiceSetting", m.voiceSetting)
    case .writeAutomaticFlushTimeout(let m):
      fields.field("flushTimeout", m.flushTimeout)
    case .readTransmitPowerLevel(let m):
      fields.field("type", m.type)
    case .setControllerToHostFlowControl(let m):
      fields.field("flowControlEnable", m.flowControlEnable)
    case .hostBufferSize(let m):
      fields.field("aclDataPacketLength", m.aclDataPacketLength)
      fields.field("synchronousDataPacketLength", m.synchronousDataPacketLength)
      fields.field("totalNumACLDataPackets", m.totalNumACLDataPackets)
      fields.field("totalNumSynchronousDataPackets", m.totalNumSynchronousDataPackets)
    case .hostNumberOfCompletedPackets(let m):
      fields.field("numHandles", m.numHandles)
    case .writeLinkSupervisionTimeout(let m):
      fields.field("timeout", m.timeout)
    case .setAFHHostChannelClassification(let m):
      fields.channels("channelClassification", m.channelClassification)
    case .writeInquiryMode(let m):
      fields.field("inquiryMode", m.inquiryMode)
    case .writePageScanType(let m):
      fields.field("pageScanType", m.pageScanType)
    case .writeExtendedInquiryResponse(let m):
      fields.field("fecRequired", m.fecRequired)
    case .writeSimplePairingMode(let m):
      fields.field("simplePairingMode", m.simplePairingMode)
    case .writeInquiryTransmitPowerLevel(let m):
      fields.field("txPower", m.txPower)
    case .enhancedFlush(let m):
      fields.hex("packetType", m.packetType)
    case .sendKeypressNotification(let m):
      fields.field("notificationType", m.notificationType)
    case .readEnhancedTransmitPowerLevel(let m):
      fields.field("type", m.type)
    case .writeLEHostSupport(let m):
      fields.field("leSupportedHost", m.leSupportedHost)
      fields.field("simultaneousLEHost", m.simultaneousLEHost)
    case .writeSecureConnectionsHostSupport(let m):
      fields.field("secureConnectionsHostSupport", m.secureConnectionsHostSupport)
    case .writeAuthenticatedPayloadTimeout(let m):
      fields.field("timeout", m.timeout)
    case .writeExtendedPageTimeout(let m):
      fields.field("timeout", m.timeout)
    case .setMinEncryptionKeySize(let m):
      fields.field("minEncryptionKeySize", m.minEncryptionKeySize)
    case .readLocalExtendedFeatures(let m):
      fields.field("pageNumber", m.pageNumber)
    case .readClock(let m):
      fields.field("whichClock", m.whichClock)
    default: break
    }
  }
}
