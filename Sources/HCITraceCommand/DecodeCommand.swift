import ArgumentParser
import HCIReport
import HCITrace

/// `hcitrace decode`: every frame, a line or an object each.
struct DecodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.decode.rawValue,
    abstract: "Shows every frame: what it is, with all of its fields if asked.",
    discussion: """
      One line a frame: number, seconds since the first frame, direction (→ from the host, ← from the controller), \
      device, layer, message. --verbose adds every field; --output json:- writes one JSON object a line. Keys, PINs and \
      passkeys are withheld, and so are octets that nobody can read and that may hold them. With --redact so is \
      whatever else is nobody else's business: `hcitrace help redact` tells what that is.

      EXAMPLES
        hcitrace decode btsnoop_hci.log
        hcitrace decode btsnoop_hci.log --layer sdp,avdtp --device "Flip 6"
        hcitrace decode btsnoop_hci.log --around 412 --verbose
        hcitrace decode btsnoop_hci.log --errors
        hcitrace decode btsnoop_hci.log --redact
        hcitrace decode btsnoop_hci.log --output json:- | jq -c 'select(.avdtp)'

      LAYERS
        \(DecodeLayer.named.map { "\($0.name)" }.joined(separator: ", "))

      EXIT STATUS
        0   the captures were decoded
        2   an input could not be read, or an output not be written
        64  the command line makes no sense
      """)

  @Argument(
    help: ArgumentHelp("Captures, or - for standard input.", valueName: "path"), completion: .file())
  var paths: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("text or json, to a file; - is standard output.", valueName: "format:file"),
    transform: DecodeTarget.init(parsing:))
  var output: [DecodeTarget] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only these frames: 412, 100-200, 100- or -200.", valueName: "range"),
    transform: FrameRange.init(parsing:))
  var frames: FrameRange?

  @Option(
    help: ArgumentHelp("Only this frame and those around it; see --context.", valueName: "frame"))
  var around: Int?

  @Option(help: ArgumentHelp("Frames before and after --around.", valueName: "count"))
  var context = 10

  @Option(
    help: ArgumentHelp("Only frames with one of these layers.", valueName: "layer,…"),
    transform: DecodeLayer.init(parsing:))
  var layer: DecodeLayer?

  @Option(
    help: ArgumentHelp(
      "Only what concerns this device, by its address or by what its name contains.",
      valueName: "address|name"))
  var device: String?

  @Flag(help: "Only what failed, was refused, or is malformed.")
  var errors = false

  @Flag(name: [.short, .long], help: "Show every field below its frame's line.")
  var verbose = false

  @OptionGroup
  var redaction: RedactedOutput

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func validate() throws {
    if output.filter({ $0.file == nil }).count > 1 {
      throw ValidationError("Only one --output can write to standard output.")
    }
    if output.count > 1 { throw ValidationError("decode writes one --output.") }
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
    if frames != nil, around != nil { throw ValidationError("--frames and --around exclude each other.") }
    if let around, around < 1 { throw ValidationError("Frames are numbered from 1.") }
    if context < 0 { throw ValidationError("--context is a number of frames.") }
    let inputs = paths.compactMap(FileIdentity.init(path:))
    if let file = output.first?.file, let identity = FileIdentity(path: file), inputs.contains(identity) {
      throw ValidationError("--output would overwrite the capture '\(file)'.")
    }
  }

  func run() throws {
    ignoreBrokenPipes()
    // On a terminal the frames themselves show how far it is.
    let isSeen = output.first?.file == nil && FileOutput.standardOutput.isTerminal
    // Who asks for a device by its name has each capture read twice.
    let isReadTwice = device.map { Address($0) == nil } ?? false
    let progress =
      isSeen ? nil : Progress.begin(reading: isReadTwice ? paths + paths : paths, filesEnd: false)
    defer { progress?.end() }
    var isRead = true
    let body: (inout FileOutput) -> Void = { file in
      for path in paths { isRead = decode(path, to: file) && isRead }
    }
    let isWritten =
      if let file = output.first?.file {
        FileOutput.write(to: file, body)
      } else {
        FileOutput.standardOutput.write(body)
      }
    if !isRead || !isWritten { throw ExitCode(RunStatus.unusable.rawValue) }
  }

  /// Decodes one file; false, and a line on standard error, where it could not be read.
  private func decode(_ path: String, to file: FileOutput) -> Bool {
    var isRead = true
    do throws(CaptureError) {
      let options = try options(for: path)
      try Decoding.decode(
        path: path,
        options: { entry in
          var own = options
          if paths.count > 1 || entry.member != nil {
            own.capture = entry.member.map { "\(path)/\($0)" } ?? path
          }
          return own
        },
        redaction: redaction.options,
        to: { text in
          file.write(text)
          // Whoever read has read enough, or the disk is full: nobody waits for the rest.
          if file.isOver { file.finish() }
        },
        finished: { entry, error, limits in
          let name = entry.member.map { "\(path)/\($0)" } ?? path
          if !limits.isEmpty {
            say(
              """
              \(name.escaped()): some frames are shown without what they carry, since not everything could be followed: \
              \(limits.joined(separator: "; "))
              """)
          }
          guard let error else { return }
          isRead = false
          say("\(name.escaped()): \(error.description.escaped())")
        })
    } catch {
      say("\(path.escaped()): \(error.description.escaped())")
      return false
    }
    return isRead
  }

  private func options(for path: String) throws(CaptureError) -> DecodeOptions {
    var options = DecodeOptions()
    options.format = output.first.map(\.format) ?? .text
    if options.format == .text, verbose { options.format = .verbose }
    options.frames = frames?.range ?? around.map { max($0 - context, 1)...($0 + context) }
    options.layers = layer
    options.onlyErrors = errors
    options.isColoured = output.first?.file == nil && Terminal.presentation(color).isColoured
    options.isLive = path == "-"
    if let device {
      if let address = Address(device) {
        options.devices = [address]
      } else {
        options.deviceName = device
        if path != "-" {
          options.devices = Decoding.devices(named: device, path: path, redaction: redaction.options)
        }
      }
    }
    return options
  }
}

/// Where decoded frames go, and as what.
struct DecodeTarget: Sendable {
  /// Text or JSON.
  var format: DecodeOptions.Format
  /// The file; `nil` for standard output.
  var file: String?

  /// Reads `FORMAT`, `FORMAT:FILE` or `FORMAT:-`.
  init(parsing text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    switch parts.first {
    case "text": format = .text
    case "json", "ndjson": format = .json
    default: throw ValidationError("'\(text)' names no format; decode writes text or json.")
    }
    let name = parts.count > 1 ? String(parts[1]) : "-"
    if name.isEmpty { throw ValidationError("'\(text)' names no file; - is standard output.") }
    file = name == "-" ? nil : name
  }
}

/// Frames from one to another.
struct FrameRange: Sendable {
  var range: ClosedRange<Int>

  /// Reads `412`, `100-200`, `100-` or `-200`.
  init(parsing text: String) throws {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let first = parts.first.map { $0.isEmpty ? 1 : Int($0) } ?? nil
    let last = parts.count > 1 ? (parts[1].isEmpty ? Int.max : Int(parts[1])) : first
    guard let first, let last, first >= 1, first <= last, text != "-" else {
      throw ValidationError("'\(text)' is no range of frames; written 412, 100-200, 100- or -200.")
    }
    range = first...last
  }
}

extension DecodeLayer {
  /// Reads `sdp,avdtp`.
  init(parsing text: String) throws {
    var layers: DecodeLayer = []
    for name in text.split(separator: ",") {
      guard let layer = DecodeLayer(named: name) else {
        let known = DecodeLayer.named.map { "\($0.name)" }.joined(separator: ", ")
        throw ValidationError("'\(String(name))' is no layer; known are \(known).")
      }
      layers.insert(layer)
    }
    self = layers
  }
}
