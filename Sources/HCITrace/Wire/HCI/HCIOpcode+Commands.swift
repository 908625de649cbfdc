extension HCIOpcode {
  /// Inquiry (§7.1.1).
  public static let inquiry = HCIOpcode(rawValue: 0x0401)
  /// Inquiry Cancel (§7.1.2).
  public static let inquiryCancel = HCIOpcode(rawValue: 0x0402)
  /// Periodic Inquiry Mode (§7.1.3).
  public static let periodicInquiryMode = HCIOpcode(rawValue: 0x0403)
  /// Exit Periodic Inquiry Mode (§7.1.4).
  public static let exitPeriodicInquiryMode = HCIOpcode(rawValue: 0x0404)
  /// Create Connection (§7.1.5).
  public static let createConnection = HCIOpcode(rawValue: 0x0405)
  /// Disconnect (§7.1.6).
  public static let disconnect = HCIOpcode(rawValue: 0x0406)
  /// Add SCO Connection (§7.1.7 of Core 1.1).
  public static let addSCOConnection = HCIOpcode(rawValue: 0x0407)
  /// Create Connection Cancel (§7.1.7).
  public static let createConnectionCancel = HCIOpcode(rawValue: 0x0408)
  /// Accept Connection Request (§7.1.8).
  public static let acceptConnectionRequest = HCIOpcode(rawValue: 0x0409)
  /// Reject Connection Request (§7.1.9).
  public static let rejectConnectionRequest = HCIOpcode(rawValue: 0x040A)
  /// Change Connection Packet Type (§7.1.14).
  public static let changeConnectionPacketType = HCIOpcode(rawValue: 0x040F)
  /// Remote Name Request (§7.1.19).
  public static let remoteNameRequest = HCIOpcode(rawValue: 0x0419)
  /// Remote Name Request Cancel (§7.1.20).
  public static let remoteNameRequestCancel = HCIOpcode(rawValue: 0x041A)
  /// Read Remote Supported Features (§7.1.21).
  public static let readRemoteSupportedFeatures = HCIOpcode(rawValue: 0x041B)
  /// Read Remote Extended Features (§7.1.22).
  public static let readRemoteExtendedFeatures = HCIOpcode(rawValue: 0x041C)
  /// Read Remote Version Information (§7.1.23).
  public static let readRemoteVersionInformation = HCIOpcode(rawValue: 0x041D)
  /// Read Clock Offset (§7.1.24).
  public static let readClockOffset = HCIOpcode(rawValue: 0x041F)
  /// Read LMP Handle (§7.1.25).
  public static let readLMPHandle = HCIOpcode(rawValue: 0x0420)
  /// Truncated Page (§7.1.47).
  public static let truncatedPage = HCIOpcode(rawValue: 0x043F)
  /// Truncated Page Cancel (§7.1.48).
  public static let truncatedPageCancel = HCIOpcode(rawValue: 0x0440)
  /// Link Key Request Reply (§7.1.10).
  public static let linkKeyRequestReply = HCIOpcode(rawValue: 0x040B)
  /// Link Key Request Negative Reply (§7.1.11).
  public static let linkKeyRequestNegativeReply = HCIOpcode(rawValue: 0x040C)
  /// PIN Code Request Reply (§7.1.12).
  public static let pinCodeRequestReply = HCIOpcode(rawValue: 0x040D)
  /// PIN Code Request Negative Reply (§7.1.13).
  public static let pinCodeRequestNegativeReply = HCIOpcode(rawValue: 0x040E)
  /// Authentication Requested (§7.1.15).
  public static let authenticationRequested = HCIOpcode(rawValue: 0x0411)
  /// Set Connection Encryption (§7.1.16).
  public static let setConnectionEncryption = HCIOpcode(rawValue: 0x0413)
  /// Change Connection Link Key (§7.1.17).
  public static let changeConnectionLinkKey = HCIOpcode(rawValue: 0x0415)
  /// Link Key Selection (§7.1.18).
  public static let linkKeySelection = HCIOpcode(rawValue: 0x0417)
  /// IO Capability Request Reply (§7.1.29).
  public static let ioCapabilityRequestReply = HCIOpcode(rawValue: 0x042B)
  /// User Confirmation Request Reply (§7.1.30).
  public static let userConfirmationRequestReply = HCIOpcode(rawValue: 0x042C)
  /// User Confirmation Request Negative Reply (§7.1.31).
  public static let userConfirmationRequestNegativeReply = HCIOpcode(rawValue: 0x042D)
  /// User Passkey Request Reply (§7.1.32).
  public static let userPasskeyRequestReply = HCIOpcode(rawValue: 0x042E)
  /// User Passkey Request Negative Reply (§7.1.33).
  public static let userPasskeyRequestNegativeReply = HCIOpcode(rawValue: 0x042F)
  /// Remote OOB Data Request Reply (§7.1.34).
  public static let remoteOOBDataRequestReply = HCIOpcode(rawValue: 0x0430)
  /// Remote OOB Data Request Negative Reply (§7.1.35).
  public static let remoteOOBDataRequestNegativeReply = HCIOpcode(rawValue: 0x0433)
  /// IO Capability Request Negative Reply (§7.1.36).
  public static let ioCapabilityRequestNegativeReply = HCIOpcode(rawValue: 0x0434)
  /// Remote OOB Extended Data Request Reply (§7.1.53).
  public static let remoteOOBExtendedDataRequestReply = HCIOpcode(rawValue: 0x0445)
  /// Setup Synchronous Connection (§7.1.26).
  public static let setupSynchronousConnection = HCIOpcode(rawValue: 0x0428)
  /// Accept Synchronous Connection Request (§7.1.27).
  public static let acceptSynchronousConnectionRequest = HCIOpcode(rawValue: 0x0429)
  /// Reject Synchronous Connection Request (§7.1.28).
  public static let rejectSynchronousConnectionRequest = HCIOpcode(rawValue: 0x042A)
  /// Enhanced Setup Synchronous Connection (§7.1.45).
  public static let enhancedSetupSynchronousConnection = HCIOpcode(rawValue: 0x043D)
  /// Enhanced Accept Synchronous Connection Request (§7.1.46).
  public static let enhancedAcceptSynchronousConnectionRequest = HCIOpcode(rawValue: 0x043E)
  /// Hold Mode (§7.2.1).
  public static let holdMode = HCIOpcode(rawValue: 0x0801)
  /// Sniff Mode (§7.2.2).
  public static let sniffMode = HCIOpcode(rawValue: 0x0803)
  /// Exit Sniff Mode (§7.2.3).
  public static let exitSniffMode = HCIOpcode(rawValue: 0x0804)
  /// Park State (§7.2.5 of Core 5.0).
  public static let parkState = HCIOpcode(rawValue: 0x0805)
  /// Exit Park State (§7.2.6 of Core 5.0).
  public static let exitParkState = HCIOpcode(rawValue: 0x0806)
  /// QoS Setup (§7.2.6).
  public static let qosSetup = HCIOpcode(rawValue: 0x0807)
  /// Role Discovery (§7.2.7).
  public static let roleDiscovery = HCIOpcode(rawValue: 0x0809)
  /// Switch Role (§7.2.8).
  public static let switchRole = HCIOpcode(rawValue: 0x080B)
  /// Read Link Policy Settings (§7.2.9).
  public static let readLinkPolicySettings = HCIOpcode(rawValue: 0x080C)
  /// Write Link Policy Settings (§7.2.10).
  public static let writeLinkPolicySettings = HCIOpcode(rawValue: 0x080D)
  /// Read Default Link Policy Settings (§7.2.11).
  public static let readDefaultLinkPolicySettings = HCIOpcode(rawValue: 0x080E)
  /// Write Default Link Policy Settings (§7.2.12).
  public static let writeDefaultLinkPolicySettings = HCIOpcode(rawValue: 0x080F)
  /// Flow Specification (§7.2.13).
  public static let flowSpecification = HCIOpcode(rawValue: 0x0810)
  /// Sniff Subrating (§7.2.14).
  public static let sniffSubrating = HCIOpcode(rawValue: 0x0811)
  /// Set Event Mask (§7.3.1).
  public static let setEventMask = HCIOpcode(rawValue: 0x0C01)
  /// Reset (§7.3.2).
  public static let reset = HCIOpcode(rawValue: 0x0C03)
  /// Set Event Filter (§7.3.3).
  public static let setEventFilter = HCIOpcode(rawValue: 0x0C05)
  /// Write Local Name (§7.3.11).
  public static let writeLocalName = HCIOpcode(rawValue: 0x0C13)
  /// Read Local Name (§7.3.12).
  public static let readLocalName = HCIOpcode(rawValue: 0x0C14)
  /// Read Connection Accept Timeout (§7.3.13).
  public static let readConnectionAcceptTimeout = HCIOpcode(rawValue: 0x0C15)
  /// Write Connection Accept Timeout (§7.3.14).
  public static let writeConnectionAcceptTimeout = HCIOpcode(rawValue: 0x0C16)
  /// Read Page Timeout (§7.3.15).
  public static let readPageTimeout = HCIOpcode(rawValue: 0x0C17)
  /// Write Page Timeout (§7.3.16).
  public static let writePageTimeout = HCIOpcode(rawValue: 0x0C18)
  /// Read Scan Enable (§7.3.17).
  public static let readScanEnable = HCIOpcode(rawValue: 0x0C19)
  /// Write Scan Enable (§7.3.18).
  public static let writeScanEnable = HCIOpcode(rawValue: 0x0C1A)
  /// Read Page Scan Activity (§7.3.19).
  public static let readPageScanActivity = HCIOpcode(rawValue: 0x0C1B)
  /// Write Page Scan Activity (§7.3.20).
  public static let writePageScanActivity = HCIOpcode(rawValue: 0x0C1C)
  /// Read Inquiry Scan Activity (§7.3.21).
  public static let readInquiryScanActivity = HCIOpcode(rawValue: 0x0C1D)
  /// Write Inquiry Scan Activity (§7.3.22).
  public static let writeInquiryScanActivity = HCIOpcode(rawValue: 0x0C1E)
  /// Read Authentication Enable (§7.3.23).
  public static let readAuthenticationEnable = HCIOpcode(rawValue: 0x0C1F)
  /// Write Authentication Enable (§7.3.24).
  public static let writeAuthenticationEnable = HCIOpcode(rawValue: 0x0C20)
  /// Read Class of Device (§7.3.25).
  public static let readClassofDevice = HCIOpcode(rawValue: 0x0C23)
  /// Write Class of Device (§7.3.26).
  public static let writeClassofDevice = HCIOpcode(rawValue: 0x0C24)
  /// Read Voice Setting (§7.3.27).
  public static let readVoiceSetting = HCIOpcode(rawValue: 0x0C25)
  /// Write Voice Setting (§7.3.28).
  public static let writeVoiceSetting = HCIOpcode(rawValue: 0x0C26)
  /// Read Inquiry Mode (§7.3.49).
  public static let readInquiryMode = HCIOpcode(rawValue: 0x0C44)
  /// Write Inquiry Mode (§7.3.50).
  public static let writeInquiryMode = HCIOpcode(rawValue: 0x0C45)
  /// Read Page Scan Type (§7.3.51).
  public static let readPageScanType = HCIOpcode(rawValue: 0x0C46)
  /// Write Page Scan Type (§7.3.52).
  public static let writePageScanType = HCIOpcode(rawValue: 0x0C47)
  /// Read Extended Inquiry Response (§7.3.55).
  public static let readExtendedInquiryResponse = HCIOpcode(rawValue: 0x0C51)
  /// Write Extended Inquiry Response (§7.3.56).
  public static let writeExtendedInquiryResponse = HCIOpcode(rawValue: 0x0C52)
  /// Read Inquiry Response Transmit Power Level (§7.3.61).
  public static let readInquiryResponseTransmitPowerLevel = HCIOpcode(rawValue: 0x0C58)
  /// Write Inquiry Transmit Power Level (§7.3.62).
  public static let writeInquiryTransmitPowerLevel = HCIOpcode(rawValue: 0x0C59)
  /// Read Extended Page Timeout (§7.3.96).
  public static let readExtendedPageTimeout = HCIOpcode(rawValue: 0x0C7E)
  /// Write Extended Page Timeout (§7.3.97).
  public static let writeExtendedPageTimeout = HCIOpcode(rawValue: 0x0C7F)
  /// Flush (§7.3.4).
  public static let flush = HCIOpcode(rawValue: 0x0C08)
  /// Read Stored Link Key (§7.3.8).
  public static let readStoredLinkKey = HCIOpcode(rawValue: 0x0C0D)
  /// Write Stored Link Key (§7.3.9).
  public static let writeStoredLinkKey = HCIOpcode(rawValue: 0x0C11)
  /// Delete Stored Link Key (§7.3.10).
  public static let deleteStoredLinkKey = HCIOpcode(rawValue: 0x0C12)
  /// Read Automatic Flush Timeout (§7.3.29).
  public static let readAutomaticFlushTimeout = HCIOpcode(rawValue: 0x0C27)
  /// Write Automatic Flush Timeout (§7.3.30).
  public static let writeAutomaticFlushTimeout = HCIOpcode(rawValue: 0x0C28)
  /// Read Transmit Power Level (§7.3.35).
  public static let readTransmitPowerLevel = HCIOpcode(rawValue: 0x0C2D)
  /// Set Controller To Host Flow Control (§7.3.38).
  public static let setControllerToHostFlowControl = HCIOpcode(rawValue: 0x0C31)
  /// Host Buffer Size (§7.3.39).
  public static let hostBufferSize = HCIOpcode(rawValue: 0x0C33)
  /// Host Number Of Completed Packets (§7.3.40).
  public static let hostNumberOfCompletedPackets = HCIOpcode(rawValue: 0x0C35)
  /// Read Link Supervision Timeout (§7.3.41).
  public static let readLinkSupervisionTimeout = HCIOpcode(rawValue: 0x0C36)
  /// Write Link Supervision Timeout (§7.3.42).
  public static let writeLinkSupervisionTimeout = HCIOpcode(rawValue: 0x0C37)
  /// Set AFH Host Channel Classification (§7.3.46).
  public static let setAFHHostChannelClassification = HCIOpcode(rawValue: 0x0C3F)
  /// Refresh Encryption Key (§7.3.57).
  public static let refreshEncryptionKey = HCIOpcode(rawValue: 0x0C53)
  /// Read Simple Pairing Mode (§7.3.58).
  public static let readSimplePairingMode = HCIOpcode(rawValue: 0x0C55)
  /// Write Simple Pairing Mode (§7.3.59).
  public static let writeSimplePairingMode = HCIOpcode(rawValue: 0x0C56)
  /// Enhanced Flush (§7.3.66).
  public static let enhancedFlush = HCIOpcode(rawValue: 0x0C5F)
  /// Send Keypress Notification (§7.3.63).
  public static let sendKeypressNotification = HCIOpcode(rawValue: 0x0C60)
  /// Read Enhanced Transmit Power Level (§7.3.74).
  public static let readEnhancedTransmitPowerLevel = HCIOpcode(rawValue: 0x0C68)
  /// Write LE Host Support (§7.3.79).
  public static let writeLEHostSupport = HCIOpcode(rawValue: 0x0C6D)
  /// Read Secure Connections Host Support (§7.3.91).
  public static let readSecureConnectionsHostSupport = HCIOpcode(rawValue: 0x0C79)
  /// Write Secure Connections Host Support (§7.3.92).
  public static let writeSecureConnectionsHostSupport = HCIOpcode(rawValue: 0x0C7A)
  /// Read Authenticated Payload Timeout (§7.3.93).
  public static let readAuthenticatedPayloadTimeout = HCIOpcode(rawValue: 0x0C7B)
  /// Write Authenticated Payload Timeout (§7.3.94).
  public static let writeAuthenticatedPayloadTimeout = HCIOpcode(rawValue: 0x0C7C)
  /// Set Min Encryption Key Size (§7.3.102).
  public static let setMinEncryptionKeySize = HCIOpcode(rawValue: 0x0C84)
  /// Read Local Version Information (§7.4.1).
  public static let readLocalVersionInformation = HCIOpcode(rawValue: 0x1001)
  /// Read Local Supported Commands (§7.4.2).
  public static let readLocalSupportedCommands = HCIOpcode(rawValue: 0x1002)
  /// Read Local Supported Features (§7.4.3).
  public static let readLocalSupportedFeatures = HCIOpcode(rawValue: 0x1003)
  /// Read Local Extended Features (§7.4.4).
  public static let readLocalExtendedFeatures = HCIOpcode(rawValue: 0x1004)
  /// Read Buffer Size (§7.4.5).
  public static let readBufferSize = HCIOpcode(rawValue: 0x1005)
  /// Read BD_ADDR (§7.4.6).
  public static let readBDADDR = HCIOpcode(rawValue: 0x1009)
  /// Read Failed Contact Counter (§7.5.1).
  public static let readFailedContactCounter = HCIOpcode(rawValue: 0x1401)
  /// Reset Failed Contact Counter (§7.5.2).
  public static let resetFailedContactCounter = HCIOpcode(rawValue: 0x1402)
  /// Read Link Quality (§7.5.3).
  public static let readLinkQuality = HCIOpcode(rawValue: 0x1403)
  /// Read RSSI (§7.5.4).
  public static let readRSSI = HCIOpcode(rawValue: 0x1405)
  /// Read AFH Channel Map (§7.5.5).
  public static let readAFHChannelMap = HCIOpcode(rawValue: 0x1406)
  /// Read Clock (§7.5.6).
  public static let readClock = HCIOpcode(rawValue: 0x1407)
  /// Read Encryption Key Size (§7.5.7).
  public static let readEncryptionKeySize = HCIOpcode(rawValue: 0x1408)
  /// LE Set Event Mask (§7.8.1).
  public static let leSetEventMask = HCIOpcode(rawValue: 0x2001)
  /// LE Read Buffer Size (§7.8.2).
  public static let leReadBufferSize = HCIOpcode(rawValue: 0x2002)
  /// LE Read Buffer Size [v2] (§7.8.2).
  public static let leReadBufferSizeV2 = HCIOpcode(rawValue: 0x2060)
  /// LE Set Random Address (§7.8.4).
  public static let leSetRandomAddress = HCIOpcode(rawValue: 0x2005)
  /// LE Set Advertising Parameters (§7.8.5).
  public static let leSetAdvertisingParameters = HCIOpcode(rawValue: 0x2006)
  /// LE Set Advertising Data (§7.8.7).
  public static let leSetAdvertisingData = HCIOpcode(rawValue: 0x2008)
  /// LE Set Scan Response Data (§7.8.8).
  public static let leSetScanResponseData = HCIOpcode(rawValue: 0x2009)
  /// LE Set Advertising Enable (§7.8.9).
  public static let leSetAdvertisingEnable = HCIOpcode(rawValue: 0x200A)
  /// LE Set Advertising Set Random Address (§7.8.52).
  public static let leSetAdvertisingSetRandomAddress = HCIOpcode(rawValue: 0x2035)
  /// LE Set Extended Advertising Data (§7.8.54).
  public static let leSetExtendedAdvertisingData = HCIOpcode(rawValue: 0x2037)
  /// LE Set Extended Advertising Enable (§7.8.56).
  public static let leSetExtendedAdvertisingEnable = HCIOpcode(rawValue: 0x2039)
  /// LE Set Scan Parameters (§7.8.10).
  public static let leSetScanParameters = HCIOpcode(rawValue: 0x200B)
  /// LE Set Scan Enable (§7.8.11).
  public static let leSetScanEnable = HCIOpcode(rawValue: 0x200C)
  /// LE Read Filter Accept List Size (§7.8.14).
  public static let leReadFilterAcceptListSize = HCIOpcode(rawValue: 0x200F)
  /// LE Clear Filter Accept List (§7.8.15).
  public static let leClearFilterAcceptList = HCIOpcode(rawValue: 0x2010)
  /// LE Add Device To Filter Accept List (§7.8.16).
  public static let leAddDeviceToFilterAcceptList = HCIOpcode(rawValue: 0x2011)
  /// LE Remove Device From Filter Accept List (§7.8.17).
  public static let leRemoveDeviceFromFilterAcceptList = HCIOpcode(rawValue: 0x2012)
  /// LE Add Device To Resolving List (§7.8.38).
  public static let leAddDeviceToResolvingList = HCIOpcode(rawValue: 0x2027)
  /// LE Remove Device From Resolving List (§7.8.39).
  public static let leRemoveDeviceFromResolvingList = HCIOpcode(rawValue: 0x2028)
  /// LE Set Extended Scan Parameters (§7.8.64).
  public static let leSetExtendedScanParameters = HCIOpcode(rawValue: 0x2041)
  /// LE Set Extended Scan Enable (§7.8.65).
  public static let leSetExtendedScanEnable = HCIOpcode(rawValue: 0x2042)
  /// LE Create Connection (§7.8.12).
  public static let leCreateConnection = HCIOpcode(rawValue: 0x200D)
  /// LE Create Connection Cancel (§7.8.13).
  public static let leCreateConnectionCancel = HCIOpcode(rawValue: 0x200E)
  /// LE Connection Update (§7.8.18).
  public static let leConnectionUpdate = HCIOpcode(rawValue: 0x2013)
  /// LE Read Channel Map (§7.8.20).
  public static let leReadChannelMap = HCIOpcode(rawValue: 0x2015)
  /// LE Read Remote Features (§7.8.21).
  public static let leReadRemoteFeatures = HCIOpcode(rawValue: 0x2016)
  /// LE Enable Encryption (§7.8.24).
  public static let leEnableEncryption = HCIOpcode(rawValue: 0x2019)
  /// LE Long Term Key Request Reply (§7.8.25).
  public static let leLongTermKeyRequestReply = HCIOpcode(rawValue: 0x201A)
  /// LE Long Term Key Request Negative Reply (§7.8.26).
  public static let leLongTermKeyRequestNegativeReply = HCIOpcode(rawValue: 0x201B)
  /// LE Remote Connection Parameter Request Reply (§7.8.31).
  public static let leRemoteConnectionParameterRequestReply = HCIOpcode(rawValue: 0x2020)
  /// LE Remote Connection Parameter Request Negative Reply (§7.8.32).
  public static let leRemoteConnectionParameterRequestNegativeReply = HCIOpcode(rawValue: 0x2021)
  /// LE Set Data Length (§7.8.33).
  public static let leSetDataLength = HCIOpcode(rawValue: 0x2022)
  /// LE Read PHY (§7.8.47).
  public static let leReadPHY = HCIOpcode(rawValue: 0x2030)
  /// LE Set PHY (§7.8.49).
  public static let leSetPHY = HCIOpcode(rawValue: 0x2032)
  /// LE Extended Create Connection (§7.8.66).
  public static let leExtendedCreateConnection = HCIOpcode(rawValue: 0x2043)
  /// LE Extended Create Connection [v2] (§7.8.66).
  public static let leExtendedCreateConnectionV2 = HCIOpcode(rawValue: 0x2085)
  /// LE Get Vendor Capabilities (LE_Get_Vendor_Capabilities).
  public static let leGetVendorCapabilities = HCIOpcode(rawValue: 0xFD53)
}
