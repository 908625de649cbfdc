// Enhanced retransmission and streaming mode (Core Vol 3 Part A §3.3): PDUs begin with a control field and may end with a
// check sequence, and an SDU may come in segments.

/// An SDU that has begun on one channel, in one direction.
struct SegmentedUnit {
  /// The channel, as an index into ``Attempt/channels``.
  var channel: Int
  var direction: Direction
  /// The numbers of its first PDU and of the one that goes on with it.
  var first: UInt8, next: UInt8
  var unit = PartialUnit(longest: SegmentReassembler.limit)

  /// Units that are followed on one link.
  static let limit = 16
}

extension Redactor {
  /// The payload of a PDU on a channel in such a mode.
  mutating func enhanced(
    _ copy: inout FairCopy, _ carrier: SessionTracker.Carrier, _ place: MessagePlace,
    _ link: inout LinkProgress
  ) {
    let start = copy.position &- L2CAPHeader.size
    let isChecked = place.isWhole && FrameCheckSequence.isValid(copy.original(from: start))
    let control = copy.keepHeader(EnhancedControl.self)
    let outer = copy.enter(copy.remaining &- (isChecked ? 2 : 0))
    switch control?.kind {
    case .information(.unsegmented, _)?: content(&copy, carrier, place, &link)
    case .information(let segment, let number)?:
      self.segment(segment, number, &copy, carrier, place, &link)
    case .supervisory?, nil: break
    }
    copy.leave(outer)
    guard isChecked else { return }
    let check = FrameCheckSequence.of(copy.bytes[start..<copy.position])
    copy.put([UInt8(truncatingIfNeeded: check), UInt8(check >> 8)])
  }

  /// A piece of an SDU, in the PDU with this number. What continues nothing stays blank.
  private mutating func segment(
    _ segment: EnhancedControl.Segment, _ number: UInt8, _ copy: inout FairCopy,
    _ carrier: SessionTracker.Carrier, _ place: MessagePlace, _ link: inout LinkProgress
  ) {
    let known = link.segmented.firstIndex { $0.channel == carrier.channel && $0.direction == place.direction }
    // A first segment that is sent again doesn't begin anything.
    var isFollowed = place.isWhole
    var unit: SegmentedUnit
    if segment == .start {
      // The length of the SDU.
      copy.keep(2)
      if let known, link.segmented[known].first == number { isFollowed = false }
      unit = SegmentedUnit(
        channel: carrier.channel, direction: place.direction, first: number, next: number)
    } else {
      guard let known, link.segmented[known].next == number else { return }
      unit = link.segmented[known]
    }
    unit.next = (unit.next &+ 1) & 0x3F
    var inside = place
    inside.missing = segment == .end ? place.missing : max(1, place.missing)
    copy.put(nextOf: &unit.unit, length: copy.remaining &+ place.missing) {
      content(&$0, carrier, inside, &link)
    }
    guard isFollowed else { return }
    if let known { link.segmented.remove(at: known) }
    if segment == .end { return }
    if link.segmented.count >= SegmentedUnit.limit { link.segmented.removeFirst() }
    link.segmented.append(unit)
  }
}
