import Testing

@testable import HCIDiagnosis

/// What people type leads to the rules that look into it.
@Suite struct PhraseSearchTests {
  private static let whole = PhraseSearch()
  private var search: PhraseSearch { Self.whole }

  private func ids(_ lead: Lead?) -> [String] { lead?.rules.map { $0.info.id } ?? [] }

  // MARK: The catalogue

  /// A phrase leads to rules that exist, each once.
  @Test(arguments: SearchedPhrase.all) func leadsToRules(_ phrase: SearchedPhrase) {
    let known = Set(allRules.map { $0.info.id })
    let led = phrase.rules.map { $0.info.id }
    #expect(!led.isEmpty && Set(led).isSubset(of: known) && Set(led).count == led.count)
    #expect(!phrase.texts.isEmpty && !phrase.meaning.isEmpty && !phrase.meaning.hasSuffix("."))
  }

  /// Every text finds the phrase that it is a form of, before anything else.
  @Test(arguments: SearchedPhrase.all) func findsEachOfItsTexts(_ phrase: SearchedPhrase) {
    for text in phrase.texts {
      #expect(search.leads(for: text).first?.meaning == phrase.meaning, "\(text)")
    }
  }

  /// Whoever sees nothing but a symptom gets to every rule: none is reachable by its id alone.
  @Test(arguments: allRules.map { $0.info.id }) func everyRuleIsLedTo(_ id: String) {
    #expect(SearchedPhrase.all.contains { phrase in phrase.rules.contains { $0.info.id == id } })
  }

  /// No two phrases claim one text.
  @Test func textsAreUnique() {
    let texts = SearchedPhrase.all.flatMap(\.texts).map { $0.lowercased() }
    let twice = Dictionary(grouping: texts) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(twice.isEmpty)
  }

  // MARK: Phrases

  @Test(arguments: [
    ("HOST IS DOWN!", "page-timeout"), ("host   is-down", "page-timeout"), ("Host is down", "page-timeout"),
    ("bluetoothd[812]: connect to FC:58:FA:12:34:56: Host is down (112)", "page-timeout"),
    (
      "src/service.c:btd_service_connect() a2dp-sink profile connect failed for F8:5C:7D:0F:6D:46: "
        + "Protocol not available", "paired-but-never-connected"
    ),
    ("Failed to connect: org.bluez.Error.Failed br-connection-refused", "connection-rejected"),
    ("Couldn’t pair with JBL Flip 6 because of an incorrect PIN or passkey.", "stale-link-key"),
    ("Pairing rejected by JBL Flip 6", "not-in-pairing-mode"),
    ("Make sure JBL Flip 6 is turned on and in range.", "page-timeout"),
    ("stuttering", "audio-dropout"), ("the music stutters", "audio-dropout"), ("crackles", "audio-dropout"),
    ("HCI_ERR_PEER_USER", "disconnected-while-streaming"), ("sep in use", "endpoints-in-use"),
    ("Connection Rejected due to Limited Resources", "connection-rejected"),
    ("security block", "secured-before-encryption"), ("sdp race", "sdp-race"), ("440 Hz", "silent-stream"),
  ])
  func finds(_ text: String, _ rule: String) { #expect(ids(search.leads(for: text).first).first == rule) }

  /// What nobody says of a speaker finds nothing, nor does what everybody says.
  @Test(arguments: [
    "", " ", "…", "xyzzy", "purple monkey dishwasher", "the", "bluetooth", "banana timeout", "sdp-rase",
    "(52",
    "lorem ipsum dolor sit amet", "0x", "0xZZ", "\u{1B}[31m", String(repeating: "a ", count: 5_000),
  ])
  func findsNothing(_ text: String) { #expect(search.leads(for: text).isEmpty) }

  /// A catalogue of some rules leads to no others.
  @Test func leadsNowhereElse() {
    let leads = PhraseSearch([PageTimeout.self]).leads(for: "Host is down")
    #expect(leads.map { ids($0) } == [["page-timeout"]])
  }

  @Test func sameSearchSameAnswer() {
    for text in ["no sound", "0x13", "connection failed", "timeout"] {
      #expect(PhraseSearch().leads(for: text).map(\.title) == search.leads(for: text).map(\.title))
    }
  }

  // MARK: Codes

  /// A number alone is shown for each protocol that writes such codes, a qualified one for that alone.
  @Test(arguments: [
    ("0x0d", ["0x0D as HCI status: Connection Rejected due to Limited Resources"]),
    ("0X0D", ["0x0D as HCI status: Connection Rejected due to Limited Resources"]),
    ("HCI 13", ["0x0D as HCI status: Connection Rejected due to Limited Resources"]),
    (
      "0x29",
      [
        "0x29 as HCI status: Pairing With Unit Key Not Supported",
        "0x29 as AVDTP error: UNSUPPORTED_CONFIGURATION",
      ]
    ),
    ("AVDTP 0x29", ["0x29 as AVDTP error: UNSUPPORTED_CONFIGURATION"]),
    ("avdtp error 0x13", ["0x13 as AVDTP error: SEP_IN_USE"]),
    ("A2DP 0xC3", ["0xC3 as A2DP error: INVALID_SAMPLING_FREQUENCY"]),
    (
      "L2CAP 0x0003",
      [
        "0x0003 as L2CAP connection result: security block",
        "0x0003 as L2CAP configuration result: unknown options",
      ]
    ),
    ("SDP 0x0002", ["0x0002 as SDP error: invalid service record handle"]),
    ("PSM 25", ["0x0019 as PSM: AVDTP"]), ("0x110B", ["0x110B as UUID: Audio Sink"]),
    ("0x20041C", ["0x20041C as class of device: Audio · Audio/Video: Portable Audio"]),
    ("disconnect reason 0x08", ["0x08 as HCI status: Connection Timeout"]),
    ("0x99", []), ("AVDTP 0x05", []), ("0x100000000", []), ("0x1000000", []), ("13", []),
  ])
  func codes(_ text: String, _ titles: [String]) { #expect(search.leads(for: text).map(\.title) == titles) }

  @Test(arguments: [
    ("AVDTP 0x31", ["avdtp-collision", "avdtp-reconfigured-too-early", "avdtp-rejected"]),
    ("A2DP 0xC4", ["codec-mismatch", "codec-configuration-illegal"]),
    ("A2DP 0xE0", ["content-protection-required"]), ("HCI 0x3D", ["encryption-failed"]),
    ("HCI 0x01", []), ("L2CAP 0x0004", ["l2cap-refused", "sdp-race"]),
    ("SDP 0x0005", ["sdp-error-response", "sdp-race"]),
  ])
  func codesLeadTo(_ text: String, _ rules: [String]) { #expect(ids(search.leads(for: text).first) == rules) }

  /// A code in a longer text adds what it means to what the text means.
  @Test func codesInATextAreFoundToo() {
    let titles = search.leads(for: "Pairing rejected by speaker, HCI status 0x18").map(\.title)
    #expect(titles.contains { $0.hasPrefix("“Pairing rejected by …”") })
    #expect(titles.contains("0x18 as HCI status: Pairing Not Allowed"))
  }
}
