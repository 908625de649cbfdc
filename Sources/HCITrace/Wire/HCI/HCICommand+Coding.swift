extension HCICommand {
  /// Reads the parameters of the command with this opcode.
  init(_ opcode: HCIOpcode, from reader: inout ByteReader) throws(WireError) {
    switch opcode.rawValue {
    case 0x0401: self = .inquiry(try Inquiry(from: &reader))
    case 0x0402: self = .inquiryCancel
    case 0x0403: self = .periodicInquiryMode(try PeriodicInquiryMode(from: &reader))
    case 0x0404: self = .exitPeriodicInquiryMode
    case 0x0405: self = .createConnection(try CreateConnection(from: &reader))
    case 0x0406: self = .disconnect(try Disconnect(from: &reader))
    case 0x0407: self = .addSCOConnection(try AddSCOConnection(from: &reader))
    case 0x0408: self = .createConnectionCancel(try CreateConnectionCancel(from: &reader))
    case 0x0409: self = .acceptConnectionRequest(try AcceptConnectionRequest(from: &reader))
    case 0x040A: self = .rejectConnectionRequest(try RejectConnectionRequest(from: &reader))
    case 0x040B: self = .linkKeyRequestReply(try LinkKeyRequestReply(from: &reader))
    case 0x040C: self = .linkKeyRequestNegativeReply(try LinkKeyRequestNegativeReply(from: &reader))
    case 0x040D: self = .pinCodeRequestReply(try PINCodeRequestReply(from: &reader))
    case 0x040E: self = .pinCodeRequestNegativeReply(try PINCodeRequestNegativeReply(from: &reader))
    case 0x040F: self = .changeConnectionPacketType(try ChangeConnectionPacketType(from: &reader))
    case 0x0411: self = .authenticationRequested(try AuthenticationRequested(from: &reader))
    case 0x0413: self = .setConnectionEncryption(try SetConnectionEncryption(from: &reader))
    case 0x0415: self = .changeConnectionLinkKey(try ChangeConnectionLinkKey(from: &reader))
    case 0x0417: self = .linkKeySelection(try LinkKeySelection(from: &reader))
    case 0x0419: self = .remoteNameRequest(try RemoteNameRequest(from: &reader))
    case 0x041A: self = .remoteNameRequestCancel(try RemoteNameRequestCancel(from: &reader))
    case 0x041B: self = .readRemoteSupportedFeatures(try ReadRemoteSupportedFeatures(from: &reader))
    case 0x041C: self = .readRemoteExtendedFeatures(try ReadRemoteExtendedFeatures(from: &reader))
    case 0x041D: self = .readRemoteVersionInformation(try ReadRemoteVersionInformation(from: &reader))
    case 0x041F: self = .readClockOffset(try ReadClockOffset(from: &reader))
    case 0x0420: self = .readLMPHandle(try ReadLMPHandle(from: &reader))
    case 0x0428: self = .setupSynchronousConnection(try SetupSynchronousConnection(from: &reader))
    case 0x0429:
      self = .acceptSynchronousConnectionRequest(try AcceptSynchronousConnectionRequest(from: &reader))
    case 0x042A:
      self = .rejectSynchronousConnectionRequest(try RejectSynchronousConnectionRequest(from: &reader))
    case 0x042B: self = .ioCapabilityRequestReply(try IOCapabilityRequestReply(from: &reader))
    case 0x042C: self = .userConfirmationRequestReply(try UserConfirmationRequestReply(from: &reader))
    case 0x042D:
      self = .userConfirmationRequestNegativeReply(try UserConfirmationRequestNegativeReply(from: &reader))
    case 0x042E: self = .userPasskeyRequestReply(try UserPasskeyRequestReply(from: &reader))
    case 0x042F: self = .userPasskeyRequestNegativeReply(try UserPasskeyRequestNegativeReply(from: &reader))
    case 0x0430: self = .remoteOOBDataRequestReply(try RemoteOOBDataRequestReply(from: &reader))
    case 0x0433:
      self = .remoteOOBDataRequestNegativeReply(try RemoteOOBDataRequestNegativeReply(from: &reader))
    case 0x0434: self = .ioCapabilityRequestNegativeReply(try IOCapabilityRequestNegativeReply(from: &reader))
    case 0x043D:
      self = .enhancedSetupSynchronousConnection(try EnhancedSetupSynchronousConnection(from: &reader))
    case 0x043E:
      self = .enhancedAcceptSynchronousConnectionRequest(
        try EnhancedAcceptSynchronousConnectionRequest(from: &reader))
    case 0x043F: self = .truncatedPage(try TruncatedPage(from: &reader))
    case 0x0440: self = .truncatedPageCancel(try TruncatedPageCancel(from: &reader))
    case 0x0445:
      self = .remoteOOBExtendedDataRequestReply(try RemoteOOBExtendedDataRequestReply(from: &reader))
    case 0x0801: self = .holdMode(try HoldMode(from: &reader))
    case 0x0803: self = .sniffMode(try SniffMode(from: &reader))
    case 0x0804: self = .exitSniffMode(try ExitSniffMode(from: &reader))
    case 0x0805: self = .parkState(try ParkState(from: &reader))
    case 0x0806: self = .exitParkState(try ExitParkState(from: &reader))
    case 0x0807: self = .qosSetup(try QoSSetup(from: &reader))
    case 0x0809: self = .roleDiscovery(try RoleDiscovery(from: &reader))
    case 0x080B: self = .switchRole(try SwitchRole(from: &reader))
    case 0x080C: self = .readLinkPolicySettings(try ReadLinkPolicySettings(from: &reader))
    case 0x080D: self = .writeLinkPolicySettings(try WriteLinkPolicySettings(from: &reader))
    case 0x080E: self = .readDefaultLinkPolicySettings
    case 0x080F: self = .writeDefaultLinkPolicySettings(try WriteDefaultLinkPolicySettings(from: &reader))
    case 0x0810: self = .flowSpecification(try FlowSpecification(from: &reader))
    case 0x0811: self = .sniffSubrating(try SniffSubrating(from: &reader))
    case 0x0C01: self = .setEventMask(try SetEventMask(from: &reader))
    case 0x0C03: self = .reset
    case 0x0C05: self = .setEventFilter(try SetEventFilter(from: &reader))
    case 0x0C08: self = .flush(try Flush(from: &reader))
    case 0x0C0D: self = .readStoredLinkKey(try ReadStoredLinkKey(from: &reader))
    case 0x0C11: self = .writeStoredLinkKey(try WriteStoredLinkKey(from: &reader))
    case 0x0C12: self = .deleteStoredLinkKey(try DeleteStoredLinkKey(from: &reader))
    case 0x0C13: self = .writeLocalName
    case 0x0C14: self = .readLocalName
    case 0x0C15: self = .readConnectionAcceptTimeout
    case 0x0C16: self = .writeConnectionAcceptTimeout(try WriteConnectionAcceptTimeout(from: &reader))
    case 0x0C17: self = .readPageTimeout
    case 0x0C18: self = .writePageTimeout(try WritePageTimeout(from: &reader))
    case 0x0C19: self = .readScanEnable
    case 0x0C1A: self = .writeScanEnable(try WriteScanEnable(from: &reader))
    case 0x0C1B: self = .readPageScanActivity
    case 0x0C1C: self = .writePageScanActivity(try WritePageScanActivity(from: &reader))
    case 0x0C1D: self = .readInquiryScanActivity
    case 0x0C1E: self = .writeInquiryScanActivity(try WriteInquiryScanActivity(from: &reader))
    case 0x0C1F: self = .readAuthenticationEnable
    case 0x0C20: self = .writeAuthenticationEnable(try WriteAuthenticationEnable(from: &reader))
    case 0x0C23: self = .readClassofDevice
    case 0x0C24: self = .writeClassofDevice(try WriteClassofDevice(from: &reader))
    case 0x0C25: self = .readVoiceSetting
    case 0x0C26: self = .writeVoiceSetting(try WriteVoiceSetting(from: &reader))
    case 0x0C27: self = .readAutomaticFlushTimeout(try ReadAutomaticFlushTimeout(from: &reader))
    case 0x0C28: self = .writeAutomaticFlushTimeout(try WriteAutomaticFlushTimeout(from: &reader))
    case 0x0C2D: self = .readTransmitPowerLevel(try ReadTransmitPowerLevel(from: &reader))
    case 0x0C31: self = .setControllerToHostFlowControl(try SetControllerToHostFlowControl(from: &reader))
    case 0x0C33: self = .hostBufferSize(try HostBufferSize(from: &reader))
    case 0x0C35: self = .hostNumberOfCompletedPackets(try HostNumberOfCompletedPackets(from: &reader))
    case 0x0C36: self = .readLinkSupervisionTimeout(try ReadLinkSupervisionTimeout(from: &reader))
    case 0x0C37: self = .writeLinkSupervisionTimeout(try WriteLinkSupervisionTimeout(from: &reader))
    case 0x0C3F: self = .setAFHHostChannelClassification(try SetAFHHostChannelClassification(from: &reader))
    case 0x0C44: self = .readInquiryMode
    case 0x0C45: self = .writeInquiryMode(try WriteInquiryMode(from: &reader))
    case 0x0C46: self = .readPageScanType
    case 0x0C47: self = .writePageScanType(try WritePageScanType(from: &reader))
    case 0x0C51: self = .readExtendedInquiryResponse
    case 0x0C52: self = .writeExtendedInquiryResponse(try WriteExtendedInquiryResponse(from: &reader))
    case 0x0C53: self = .refreshEncryptionKey(try RefreshEncryptionKey(from: &reader))
    case 0x0C55: self = .readSimplePairingMode
    case 0x0C56: self = .writeSimplePairingMode(try WriteSimplePairingMode(from: &reader))
    case 0x0C58: self = .readInquiryResponseTransmitPowerLevel
    case 0x0C59: self = .writeInquiryTransmitPowerLevel(try WriteInquiryTransmitPowerLevel(from: &reader))
    case 0x0C5F: self = .enhancedFlush(try EnhancedFlush(from: &reader))
    case 0x0C60: self = .sendKeypressNotification(try SendKeypressNotification(from: &reader))
    case 0x0C68: self = .readEnhancedTransmitPowerLevel(try ReadEnhancedTransmitPowerLevel(from: &reader))
    case 0x0C6D: self = .writeLEHostSupport(try WriteLEHostSupport(from: &reader))
    case 0x0C79: self = .readSecureConnectionsHostSupport
    case 0x0C7A:
      self = .writeSecureConnectionsHostSupport(try WriteSecureConnectionsHostSupport(from: &reader))
    case 0x0C7B: self = .readAuthenticatedPayloadTimeout(try ReadAuthenticatedPayloadTimeout(from: &reader))
    case 0x0C7C: self = .writeAuthenticatedPayloadTimeout(try WriteAuthenticatedPayloadTimeout(from: &reader))
    case 0x0C7E: self = .readExtendedPageTimeout
    case 0x0C7F: self = .writeExtendedPageTimeout(try WriteExtendedPageTimeout(from: &reader))
    case 0x0C84: self = .setMinEncryptionKeySize(try SetMinEncryptionKeySize(from: &reader))
    case 0x1001: self = .readLocalVersionInformation
    case 0x1002: self = .readLocalSupportedCommands
    case 0x1003: self = .readLocalSupportedFeatures
    case 0x1004: self = .readLocalExtendedFeatures(try ReadLocalExtendedFeatures(from: &reader))
    case 0x1005: self = .readBufferSize
    case 0x1009: self = .readBDADDR
    case 0x1401: self = .readFailedContactCounter(try ReadFailedContactCounter(from: &reader))
    case 0x1402: self = .resetFailedContactCounter(try ResetFailedContactCounter(from: &reader))
    case 0x1403: self = .readLinkQuality(try ReadLinkQuality(from: &reader))
    case 0x1405: self = .readRSSI(try ReadRSSI(from: &reader))
    case 0x1406: self = .readAFHChannelMap(try ReadAFHChannelMap(from: &reader))
    case 0x1407: self = .readClock(try ReadClock(from: &reader))
    case 0x1408: self = .readEncryptionKeySize(try ReadEncryptionKeySize(from: &reader))
    case 0x2001: self = .leSetEventMask(try LESetEventMask(from: &reader))
    case 0x2002: self = .leReadBufferSize
    case 0x2005: self = .leSetRandomAddress(try LESetRandomAddress(from: &reader))
    case 0x2006: self = .leSetAdvertisingParameters(try LESetAdvertisingParameters(from: &reader))
    case 0x2008: self = .leSetAdvertisingData(try LESetAdvertisingData(from: &reader))
    case 0x2009: self = .leSetScanResponseData(try LESetScanResponseData(from: &reader))
    case 0x200A: self = .leSetAdvertisingEnable(try LESetAdvertisingEnable(from: &reader))
    case 0x200B: self = .leSetScanParameters(try LESetScanParameters(from: &reader))
    case 0x200C: self = .leSetScanEnable(try LESetScanEnable(from: &reader))
    case 0x200D: self = .leCreateConnection(try LECreateConnection(from: &reader))
    case 0x200E: self = .leCreateConnectionCancel
    case 0x200F: self = .leReadFilterAcceptListSize
    case 0x2010: self = .leClearFilterAcceptList
    case 0x2011: self = .leAddDeviceToFilterAcceptList(try LEAddDeviceToFilterAcceptList(from: &reader))
    case 0x2012:
      self = .leRemoveDeviceFromFilterAcceptList(try LERemoveDeviceFromFilterAcceptList(from: &reader))
    case 0x2013: self = .leConnectionUpdate(try LEConnectionUpdate(from: &reader))
    case 0x2015: self = .leReadChannelMap(try LEReadChannelMap(from: &reader))
    case 0x2016: self = .leReadRemoteFeatures(try LEReadRemoteFeatures(from: &reader))
    case 0x2019: self = .leEnableEncryption(try LEEnableEncryption(from: &reader))
    case 0x201A: self = .leLongTermKeyRequestReply(try LELongTermKeyRequestReply(from: &reader))
    case 0x201B:
      self = .leLongTermKeyRequestNegativeReply(try LELongTermKeyRequestNegativeReply(from: &reader))
    case 0x2020:
      self = .leRemoteConnectionParameterRequestReply(
        try LERemoteConnectionParameterRequestReply(from: &reader))
    case 0x2021:
      self = .leRemoteConnectionParameterRequestNegativeReply(
        try LERemoteConnectionParameterRequestNegativeReply(from: &reader))
    case 0x2022: self = .leSetDataLength(try LESetDataLength(from: &reader))
    case 0x2027: self = .leAddDeviceToResolvingList(try LEAddDeviceToResolvingList(from: &reader))
    case 0x2028: self = .leRemoveDeviceFromResolvingList(try LERemoveDeviceFromResolvingList(from: &reader))
    case 0x2030: self = .leReadPHY(try LEReadPHY(from: &reader))
    case 0x2032: self = .leSetPHY(try LESetPHY(from: &reader))
    case 0x2035: self = .leSetAdvertisingSetRandomAddress(try LESetAdvertisingSetRandomAddress(from: &reader))
    case 0x2037: self = .leSetExtendedAdvertisingData(try LESetExtendedAdvertisingData(from: &reader))
    case 0x2039: self = .leSetExtendedAdvertisingEnable(try LESetExtendedAdvertisingEnable(from: &reader))
    case 0x2041: self = .leSetExtendedScanParameters(try LESetExtendedScanParameters(from: &reader))
    case 0x2042: self = .leSetExtendedScanEnable(try LESetExtendedScanEnable(from: &reader))
    case 0x2043: self = .leExtendedCreateConnection(try LEExtendedCreateConnection(from: &reader))
    case 0x2060: self = .leReadBufferSizeV2
    case 0x2085: self = .leExtendedCreateConnectionV2(try LEExtendedCreateConnectionV2(from: &reader))
    case 0xFD53: self = .leGetVendorCapabilities
    default: self = .unknown(opcode)
    }
  }

  /// Writes the fixed part of the parameters.
  func encode(to writer: inout ByteWriter) {
    switch self {
    case .inquiry(let message): message.encode(to: &writer)
    case .periodicInquiryMode(let message): message.encode(to: &writer)
    case .createConnection(let message): message.encode(to: &writer)
    case .disconnect(let message): message.encode(to: &writer)
    case .addSCOConnection(let message): message.encode(to: &writer)
    case .createConnectionCancel(let message): message.encode(to: &writer)
    case .acceptConnectionRequest(let message): message.encode(to: &writer)
    case .rejectConnectionRequest(let message): message.encode(to: &writer)
    case .changeConnectionPacketType(let message): message.encode(to: &writer)
    case .remoteNameRequest(let message): message.encode(to: &writer)
    case .remoteNameRequestCancel(let message): message.encode(to: &writer)
    case .readRemoteSupportedFeatures(let message): message.encode(to: &writer)
    case .readRemoteExtendedFeatures(let message): message.encode(to: &writer)
    case .readRemoteVersionInformation(let message): message.encode(to: &writer)
    case .readClockOffset(let message): message.encode(to: &writer)
    case .readLMPHandle(let message): message.encode(to: &writer)
    case .truncatedPage(let message): message.encode(to: &writer)
    case .truncatedPageCancel(let message): message.encode(to: &writer)
    case .linkKeyRequestReply(let message): message.encode(to: &writer)
    case .linkKeyRequestNegativeReply(let message): message.encode(to: &writer)
    case .pinCodeRequestReply(let message): message.encode(to: &writer)
    case .pinCodeRequestNegativeReply(let message): message.encode(to: &writer)
    case .authenticationRequested(let message): message.encode(to: &writer)
    case .setConnectionEncryption(let message): message.encode(to: &writer)
    case .changeConnectionLinkKey(let message): message.encode(to: &writer)
    case .linkKeySelection(let message): message.encode(to: &writer)
    case .ioCapabilityRequestReply(let message): message.encode(to: &writer)
    case .userConfirmationRequestReply(let message): message.encode(to: &writer)
    case .userConfirmationRequestNegativeReply(let message): message.encode(to: &writer)
    case .userPasskeyRequestReply(let message): message.encode(to: &writer)
    case .userPasskeyRequestNegativeReply(let message): message.encode(to: &writer)
    case .remoteOOBDataRequestReply(let message): message.encode(to: &writer)
    case .remoteOOBDataRequestNegativeReply(let message): message.encode(to: &writer)
    case .ioCapabilityRequestNegativeReply(let message): message.encode(to: &writer)
    case .remoteOOBExtendedDataRequestReply(let message): message.encode(to: &writer)
    case .setupSynchronousConnection(let message): message.encode(to: &writer)
    case .acceptSynchronousConnectionRequest(let message): message.encode(to: &writer)
    case .rejectSynchronousConnectionRequest(let message): message.encode(to: &writer)
    case .enhancedSetupSynchronousConnection(let message): message.encode(to: &writer)
    case .enhancedAcceptSynchronousConnectionRequest(let message): message.encode(to: &writer)
    case .holdMode(let message): message.encode(to: &writer)
    case .sniffMode(let message): message.encode(to: &writer)
    case .exitSniffMode(let message): message.encode(to: &writer)
    case .parkState(let message): message.encode(to: &writer)
    case .exitParkState(let message): message.encode(to: &writer)
    case .qosSetup(let message): message.encode(to: &writer)
    case .roleDiscovery(let message): message.encode(to: &writer)
    case .switchRole(let message): message.encode(to: &writer)
    case .readLinkPolicySettings(let message): message.encode(to: &writer)
    case .writeLinkPolicySettings(let message): message.encode(to: &writer)
    case .writeDefaultLinkPolicySettings(let message): message.encode(to: &writer)
    case .flowSpecification(let message): message.encode(to: &writer)
    case .sniffSubrating(let message): message.encode(to: &writer)
    case .setEventMask(let message): message.encode(to: &writer)
    case .setEventFilter(let message): message.encode(to: &writer)
    case .writeConnectionAcceptTimeout(let message): message.encode(to: &writer)
    case .writePageTimeout(let message): message.encode(to: &writer)
    case .writeScanEnable(let message): message.encode(to: &writer)
    case .writePageScanActivity(let message): message.encode(to: &writer)
    case .writeInquiryScanActivity(let message): message.encode(to: &writer)
    case .writeAuthenticationEnable(let message): message.encode(to: &writer)
    case .writeClassofDevice(let message): message.encode(to: &writer)
    case .writeVoiceSetting(let message): message.encode(to: &writer)
    case .writeInquiryMode(let message): message.encode(to: &writer)
    case .writePageScanType(let message): message.encode(to: &writer)
    case .writeExtendedInquiryResponse(let message): message.encode(to: &writer)
    case .writeInquiryTransmitPowerLevel(let message): message.encode(to: &writer)
    case .writeExtendedPageTimeout(let message): message.encode(to: &writer)
    case .flush(let message): message.encode(to: &writer)
    case .readStoredLinkKey(let message): message.encode(to: &writer)
    case .writeStoredLinkKey(let message): message.encode(to: &writer)
    case .deleteStoredLinkKey(let message): message.encode(to: &writer)
    case .readAutomaticFlushTimeout(let message): message.encode(to: &writer)
    case .writeAutomaticFlushTimeout(let message): message.encode(to: &writer)
    case .readTransmitPowerLevel(let message): message.encode(to: &writer)
    case .setControllerToHostFlowControl(let message): message.encode(to: &writer)
    case .hostBufferSize(let message): message.encode(to: &writer)
    case .hostNumberOfCompletedPackets(let message): message.encode(to: &writer)
    case .readLinkSupervisionTimeout(let message): message.encode(to: &writer)
    case .writeLinkSupervisionTimeout(let message): message.encode(to: &writer)
    case .setAFHHostChannelClassification(let message): message.encode(to: &writer)
    case .refreshEncryptionKey(let message): message.encode(to: &writer)
    case .writeSimplePairingMode(let message): message.encode(to: &writer)
    case .enhancedFlush(let message): message.encode(to: &writer)
    case .sendKeypressNotification(let message): message.encode(to: &writer)
    case .readEnhancedTransmitPowerLevel(let message): message.encode(to: &writer)
    case .writeLEHostSupport(let message): message.encode(to: &writer)
    case .writeSecureConnectionsHostSupport(let message): message.encode(to: &writer)
    case .readAuthenticatedPayloadTimeout(let message): message.encode(to: &writer)
    case .writeAuthenticatedPayloadTimeout(let message): message.encode(to: &writer)
    case .setMinEncryptionKeySize(let message): message.encode(to: &writer)
    case .readLocalExtendedFeatures(let message): message.encode(to: &writer)
    case .readFailedContactCounter(let message): message.encode(to: &writer)
    case .resetFailedContactCounter(let message): message.encode(to: &writer)
    case .readLinkQuality(let message): message.encode(to: &writer)
    case .readRSSI(let message): message.encode(to: &writer)
    case .readAFHChannelMap(let message): message.encode(to: &writer)
    case .readClock(let message): message.encode(to: &writer)
    case .readEncryptionKeySize(let message): message.encode(to: &writer)
    case .leSetEventMask(let message): message.encode(to: &writer)
    case .leSetRandomAddress(let message): message.encode(to: &writer)
    case .leSetAdvertisingParameters(let message): message.encode(to: &writer)
    case .leSetAdvertisingData(let message): message.encode(to: &writer)
    case .leSetScanResponseData(let message): message.encode(to: &writer)
    case .leSetAdvertisingEnable(let message): message.encode(to: &writer)
    case .leSetAdvertisingSetRandomAddress(let message): message.encode(to: &writer)
    case .leSetExtendedAdvertisingData(let message): message.encode(to: &writer)
    case .leSetExtendedAdvertisingEnable(let message): message.encode(to: &writer)
    case .leSetScanParameters(let message): message.encode(to: &writer)
    case .leSetScanEnable(let message): message.encode(to: &writer)
    case .leAddDeviceToFilterAcceptList(let message): message.encode(to: &writer)
    case .leRemoveDeviceFromFilterAcceptList(let message): message.encode(to: &writer)
    case .leAddDeviceToResolvingList(let message): message.encode(to: &writer)
    case .leRemoveDeviceFromResolvingList(let message): message.encode(to: &writer)
    case .leSetExtendedScanParameters(let message): message.encode(to: &writer)
    case .leSetExtendedScanEnable(let message): message.encode(to: &writer)
    case .leCreateConnection(let message): message.encode(to: &writer)
    case .leConnectionUpdate(let message): message.encode(to: &writer)
    case .leReadChannelMap(let message): message.encode(to: &writer)
    case .leReadRemoteFeatures(let message): message.encode(to: &writer)
    case .leEnableEncryption(let message): message.encode(to: &writer)
    case .leLongTermKeyRequestReply(let message): message.encode(to: &writer)
    case .leLongTermKeyRequestNegativeReply(let message): message.encode(to: &writer)
    case .leRemoteConnectionParameterRequestReply(let message): message.encode(to: &writer)
    case .leRemoteConnectionParameterRequestNegativeReply(let message): message.encode(to: &writer)
    case .leSetDataLength(let message): message.encode(to: &writer)
    case .leReadPHY(let message): message.encode(to: &writer)
    case .leSetPHY(let message): message.encode(to: &writer)
    case .leExtendedCreateConnection(let message): message.encode(to: &writer)
    case .leExtendedCreateConnectionV2(let message): message.encode(to: &writer)
    default: break
    }
  }

  /// The command's opcode.
  var opcode: HCIOpcode {
    switch self {
    case .inquiry: .inquiry
    case .inquiryCancel: .inquiryCancel
    case .periodicInquiryMode: .periodicInquiryMode
    case .exitPeriodicInquiryMode: .exitPeriodicInquiryMode
    case .createConnection: .createConnection
    case .disconnect: .disconnect
    case .addSCOConnection: .addSCOConnection
    case .createConnectionCancel: .createConnectionCancel
    case .acceptConnectionRequest: .acceptConnectionRequest
    case .rejectConnectionRequest: .rejectConnectionRequest
    case .changeConnectionPacketType: .changeConnectionPacketType
    case .remoteNameRequest: .remoteNameRequest
    case .remoteNameRequestCancel: .remoteNameRequestCancel
    case .readRemoteSupportedFeatures: .readRemoteSupportedFeatures
    case .readRemoteExtendedFeatures: .readRemoteExtendedFeatures
    case .readRemoteVersionInformation: .readRemoteVersionInformation
    case .readClockOffset: .readClockOffset
    case .readLMPHandle: .readLMPHandle
    case .truncatedPage: .truncatedPage
    case .truncatedPageCancel: .truncatedPageCancel
    case .linkKeyRequestReply: .linkKeyRequestReply
    case .linkKeyRequestNegativeReply: .linkKeyRequestNegativeReply
    case .pinCodeRequestReply: .pinCodeRequestReply
    case .pinCodeRequestNegativeReply: .pinCodeRequestNegativeReply
    case .authenticationRequested: .authenticationRequested
    case .setConnectionEncryption: .setConnectionEncryption
    case .changeConnectionLinkKey: .changeConnectionLinkKey
    case .linkKeySelection: .linkKeySelection
    case .ioCapabilityRequestReply: .ioCapabilityRequestReply
    case .userConfirmationRequestReply: .userConfirmationRequestReply
    case .userConfirmationRequestNegativeReply: .userConfirmationRequestNegativeReply
    case .userPasskeyRequestReply: .userPasskeyRequestReply
    case .userPasskeyRequestNegativeReply: .userPasskeyRequestNegativeReply
    case .remoteOOBDataRequestReply: .remoteOOBDataRequestReply
    case .remoteOOBDataRequestNegativeReply: .remoteOOBDataRequestNegativeReply
    case .ioCapabilityRequestNegativeReply: .ioCapabilityRequestNegativeReply
    case .remoteOOBExtendedDataRequestReply: .remoteOOBExtendedDataRequestReply
    case .setupSynchronousConnection: .setupSynchronousConnection
    case .acceptSynchronousConnectionRequest: .acceptSynchronousConnectionRequest
    case .rejectSynchronousConnectionRequest: .rejectSynchronousConnectionRequest
    case .enhancedSetupSynchronousConnection: .enhancedSetupSynchronousConnection
    case .enhancedAcceptSynchronousConnectionRequest: .enhancedAcceptSynchronousConnectionRequest
    case .holdMode: .holdMode
    case .sniffMode: .sniffMode
    case .exitSniffMode: .exitSniffMode
    case .parkState: .parkState
    case .exitParkState: .exitParkState
    case .qosSetup: .qosSetup
    case .roleDiscovery: .roleDiscovery
    case .switchRole: .switchRole
    case .readLinkPolicySettings: .readLinkPolicySettings
    case .writeLinkPolicySettings: .writeLinkPolicySettings
    case .readDefaultLinkPolicySettings: .readDefaultLinkPolicySettings
    case .writeDefaultLinkPolicySettings: .writeDefaultLinkPolicySettings
    case .flowSpecification: .flowSpecification
    case .sniffSubrating: .sniffSubrating
    case .setEventMask: .setEventMask
    case .reset: .reset
    case .setEventFilter: .setEventFilter
    case .writeLocalName: .writeLocalName
    case .readLocalName: .readLocalName
    case .readConnectionAcceptTimeout: .readConnectionAcceptTimeout
    case .writeConnectionAcceptTimeout: .writeConnectionAcceptTimeout
    case .readPageTimeout: .readPageTimeout
    case .writePageTimeout: .writePageTimeout
    case .readScanEnable: .readScanEnable
    case .writeScanEnable: .writeScanEnable
    case .readPageScanActivity: .readPageScanActivity
    case .writePageScanActivity: .writePageScanActivity
    case .readInquiryScanActivity: .readInquiryScanActivity
    case .writeInquiryScanActivity: .writeInquiryScanActivity
    case .readAuthenticationEnable: .readAuthenticationEnable
    case .writeAuthenticationEnable: .writeAuthenticationEnable
    case .readClassofDevice: .readClassofDevice
    case .writeClassofDevice: .writeClassofDevice
    case .readVoiceSetting: .readVoiceSetting
    case .writeVoiceSetting: .writeVoiceSetting
    case .readInquiryMode: .readInquiryMode
    case .writeInquiryMode: .writeInquiryMode
    case .readPageScanType: .readPageScanType
    case .writePageScanType: .writePageScanType
    case .readExtendedInquiryResponse: .readExtendedInquiryResponse
    case .writeExtendedInquiryResponse: .writeExtendedInquiryResponse
    case .readInquiryResponseTransmitPowerLevel: .readInquiryResponseTransmitPowerLevel
    case .writeInquiryTransmitPowerLevel: .writeInquiryTransmitPowerLevel
    case .readExtendedPageTimeout: .readExtendedPageTimeout
    case .writeExtendedPageTimeout: .writeExtendedPageTimeout
    case .flush: .flush
    case .readStoredLinkKey: .readStoredLinkKey
    case .writeStoredLinkKey: .writeStoredLinkKey
    case .deleteStoredLinkKey: .deleteStoredLinkKey
    case .readAutomaticFlushTimeout: .readAutomaticFlushTimeout
    case .writeAutomaticFlushTimeout: .writeAutomaticFlushTimeout
    case .readTransmitPowerLevel: .readTransmitPowerLevel
    case .setControllerToHostFlowControl: .setControllerToHostFlowControl
    case .hostBufferSize: .hostBufferSize
    case .hostNumberOfCompletedPackets: .hostNumberOfCompletedPackets
    case .readLinkSupervisionTimeout: .readLinkSupervisionTimeout
    case .writeLinkSupervisionTimeout: .writeLinkSupervisionTimeout
    case .setAFHHostChannelClassification: .setAFHHostChannelClassification
    case .refreshEncryptionKey: .refreshEncryptionKey
    case .readSimplePairingMode: .readSimplePairingMode
    case .writeSimplePairingMode: .writeSimplePairingMode
    case .enhancedFlush: .enhancedFlush
    case .sendKeypressNotification: .sendKeypressNotification
    case .readEnhancedTransmitPowerLevel: .readEnhancedTransmitPowerLevel
    case .writeLEHostSupport: .writeLEHostSupport
    case .readSecureConnectionsHostSupport: .readSecureConnectionsHostSupport
    case .writeSecureConnectionsHostSupport: .writeSecureConnectionsHostSupport
    case .readAuthenticatedPayloadTimeout: .readAuthenticatedPayloadTimeout
    case .writeAuthenticatedPayloadTimeout: .writeAuthenticatedPayloadTimeout
    case .setMinEncryptionKeySize: .setMinEncryptionKeySize
    case .readLocalVersionInformation: .readLocalVersionInformation
    case .readLocalSupportedCommands: .readLocalSupportedCommands
    case .readLocalSupportedFeatures: .readLocalSupportedFeatures
    case .readLocalExtendedFeatures: .readLocalExtendedFeatures
    case .readBufferSize: .readBufferSize
    case .readBDADDR: .readBDADDR
    case .readFailedContactCounter: .readFailedContactCounter
    case .resetFailedContactCounter: .resetFailedContactCounter
    case .readLinkQuality: .readLinkQuality
    case .readRSSI: .readRSSI
    case .readAFHChannelMap: .readAFHChannelMap
    case .readClock: .readClock
    case .readEncryptionKeySize: .readEncryptionKeySize
    case .leSetEventMask: .leSetEventMask
    case .leReadBufferSize: .leReadBufferSize
    case .leReadBufferSizeV2: .leReadBufferSizeV2
    case .leSetRandomAddress: .leSetRandomAddress
    case .leSetAdvertisingParameters: .leSetAdvertisingParameters
    case .leSetAdvertisingData: .leSetAdvertisingData
    case .leSetScanResponseData: .leSetScanResponseData
    case .leSetAdvertisingEnable: .leSetAdvertisingEnable
    case .leSetAdvertisingSetRandomAddress: .leSetAdvertisingSetRandomAddress
    case .leSetExtendedAdvertisingData: .leSetExtendedAdvertisingData
    case .leSetExtendedAdvertisingEnable: .leSetExtendedAdvertisingEnable
    case .leSetScanParameters: .leSetScanParameters
    case .leSetScanEnable: .leSetScanEnable
    case .leReadFilterAcceptListSize: .leReadFilterAcceptListSize
    case .leClearFilterAcceptList: .leClearFilterAcceptList
    case .leAddDeviceToFilterAcceptList: .leAddDeviceToFilterAcceptList
    case .leRemoveDeviceFromFilterAcceptList: .leRemoveDeviceFromFilterAcceptList
    case .leAddDeviceToResolvingList: .leAddDeviceToResolvingList
    case .leRemoveDeviceFromResolvingList: .leRemoveDeviceFromResolvingList
    case .leSetExtendedScanParameters: .leSetExtendedScanParameters
    case .leSetExtendedScanEnable: .leSetExtendedScanEnable
    case .leCreateConnection: .leCreateConnection
    case .leCreateConnectionCancel: .leCreateConnectionCancel
    case .leConnectionUpdate: .leConnectionUpdate
    case .leReadChannelMap: .leReadChannelMap
    case .leReadRemoteFeatures: .leReadRemoteFeatures
    case .leEnableEncryption: .leEnableEncryption
    case .leLongTermKeyRequestReply: .leLongTermKeyRequestReply
    case .leLongTermKeyRequestNegativeReply: .leLongTermKeyRequestNegativeReply
    case .leRemoteConnectionParameterRequestReply: .leRemoteConnectionParameterRequestReply
    case .leRemoteConnectionParameterRequestNegativeReply: .leRemoteConnectionParameterRequestNegativeReply
    case .leSetDataLength: .leSetDataLength
    case .leReadPHY: .leReadPHY
    case .leSetPHY: .leSetPHY
    case .leExtendedCreateConnection: .leExtendedCreateConnection
    case .leExtendedCreateConnectionV2: .leExtendedCreateConnectionV2
    case .leGetVendorCapabilities: .leGetVendorCapabilities
    case .unknown(let opcode): opcode
    }
  }
}
