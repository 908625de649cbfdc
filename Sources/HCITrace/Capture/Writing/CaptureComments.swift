/// What is written beside the packets of a capture, for whoever opens it: texts of lines that end with a line feed.
public struct CaptureComments {
  /// On the capture as a whole.
  let capture: String
  /// On the frame with this number, any number of them.
  let frame: (Int) -> [String]

  /// `capture` on the capture, and on each frame what `frame` gives for its number.
  public init(capture: String, frame: @escaping (Int) -> [String]) {
    self.capture = capture
    self.frame = frame
  }
}
