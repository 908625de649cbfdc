import HCITrace

extension ScriptWord {
  static let link: [ScriptWord] = [
    ScriptWord("pages", "device", ["refused"], "the host pages") { a throws(YAMLProblem) in
      pages(try a.device(a.main), refused: try a.code(a["refused"], .success))
    },
    ScriptWord("linkComes", "status", ["with"], "Connection Complete") { a throws(YAMLProblem) in
      linkComes(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("connects", "status", ["with"], "the host pages, and the link comes or doesn't") {
      a throws(YAMLProblem) in connects(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("speakerPages", "device", ["class"], "the device pages us") { a throws(YAMLProblem) in
      let device = try a.device(a.main)
      return speakerPages(classOfDevice: try a.integer(a["class"], device.classOfDevice.value), device)
    },
    ScriptWord("acceptsPage", nil, ["with"], "the host takes the page") { a throws(YAMLProblem) in
      acceptsPage(with: try a.device())
    },
    ScriptWord("rejectsPage", "reason", ["with"], "the host refuses the page") { a throws(YAMLProblem) in
      rejectsPage(try a.code(a.main, .rejectedLimitedResources), with: try a.device())
    },
    ScriptWord("cancelsPage", nil, ["with"], "the host gives its page up") { a throws(YAMLProblem) in
      cancelsPage(with: try a.device())
    },
    ScriptWord("learnsFeatures", nil, ["simplePairing", "with"], "the device's features are read") {
      a throws(YAMLProblem) in
      learnsFeatures(simplePairing: try a.truth(a["simplePairing"], true), with: try a.device())
    },
    ScriptWord("disconnects", "reason", ["by", "with"], "one side ends the link in order") {
      a throws(YAMLProblem) in
      disconnects(by: try a.side(), try a.code(a.main, .remoteUserTerminatedConnection), with: try a.device())
    },
    ScriptWord("asksToDisconnect", "reason", ["with"], "Disconnect, by the host") { a throws(YAMLProblem) in
      asksToDisconnect(try a.code(a.main, .remoteUserTerminatedConnection), with: try a.device())
    },
    ScriptWord("losesLink", nil, ["with"], "nothing is heard for the supervision timeout") {
      a throws(YAMLProblem) in losesLink(with: try a.device())
    },
    ScriptWord("linkEnds", "reason", ["with"], "Disconnection Complete") { a throws(YAMLProblem) in
      linkEnds(try a.code(a.main, .remoteUserTerminatedConnection), with: try a.device())
    },
    ScriptWord("changesRole", "status", ["with"], "Role Change") { a throws(YAMLProblem) in
      changesRole(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("switchesRole", nil, ["refused", "with"], "Switch Role, by the host") {
      a throws(YAMLProblem) in
      switchesRole(refused: try a.code(a["refused"], .success), with: try a.device())
    },
    ScriptWord("setsSupervisionTimeout", "time", ["with"], "how long the link may be silent") {
      a throws(YAMLProblem) in
      setsSupervisionTimeout(try a.duration(a.main, .seconds(5)), with: try a.device())
    },
    ScriptWord("changesMode", "mode", ["interval", "with"], "Mode Change; the interval in slots") {
      a throws(YAMLProblem) in
      changesMode(
        to: try a.code(a.main, .active), interval: try a.integer(a["interval"], 0), with: try a.device())
    },
    ScriptWord("measuresRSSI", "rssi", ["with"], "Read RSSI") { a throws(YAMLProblem) in
      measuresRSSI(try a.integer(a.main, -50), with: try a.device())
    },
    ScriptWord("measuresQuality", "quality", ["with"], "Read Link Quality") { a throws(YAMLProblem) in
      measuresQuality(try a.integer(a.main, 255), with: try a.device())
    },
    ScriptWord("measuresChannels", "channels", ["with"], "Read AFH Channel Map") { a throws(YAMLProblem) in
      measuresChannels(try a.integer(a.main, 79), with: try a.device())
    },
    ScriptWord("opensVoice", "status", ["with"], "a voice link comes, or doesn't") { a throws(YAMLProblem) in
      opensVoice(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("closesVoice", "reason", [], "a voice link ends") { a throws(YAMLProblem) in
      closesVoice(try a.code(a.main, .remoteUserTerminatedConnection))
    },
  ]

  static let security: [ScriptWord] = [
    ScriptWord("secures", nil, ["pairing", "by", "with"], "authenticated and encrypted") {
      a throws(YAMLProblem) in
      secures(pairing: try a.truth(a["pairing"], false), by: try a.side(), with: try a.device())
    },
    ScriptWord("authenticates", "status", ["key", "with"], "by a stored key, or (key: none) without") {
      a throws(YAMLProblem) in
      authenticates(
        try a.code(a.main, .success),
        key: try a.pick(a["key"], ["stored": StoredKey.stored, "none": StoredKey.none]) ?? .stored,
        with: try a.device())
    },
    ScriptWord("pairs", "status", ["with"], "Secure Simple Pairing, by the host") { a throws(YAMLProblem) in
      pairs(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("speakerPairs", "status", ["with"], "and by the device") { a throws(YAMLProblem) in
      speakerPairs(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("pairsByPIN", "status", ["with"], "with an old device") { a throws(YAMLProblem) in
      pairsByPIN(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("encrypts", "status", ["with"], "the host encrypts the link") { a throws(YAMLProblem) in
      encrypts(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("asksToAuthenticate", nil, ["refused", "with"], "Authentication Requested") {
      a throws(YAMLProblem) in
      asksToAuthenticate(refused: try a.code(a["refused"], .success), with: try a.device())
    },
    ScriptWord("asksForKey", nil, ["with"], "Link Key Request") { a throws(YAMLProblem) in
      asksForKey(with: try a.device())
    },
    ScriptWord("offersKey", nil, ["with"], "Link Key Request Reply") { a throws(YAMLProblem) in
      offersKey(with: try a.device())
    },
    ScriptWord("hasNoKey", nil, ["with"], "Link Key Request Negative Reply") { a throws(YAMLProblem) in
      hasNoKey(with: try a.device())
    },
    ScriptWord("exchangesCapabilities", nil, ["with"], "both IO capabilities") { a throws(YAMLProblem) in
      exchangesCapabilities(with: try a.device())
    },
    ScriptWord("refusesPairing", "reason", ["with"], "IO Capability Request Negative Reply") {
      a throws(YAMLProblem) in refusesPairing(try a.code(a.main, .pairingNotAllowed), with: try a.device())
    },
    ScriptWord("asksConfirmation", nil, ["with"], "User Confirmation Request") { a throws(YAMLProblem) in
      asksConfirmation(with: try a.device())
    },
    ScriptWord("confirms", nil, ["with"], "User Confirmation Request Reply") { a throws(YAMLProblem) in
      confirms(with: try a.device())
    },
    ScriptWord("refusesConfirmation", nil, ["with"], "User Confirmation Request Negative Reply") {
      a throws(YAMLProblem) in refusesConfirmation(with: try a.device())
    },
    ScriptWord("simplePairingCompletes", "status", ["with"], "Simple Pairing Complete") {
      a throws(YAMLProblem) in simplePairingCompletes(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("keyComes", nil, ["with"], "Link Key Notification") { a throws(YAMLProblem) in
      keyComes(with: try a.device())
    },
    ScriptWord("authenticationCompletes", "status", ["with"], "Authentication Complete") {
      a throws(YAMLProblem) in authenticationCompletes(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("asksToEncrypt", nil, ["refused", "with"], "Set Connection Encryption") {
      a throws(YAMLProblem) in
      asksToEncrypt(refused: try a.code(a["refused"], .success), with: try a.device())
    },
    ScriptWord("encryptionChanges", "status", ["with"], "Encryption Change") { a throws(YAMLProblem) in
      encryptionChanges(try a.code(a.main, .success), with: try a.device())
    },
    ScriptWord("tellsKeySize", "octets", ["with"], "Read Encryption Key Size") { a throws(YAMLProblem) in
      tellsKeySize(try a.integer(a.main, 16), with: try a.device())
    },
  ]
}
