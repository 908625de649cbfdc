@testable import HCITrace

/// Changes a capture in the way of the container that it comes in.
struct AnyCaptureMutation: Mutation {
  func change(_ input: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    mutation(of: input).change(input, limit: limit, with: &tools)
  }

  func cross(_ one: [UInt8], _ other: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    mutation(of: one).cross(one, other, limit: limit, with: &tools)
  }

  private func mutation(of file: [UInt8]) -> any Mutation {
    if let datalink = BTSnoopRecords(file)?.datalink, [1003, 1004].contains(datalink) {
      return ContainerMutation(container: .serial)
    }
    var source = ByteSource(MemoryBlocks(file))
    let format = CaptureFormat.detect(&source)
    guard let container = Container.allCases.first(where: { $0.isRecognised(as: format) }) else {
      return BlindMutation()
    }
    return container == .btsnoop ? CaptureMutation() : ContainerMutation(container: container)
  }
}
