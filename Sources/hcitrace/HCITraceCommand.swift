import ArgumentParser

@main
struct HCITraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "hcitrace")
}
