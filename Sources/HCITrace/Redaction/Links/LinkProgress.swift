/// What has begun on one link and is not over: PDUs and messages in pieces.
struct LinkProgress {
  /// PDUs whose start came, one for each direction; `nil` where nothing may continue.
  var sent: PartialUnit?, received: PartialUnit?
  /// SDUs in segments.
  var segmented: [SegmentedUnit] = []
  /// Which way packets go, where the capture doesn't say and the tracker doesn't follow the link.
  var inference = DirectionInference()
  /// SDP questions whose answers come in parts.
  var questions: [OpenSDPQuestion] = []
  /// Whether the AVDTP message that began last, in each direction, may be shown.
  var showsAVDTP: [Direction: Bool] = [:]
  /// The type that a Read By Type request of the Attribute Protocol asked for last.
  var attributeType: BluetoothUUID?

  subscript(direction: Direction) -> PartialUnit? {
    get { direction == .sent ? sent : received }
    set { if direction == .sent { sent = newValue } else { received = newValue } }
  }
}

/// A link of an adapter.
struct LinkKey: Hashable {
  var adapter: Int
  var handle: UInt16
}

/// Where a message is: on which channel of which link, and which way it goes.
struct MessagePlace {
  var adapter: Int
  var handle: UInt16
  var direction: Direction
  var cid: UInt16 = 0
  /// Octets of the PDU that a later packet brings, or that a snap length cut.
  var missing = 0
  /// The message is all there.
  var isWhole: Bool { missing == 0 }
}
