// LE Meta sub-events of isochronous streams (Core Vol 4 Part E §7.7.65).

extension LEEvent {
  /// CIS Established (§7.7.65.25).
  struct CISEstablished: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Μs.
    var cigSyncDelay: UInt32
    /// Μs.
    var cisSyncDelay: UInt32
    /// Μs.
    var transportLatencyCToP: UInt32
    /// Μs.
    var transportLatencyPToC: UInt32
    var phyCToP: LEPHY
    var phyPToC: LEPHY
    var nse: UInt8
    var bnCToP: UInt8
    var bnPToC: UInt8
    var ftCToP: UInt8
    var ftPToC: UInt8
    /// Octets.
    var maxPDUCToP: UInt16
    /// Octets.
    var maxPDUPToC: UInt16
    /// Units of 1.25 ms.
    var isoInterval: UInt16
  }
}

extension LEEvent.CISEstablished {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    cigSyncDelay = try reader.integer24()
    cisSyncDelay = try reader.integer24()
    transportLatencyCToP = try reader.integer24()
    transportLatencyPToC = try reader.integer24()
    phyCToP = try reader.code()
    phyPToC = try reader.code()
    nse = try reader.integer()
    bnCToP = try reader.integer()
    bnPToC = try reader.integer()
    ftCToP = try reader.integer()
    ftPToC = try reader.integer()
    maxPDUCToP = try reader.integer()
    maxPDUPToC = try reader.integer()
    isoInterval = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer24(cigSyncDelay)
    writer.integer24(cisSyncDelay)
    writer.integer24(transportLatencyCToP)
    writer.integer24(transportLatencyPToC)
    writer.code(phyCToP)
    writer.code(phyPToC)
    writer.integer(nse)
    writer.integer(bnCToP)
    writer.integer(bnPToC)
    writer.integer(ftCToP)
    writer.integer(ftPToC)
    writer.integer(maxPDUCToP)
    writer.integer(maxPDUPToC)
    writer.integer(isoInterval)
  }
}

extension LEEvent {
  /// CIS Request (§7.7.65.26).
  struct CISRequest: WireMessage {
    var aclHandle: UInt16
    var cisHandle: UInt16
    var cigID: UInt8
    var cisID: UInt8
  }
}

extension LEEvent.CISRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    aclHandle = try reader.handle()
    cisHandle = try reader.handle()
    cigID = try reader.integer()
    cisID = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(aclHandle)
    writer.handle(cisHandle)
    writer.integer(cigID)
    writer.integer(cisID)
  }
}

extension LEEvent {
  /// Create BIG Complete (§7.7.65.27). What follows stays in the reader.
  struct CreateBIGComplete: WireMessage {
    var status: HCIStatus
    var bigHandle: UInt8
  }
}

extension LEEvent.CreateBIGComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    bigHandle = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(bigHandle)
  }
}

extension LEEvent {
  /// Terminate BIG Complete (§7.7.65.28).
  struct TerminateBIGComplete: WireMessage {
    var bigHandle: UInt8
    var reason: HCIStatus
  }
}

extension LEEvent.TerminateBIGComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    bigHandle = try reader.integer()
    reason = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(bigHandle)
    writer.code(reason)
  }
}

extension LEEvent {
  /// BIG Sync Established (§7.7.65.29). What follows stays in the reader.
  struct BIGSyncEstablished: WireMessage {
    var status: HCIStatus
    var bigHandle: UInt8
  }
}

extension LEEvent.BIGSyncEstablished {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    bigHandle = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(bigHandle)
  }
}

extension LEEvent {
  /// BIG Sync Lost (§7.7.65.30).
  struct BIGSyncLost: WireMessage {
    var bigHandle: UInt8
    var reason: HCIStatus
  }
}

extension LEEvent.BIGSyncLost {
  init(from reader: inout ByteReader) throws(WireError) {
    bigHandle = try reader.integer()
    reason = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(bigHandle)
    writer.code(reason)
  }
}
