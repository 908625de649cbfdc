// The parameters of commands, beside the handle, address and reason that every command has in the same place of its
// line. Those without others are not named here.

extension HCICommand {
  /// LE controller commands.
  func lowEnergyFields(to fields: inout FieldWriter) {
    switch self {
    case .leSetEventMask(let m):
      fields.mask("eventMask", m.eventMask)
    case .leSetRandomAddress(let m):
      fields.field("randomAddress", m.randomAddress)
    case .leSetAdvertisingParameters(let m):
      fields.field("intervalMin", m.intervalMin)
      fields.field("intervalMax", m.intervalMax)
      fields.field("advertisingType", m.advertisingType)
      fields.field("ownAddressType", m.ownAddressType)
      fields.field("peerAddressType", m.peerAddressType)
      fields.field("channelMap", m.channelMap)
      fields.field("filterPolicy", m.filterPolicy)
    case .leSetAdvertisingData(let m):
      fields.field("dataLength", m.dataLength)
    case .leSetScanResponseData(let m):
      fields.field("dataLength", m.dataLength)
    case .leSetAdvertisingEnable(let m):
      fields.field("advertisingEnable", m.advertisingEnable)
    case .leSetScanParameters(let m):
      fields.field("scanType", m.scanType)
      fields.field("scanInterval", m.scanInterval)
      fields.field("scanWindow", m.scanWindow)
      fields.field("ownAddressType", m.ownAddressType)
      fields.field("filterPolicy", m.filterPolicy)
    case .leSetScanEnable(let m):
      fields.field("scanEnable", m.scanEnable)
      fields.field("filterDuplicates", m.filterDuplicates)
    case .leCreateConnection(let m):
      fields.field("scanInterval", m.scanInterval)
      fields.field("scanWindow", m.scanWindow)
      fields.field("initiatorFilterPolicy", m.initiatorFilterPolicy)
      fields.field("peerAddressType", m.peerAddressType)
      fields.field("ownAddressType", m.ownAddressType)
      fields.field("connectionIntervalMin", m.connectionIntervalMin)
      fields.field("connectionIntervalMax", m.connectionIntervalMax)
      fields.field("maxLatency", m.maxLatency)
      fields.field("supervisionTimeout", m.supervisionTimeout)
      fields.field("minCELength", m.minCELength)
      fields.field("maxCELength", m.maxCELength)
    case .leAddDeviceToFilterAcceptList(let m):
      fields.field("addressType", m.addressType)
    case .leRemoveDeviceFromFilterAcceptList(let m):
      fields.field("addressType", m.addressType)
    case .leConnectionUpdate(let m):
      fields.field("connectionIntervalMin", m.connectionIntervalMin)
      fields.field("connectionIntervalMax", m.connectionIntervalMax)
      fields.field("maxLatency", m.maxLatency)
      fields.field("supervisionTimeout", m.supervisionTimeout)
      fields.field("minCELength", m.minCELength)
      fields.field("maxCELength", m.maxCELength)
    case .leRemoteConnectionParameterRequestReply(let m):
      fields.field("intervalMin", m.intervalMin)
      fields.field("intervalMax", m.intervalMax)
      fields.field("maxLatency", m.maxLatency)
      fields.field("timeout", m.timeout)
      fields.field("minCELength", m.minCELength)
      fields.field("maxCELength", m.maxCELength)
    case .leSetDataLength(let m):
      fields.field("txOctets", m.txOctets)
      fields.field("txTime", m.txTime)
    case .leAddDeviceToResolvingList(let m):
      fields.field("peerIdentityAddressType", m.peerIdentityAddressType)
    case .leRemoveDeviceFromResolvingList(let m):
      fields.field("peerIdentityAddressType", m.peerIdentityAddressType)
    case .leSetPHY(let m):
      fields.field("allPHYs", m.allPHYs)
      fields.field("txPHYs", m.txPHYs)
      fields.field("rxPHYs", m.rxPHYs)
      fields.field("phyOptions", m.phyOptions)
    case .leSetAdvertisingSetRandomAddress(let m):
      fields.field("advertisingHandle", m.advertisingHandle)
      fields.field("randomAddress", m.randomAddress)
    case .leSetExtendedAdvertisingData(let m):
      fields.field("advertisingHandle", m.advertisingHandle)
      fields.field("operation", m.operation)
      fields.field("fragmentPreference", m.fragmentPreference)
      fields.field("dataLength", m.dataLength)
    case .leSetExtendedAdvertisingEnable(let m):
      fields.field("enable", m.enable)
      fields.field("numSets", m.numSets)
    case .leSetExtendedScanParameters(let m):
      fields.field("ownAddressType", m.ownAddressType)
      fields.field("filterPolicy", m.filterPolicy)
      fields.field("scanningPHYs", m.scanningPHYs)
    case .leSetExtendedScanEnable(let m):
      fields.field("scanEnable", m.scanEnable)
      fields.field("filterDuplicates", m.filterDuplicates)
      fields.field("duration", m.duration)
      fields.field("period", m.period)
    case .leExtendedCreateConnection(let m):
      fields.field("initiatorFilterPolicy", m.initiatorFilterPolicy)
      fields.field("ownAddressType", m.ownAddressType)
      fields.field("peerAddressType", m.peerAddressType)
      fields.field("initiatingPHYs", m.initiatingPHYs)
    case .leExtendedCreateConnectionV2(let m):
      fields.field("advertisingHandle", m.advertisingHandle)
      fields.field("advertisingSubevent", m.subevent)
      fields.field("initiatorFilterPolicy", m.initiatorFilterPolicy)
      fields.field("ownAddressType", m.ownAddressType)
      fields.field("peerAddressType", m.peerAddressType)
      fields.field("initiatingPHYs", m.initiatingPHYs)
    default: break
    }
  }
}
