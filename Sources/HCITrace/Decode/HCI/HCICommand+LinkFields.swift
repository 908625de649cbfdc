// The parameters of commands, beside the handle, address and reason that every command has in the same place of its
// line. Those without others are not named here.

extension HCICommand {
  /// Link control and link policy commands.
  func linkFields(to fields: inout FieldWriter) {
    switch self {
    case .inquiry(let m):
      fields.hex("lap", m.lap)
      fields.field("inquiryLength", m.inquiryLength)
      fields.field("numResponses", m.numResponses)
    case .periodicInquiryMode(let m):
      fields.field("maxPeriodLength", m.maxPeriodLength)
      fields.field("minPeriodLength", m.minPeriodLength)
      fields.hex("lap", m.lap)
      fields.field("inquiryLength", m.inquiryLength)
      fields.field("numResponses", m.numResponses)
    case .createConnection(let m):
      fields.hex("packetType", m.packetType)
      fields.field("pageScanRepetitionMode", m.pageScanRepetitionMode)
      fields.hex("clockOffset", m.clockOffset)
      fields.field("allowRoleSwitch", m.allowRoleSwitch)
    case .addSCOConnection(let m):
      fields.hex("packetType", m.packetType)
    case .acceptConnectionRequest(let m):
      fields.field("role", m.role)
    case .pinCodeRequestReply(let m):
      fields.field("pinLength", m.pinLength)
    case .changeConnectionPacketType(let m):
      fields.hex("packetType", m.packetType)
    case .setConnectionEncryption(let m):
      fields.field("encryptionEnable", m.encryptionEnable)
    case .linkKeySelection(let m):
      fields.field("keyFlag", m.keyFlag)
    case .remoteNameRequest(let m):
      fields.field("pageScanRepetitionMode", m.pageScanRepetitionMode)
      fields.hex("clockOffset", m.clockOffset)
    case .readRemoteExtendedFeatures(let m):
      fields.field("pageNumber", m.pageNumber)
    case .setupSynchronousConnection(let m):
      fields.field("transmitBandwidth", m.transmitBandwidth)
      fields.field("receiveBandwidth", m.receiveBandwidth)
      fields.field("maxLatency", m.maxLatency)
      fields.hex("voiceSetting", m.voiceSetting)
      fields.field("retransmissionEffort", m.retransmissionEffort)
      fields.hex("packetType", m.packetType)
    case .acceptSynchronousConnectionRequest(let m):
      fields.field("transmitBandwidth", m.transmitBandwidth)
      fields.field("receiveBandwidth", m.receiveBandwidth)
      fields.field("maxLatency", m.maxLatency)
      fields.hex("voiceSetting", m.voiceSetting)
      fields.field("retransmissionEffort", m.retransmissionEffort)
      fields.hex("packetType", m.packetType)
    case .ioCapabilityRequestReply(let m):
      fields.field("ioCapability", m.ioCapability)
      fields.field("oobDataPresent", m.oobDataPresent)
      fields.field("authenticationRequirements", m.authenticationRequirements)
    case .enhancedSetupSynchronousConnection(let m):
      fields.field("transmitBandwidth", m.transmitBandwidth)
      fields.field("receiveBandwidth", m.receiveBandwidth)
      fields.codingFormat("transmitCodingFormat", m.transmitCodingFormat)
      fields.codingFormat("receiveCodingFormat", m.receiveCodingFormat)
      fields.field("transmitCodecFrameSize", m.transmitCodecFrameSize)
      fields.field("receiveCodecFrameSize", m.receiveCodecFrameSize)
      fields.field("inputBandwidth", m.inputBandwidth)
      fields.field("outputBandwidth", m.outputBandwidth)
      fields.codingFormat("inputCodingFormat", m.inputCodingFormat)
      fields.codingFormat("outputCodingFormat", m.outputCodingFormat)
      fields.field("inputCodedDataSize", m.inputCodedDataSize)
      fields.field("outputCodedDataSize", m.outputCodedDataSize)
      fields.field("inputPCMDataFormat", m.inputPCMDataFormat)
      fields.field("outputPCMDataFormat", m.outputPCMDataFormat)
      fields.field("inputPCMSamplePayloadMSBPosition", m.inputPCMSamplePayloadMSBPosition)
      fields.field("outputPCMSamplePayloadMSBPosition", m.outputPCMSamplePayloadMSBPosition)
      fields.field("inputDataPath", m.inputDataPath)
      fields.field("outputDataPath", m.outputDataPath)
      fields.field("inputTransportUnitSize", m.inputTransportUnitSize)
      fields.field("outputTransportUnitSize", m.outputTransportUnitSize)
      fields.field("maxLatency", m.maxLatency)
      fields.hex("packetType", m.packetType)
      fields.field("retransmissionEffort", m.retransmissionEffort)
    case .enhancedAcceptSynchronousConnectionRequest(let m):
      fields.field("transmitBandwidth", m.transmitBandwidth)
      fields.field("receiveBandwidth", m.receiveBandwidth)
      fields.codingFormat("transmitCodingFormat", m.transmitCodingFormat)
      fields.codingFormat("receiveCodingFormat", m.receiveCodingFormat)
      fields.field("transmitCodecFrameSize", m.transmitCodecFrameSize)
      fields.field("receiveCodecFrameSize", m.receiveCodecFrameSize)
      fields.field("inputBandwidth", m.inputBandwidth)
      fields.field("outputBandwidth", m.outputBandwidth)
      fields.codingFormat("inputCodingFormat", m.inputCodingFormat)
      fields.codingFormat("outputCodingFormat", m.outputCodingFormat)
      fields.field("inputCodedDataSize", m.inputCodedDataSize)
      fields.field("outputCodedDataSize", m.outputCodedDataSize)
      fields.field("inputPCMDataFormat", m.inputPCMDataFormat)
      fields.field("outputPCMDataFormat", m.outputPCMDataFormat)
      fields.field("inputPCMSamplePayloadMSBPosition", m.inputPCMSamplePayloadMSBPosition)
      fields.field("outputPCMSamplePayloadMSBPosition", m.outputPCMSamplePayloadMSBPosition)
      fields.field("inputDataPath", m.inputDataPath)
      fields.field("outputDataPath", m.outputDataPath)
      fields.field("inputTransportUnitSize", m.inputTransportUnitSize)
      fields.field("outputTransportUnitSize", m.outputTransportUnitSize)
      fields.field("maxLatency", m.maxLatency)
      fields.hex("packetType", m.packetType)
      fields.field("retransmissionEffort", m.retransmissionEffort)
    case .truncatedPage(let m):
      fields.field("pageScanRepetitionMode", m.pageScanRepetitionMode)
      fields.hex("clockOffset", m.clockOffset)
    case .holdMode(let m):
      fields.field("maxInterval", m.maxInterval)
      fields.field("minInterval", m.minInterval)
    case .sniffMode(let m):
      fields.field("maxInterval", m.maxInterval)
      fields.field("minInterval", m.minInterval)
      fields.field("attempt", m.attempt)
      fields.field("timeout", m.timeout)
    case .parkState(let m):
      fields.field("beaconMaxInterval", m.beaconMaxInterval)
      fields.field("beaconMinInterval", m.beaconMinInterval)
    case .qosSetup(let m):
      fields.field("flags", m.flags)
      fields.field("serviceType", m.serviceType)
      fields.field("tokenRate", m.tokenRate)
      fields.field("peakBandwidth", m.peakBandwidth)
      fields.field("latency", m.latency)
      fields.field("delayVariation", m.delayVariation)
    case .switchRole(let m):
      fields.field("role", m.role)
    case .writeLinkPolicySettings(let m):
      fields.hex("settings", m.settings)
    case .writeDefaultLinkPolicySettings(let m):
      fields.hex("settings", m.settings)
    case .flowSpecification(let m):
      fields.field("flags", m.flags)
      fields.field("flowDirection", m.flowDirection)
      fields.field("serviceType", m.serviceType)
      fields.field("tokenRate", m.tokenRate)
      fields.field("tokenBucketSize", m.tokenBucketSize)
      fields.field("peakBandwidth", m.peakBandwidth)
      fields.field("accessLatency", m.accessLatency)
    case .sniffSubrating(let m):
      fields.field("maxLatency", m.maxLatency)
      fields.field("minRemoteTimeout", m.minRemoteTimeout)
      fields.field("minLocalTimeout", m.minLocalTimeout)
    default: break
    }
  }
}
