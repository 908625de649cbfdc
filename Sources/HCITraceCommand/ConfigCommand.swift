import ArgumentParser
import HCIDiagnosis
import HCIReport

/// `hcitrace config`: what is in force for a capture or a folder, and where each value comes from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.config.rawValue,
    abstract: "Shows what is configured for a capture or a folder, and where each value comes from.",
    discussion: """
      The nearest .hcitrace.yml or .hcitrace.yaml in the capture's folder or above it is read, up to your home folder (or \
      the root, outside of it); else the nearest from the working folder up. Options outweigh the file, the file outweighs \
      the profile, and that outweighs what is built in.

      EXAMPLES
        hcitrace config                              what is in force here
        hcitrace config captures/monday.btsnoop --all
        hcitrace config --init                       writes a commented .hcitrace.yml to start with
      """)

  @Argument(help: ArgumentHelp("A capture or a folder.", valueName: "path"), completion: .file())
  var path = "."

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  @Flag(
    name: .customLong("init"), help: "Write a commented .hcitrace.yml into the folder; never over another.")
  var isInit = false

  @Flag(help: "List every threshold, also those that nobody set.")
  var all = false

  /// How the values are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(name: [.short, .long], help: ArgumentHelp("text, or json.", valueName: "format"))
  var output: Format = .text

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func run() throws {
    ignoreBrokenPipes()
    if isInit { return try writeStarter() }
    let kind = fileKind(path, followingLinks: true)
    if path != "-", kind == nil {
      say("\(path.escaped()): there is no such file or folder")
      throw ExitCode(RunStatus.unusable.rawValue)
    }
    let told = try settings.stated.configurations(for: [path]).first ?? Configuration()
    var listing = ConfigurationListing(path: path, told)
    listing.isComplete = all
    if kind == .file, told.profile == nil,
      case .success(let diagnosis)? = Analyzer(told).analyze(path: path).first?.outcome
    {
      listing.profile = diagnosis.profile
      listing.profileReason = diagnosis.profileReason
    }
    let presentation = Terminal.presentation(color)
    let isWritten = FileOutput.standardOutput.write { file in
      switch output {
      case .text: listing.write(presentation, to: &file)
      case .json: listing.writeJSON(to: &file)
      }
    }
    if !isWritten { throw ExitCode(RunStatus.unusable.rawValue) }
  }

  private func writeStarter() throws {
    let folder = path.hasSuffix("/") ? path : path + "/"
    let there = ConfigurationFiles.names.map { folder + $0 }
    let file = path == "." ? ConfigurationFiles.names[0] : there[0]
    guard fileKind(path, followingLinks: true) == .folder else {
      say("\(path.escaped()): is no folder; --init writes .hcitrace.yml into one")
      throw ExitCode(RunStatus.unusable.rawValue)
    }
    if let old = there.first(where: { fileKind($0, followingLinks: false) != nil }) {
      say("\(old.escaped()): is there already, and is left as it is")
      throw ExitCode(RunStatus.unusable.rawValue)
    }
    guard createFile(file, Configuration.starter) else {
      say("\(file.escaped()): can't be written")
      throw ExitCode(RunStatus.unusable.rawValue)
    }
    if !FileOutput.standardOutput.write({ $0.write("wrote \(file.escaped())\n") }) {
      throw ExitCode(RunStatus.unusable.rawValue)
    }
  }
}
