extension L2CAPOption {
  /// Reads the value of an option of `type`, hint bit removed; all that `reader` holds is the value.
  init(type: UInt8, from reader: inout ByteReader) throws(WireError) {
    switch type {
    case 0x01: self = .mtu(try reader.integer())
    case 0x02: self = .flushTimeout(try reader.integer())
    case 0x03:
      try reader.skip(1)
      self = .qualityOfService(
        QualityOfService(
          serviceType: try reader.integer(), tokenRate: try reader.integer(),
          tokenBucketSize: try reader.integer(),
          peakBandwidth: try reader.integer(), latency: try reader.integer(),
          delayVariation: try reader.integer()))
    case 0x04:
      self = .retransmission(
        RetransmissionAndFlowControl(
          mode: RetransmissionAndFlowControl.Mode(rawValue: try reader.integer()),
          transmitWindow: try reader.integer(), maxTransmit: try reader.integer(),
          retransmissionTimeout: try reader.integer(), monitorTimeout: try reader.integer(),
          maximumPDUSize: try reader.integer()))
    case 0x05: self = .frameCheckSequence(try reader.integer())
    case 0x06:
      self = .extendedFlow(
        ExtendedFlowSpecification(
          identifier: try reader.integer(), serviceType: try reader.integer(),
          maximumSDUSize: try reader.integer(), interArrivalTime: try reader.integer(),
          accessLatency: try reader.integer(), flushTimeout: try reader.integer()))
    case 0x07: self = .extendedWindow(try reader.integer())
    default: self = .unknown(type: type, length: UInt8(truncatingIfNeeded: reader.remaining))
    }
  }

  /// Writes type, length and value; an unknown option's value as zeros.
  public func encode(to writer: inout ByteWriter) {
    var value = ByteWriter()
    let type: UInt8
    switch self {
    case .mtu(let mtu):
      type = 0x01
      value.integer(mtu)
    case .flushTimeout(let timeout):
      type = 0x02
      value.integer(timeout)
    case .qualityOfService(let service):
      type = 0x03
      value.integer(UInt8(0))
      value.integer(service.serviceType)
      value.integer(service.tokenRate)
      value.integer(service.tokenBucketSize)
      value.integer(service.peakBandwidth)
      value.integer(service.latency)
      value.integer(service.delayVariation)
    case .retransmission(let mode):
      type = 0x04
      value.integer(mode.mode.rawValue)
      value.integer(mode.transmitWindow)
      value.integer(mode.maxTransmit)
      value.integer(mode.retransmissionTimeout)
      value.integer(mode.monitorTimeout)
      value.integer(mode.maximumPDUSize)
    case .frameCheckSequence(let check):
      type = 0x05
      value.integer(check)
    case .extendedFlow(let flow):
      type = 0x06
      value.integer(flow.identifier)
      value.integer(flow.serviceType)
      value.integer(flow.maximumSDUSize)
      value.integer(flow.interArrivalTime)
      value.integer(flow.accessLatency)
      value.integer(flow.flushTimeout)
    case .extendedWindow(let window):
      type = 0x07
      value.integer(window)
    case .unknown(let unknown, let length):
      type = unknown
      value.zeros(Int(length))
    }
    writer.integer(type)
    writer.integer(UInt8(truncatingIfNeeded: value.bytes.count))
    writer.append(value.bytes)
  }
}
