// What libFuzzer calls; https://llvm.org/docs/LibFuzzer.html tells when.

import CLibFuzzer
import Foundation

/// What runs in this process.
enum Fuzzing {
  /// Chosen by `--target=NAME` before anything else happens.
  nonisolated(unsafe) static var target: FuzzTarget?

  /// Processor time that one input may take, in nanoseconds: a second, though code that is watched runs several times slower.
  static let longest: UInt64 = 1_000_000_000

  /// Octets changed by libFuzzer.
  static func blind(_ octets: [UInt8], _ limit: Int) -> [UInt8] {
    var buffer = octets + [UInt8](repeating: 0, count: max(limit - octets.count, 0))
    let capacity = buffer.count
    // Safe: the pointer is valid for `capacity` octets, of which libFuzzer is told.
    let count = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe LLVMFuzzerMutate($0.baseAddress, min(octets.count, limit), max(min(limit, capacity), 1))
    }
    return Array(buffer.prefix(count))
  }

  /// Ends the process so that libFuzzer keeps the input.
  static func fail(_ why: String) -> Never {
    FileHandle.standardError.write(Data("\nBroken promise: \(why.debugDescription)\n".utf8))
    abort()
  }
}

/// Takes the arguments that are ours, which libFuzzer passes over: `--target=NAME` says what runs, `--list` tells which there
/// are, `--seeds=FOLDER` writes the seeds of all into a folder for each.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> CInt {
  for argument in CommandLine.arguments.dropFirst() {
    if argument == "--list" {
      for target in FuzzTarget.all { print(target.name, target.limit) }
      exit(0)
    } else if argument.hasPrefix("--seeds=") {
      do { try writeSeeds(into: URL(filePath: String(argument.dropFirst(8)))) } catch {
        Fuzzing.fail("\(error)")
      }
      exit(0)
    } else if argument.hasPrefix("--target=") {
      unsafe Fuzzing.target = .named(String(argument.dropFirst(9)))
    }
  }
  if unsafe Fuzzing.target == nil { Fuzzing.fail("--target=NAME is missing; --list tells them") }
  return 0
}

private func writeSeeds(into folder: URL) throws {
  for target in FuzzTarget.all {
    let own = folder.appending(path: target.name)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    for (number, seed) in try target.seeds().enumerated() {
      try Data(seed).write(to: own.appending(path: "seed\(number)"))
    }
  }
}

/// Tries one input; −1 keeps it out of the corpus.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target = unsafe Fuzzing.target else { return -1 }
  // Safe: libFuzzer's octets are there until this returns.
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let began = processorTime()
  do {
    guard try target.run(input) else { return -1 }
  } catch { Fuzzing.fail("\(error)") }
  let took = processorTime() - began
  if took > Fuzzing.longest { Fuzzing.fail("\(took / 1_000_000) ms of processor time") }
  return 0
}

/// Changes an input in the target's way.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ limit: Int, _ seed: UInt32) -> Int {
  guard let target = unsafe Fuzzing.target else { return size }
  // Safe: libFuzzer lends `limit` octets, of which `size` are the input.
  let input = unsafe Array(UnsafeBufferPointer(start: data, count: size))
  var tools = MutationTools(seed: UInt64(seed), blind: Fuzzing.blind)
  let changed = target.mutation.change(input, limit: limit, with: &tools).prefix(limit)
  _ = unsafe UnsafeMutableBufferPointer(start: data, count: limit).update(fromContentsOf: changed)
  return changed.count
}

/// Makes one input of two in the target's way.
@_cdecl("LLVMFuzzerCustomCrossOver")
public func cross(
  _ one: UnsafePointer<UInt8>, _ oneSize: Int, _ other: UnsafePointer<UInt8>, _ otherSize: Int,
  _ output: UnsafeMutablePointer<UInt8>, _ limit: Int, _ seed: UInt32
) -> Int {
  guard let target = unsafe Fuzzing.target else { return 0 }
  // Safe: libFuzzer lends these inputs, and `limit` octets for what is made of them.
  let (one, other) = unsafe (
    Array(UnsafeBufferPointer(start: one, count: oneSize)),
    Array(UnsafeBufferPointer(start: other, count: otherSize))
  )
  var tools = MutationTools(seed: UInt64(seed), blind: Fuzzing.blind)
  let crossed = target.mutation.cross(one, other, limit: limit, with: &tools).prefix(limit)
  _ = unsafe UnsafeMutableBufferPointer(start: output, count: limit).update(fromContentsOf: crossed)
  return crossed.count
}

/// Processor time of this thread, in nanoseconds.
private func processorTime() -> UInt64 {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
