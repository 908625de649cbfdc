/// Unfolds what a path names until captures come out of it: gzip, tar, zip and the text of bug reports.
struct CaptureWalk {
  /// Given each capture, at the start of a source of its own.
  typealias Body = (CaptureEntry, inout ByteSource) -> Void

  private let path: String
  private var members = 0
  private var captures = 0
  private let unfolding = Unfolding()
  /// Text that may still be searched for a btsnooz block.
  private var textLeft = BugReport.longestText
  /// Why the first member of an archive that was nearly a capture was none.
  private var nearMiss: String?

  /// A walk through `path`.
  init(path: String) { self.path = path }

  /// Hands every capture in `source` to `body`; throws where there is none.
  mutating func start(_ source: consuming ByteSource, _ body: Body) throws(CaptureError) {
    try visit(source, Place(), body)
  }

  /// Where in its foldings the walk stands. Two gzips and one archive inside another are as deep as it goes.
  private struct Place {
    var member: String?
    var gzips = 0
    var archives = 0
    /// What stands here was folded in the file: it holds no bytes of the file itself.
    var isFolded = false

    func within(_ name: String) -> Place {
      Place(
        member: member.map { "\($0)/\(name)" } ?? name, gzips: 0, archives: archives + 1, isFolded: isFolded)
    }
  }

  private mutating func visit(_ source: consuming ByteSource, _ place: Place, _ body: Body)
    throws(CaptureError)
  {
    var source = source
    switch CaptureFormat.detect(&source) {
    case .gzip where place.gzips < 2:
      var inner = place
      inner.gzips += 1
      inner.isFolded = true
      let blocks = try InflateBlocks(source, .gzip, within: unfolding, isOutermost: !place.isFolded)
      try visit(ByteSource(blocks), inner, body)
    case .tar where place.archives < 2: try visitTar(source, place, body)
    case .zip where place.archives < 2: try visitZip(source, place, body)
    case .text:
      let block: [UInt8]?
      do throws(CaptureError) {
        defer { textLeft -= source.offset }
        block = try BugReport.block(in: &source, limit: textLeft)
      } catch {
        note(error)
        throw error
      }
      guard let block else { throw CaptureFormat.textWithoutLog }
      var unfolded = ByteSource(MemoryBlocks(block))
      hand(&unfolded, place, body)
    case .btsnoop, .pcap, .pcapng, .packetLogger, .btsnooz:
      // An archive may hold captures of other networks, or a log that was opened and not yet written to.
      if place.archives > 0, let refusal = Self.isBesideThePoint(&source) {
        note(refusal)
        throw refusal
      }
      hand(&source, place, body)
    default: throw CaptureFormat.refusal(of: &source)
    }
  }

  private mutating func hand(_ source: inout ByteSource, _ place: Place, _ body: Body) {
    captures += 1
    guard captures <= Unfolding.mostCaptures else { return }
    source.unfolding = unfolding
    body(CaptureEntry(path: path, member: place.member), &source)
  }

  private mutating func note(_ refusal: CaptureError) {
    if nearMiss == nil { nearMiss = refusal.message }
  }

  /// Visits a member of an archive; what is no capture is passed over. Throws where nothing more may come out of the file.
  private mutating func visitMember(
    _ source: consuming ByteSource, _ name: String, _ place: Place, _ body: Body
  ) throws(CaptureError) {
    if let refusal = unfolding.refusal { throw refusal }
    members += 1
    try? visit(source, place.within(name), body)
  }

  private mutating func visitTar(_ source: consuming ByteSource, _ place: Place, _ body: Body)
    throws(CaptureError)
  {
    let archive = TarArchive(source)
    while let name = archive.nextMember() { try visitMember(ByteSource(archive), name, place, body) }
    try finishArchive("tar", archive.failure)
  }

  private mutating func visitZip(_ source: consuming ByteSource, _ place: Place, _ body: Body)
    throws(CaptureError)
  {
    var source = source
    let access: any RandomAccess
    if let own = source.randomAccess { access = own } else { access = try FileBlocks.spool(&source) }
    if !place.isFolded { unfolding.feed(access.byteCount ?? 0) }
    var place = place
    place.isFolded = true
    let archive = try ZipArchive(access, within: unfolding)
    var directory = archive.directory()
    var failure: CaptureError?
    do throws(CaptureError) {
      while let member = try directory.next() {
        guard let opened = try? archive.open(member) else { continue }
        try visitMember(opened, member.name, place, body)
      }
    } catch {
      failure = error
    }
    try finishArchive("zip", failure)
  }

  /// Complains of an archive that is damaged, or in which no capture was found.
  private func finishArchive(_ kind: String, _ failure: CaptureError?) throws(CaptureError) {
    if let failure { throw failure }
    if captures > Unfolding.mostCaptures {
      throw CaptureError(
        """
        holds \(captures) captures; the first \(Unfolding.mostCaptures) were read; unpack it and name the others
        """)
    }
    guard captures == 0 else { return }
    let found = nearMiss.map { "; \($0)" } ?? ""
    throw CaptureError(
      """
      a \(kind) archive of \(members) files without a Bluetooth capture\(found); expected a btsnoop or PacketLogger \
      log or a btsnooz block in it; switch HCI logging on before the trial and take the report again
      """)
  }

  /// Why a member of an archive that is a capture by its form is not one of Bluetooth, or holds nothing.
  private static func isBesideThePoint(_ source: inout ByteSource) -> CaptureError? {
    switch CaptureFormat.detect(&source) {
    case .btsnoop where !source.fill(BTSnoopReader.headerSize + 1):
      CaptureError("a btsnoop header and no packet")
    case .pcap:
      PcapLinkType.inPcapHeader(source.window).flatMap {
        PcapLinkType($0) == nil ? PcapLinkType.refusal(of: [$0]) : nil
      }
    case .pcapng:
      PcapNGReader.linkTypes(in: &source).contains { PcapLinkType($0) != nil }
        ? nil : PcapLinkType.refusal(of: PcapNGReader.linkTypes(in: &source))
    default: nil
    }
  }
}
