import HCITrace

extension CodecInformation {
  /// Everything that it says, in one line: "SBC: sampling frequency 44.1 kHz, channel mode joint stereo, …".
  var words: String {
    let told = fields.map { "\($0.title) \($0.values.isEmpty ? "none" : $0.values.joined(separator: "/"))" }
    return told.isEmpty ? name : "\(name): \(told.joined(separator: ", "))"
  }

  /// By what name a profile speaks of it.
  var profileName: Profile.CodecName? {
    switch self {
    case .sbc: .sbc
    case .mpegAudio: .mpeg12
    case .aac: .aac
    case .usac: .usac
    case .atrac: .atrac
    case .vendor: .vendor
    case .unknown: nil
    }
  }
}

extension SBCInformation.Field {
  /// What `information` says of the field.
  func values(in information: SBCInformation) -> String {
    let field = CodecInformation.sbc(information).fields.first { $0.title == title }
    if self == .bitpool, information.minimumBitpool > information.maximumBitpool { return "none" }
    guard let values = field?.values, !values.isEmpty else { return "none" }
    return values.joined(separator: "/")
  }
}
