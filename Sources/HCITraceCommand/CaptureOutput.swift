import ArgumentParser
import HCIReport
import HCITrace

/// The capture that is being written: into a file beside the one that was asked for, whose place it takes only when it is
/// complete. Standard output, pipes and devices are written to as they are.
struct CaptureOutput {
  private let file: FileOutput
  private let place: Place

  private enum Place {
    /// Nothing is there but what was written.
    case stream
    /// A file at `unfinished`, on its way to `path`, that is called `name`.
    case file(unfinished: String, path: String, name: String)
  }

  /// Opens what is to be written to `name`; `nil`, and a line on standard error, when that can't be done, or there is a
  /// file already that may not be replaced.
  static func opening(_ name: String, replacing mayReplace: Bool) -> CaptureOutput? {
    if name == "-" { return CaptureOutput(file: .standardOutput, place: .stream) }
    switch fileKind(name, followingLinks: true) {
    case .file where !mayReplace:
      say("\(name.escaped()): is there already; name another file, or give --force to replace it")
      return nil
    case .file, .link, .folder, nil:
      // What a link leads to is replaced, not the link.
      let path = resolvedPath(name) ?? name
      let unfinished = unfinishedPath(path)
      guard let file = FileOutput.creating(unfinished, called: name, isNew: true) else { return nil }
      return CaptureOutput(
        file: file, place: .file(unfinished: unfinished, path: path, name: name))
    case .device, .other:
      return FileOutput.creating(name).map { CaptureOutput(file: $0, place: .stream) }
    }
  }

  /// Writes the next `bytes`. Where nobody takes them, reading on is in vain: this ends the program.
  func write(_ bytes: RawSpan) {
    file.write(bytes)
    if file.isOver {
      discard()
      file.giveUp()
    }
  }

  /// Ends the file; `nil`, and a line on standard error, when it isn't complete.
  func end() -> CaptureOutput? {
    if file.endComplete() { return self }
    discard()
    return nil
  }

  /// What the file says to whoever reads it now; `nil` where it can't be read again.
  func readBack() throws(CaptureError) -> Session? {
    guard case .file(let unfinished, _, _) = place else { return nil }
    guard let outcome = Analysis.sessions(path: unfinished).first?.outcome else { return nil }
    return try outcome.get()
  }

  /// Gives the file its name; false, and a line on standard error, when that can't be done.
  func keep() -> Bool {
    guard case .file(let unfinished, let path, let name) = place else { return true }
    guard let reason = moveFile(unfinished, to: path) else { return true }
    discard()
    say("\(name.escaped()): can't be written: \(reason)")
    return false
  }

  /// Removes what was written, where that is a file.
  func discard() {
    if case .file(let unfinished, _, _) = place { removeFile(unfinished) }
  }
}

extension CaptureOutput {
  /// Objects where the capture at `input` can't be written anew to `output`.
  static func validate(_ output: String, for input: String) throws {
    if output == "-", FileOutput.standardOutput.isTerminal {
      throw ValidationError("Standard output is a terminal; name a file, or pipe the capture on.")
    }
    if fileKind(output, followingLinks: true) == .folder {
      throw ValidationError("'\(output.escaped())' is a folder; name the file to write in it.")
    }
    if let file = FileIdentity(path: output), file == FileIdentity(path: input) {
      throw ValidationError("OUT is the capture itself; name another file.")
    }
  }
}
