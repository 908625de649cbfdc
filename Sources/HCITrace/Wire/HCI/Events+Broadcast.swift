// Events of the connectionless peripheral broadcast, truncated pages and slot availability (Core Vol 4
// Part E §7.7.66–§7.7.76).

extension HCIEvent {
  /// Triggered Clock Capture (§7.7.66).
  struct TriggeredClockCapture: WireMessage {
    var handle: UInt16
    /// 0 local, 1 piconet.
    var whichClock: UInt8
    /// Slots of 312.5 µs.
    var clock: UInt32
    /// Μs.
    var slotOffset: UInt16
  }
}

extension HCIEvent.TriggeredClockCapture {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    whichClock = try reader.integer()
    clock = try reader.integer()
    slotOffset = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(whichClock)
    writer.integer(clock)
    writer.integer(slotOffset)
  }
}

extension HCIEvent {
  /// Synchronization Train Complete (§7.7.67).
  struct SynchronizationTrainComplete: WireMessage {
    var status: HCIStatus
  }
}

extension HCIEvent.SynchronizationTrainComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
  }
}

extension HCIEvent {
  /// Synchronization Train Received (§7.7.68).
  struct SynchronizationTrainReceived: WireMessage {
    var status: HCIStatus
    var address: Address
    /// Units of 312.5 µs.
    var clockOffset: UInt32
    var afhChannelMap: ChannelMap
    var ltAddress: UInt8
    /// Units of 312.5 µs.
    var nextBroadcastInstant: UInt32
    /// Slots of 625 µs.
    var interval: UInt16
    var serviceData: UInt8
  }
}

extension HCIEvent.SynchronizationTrainReceived {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    address = try reader.address()
    clockOffset = try reader.integer()
    afhChannelMap = try reader.channelMap()
    ltAddress = try reader.integer()
    nextBroadcastInstant = try reader.integer()
    interval = try reader.integer()
    serviceData = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.address(address)
    writer.integer(clockOffset)
    writer.channelMap(afhChannelMap)
    writer.integer(ltAddress)
    writer.integer(nextBroadcastInstant)
    writer.integer(interval)
    writer.integer(serviceData)
  }
}

extension HCIEvent {
  /// Connectionless Peripheral Broadcast Receive (§7.7.69). The data stays in the reader.
  struct ConnectionlessPeripheralBroadcastReceive: WireMessage {
    var address: Address
    var ltAddress: UInt8
    /// Units of 312.5 µs.
    var clock: UInt32
    /// Units of 312.5 µs.
    var offset: UInt32
    /// 0 received.
    var rxStatus: UInt8
    /// 0 continuation, 1 start, 2 end, 3 complete.
    var fragment: UInt8
    /// Octets.
    var dataLength: UInt8
  }
}

extension HCIEvent.ConnectionlessPeripheralBroadcastReceive {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    ltAddress = try reader.integer()
    clock = try reader.integer()
    offset = try reader.integer()
    rxStatus = try reader.integer()
    fragment = try reader.integer()
    dataLength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(ltAddress)
    writer.integer(clock)
    writer.integer(offset)
    writer.integer(rxStatus)
    writer.integer(fragment)
    writer.integer(dataLength)
  }
}

extension HCIEvent {
  /// Connectionless Peripheral Broadcast Timeout (§7.7.70).
  struct ConnectionlessPeripheralBroadcastTimeout: WireMessage {
    var address: Address
    var ltAddress: UInt8
  }
}

extension HCIEvent.ConnectionlessPeripheralBroadcastTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    ltAddress = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(ltAddress)
  }
}

extension HCIEvent {
  /// Truncated Page Complete (§7.7.71).
  struct TruncatedPageComplete: WireMessage {
    var status: HCIStatus
    var address: Address
  }
}

extension HCIEvent.TruncatedPageComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.address(address)
  }
}

extension HCIEvent {
  /// Inquiry Response Notification (§7.7.74).
  struct InquiryResponseNotification: WireMessage {
    var lap: UInt32
    /// DBm.
    var rssi: Int8
  }
}

extension HCIEvent.InquiryResponseNotification {
  init(from reader: inout ByteReader) throws(WireError) {
    lap = try reader.integer24()
    rssi = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer24(lap)
    writer.integer(rssi)
  }
}

extension HCIEvent {
  /// SAM Status Change (§7.7.76).
  struct SAMStatusChange: WireMessage {
    var handle: UInt16
    var localSAMIndex: UInt8
    var localSAMTxAvailability: UInt8
    var localSAMRxAvailability: UInt8
    var remoteSAMIndex: UInt8
    var remoteSAMTxAvailability: UInt8
    var remoteSAMRxAvailability: UInt8
  }
}

extension HCIEvent.SAMStatusChange {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    localSAMIndex = try reader.integer()
    localSAMTxAvailability = try reader.integer()
    localSAMRxAvailability = try reader.integer()
    remoteSAMIndex = try reader.integer()
    remoteSAMTxAvailability = try reader.integer()
    remoteSAMRxAvailability = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(localSAMIndex)
    writer.integer(localSAMTxAvailability)
    writer.integer(localSAMRxAvailability)
    writer.integer(remoteSAMIndex)
    writer.integer(remoteSAMTxAvailability)
    writer.integer(remoteSAMRxAvailability)
  }
}
