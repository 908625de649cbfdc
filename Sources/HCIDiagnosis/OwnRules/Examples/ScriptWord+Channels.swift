import HCITrace

extension ScriptWord {
  static let channels: [ScriptWord] = [
    ScriptWord("opens", "channel", ["by", "mtu", "with"], "a channel is asked for, granted, configured") {
      a throws(YAMLProblem) in
      opens(try a.channel(a.main), by: try a.side(), mtu: try a.integer(a["mtu"], 895), with: try a.device())
    },
    ScriptWord("configuresChannel", "channel", ["mtu", "with"], "both sides configure a channel") {
      a throws(YAMLProblem) in
      configures(try a.channel(a.main), mtu: try a.integer(a["mtu"], 895), with: try a.device())
    },
    ScriptWord("closes", "channel", ["by", "with"], "a channel is closed") { a throws(YAMLProblem) in
      closes(try a.channel(a.main), by: try a.side(), with: try a.device())
    },
    ScriptWord("asksFor", "channel", ["by", "with"], "Connection Request") { a throws(YAMLProblem) in
      asksFor(try a.channel(a.main), by: try a.side(), with: try a.device())
    },
    ScriptWord("grants", "channel", ["by", "with"], "Connection Response, success") { a throws(YAMLProblem) in
      grants(try a.channel(a.main), by: try a.side(.speaker), with: try a.device())
    },
    ScriptWord("refuses", "channel", ["result", "by", "with"], "Connection Response, another result") {
      a throws(YAMLProblem) in
      refuses(
        try a.channel(a.main), try a.code(a["result"], .noResources), by: try a.side(.speaker),
        with: try a.device())
    },
    ScriptWord("answersPending", "channel", ["by", "with"], "Connection Response, pending") {
      a throws(YAMLProblem) in
      answersPending(try a.channel(a.main), by: try a.side(.speaker), with: try a.device())
    },
    ScriptWord("asksConfiguration", "channel", ["by", "mtu", "with"], "Configure Request") {
      a throws(YAMLProblem) in
      asksConfiguration(
        of: try a.channel(a.main), by: try a.side(), mtu: try a.integer(a["mtu"], 895), with: try a.device())
    },
    ScriptWord("answersConfiguration", "channel", ["by", "result", "with"], "Configure Response") {
      a throws(YAMLProblem) in
      answersConfiguration(
        of: try a.channel(a.main), by: try a.side(.speaker), try a.code(a["result"], .success),
        with: try a.device())
    },
    ScriptWord("asksToClose", "channel", ["by", "with"], "Disconnection Request") { a throws(YAMLProblem) in
      asksToClose(try a.channel(a.main), by: try a.side(), with: try a.device())
    },
    ScriptWord(
      "rejectsCommand", "channel", ["reason", "by", "with"], "Command Reject of a Connection Request"
    ) {
      a throws(YAMLProblem) in
      rejectsCommand(
        about: try a.channel(a.main), try a.code(a["reason"], .notUnderstood), by: try a.side(.speaker),
        with: try a.device())
    },
  ]

  static let discovery: [ScriptWord] = [
    ScriptWord("discoversServices", "records", ["by", "with"], "SDP, from its channel to its end") {
      a throws(YAMLProblem) in
      discoversServices(try a.records(a.main), by: try a.side(), with: try a.device())
    },
    ScriptWord("searches", "service", ["by", "on", "with"], "Service Search Attribute Request") {
      a throws(YAMLProblem) in
      searches(
        for: try a.service(a.main), by: try a.side(), on: try a.channel(nil, .sdp), with: try a.device())
    },
    ScriptWord("continues", "service", ["by", "on", "with"], "and for the next part") {
      a throws(YAMLProblem) in
      continues(
        for: try a.service(a.main), by: try a.side(), on: try a.channel(nil, .sdp), with: try a.device())
    },
    ScriptWord("answersRecords", "records", ["by", "on", "with"], "the records, whole; none for no record") {
      a throws(YAMLProblem) in
      answers(
        with: try a.main.map { value throws(YAMLProblem) in try value.text() } == "none"
          ? [] : try a.records(a.main),
        by: try a.side(.speaker), on: try a.channel(nil, .sdp), device: try a.device())
    },
    ScriptWord(
      "answersPart", "octets", ["from", "records", "by", "on", "with"], "so many octets of the records"
    ) {
      a throws(YAMLProblem) in
      let from: Int = try a.integer(a["from"], 0), count: Int = try a.integer(a.main, 20)
      guard (0...65_535).contains(from), (0...65_535).contains(count) else {
        throw a.step.problem("from 0 to 65535 octets")
      }
      return answersPartly(
        from..<from + count, of: try a.records(a["records"]), by: try a.side(.speaker),
        on: try a.channel(nil, .sdp), with: try a.device())
    },
    ScriptWord("answersError", "error", ["by", "on", "with"], "SDP Error Response") { a throws(YAMLProblem) in
      answersError(
        try a.code(a.main, SDPErrorCode(rawValue: 0x0006)), by: try a.side(.speaker),
        on: try a.channel(nil, .sdp), with: try a.device())
    },
  ]

  static let signalling: [ScriptWord] = [
    ScriptWord("discovers", "endpoints", ["by", "with"], "Discover, accepted") { a throws(YAMLProblem) in
      discovers(try a.endpoints(a.main), by: try a.side(), with: try a.device())
    },
    ScriptWord(
      "tellsCapabilities", "codec", ["seid", "all", "by", "with"], "Get (All) Capabilities, accepted"
    ) {
      a throws(YAMLProblem) in
      tellsCapabilities(
        try a.codec(a.main) ?? .sbcCapabilities, seid: try a.seid(), all: try a.truth(a["all"], true),
        by: try a.side(), with: try a.device())
    },
    ScriptWord("configures", "codec", ["seid", "ownSEID", "by", "with"], "Set Configuration, accepted") {
      a throws(YAMLProblem) in
      configures(
        try a.codec(a.main) ?? .sbc44JointStereo, seid: try a.seid(), ownSEID: try a.seid("ownSEID"),
        by: try a.side(), with: try a.device())
    },
    ScriptWord("refusesConfiguration", "error", ["category", "codec", "by", "with"], "and refused") {
      a throws(YAMLProblem) in
      refusesConfiguration(
        try a.code(a.main, .unsupportedConfiguration), category: try a.integer(a["category"], 7),
        of: try a.codec(a["codec"]) ?? .sbc44JointStereo, by: try a.side(), with: try a.device())
    },
    ScriptWord("opensStream", nil, ["seid", "by", "with"], "Open, accepted, and the media channel") {
      a throws(YAMLProblem) in
      opensStream(seid: try a.seid(), by: try a.side(), with: try a.device())
    },
    ScriptWord("starts", nil, ["seid", "by", "with"], "Start, accepted") { a throws(YAMLProblem) in
      starts(seid: try a.seid(), by: try a.side(), with: try a.device())
    },
    ScriptWord("suspends", nil, ["seid", "by", "with"], "Suspend, accepted") { a throws(YAMLProblem) in
      suspends(seid: try a.seid(), by: try a.side(), with: try a.device())
    },
    ScriptWord("closesStream", nil, ["seid", "by", "with"], "Close, accepted, and the media channel") {
      a throws(YAMLProblem) in
      closesStream(seid: try a.seid(), by: try a.side(), with: try a.device())
    },
    ScriptWord("aborts", nil, ["seid", "by", "with"], "Abort, accepted") { a throws(YAMLProblem) in
      aborts(seid: try a.seid(), by: try a.side(), with: try a.device())
    },
    ScriptWord("reportsDelay", "time", ["seid", "by", "with"], "Delay Report, accepted") {
      a throws(YAMLProblem) in
      reportsDelay(
        try a.duration(a.main, .milliseconds(150)), seid: try a.seid(), by: try a.side(.speaker),
        with: try a.device())
    },
    ScriptWord("exchanges", "signal", ["seid", "by", "with"], "any signal, accepted") {
      a throws(YAMLProblem) in
      exchanges(try a.signal(), seid: try a.seid(), by: try a.side(), with: try a.device())
    },
    ScriptWord("asks", "signal", ["seid", "codec", "by", "on", "with"], "any signal") {
      a throws(YAMLProblem) in
      asks(
        try a.signal(), seid: try a.seid(), codec: try a.codec(a["codec"]) ?? .sbc44JointStereo,
        by: try a.side(), on: try a.channel(), with: try a.device())
    },
    ScriptWord("accepts", "signal", ["endpoints", "codec", "by", "on", "with"], "Response Accept") {
      a throws(YAMLProblem) in
      accepts(
        try a.signal(), by: try a.side(.speaker), endpoints: try a.endpoints(a["endpoints"]) ?? .oneSink,
        codec: try a.codec(a["codec"]) ?? .sbcCapabilities, on: try a.channel(), with: try a.device())
    },
    ScriptWord("rejects", "signal", ["error", "category", "by", "on", "with"], "Response Reject") {
      a throws(YAMLProblem) in
      rejects(
        try a.signal(), try a.code(a["error"], .badState), category: try a.integer(a["category"], 7),
        by: try a.side(.speaker), on: try a.channel(), with: try a.device())
    },
    ScriptWord("doesNotKnow", "signal", ["by", "on", "with"], "General Reject") { a throws(YAMLProblem) in
      doesNotKnow(try a.signal(), by: try a.side(.speaker), on: try a.channel(), with: try a.device())
    },
  ]

  static let remoteControl: [ScriptWord] = [
    ScriptWord("presses", "key", ["by", "with"], "a key is pressed and released") { a throws(YAMLProblem) in
      presses(try a.code(a.main, .play), by: try a.side(.speaker), with: try a.device())
    },
    ScriptWord("tellsPlayback", "status", ["by", "with"], "playback status, asked to") {
      a throws(YAMLProblem) in
      tellsPlayback(try a.code(a.main, .playing), by: try a.side(), with: try a.device())
    },
    ScriptWord("playbackChanges", "status", ["by", "with"], "playback status, changed") {
      a throws(YAMLProblem) in
      playbackChanges(to: try a.code(a.main, .playing), by: try a.side(), with: try a.device())
    },
    ScriptWord("setsVolume", "volume", ["by", "with"], "Set Absolute Volume, accepted") {
      a throws(YAMLProblem) in
      setsVolume(try a.integer(a.main, 64), by: try a.side(), with: try a.device())
    },
    ScriptWord("tellsVolume", "volume", ["by", "with"], "volume, asked to") { a throws(YAMLProblem) in
      tellsVolume(try a.integer(a.main, 64), by: try a.side(.speaker), with: try a.device())
    },
    ScriptWord("volumeChanges", "volume", ["by", "with"], "volume, changed") { a throws(YAMLProblem) in
      volumeChanges(to: try a.integer(a.main, 64), by: try a.side(.speaker), with: try a.device())
    },
    ScriptWord("tellsBattery", "status", ["by", "with"], "the battery") { a throws(YAMLProblem) in
      tellsBattery(try a.code(a.main, .warning), by: try a.side(.speaker), with: try a.device())
    },
    ScriptWord("tells", "line", ["by", "with"], "a line over hands-free: AT+BIEV=2,30") {
      a throws(YAMLProblem) in
      tells(handsFree: try a.main?.text() ?? "AT", by: try a.side(.speaker), with: try a.device())
    },
  ]
}
