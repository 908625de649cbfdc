import HCITrace

/// Puts what two sides can do side by side, and finds the configuration that would have been legal.
struct CodecComparisonBuilder {
  /// The endpoints that were asked for, and those of the side that asked.
  var offered: [CodecComparison.Endpoint], own: [CodecComparison.Endpoint]
  /// What the asking source may use besides, where its endpoints are not told.
  var limits: Profile?
  /// The side that was asked is the sink.
  var ownerIsSink: Bool
  /// What was asked for.
  var asked: CodecComparison.Asked?

  /// The comparison of `source` and `sink`.
  func comparison(source: CodecComparison.Side, sink: CodecComparison.Side) -> CodecComparison {
    var comparison = CodecComparison(source: source, sink: sink)
    if source.codecs != nil, sink.codecs != nil {
      comparison.common = offered.map(\.codec).filter(mayUse).map(\.name).reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    }
    comparison.asked = asked
    for codec in codecs { comparison.tables.append(table(of: codec)) }
    comparison.legal = legal
    if comparison.legal == nil { comparison.whyNoLegal = whyNoLegal }
    return comparison
  }

  // MARK: Tables

  /// One of each codec that somebody told of: the one asked for, then those that both have.
  private var codecs: [CodecInformation] {
    let told = offered.sorted { !$0.isInUse && $1.isInUse }.map(\.codec) + own.map(\.codec) + ownProfile
    let ordered = (asked.map { [$0.codec] } ?? []) + told.filter(isCommon) + told
    return ordered.reduce(into: []) { codecs, codec in
      if !codecs.contains(where: codec.isSameCodec) { codecs.append(codec) }
    }
  }

  /// Both sides have a codec like `codec`.
  private func isCommon(_ codec: CodecInformation) -> Bool {
    offered.contains { $0.codec.isSameCodec(as: codec) } && mayUse(codec)
  }

  /// What the profile says of the source's SBC.
  private var ownProfile: [CodecInformation] { limits?.sbc.map { [.sbc($0)] } ?? [] }

  private func table(of codec: CodecInformation) -> CodecComparison.Table {
    let theirs = offer(like: codec)
    let mine = own.first { $0.codec.isSameCodec(as: codec) }
    let usable = mine?.codec ?? ownProfile.first { $0.isSameCodec(as: codec) }
    let wish = asked.flatMap { $0.codec.isSameCodec(as: codec) ? $0.codec : nil }
    let common = theirs.flatMap { theirs in usable.map { ($0, theirs.codec) } }
    let both = common.flatMap { $0.intersection($1) }
    let wrong = Set(
      (wish?.ambiguousFields ?? [])
        + (wish.flatMap { wish in theirs.map { wish.fieldsBeyond($0.codec) } } ?? []))
    let shown = (theirs?.codec ?? usable ?? codec).fields
    let sides = (usable.map(Values.init), theirs.map { Values($0.codec) })
    let (source, sink) = ownerIsSink ? sides : (sides.1, sides.0)
    let shared = both.map(Values.init), wished = wish.map(Values.init)
    let rows = shown.indices.map { index in
      var row = CodecComparison.Row(field: shown[index].title)
      (row.source, row.sink) = (source?[index], sink?[index])
      if let shared {
        row.common = shared[index]
      } else if common != nil, let one = row.source, let two = row.sink {
        row.common = one.filter(two.contains)
      }
      row.asked = wished?[index]
      row.isAskedWrongly = wrong.contains(shown[index].title)
      return row
    }
    return CodecComparison.Table(
      codec: codec.name, sourceSEID: ownerIsSink ? mine?.seid : theirs?.seid,
      sinkSEID: ownerIsSink ? theirs?.seid : mine?.seid, rows: rows)
  }

  /// The endpoint with a codec like `codec`: the one asked, else one that is free.
  private func offer(like codec: CodecInformation) -> CodecComparison.Endpoint? {
    let fitting = offered.filter { $0.codec.isSameCodec(as: codec) }
    return fitting.first { $0.seid == asked?.seid } ?? fitting.first { !$0.isInUse } ?? fitting.first
  }

  // MARK: The legal configuration

  /// The asking side may use a codec like `codec`; true where nobody told.
  private func mayUse(_ codec: CodecInformation) -> Bool {
    if !own.isEmpty { return own.contains { $0.codec.isSameCodec(as: codec) } }
    guard let limits, !limits.codecs.isEmpty else { return true }
    return codec.profileName.map(limits.codecs.contains) ?? false
  }

  /// What both can do with the codec of `endpoint`, as far as it is told.
  private func common(_ endpoint: CodecComparison.Endpoint) -> CodecInformation? {
    guard mayUse(endpoint.codec) else { return nil }
    let usable =
      own.first { $0.codec.isSameCodec(as: endpoint.codec) }?.codec
      ?? ownProfile.first { $0.isSameCodec(as: endpoint.codec) }
    return usable.map { $0.intersection(endpoint.codec) } ?? endpoint.codec
  }

  /// The endpoints in the order in which they are to be tried: the one asked, those with SBC, the others.
  private var candidates: [CodecComparison.Endpoint] {
    let free = offered.filter { !$0.isInUse || $0.seid == asked?.seid }
    let first = free.filter { endpoint in
      endpoint.seid == asked?.seid && asked?.codec.isSameCodec(as: endpoint.codec) ?? false
    }
    return first + free.filter { $0.codec.type == 0 } + free
  }

  private var legal: CodecComparison.Legal? {
    for endpoint in candidates {
      guard let common = common(endpoint) else { continue }
      // As much of what was asked for as can be.
      let wish = asked.flatMap { $0.codec.intersection(common) }.flatMap(within)
      guard let codec = wish ?? within(common) else { continue }
      var legal = CodecComparison.Legal(seid: endpoint.seid, codec: codec)
      legal.isAsAsked = codec == asked?.codec && endpoint.seid == asked?.seid
      return legal
    }
    // Nobody told what the endpoint can do: what is left is what was asked for, with one value for each field.
    guard offered.isEmpty, let asked, let codec = within(asked.codec) else { return nil }
    return CodecComparison.Legal(seid: asked.seid, codec: codec, isAsAsked: codec == asked.codec)
  }

  /// The best configuration of `codec` that the profile's bit rate allows.
  private func within(_ codec: CodecInformation) -> CodecInformation? {
    guard case .sbc(let sbc) = codec else { return codec.legalConfiguration }
    return sbc.legalConfiguration(maximumBitRate: limits?.maximumBitRate).map(CodecInformation.sbc)
  }

  private var whyNoLegal: String {
    guard !offered.isEmpty else { return "the log does not tell what the endpoint can do" }
    let (owner, asker) = ownerIsSink ? ("the sink", "the source") : ("the source", "the sink")
    let usable = offered.filter { mayUse($0.codec) }
    guard !usable.isEmpty else {
      return "\(owner) offers no codec that \(asker) may use"
    }
    guard usable.contains(where: { !$0.isInUse }) else { return "every fitting endpoint is in use" }
    for endpoint in usable {
      guard let common = common(endpoint) else { continue }
      let empty = common.emptyFields
      if !empty.isEmpty { return "\(endpoint.codec.name): nothing in common in \(inWords(empty))" }
      if case .sbc(let sbc) = common, sbc.legalConfiguration != nil, let limit = limits?.maximumBitRate {
        return "SBC: no bitpool in common stays within \(inWords(bitRate: limit))"
      }
    }
    return "how \(inWords(usable.map(\.codec.name).sorted(), "or")) is configured, its vendor alone says"
  }
}

/// The values of each field of a codec.
private struct Values {
  private let all: [[String]]

  init(_ codec: CodecInformation) { all = codec.fields.map { $0.comparable(of: codec) } }

  /// Those of the field at `index`; `nil` where the codec has fewer fields.
  subscript(index: Int) -> [String]? { all.indices.contains(index) ? all[index] : nil }
}

extension CodecField {
  /// Its values; none for a range of bitpools that holds none.
  fileprivate func comparable(of codec: CodecInformation) -> [String] {
    if case .sbc(let sbc) = codec, title == SBCInformation.Field.bitpool.title,
      sbc.minimumBitpool > sbc.maximumBitpool
    {
      return []
    }
    return values
  }
}
