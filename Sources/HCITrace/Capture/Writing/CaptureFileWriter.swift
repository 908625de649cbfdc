/// Writes the packets of a capture into another: each in the record that has its number, whatever kind of file either is.
///
/// What has a number in the original and can't be written (packets of other networks, records that were broken) leaves a
/// packet that says nothing in its place. The writer holds a block of the file, however large it gets.
public struct CaptureFileWriter: ~Copyable, PacketConsumer {
  /// What was written.
  public struct Tally: Sendable, Equatable {
    /// Records.
    public var records = 0
    /// Those of them that only keep a number.
    public var fillers = 0
    /// Packets whose record has a later number than in the original, where several were in one record.
    public var renumbered = 0
    /// Packets that the original's log lost, of which this kind of file can't tell.
    public var untoldLosses = 0
  }

  private var layout: any CaptureLayout
  private var output = ByteWriter()
  private let hand: (RawSpan) -> Void
  private var tally = Tally()
  private var time: Int64?
  private var missed = 0
  /// How the packet that comes next was heard.
  private var radio: [UInt8] = []
  private var refusal: CaptureError?

  private static let blockSize = 1 << 16

  /// A writer that hands a file of `format` to `hand`, a block at a time.
  ///
  /// - Parameter form: how the packets come.
  init(_ format: CaptureFileFormat, form: PcapLinkType, _ hand: @escaping (RawSpan) -> Void) {
    self.init(format.layout(for: form), hand)
  }

  /// A writer that hands a pcapng file with `comments` to `hand`, a block at a time.
  ///
  /// - Parameter form: how the packets come.
  init(_ comments: CaptureComments, form: PcapLinkType, _ hand: @escaping (RawSpan) -> Void) {
    self.init(PcapNGLayout(form, comments), hand)
  }

  private init(_ layout: any CaptureLayout, _ hand: @escaping (RawSpan) -> Void) {
    self.layout = layout
    self.hand = hand
    self.layout.begin(&output)
  }

  /// Takes the next packet.
  public mutating func consume(_ packet: borrowing Packet) {
    var heard: [UInt8] = []
    swap(&heard, &radio)
    fill(before: packet.ref.number, at: packet.ref.microseconds)
    time = packet.ref.microseconds
    guard layout.holds(packet.head) else { return fill(at: packet.ref.microseconds) }
    if packet.ref.number <= tally.records { tally.renumbered += 1 }
    record(packet, heard)
  }

  /// Keeps how many packets were lost for the record that comes next.
  public mutating func miss(_ count: Int) { missed &+= count }

  /// Keeps how the packet that comes next was heard.
  public mutating func hear(_ radio: RawSpan) {
    self.radio.removeAll()
    self.radio.append(copying: radio)
  }

  /// Ends the file, which has as many records as the capture of `facts`; throws what the file can't hold.
  consuming func finish(_ facts: CaptureFacts) throws(CaptureError) -> Tally {
    let last = facts.last?.microseconds ?? 0
    fill(before: facts.frames, at: last)
    if tally.records < facts.frames { fill(at: last) }
    if let refusal { throw refusal }
    flush()
    return tally
  }

  // MARK: Numbers

  /// Keeps the numbers from the next up to `number`; they are as old as what came before them, or what comes next.
  private mutating func fill(before number: Int, at next: Int64) {
    while tally.records < number - 1, refusal == nil { fill(at: time ?? next) }
  }

  private mutating func fill(at time: Int64) {
    let filler = layout.filler
    tally.fillers += 1
    record(
      Packet(
        PacketHead(
          ref: PacketRef(number: tally.records + 1, microseconds: time), kind: filler.kind,
          direction: filler.kind.fixedDirection, originalLength: filler.bytes.count),
        filler.bytes.rawSpan))
  }

  // MARK: Records

  private mutating func record(_ packet: borrowing Packet, _ radio: [UInt8] = []) {
    guard refusal == nil else { return }
    if !layout.tellsMissed { tally.untoldLosses += missed }
    do throws(CaptureError) {
      try layout.write(packet, BesidePacket(missed: missed, radio: radio), to: &output)
    } catch { refusal = error }
    missed = 0
    tally.records += 1
    if output.bytes.count >= Self.blockSize { flush() }
  }

  private mutating func flush() {
    hand(output.bytes.rawSpan)
    output.removeAll()
  }
}
