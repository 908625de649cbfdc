/// How to take a log that shows more: one thing to do, on one kind of device.
///
/// The only place where hcitrace says how logs are taken; rules and reports repeat it, README agrees with it.
public struct Recipe: Sendable, Hashable {
  /// On what: "Android", "Linux", "the speaker" …
  public var host: String
  /// What to do there, as instructions.
  public var how: String
  /// The same in a few words, where several are told together.
  public var short: String

  init(_ host: String, _ how: String, short: String? = nil) {
    self.host = host
    self.how = how
    self.short = short ?? how
  }

  // MARK: An HCI log

  /// An Android phone or tablet.
  public static let android = Recipe(
    "Android",
    """
    In Developer options set “Enable Bluetooth HCI snoop log” to “Enabled” (not “Enabled Filtered”), switch Bluetooth \
    off and on, reproduce the failure, then take a bug report: adb bugreport bug.zip.
    """, short: "snoop log “Enabled” in Developer options, Bluetooth off and on, bug report")

  /// Linux.
  public static let linux = Recipe(
    "Linux",
    """
    As root: systemctl stop bluetooth, start btmon --write capture.btsnoop, systemctl start bluetooth, and reproduce the \
    failure. From boot on: btmon as a systemd unit with Before=bluetooth.service.
    """, short: "btmon --write FILE as root, before bluetoothd starts")

  /// A Mac.
  public static let macOS = Recipe(
    "macOS",
    """
    Start PacketLogger, from Apple's Additional Tools for Xcode (folder Hardware), switch Bluetooth off and on, \
    reproduce the failure, save as .pklg.
    """, short: "PacketLogger from Additional Tools for Xcode")

  /// An iPhone or iPad.
  public static let iOS = Recipe(
    "iOS",
    """
    Install Apple's Bluetooth profile (developer.apple.com/bug-reporting/profiles-and-logs; it lasts three days), switch \
    Bluetooth off and on, reproduce the failure, then take a sysdiagnose: press both volume buttons and the side button \
    together for a moment, and wait ten minutes.
    """, short: "Apple's Bluetooth profile, then a sysdiagnose")

  /// An Amazon Echo.
  public static let echo = Recipe(
    "Echo",
    """
    Its owner can't take its log. Use an Android or Linux device as the source, or take the log of the other side; Amazon \
    can take the Echo's own.
    """, short: "none by its owner; use an Android or Linux device in its place")

  /// A speaker, headphones.
  public static let speaker = Recipe(
    "speaker",
    """
    Only its maker can take its log: ask for the one of the same minute. Meanwhile try the speaker with another source, \
    and the source with another speaker: that tells which of the two it is.
    """,
    short: "its maker's log of the same minute")

  /// An Echo whose log somebody could take.
  static let echoAgain = Recipe(
    "Echo",
    """
    Whoever took this log takes it again, and starts before Bluetooth is switched on. Who can't, uses an Android or Linux \
    device in the Echo's place.
    """)
  /// A speaker whose log somebody could take.
  static let speakerAgain = Recipe(
    "speaker",
    """
    Whoever took this log takes it again, and starts before Bluetooth is switched on. Who can't, takes the log of an \
    Android or Linux device as the source.
    """)

  /// The hosts whose log anybody can take.
  public static let everywhere: [Recipe] = [.android, .linux, .macOS, .iOS]

  // MARK: More than HCI

  /// The log of Android's own Bluetooth software.
  static let androidSystemLog = Recipe(
    "Android", "Read the lines of bluetooth in the same bug report's main log, at the same second.",
    short: "the bug report's main log")
  /// The log of BlueZ.
  static let linuxSystemLog = Recipe(
    "Linux", "Run bluetoothd -d, reproduce the failure, and read journalctl -u bluetooth at the same second.",
    short: "journalctl -u bluetooth, with bluetoothd -d")
  /// The log of Apple's Bluetooth software.
  static let appleSystemLog = Recipe(
    "macOS, iOS",
    "Read the lines of bluetoothd in the system log of the same sysdiagnose, at the same second.",
    short: "bluetoothd's lines in the sysdiagnose")
  /// The log of a device that only its maker can read.
  static let makersSystemLog = Recipe(
    "whoever took this log", "Read the system log of the same device, at the same second.",
    short: "the system log of the same device")
  /// Every host's own log.
  static let systemLogs: [Recipe] = [.androidSystemLog, .linuxSystemLog, .appleSystemLog]

  /// Media that the controller encodes.
  static let withoutOffload = Recipe(
    "Android",
    """
    In Developer options switch “Disable Bluetooth A2DP hardware offload” on, restart the phone, and record again with \
    the snoop log “Enabled”, not “Enabled Filtered”.
    """)
  /// Packets that were cut.
  static let inFull = Recipe(
    "any recorder", "Record without a snap length (tcpdump -s 0), onto a disk that is fast enough.")
  /// The end of a log.
  static let whole = Recipe(
    "any recorder", "Stop the recording before the file is copied, and copy it whole.")
  /// RSSI.
  static let signal = Recipe(
    "Linux", "Let the host read the signal while it plays: watch -n 1 hcitool rssi ADDRESS.")
  /// An answer to an inquiry.
  static let search = Recipe(
    "any source", "Let the source search for the speaker right before it connects, in the same log.")

  /// A recipe for the end of a log that is too short.
  static func longer(_ seconds: Int) -> Recipe {
    Recipe("any recorder", "Let the recording run at least \(seconds) s longer.")
  }

  // MARK: As remedies

  /// What a rule tells whoever takes logs.
  var remedy: Remedy { .engineer("\(host): \(how)") }

  /// The hosts whose log anybody can take, each as a remedy.
  static let remedies: [Remedy] = everywhere.map(\.remedy)
}
