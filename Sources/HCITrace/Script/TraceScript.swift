public struct TraceScript: Sendable { public struct Step: Sendable {}
  public init(@TraceBuilder _ steps: () -> [Step]) {} }
@resultBuilder public enum TraceBuilder { public static func buildBlock(_ parts: [TraceScript.Step]...) -> [TraceScript.Step] { [] } }
