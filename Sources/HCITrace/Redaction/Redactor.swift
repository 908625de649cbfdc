/// Rewrites the packets of one capture so that it can be shared: addresses and names become aliases, and keys, PINs, phone
/// numbers, titles, voice and music become blank.
///
/// There are as many packets as before, each as long as before, in the same order and of the same kind (but that of what a
/// vendor's controller logs beside HCI only a note is left): what a diagnosis finds it finds in the same frames. What is
/// known to be harmless stays; everything else goes, so that what nobody
/// thought of is not shown. Where each protocol's secrets are, a file for each says.
///
/// The same capture with the same options gives the same packets.
public struct Redactor: ~Copyable {
  private let options: RedactionOptions
  /// Follows links and channels, to know which carries what. What has ended is forgotten.
  var tracker = SessionTracker(keepsEnded: false)
  /// PDUs and messages that have begun.
  var links: [LinkKey: LinkProgress] = [:]
  var addresses: AddressAliases
  var names: NameAliases
  /// What was met so far, to be looked for everywhere.
  var secrets = KnownSecrets()
  var stillness = StillSBC()

  /// A redactor for one capture.
  public init(_ options: RedactionOptions) {
    self.options = options
    addresses = AddressAliases(keepsManufacturers: options.keepsManufacturers)
    names = NameAliases(products: options.products)
  }

  /// Rewrites `packet`, and hands the one that takes its place to `next`.
  public mutating func redact<Next: PacketConsumer & ~Copyable>(
    _ packet: borrowing Packet, into next: inout Next
  ) {
    tracker.consume(packet)
    var copy = FairCopy(packet.bytes)
    write(packet.head, &copy)
    var bytes = copy.bytes
    secrets.sweep(&bytes, addresses, names)
    var head = packet.head
    head.ref.microseconds &+= options.timeShift
    if case .diagnostic = head.kind { (head.kind, head.direction) = (.note, nil) }
    next.consume(Packet(head, bytes.rawSpan))
  }

  /// What was replaced so far.
  public var tally: RedactionTally { RedactionTally(addresses: addresses.count, names: names.count) }

  private mutating func write(_ head: PacketHead, _ copy: inout FairCopy) {
    switch head.kind {
    case .command: command(&copy)
    case .event: event(head, &copy)
    case .acl: acl(head, &copy)
    // Voice: where it belongs and how much there is.
    case .synchronous: copy.keep(3)
    case .iso: isochronous(&copy)
    case .control(let record): control(record, &copy)
    case .linkLayer: linkLayer(&copy)
    // A system's notes and a vendor's diagnostics may say anything.
    case .note: note(&copy)
    case .diagnostic: note(&copy, "diagnostic")
    case .unknown: break
    }
  }

  /// LE audio: header, time stamp, number and length stay (Core Vol 4 Part E §5.4.5).
  private func isochronous(_ copy: inout FairCopy) {
    guard let packet = try? ISOPacket(copy.reader.rest) else { return }
    copy.keep(4)
    // Only the start of a unit, or all of one, has them.
    guard packet.boundary == 0 || packet.boundary == 2 else { return }
    copy.keep(packet.hasTimeStamp ? 8 : 4)
  }
}
