/// An L2CAP PDU in several ACL packets, an SDU in several PDUs, or an SDP answer in several parts, as far as it came.
///
/// What was written anew of the pieces before is gone when the next one comes. So each piece's share is what the unit,
/// written anew from its start as if it ended there, has at its end: a unit that is cut short is nothing special.
struct PartialUnit {
  /// What came of it.
  private(set) var octets: [UInt8] = []
  /// Octets and pieces that are followed at most. What comes in more goes blank, or a unit of many small pieces would be
  /// written anew too often.
  private let longest: Int, mostPieces: Int
  /// Octets that the pieces had before a snap length cut them; `nil` once something is missing between them.
  private var declared: Int? = 0
  private var pieces = 0

  /// A unit of which nothing came.
  init(longest: Int, pieces: Int = 128) { (self.longest, mostPieces) = (longest, pieces) }

  /// Adds a piece that had `length` octets; `false` where its place in the unit is not known.
  mutating func add(_ piece: ByteReader, length: Int) -> Bool {
    guard let before = declared, before == octets.count, pieces < mostPieces,
      octets.count &+ piece.remaining <= longest
    else {
      declared = nil
      return false
    }
    pieces &+= 1
    declared = before &+ length
    octets.append(copying: piece.rest)
    return true
  }
}

extension FairCopy {
  /// Writes the part at hand anew, which is the next piece of `unit` and had `length` octets: `write` writes all that came
  /// of the unit, and the end of that is put here. Where its place is not known it stays blank.
  mutating func put(
    nextOf unit: inout PartialUnit, length: Int, _ write: (inout FairCopy) -> Void
  ) {
    let before = unit.octets.count
    guard unit.add(reader, length: length) else { return }
    var whole = FairCopy(unit.octets.rawSpan)
    write(&whole)
    put(whole.bytes[before...])
  }
}
