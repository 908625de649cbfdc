/// Where the parameters of commands stand that nothing but `hcitrace decode` reads: so many octets each, in the order of
/// Core Vol 4 Part E §7.3–§7.8 (of version 5.4).
enum ParameterLayouts {
  /// A parameter: what it is called, and its octets; of a signed one their number is negative. One without a name is
  /// shown already (status, handle, address).
  typealias Parameter = (name: StaticString, octets: Int)

  private static let handle: Parameter = ("", 2)
  private static let address: Parameter = ("", 6)
  private static let enable: Parameter = ("enable", 1)

  private static let extendedAdvertising: [Parameter] = [
    ("advertisingHandle", 1), ("eventProperties", 2), ("intervalMin", 3), ("intervalMax", 3),
    ("channelMap", 1),
    ("ownAddressType", 1), ("peerAddressType", 1), address, ("filterPolicy", 1), ("txPower", -1),
    ("primaryPHY", 1), ("secondaryMaxSkip", 1), ("secondaryPHY", 1), ("advertisingSID", 1),
    ("scanRequestNotificationEnable", 1),
  ]

  private static let subrating: [Parameter] = [
    ("subrateMin", 2), ("subrateMax", 2), ("maxLatency", 2), ("continuationNumber", 2),
    ("supervisionTimeout", 2),
  ]

  private static let advertiser: [Parameter] = [
    ("advertiserAddressType", 1), address, ("advertisingSID", 1),
  ]

  /// What a command holds.
  static let commands: [UInt16: [Parameter]] = [
    0x0C0A: [("pinType", 1)], 0x0C22: [("encryptionMode", 1)], 0x0C2A: [("numBroadcastRetransmissions", 1)],
    0x0C2C: [("holdModeActivity", 1)], 0x0C2F: [("synchronousFlowControlEnable", 1)],
    0x0C43: [("inquiryScanType", 1)], 0x0C49: [("afhChannelAssessmentMode", 1)],
    0x0C5B: [("erroneousDataReporting", 1)], 0x0C63: [("eventMaskPage2", 8)],
    0x0C6A: [handle, ("bestEffortFlushTimeout", 4)], 0x0C81: [("extendedInquiryLength", 2)],
    0x2024: [("suggestedMaxTxOctets", 2), ("suggestedMaxTxTime", 2)], 0x202D: [enable],
    0x202E: [("rpaTimeout", 2)], 0x2031: [("allPHYs", 1), ("txPHYs", 1), ("rxPHYs", 1)],
    0x2036: extendedAdvertising,
    0x207F: extendedAdvertising + [("primaryPHYOptions", 1), ("secondaryPHYOptions", 1)],
    0x203C: [("advertisingHandle", 1)],
    0x203E: [("advertisingHandle", 1), ("intervalMin", 2), ("intervalMax", 2), ("properties", 2)],
    0x2040: [enable, ("advertisingHandle", 1)],
    0x2044: [
      ("options", 1), ("advertisingSID", 1), ("advertiserAddressType", 1), address, ("skip", 2),
      ("syncTimeout", 2), ("syncCTEType", 1),
    ],
    0x2046: [("syncHandle", 2)], 0x2047: advertiser, 0x2048: advertiser,
    0x204D: [("rfTxPathCompensation", -2), ("rfRxPathCompensation", -2)],
    0x204E: [("peerIdentityAddressType", 1), address, ("privacyMode", 1)],
    0x2059: [("syncHandle", 2), enable], 0x2065: [("cigID", 1)], 0x206A: [("bigHandle", 1), ("reason", 1)],
    0x206C: [("bigHandle", 1)], 0x2074: [("bitNumber", 1), ("bitValue", 1)], 0x2076: [handle, ("phy", 1)],
    0x2077: [handle, ("phy", 1)],
    0x2078: [
      handle, ("highThreshold", 1), ("highHysteresis", 1), ("lowThreshold", 1), ("lowHysteresis", 1),
      ("minTimeSpent", 2),
    ],
    0x2079: [handle, enable], 0x207A: [handle, ("localEnable", 1), ("remoteEnable", 1)], 0x207D: subrating,
    0x207E: [handle] + subrating,
  ]

  /// What a command returns behind its status.
  static let returns: [UInt16: [Parameter]] = [
    0x0C09: [("pinType", 1)], 0x0C0D: [("maxNumKeys", 2), ("numKeysRead", 2)],
    0x0C11: [("numKeysWritten", 1)],
    0x0C12: [("numKeysDeleted", 2)], 0x0C1B: [("interval", 2), ("window", 2)],
    0x0C1D: [("interval", 2), ("window", 2)], 0x0C1F: [("authenticationEnable", 1)],
    0x0C21: [("encryptionMode", 1)], 0x0C25: [("voiceSetting", 2)],
    0x0C29: [("numBroadcastRetransmissions", 1)],
    0x0C2B: [("holdModeActivity", 1)], 0x0C2E: [("synchronousFlowControlEnable", 1)],
    0x0C38: [("numSupportedIAC", 1)], 0x0C42: [("inquiryScanType", 1)], 0x0C46: [("pageScanType", 1)],
    0x0C48: [("afhChannelAssessmentMode", 1)], 0x0C5A: [("erroneousDataReporting", 1)],
    0x0C69: [("bestEffortFlushTimeout", 4)], 0x0C6C: [("leSupportedHost", 1), ("simultaneousLEHost", 1)],
    0x0C7B: [handle, ("timeout", 2)], 0x0C80: [("extendedInquiryLength", 2)],
    0x100A: [("maxACLDataPacketLength", 2), ("dataBlockLength", 2), ("totalNumDataBlocks", 2)],
    0x100C: [("simplePairingOptions", 1), ("maxEncryptionKeySize", 1)], 0x201C: [("leStates", 8)],
    0x2023: [("suggestedMaxTxOctets", 2), ("suggestedMaxTxTime", 2)], 0x202A: [("size", 1)],
    0x202F: [("maxTxOctets", 2), ("maxTxTime", 2), ("maxRxOctets", 2), ("maxRxTime", 2)],
    0x2036: [("selectedTxPower", -1)], 0x207F: [("selectedTxPower", -1)],
    0x203A: [("maxAdvertisingDataLength", 2)], 0x203B: [("numSupportedAdvertisingSets", 1)],
    0x204A: [("size", 1)], 0x204B: [("minTxPower", -1), ("maxTxPower", -1)],
    0x204C: [("rfTxPathCompensation", -2), ("rfRxPathCompensation", -2)],
    0x2076: [handle, ("phy", 1), ("currentTxPowerLevel", -1), ("maxTxPowerLevel", -1)],
  ]
}

extension FieldWriter {
  /// Writes the parameters that `layout` names, as far as `reader` goes.
  mutating func parameters(
    _ layout: [ParameterLayouts.Parameter], _ reader: inout ByteReader
  ) throws(WireError) {
    for (name, octets) in layout {
      if name.utf8CodeUnitCount == 0 {
        try reader.skip(octets)
        continue
      }
      switch octets {
      case 1: field(name, try reader.integer(UInt8.self))
      case -1: field(name, try reader.integer(Int8.self))
      case 2: field(name, try reader.integer(UInt16.self))
      case -2: field(name, try reader.integer(Int16.self))
      case 3: field(name, try reader.integer24())
      case 4: field(name, try reader.integer(UInt32.self))
      default: mask(name, try reader.integer(UInt64.self))
      }
    }
  }
}
