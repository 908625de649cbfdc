import HCIDiagnosis
import HCITrace

extension EndpointReport {
  /// The endpoints of both sides, each once, with what was last told of it.
  static func endpoints(told exchanges: [AVDTPExchange]) -> [EndpointReport] {
    var endpoints: [EndpointReport] = []
    for exchange in exchanges where exchange.isAccepted {
      let isPeers = exchange.initiator == .sent
      let frame = (exchange.answer?.at ?? exchange.command).number
      for told in exchange.endpoints {
        var endpoint = EndpointReport(
          frame: frame, isPeers: isPeers, seid: Int(told.seid), isInUse: told.isInUse, isSink: told.isSink,
          mediaType: AVDTPEndpoint.mediaTypeName(told.mediaType) ?? "media type \(told.mediaType)")
        if let known = endpoints.firstIndex(where: { $0.isPeers == isPeers && $0.seid == endpoint.seid }) {
          endpoint.capabilities = endpoints[known].capabilities
          endpoints[known] = endpoint
        } else {
          endpoints.append(endpoint)
        }
      }
      guard let capabilities = exchange.capabilities, let seid = exchange.acceptorSEID,
        exchange.signal == .getCapabilities || exchange.signal == .getAllCapabilities,
        let index = endpoints.firstIndex(where: { $0.isPeers == isPeers && $0.seid == Int(seid) })
      else { continue }
      endpoints[index].capabilities = ConfigurationReport(capabilities, isSettled: false)
      endpoints[index].capabilities?.frame = frame
    }
    return endpoints
  }
}

extension ConfigurationReport {
  /// `isSettled`: each choice has one value.
  init(_ told: ServiceCapabilities, isSettled: Bool) {
    self.init(codec: told.codec?.name)
    categories = told.categories.map { AVDTPService.categoryName($0) ?? "category \($0)" }
    contentProtection = told.contentProtection?.description
    guard let codec = told.codec else { return }
    bitRate = isSettled ? codec.bitRate : nil
    var words = [codec.name]
    for field in codec.fields {
      switch field.title {
      case "sampling frequency":
        if isSettled, let hertz = codec.samplingFrequency {
          fields.append(ReportField("samplingFrequency", .number(hertz)))
        } else {
          fields.append(ReportField("samplingFrequencies", .numbers(codec.hertz)))
        }
        words.append(field.values.joined(separator: "/"))
      case "bitpool":
        if case .sbc(let sbc) = codec {
          fields.append(ReportField("minimumBitpool", .number(Int(sbc.minimumBitpool))))
          fields.append(ReportField("maximumBitpool", .number(Int(sbc.maximumBitpool))))
        }
        words.append("bitpool " + field.values.joined(separator: "/"))
      case "bit rate": continue
      case "variable bit rate": fields.append(ReportField("variableBitRate", .flag(field.values == ["yes"])))
      case let title:
        let isOne = isSettled && field.values.count == 1
        fields.append(
          ReportField(title.camelCased, isOne ? .text(field.values[0]) : .texts(field.values)))
        if title.hasPrefix("channel") { words.append(field.values.joined(separator: "/")) }
      }
    }
    if let bitRate { words.append("\((bitRate + 500) / 1_000) kbit/s") }
    summary = words.first.map { first in
      ([first] + [words.dropFirst().joined(separator: ", ")]).joined(separator: " ")
    }
  }
}

extension String {
  /// The title of a codec's field, ASCII, as a key: `channel mode` is `channelMode`.
  fileprivate var camelCased: String {
    var key: [UInt8] = []
    var isFirstWord = true
    var isInWord = false
    for byte in utf8 {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      let isLower = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      guard isUpper || isLower || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
        if isInWord { (isFirstWord, isInWord) = (false, false) }
        continue
      }
      let turns = isFirstWord ? isUpper : isLower && !isInWord
      key.append(turns ? byte ^ 0x20 : byte)
      isInWord = true
    }
    return String(decoding: key, as: UTF8.self)
  }
}

extension StreamReport {
  /// `start` is the capture's first packet.
  init(_ stream: HCITrace.Stream, since start: PacketRef?) {
    codec = stream.configuration?.codec?.name
    localSEID = stream.localSEID.map(Int.init)
    remoteSEID = stream.remoteSEID.map(Int.init)
    configuredFrame = stream.configured?.number
    openedFrame = stream.opened?.number
    delay = stream.delays.last.map { Int($0.value) }
    for period in stream.periods {
      packets &+= period.packets
      bytes &+= period.bytes
      lostPackets &+= period.lostPackets
      sbcFrames &+= period.sbcFrames
      silentFrames &+= period.silentFrames
      if let first = period.first, let last = period.last {
        duration.microseconds &+= last.microseconds &- first.microseconds
      }
      gaps += period.gaps.map { gap in
        Gap(
          firstFrame: gap.before.number, lastFrame: gap.after.number,
          duration: Seconds(from: gap.before, to: gap.after), lostPackets: gap.lost)
      }
      if period.tellsTones || !period.testTones.isEmpty {
        testTones = (testTones ?? []) + period.testTones.map { Tone($0, since: start ?? $0.first) }
      }
      let last = period.ended?.at ?? period.last
      periods.append(
        Period(
          firstFrame: period.started.number, lastFrame: last?.number,
          duration: last.map { Seconds(from: period.started, to: $0) }, packets: period.packets,
          end: period.ended?.value.words))
    }
  }
}

extension StreamReport.Tone {
  fileprivate init(_ tone: TestTone, since start: PacketRef) {
    self.init(
      firstFrame: tone.first.number, lastFrame: tone.last.number, time: Seconds(from: start, to: tone.first),
      duration: Seconds(microseconds: tone.microseconds), channels: tone.channels.rawValue)
  }
}

extension StreamEnd {
  /// What happened, for people.
  var words: String {
    switch self {
    case .suspended(let side): "suspended by \(side.whose)"
    case .closed(let side): "closed by \(side.whose)"
    case .aborted(let side): "aborted by \(side.whose)"
    case .channelClosed(let side): "channel closed by \(side.whose)"
    case .linkEnded: "the link ended"
    }
  }
}

extension Direction {
  fileprivate var whose: String { self == .sent ? "this side" : "the peer" }
}
