/// Which question a message of L2CAP signalling, SDP or AVDTP asks, or answers.
struct Transaction: Hashable {
  /// The number by which its protocol tells questions apart: identifier, transaction ID, label.
  var number: UInt16
  /// It answers; otherwise it asks.
  var isAnswer: Bool
}
