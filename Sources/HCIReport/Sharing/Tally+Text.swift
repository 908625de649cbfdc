import HCITrace

extension CaptureFileWriter.Tally {
  /// What was written of the capture of `facts`, in one line.
  func summary(of facts: CaptureFacts, as format: CaptureFileFormat) -> String {
    let container = facts.container.rawValue
    let form = container == facts.datalink.lowercased() ? "" : " · \(facts.datalink)"
    return "\(counted(records, "frame")), from \(container)\(form) to \(format.rawValue)"
  }

  /// What is in the written capture not as it was in the one of `facts`, each remark with its label.
  func remarks(on facts: CaptureFacts, as format: CaptureFileFormat) -> [(label: String, text: String)] {
    var remarks: [(label: String, text: String)] = []
    if fillers > 0 {
      let frames = counted(fillers, "frame")
      remarks.append(
        ("left out", "\(frames) without a packet to write; records that say nothing keep the numbers"))
    }
    if renumbered > 0 {
      let packets = counted(renumbered, "packet")
      remarks.append(("numbers", "\(packets) shared a record with others, and have later numbers now"))
    }
    if untoldLosses > 0 {
      let packets = counted(untoldLosses, "packet")
      remarks.append(
        ("lost", "\(format.rawValue) can't tell that the log lost \(packets); btsnoop and pcapng can"))
    }
    for damage in facts.fileDamage {
      remarks.append(("damage", "\(damage.message.escaped()); the new file is whole"))
    }
    return remarks
  }
}
