import HCITrace

extension EventCatalogue {
  // MARK: L2CAP

  private static let psm = EventField(
    "psm", .codes(ProtocolServiceMultiplexer.self, "a PSM", upTo: 0x1001), "what the channel is for")
  private static let channel = EventField(
    "channel", .number("a number"), "the same for all that one channel does")
  private static let use = EventField(
    "use", .choice(["sdp", "signalling", "media", "remote-control", "rfcomm", "other"]),
    "what the channel is used for")

  static let l2cap = [
    EventType(
      "L2CAP.ConnectionRequest", "one side asks for a channel", psm, use, channel,
      EventField("repeated", .truth, "the same request was sent before")),
    EventType(
      "L2CAP.ConnectionResponse", "the other answers", psm, use, channel,
      EventField("result", .codes(ConnectionResult.self, "a result"), "granted, pending, or why not"),
      EventField("status", .codes(ConnectionStatus.self, "a status"), "what a pending answer waits for")),
    EventType("L2CAP.ConfigureRequest", "one side says what it takes", psm, use, channel),
    EventType(
      "L2CAP.ConfigureResponse", "the other agrees, or not", psm, use, channel,
      EventField("result", .codes(ConfigurationResult.self, "a result"), "agreed, or why not")),
    EventType(
      "L2CAP.CommandReject", "the other doesn't take the request", psm, use, channel,
      EventField("reason", .codes(CommandRejectReason.self, "a reason"), "why not"),
      EventField("of", .choice(["connection", "configuration"]), "which request")),
    EventType(
      "L2CAP.ChannelOpen", "both sides are configured", psm, use, channel,
      EventField("mtu", .number("octets"), "the largest payload that the peer takes")),
    EventType("L2CAP.DisconnectionRequest", "one side closes a channel", psm, use, channel),
    EventType("L2CAP.DisconnectionResponse", "the other agrees", psm, use, channel),
  ]

  // MARK: SDP

  private static let question: [EventField] = [
    EventField("pdu", .codes(SDPIdentifier.self, "a PDU"), "the kind of request"),
    EventField("for", .text, "the services that are searched for"),
    EventField("aboutAudio", .truth, "a record of A2DP can be in the answer"),
    channel,
  ]

  static let serviceDiscovery = [
    EventType(
      "SDP.Request", "one side asks for services", question[0], question[1], question[2], question[3],
      EventField("part", .number("from 1"), "how many requests it took so far")),
    EventType(
      "SDP.Response", "the other answers", question[0], question[1], question[2], question[3],
      EventField("bytes", .number("octets"), "in this part"),
      EventField("continues", .truth, "there is more to come"),
      EventField("records", .number("records"), "in the whole answer, told with its last part"),
      EventField("hasSink", .truth, "a record of an A2DP sink is among them, told with the last part")),
    EventType(
      "SDP.ErrorResponse", "the other answers with an error", question[0], question[1], question[2],
      question[3],
      EventField("error", .codes(SDPErrorCode.self, "an error code", upTo: 0xFF), "the error")),
    EventType(
      "SDP.MalformedResponse", "the other answers what breaks the grammar", question[0], question[1],
      question[2],
      question[3]),
  ]

  // MARK: AVDTP

  static let avdtp =
    [
      ("Discover", "which endpoints are there"), ("GetCapabilities", "what an endpoint can do"),
      ("GetAllCapabilities", "what an endpoint can do, since version 1.3"),
      ("SetConfiguration", "an endpoint is configured"),
      ("GetConfiguration", "how an endpoint is configured"),
      ("Reconfigure", "an open endpoint is configured anew"),
      ("Open", "a stream is opened"), ("Start", "a stream is started"), ("Suspend", "a stream is paused"),
      ("Close", "a stream is closed"), ("Abort", "a stream is given up"),
      ("SecurityControl", "content protection"), ("DelayReport", "how long the sink takes to play"),
    ].map { signal, says in
      EventType(
        "AVDTP.\(signal)", says,
        EventField(
          "kind", .choice(["command", "accept", "reject", "general-reject"]), "what kind of message"),
        EventField("seid", .number("endpoint"), "the endpoint of the side that is asked"),
        EventField("ownSEID", .number("endpoint"), "the endpoint of the side that asks (Set Configuration)"),
        EventField("codec", .text, "the codec that is asked for, or told: SBC, MPEG-2,4 AAC, aptX …"),
        EventField(
          "error", .codes(AVDTPErrorCode.self, "an error code of AVDTP or A2DP"), "why it was rejected"),
        EventField("category", .number("service category"), "what was wrong; 7 is the codec"),
        EventField("delay", .number("milliseconds"), "the delay told (Delay Report)"),
        EventField("endpoints", .number("endpoints"), "how many were told (Discover accepted)"),
        EventField("sinks", .number("endpoints"), "how many of them are sinks"),
        EventField("channel", .number("a number"), "the signalling channel"))
    }

  // MARK: Streams and media

  private static let stream = EventField("stream", .number("a number"), "the same for all of one stream")
  private static let how = EventField(
    "how", .choice(["suspended", "closed", "aborted", "channel-closed", "link-ended"]), "what ended it")

  private static func mediaTold(_ name: String, _ says: String) -> EventType {
    EventType(
      name, says, stream,
      EventField("seconds", .number("seconds"), "how long media flowed since Start"),
      EventField("packets", .number("packets"), "how many packets"),
      EventField("lost", .number("packets"), "missing sequence numbers"),
      EventField("silent", .number("percent"), "of the SBC frames seen, those that are silence"),
      EventField("bitpool", .number("bitpool"), "the greatest of its SBC frames"))
  }

  static let media = [
    EventType(
      "Stream.Configured", "Set Configuration was accepted", stream,
      EventField("codec", .text, "the codec")),
    EventType("Stream.Opened", "Open was accepted", stream),
    EventType("Stream.Started", "Start was accepted: media may flow", stream),
    EventType("Stream.Stopped", "the time that began with Start is over", stream, how),
    EventType("Stream.Ended", "the stream is gone", stream, how),
    EventType("Media.Start", "the first media packet after Start", stream),
    EventType(
      "Media.Gap", "a pause in the media that a listener hears, or packets that are missing", stream,
      EventField("milliseconds", .number("milliseconds"), "from packet to packet"),
      EventField("lost", .number("packets"), "missing sequence numbers")),
    mediaTold("Media.Last", "the last media packet that is in the log"),
    mediaTold("Media.End", "the same, once the time that began with Start is over"),
  ]

  // MARK: Remote control

  static let remoteControl = [
    EventType(
      "AVRCP.PassThrough", "a key is pressed or released",
      EventField("key", .codes(PassThroughOperation.self, "an operation"), "which key"),
      EventField("released", .truth, "released, not pressed")),
    EventType(
      "AVRCP.PlaybackStatus", "one side tells how playback stands",
      EventField("status", .codes(PlaybackStatus.self, "a status"), "how")),
    EventType("AVRCP.TrackChanged", "one side tells that another track plays"),
    EventType("AVRCP.GetPlayStatus", "one side asks how playback stands"),
    EventType(
      "AVRCP.Volume", "the absolute volume that one side has, or accepted",
      EventField("volume", .number("0 to 127"), "how loud")),
    EventType(
      "AVRCP.BatteryStatus", "one side tells how its battery stands",
      EventField("status", .codes(BatteryStatus.self, "a status"), "how")),
    EventType(
      "HFP.Battery", "one side tells how full its battery is",
      EventField("percent", .number("percent"), "how full")),
  ]
}
