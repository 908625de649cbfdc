/// The kinds of content that hold one capture.
enum CaptureFormat {
  case btsnoop

  /// What `source` holds, by its first bytes, none of which are consumed.
  static func detect(_ source: inout ByteSource) throws(CaptureError) -> CaptureFormat {
    source.fill(8)
    if source.starts(with: BTSnoopReader.magic) { return .btsnoop }
    throw source.failure ?? CaptureError("no capture", offset: 0)
  }
}
