/// Shows every frame of a capture: what it is, in a line, with all fields, or as JSON.
///
/// It decodes what it shows and decides nothing: which channel carries what is asked of the ``SessionTracker`` that
/// analyses captures. What has ended is forgotten, so a capture of any size streams through.
struct FrameDecoder: ~Copyable, PacketConsumer {
  let options: DecodeOptions
  /// Follows links and channels.
  var tracker = SessionTracker(keepsEnded: false)
  /// Takes the fields of the frame.
  var fields: FieldWriter
  /// Names and places of HCI.
  let directory = HCIDirectory.shared
  /// What it takes to read each link's packets.
  var links = LinkReaders()

  // The frame that is being decoded.
  var ref = PacketRef(number: 0, microseconds: 0)
  var adapter = 0
  /// Which way it went, told or worked out.
  var direction: Direction?
  /// Layers that were read.
  var layers: DecodeLayer = []
  /// Something failed, was refused, or makes no sense.
  var isFailure = false
  /// The first place where a layer breaks its grammar.
  private(set) var malformation: (layer: DecodeLayer, error: WireError)?
  /// Whom it concerns.
  var peer: Address?
  /// The first of its L2CAP signals.
  var signal: L2CAPCode?
  /// The question that it asks, or answers.
  var transaction: Transaction?
  /// The record holds less than the packet had.
  var isCut = false

  private var began: Int64?
  private var output = TextBuffer(capacity: 96 * 1_024)
  private let hand: (RawSpan) -> Void
  private let form: FieldForm

  /// A decoder whose output is handed to `hand`, whole frames at a time.
  init(_ options: DecodeOptions, _ hand: @escaping (RawSpan) -> Void) {
    self.options = options
    self.hand = hand
    switch options.format {
    case .text: form = .none
    case .verbose: form = .lines
    case .json: form = .json
    }
    fields = FieldWriter(form)
  }

  /// Takes one packet.
  mutating func consume(_ packet: borrowing Packet) {
    if let frames = options.frames, packet.ref.number > frames.upperBound { return }
    read(packet)
    if isShown { write(packet) }
  }

  /// Reads one packet; what it says is here until the next.
  mutating func read(_ packet: borrowing Packet) {
    if let frames = options.frames { fields.form = packet.ref.number < frames.lowerBound ? .none : form }
    begin(packet)
    // A link that ends with this packet is asked about before it is gone.
    let before = concerned(packet)
    tracker.consume(packet)
    decode(packet)
    peer = peer ?? concerned(packet) ?? before
  }

  private mutating func begin(_ packet: borrowing Packet) {
    if began == nil { began = packet.ref.microseconds }
    ref = packet.ref
    direction = packet.direction
    layers = []
    isFailure = false
    malformation = nil
    peer = nil
    signal = nil
    transaction = nil
    isCut = packet.originalLength > packet.bytes.byteCount
    fields.begin()
  }

  private mutating func decode(_ packet: borrowing Packet) {
    adapter = tracker.adapterPosition(packet.adapter)
    switch packet.kind {
    case .command: command(packet.bytes)
    case .event: event(packet.bytes)
    case .acl: acl(packet.bytes)
    case .synchronous: synchronous(packet.bytes)
    case .iso: isochronous(packet.bytes)
    case .linkLayer: linkLayer(packet.bytes)
    case .note: note(packet.bytes)
    case .control(let record): control(record, packet.bytes)
    case .diagnostic: unread("diagnostic", "Vendor diagnostic", packet.bytes)
    case .unknown(let type):
      unread("unknown", "Unknown packet type", packet.bytes)
      fields.hex("packetType", type)
    }
  }

  /// The device at the other end of the link that the packet names.
  private func concerned(_ packet: borrowing Packet) -> Address? {
    guard let handle = packet.handle else { return nil }
    for position in tracker.adapters.indices
    where tracker.adapters[position].facts.index == Int(packet.adapter) {
      return tracker.peer(position, handle) ?? links.peer(position, handle)
    }
    return nil
  }

  /// Notes that a layer breaks its grammar, and where; what was read before stays.
  mutating func malformed(_ layer: DecodeLayer, _ error: WireError, at offset: Int = 0) {
    isFailure = true
    guard malformation == nil else { return }
    malformation = (
      layer,
      WireError(error.kind, at: error.offset &+ offset, needed: error.needed, available: error.available)
    )
  }

  // MARK: What is shown

  private var isShown: Bool {
    if options.showsEverything { return true }
    if let frames = options.frames, !frames.contains(ref.number) { return false }
    if let wanted = options.layers, layers.isDisjoint(with: wanted) { return false }
    if options.onlyErrors, !isFailure { return false }
    guard options.devices != nil || options.deviceName != nil else { return true }
    guard let peer else { return false }
    if options.devices?.contains(peer) ?? false { return true }
    guard let wanted = options.deviceName, let name = tracker.name(peer, adapter) else { return false }
    return name.lowercased().contains(wanted.lowercased())
  }

  private mutating func write(_ packet: borrowing Packet) {
    switch options.format {
    case .json: writeObject(packet)
    case .text, .verbose: writeLine()
    }
    if output.count >= 64 * 1_024 || options.isLive || !hasWritten { flush() }
  }

  /// What isn't followed because a limit was reached, of what decides how packets are read; in words.
  var limitsReached: [String] { tracker.limitsReached(of: [.adapters, .links, .channels]) }

  private var hasWritten = false

  /// Hands over what was written.
  mutating func flush() {
    guard !output.isEmpty else { return }
    hand(output.bytes)
    output.removeAll()
    hasWritten = true
  }

  /// One JSON object.
  private mutating func writeObject(_ packet: borrowing Packet) {
    output.append("{\"frame\":")
    output.decimal(ref.number)
    if let capture = options.capture {
      output.append(",\"capture\":")
      output.jsonString(capture)
    }
    output.append(",\"time\":")
    output.seconds(ref.microseconds &- (began ?? 0))
    switch direction {
    case .sent?: output.append(",\"direction\":\"sent\"")
    case .received?: output.append(",\"direction\":\"received\"")
    case nil: output.append(",\"direction\":null")
    }
    if packet.direction == nil, direction != nil { output.append(",\"inferredDirection\":true") }
    output.append(",\"adapter\":")
    output.decimal(packet.adapter)
    output.append(",\"type\":\"")
    output.append(packet.kind.decodeName)
    output.append("\"")
    if let peer {
      output.append(",\"peer\":\"")
      output.address(peer)
      output.append("\"")
    }
    output.append(",\"summary\":")
    output.jsonString(fields.summary)
    if !fields.fields.isEmpty {
      output.append(UInt8(ascii: ","))
      output.append(fields.fields)
    }
    if isCut { output.append(",\"cut\":true") }
    if let (layer, error) = malformation {
      output.append(",\"malformed\":{\"layer\":\"")
      output.append(layer.topName)
      output.append("\",\"offset\":")
      output.decimal(error.offset)
      output.append(",\"message\":")
      output.jsonString(error.description)
      output.append("}")
    }
    output.append("}\n")
  }

  /// One line, and in verbose form its fields below.
  private mutating func writeLine() {
    let line = FrameLine(
      ref: ref, elapsed: ref.microseconds &- (began ?? 0), direction: direction, layer: layers.topName,
      isFailure: isFailure, isColoured: options.isColoured)
    line.write(to: &output, device: peer, named: peer.flatMap { tracker.name($0, adapter) }, fields.summary)
    if let (layer, error) = malformation {
      output.append(" [malformed ")
      output.append(layer.topName)
      output.append(": ")
      output.append(error.description)
      output.append("]")
    }
    if isCut { output.append(" [cut]") }
    line.end(&output)
    if options.format == .verbose { output.append(fields.fields) }
  }
}

extension Packet {
  /// The connection handle that the packet names where every reader finds it: of ACL and synchronous data, and of
  /// Disconnection Complete, which ends the link.
  var handle: UInt16? {
    var reader = ByteReader(bytes)
    switch kind {
    case .acl, .synchronous, .iso: return try? reader.handle()
    case .event:
      guard let code = reader.peek(), let entry = HCIDirectory.shared.event(.init(rawValue: code), nil),
        let offset = entry.parameters.handle, code != 0x13, (try? reader.skip(2 &+ offset)) != nil
      else { return nil }
      return try? reader.handle()
    default: return nil
    }
  }
}

extension PacketKind {
  /// The name in decoded frames.
  fileprivate var decodeName: StaticString {
    switch self {
    case .command: "command"
    case .event: "event"
    case .acl: "acl"
    case .synchronous: "sco"
    case .iso: "iso"
    case .diagnostic: "diagnostic"
    case .note: "note"
    case .control: "control"
    case .linkLayer: "advertising"
    case .unknown: "unknown"
    }
  }
}
