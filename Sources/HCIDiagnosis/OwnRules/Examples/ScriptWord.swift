import HCITrace

/// A word of the vocabulary in which examples are written, with what may stand beside it.
struct ScriptWord: Sendable {
  var name: String
  /// What its own value is; `nil`: it takes none.
  var main: String?
  /// What else it takes.
  var arguments: [String]
  /// What happens.
  var says: String
  var build: @Sendable (ScriptArguments) throws(YAMLProblem) -> [TraceScript.Step]

  init(
    _ name: String, _ main: String? = nil, _ arguments: [String] = [], _ says: String,
    _ build: @escaping @Sendable (ScriptArguments) throws(YAMLProblem) -> [TraceScript.Step]
  ) {
    self.name = name
    self.main = main
    self.arguments = arguments
    self.says = says
    self.build = build
  }

  /// All words.
  static let all: [ScriptWord] =
    milestones + controller + searching + link + security + channels + discovery + signalling + playing
    + remoteControl

  /// The word `name`.
  static func named(_ name: String) -> ScriptWord? { byName[name] }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })

  static let milestones: [ScriptWord] = [
    ScriptWord(
      "reaches", "milestone", ["pairing", "initializing", "codec", "by", "with"],
      "the healthy way up to page, encrypt, sdp, avdtp, discover, configure, open, start or media"
    ) { a throws(YAMLProblem) in
      let milestone = try a.pick(
        a.main,
        Dictionary(TraceScript.Milestone.allCases.map { ("\($0)", $0) }, uniquingKeysWith: { a, _ in a }))
      guard let milestone else { throw a.step.problem("how far? page, encrypt, sdp … media") }
      return reaches(
        milestone, pairing: try a.truth(a["pairing"], false),
        initializing: try a.truth(a["initializing"], true),
        codec: try a.codec(a["codec"]) ?? .sbc44JointStereo, by: try a.side(), with: try a.device())
    },
    ScriptWord("endsInOrder", nil, ["by", "with"], "the stream, its channels and the link are closed") {
      a throws(YAMLProblem) in endsInOrder(by: try a.side(), with: try a.device())
    },
    ScriptWord("passes", "time", [], "time passes, and the log goes on") { a throws(YAMLProblem) in
      passes(try a.duration(a.main, .seconds(1)))
    },
  ]

  static let controller: [ScriptWord] = [
    ScriptWord("initializes", nil, ["class"], "the host starts its controller") { a throws(YAMLProblem) in
      initializes(classOfDevice: try a.integer(a["class"], host.classOfDevice.value))
    },
    ScriptWord("resets", nil, [], "HCI Reset") { _ throws(YAMLProblem) in resets() },
    ScriptWord("hardwareError", "code", [], "the controller reports that it broke") { a throws(YAMLProblem) in
      hardwareError(try a.integer(a.main, 0))
    },
    ScriptWord("offloads", nil, [], "A2DP offload: the controller encodes") { _ throws(YAMLProblem) in
      offloads()
    },
    ScriptWord("tellsVendorCapabilities", nil, [], "the host is an Android device") { _ throws(YAMLProblem) in
      tellsVendorCapabilities()
    },
    ScriptWord("acknowledges", "packets", ["with"], "Number Of Completed Packets") { a throws(YAMLProblem) in
      acknowledges(try a.integer(a.main, 1), with: try a.device())
    },
  ]

  static let searching: [ScriptWord] = [
    ScriptWord("inquires", "length", ["refused"], "the host searches") { a throws(YAMLProblem) in
      inquires(length: try a.integer(a.main, 8), refused: try a.code(a["refused"], .success))
    },
    ScriptWord("finds", "device", ["rssi", "named"], "a device answers") { a throws(YAMLProblem) in
      finds(try a.device(a.main), rssi: try a.integer(a["rssi"], -48), named: try a.truth(a["named"], true))
    },
    ScriptWord("inquiryEnds", "status", [], "the search ends by itself") { a throws(YAMLProblem) in
      inquiryEnds(try a.code(a.main, .success))
    },
    ScriptWord("cancelsInquiry", nil, [], "the host ends the search") { _ throws(YAMLProblem) in
      cancelsInquiry()
    },
    ScriptWord("asksName", "device", ["refused"], "the host asks a name") { a throws(YAMLProblem) in
      asksName(of: try a.device(a.main), refused: try a.code(a["refused"], .success))
    },
    ScriptWord("tellsName", "device", ["name"], "the device tells it") { a throws(YAMLProblem) in
      tellsName(try a["name"]?.text(), of: try a.device(a.main))
    },
    ScriptWord("nameFails", "status", ["with"], "the device doesn't tell it") { a throws(YAMLProblem) in
      nameFails(try a.code(a.main, .pageTimeout), of: try a.device())
    },
  ]

  static let playing: [ScriptWord] = [
    ScriptWord(
      "plays", "time", ["every", "silent", "codec", "by", "on", "with"],
      "SBC is sent at the pace of the audio"
    ) { a throws(YAMLProblem) in
      let time = try a.duration(a.main, .seconds(2))
      let interval = try a.duration(a["every"], .milliseconds(20))
      guard interval >= .milliseconds(5), time / interval <= 30_000 else {
        throw a.step.problem("at most 30000 packets, and not more than one in 5 ms")
      }
      return HCITrace.plays(
        time, every: interval, silent: try a.truth(a["silent"], false),
        configuration: try a.codec(a["codec"]) ?? .sbc44JointStereo, by: try a.side(),
        on: try a.channel(nil, .media), with: try a.device())
    }
  ]
}
