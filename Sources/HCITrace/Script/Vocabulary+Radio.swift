// What else the radio does, and how the controller says that it fares.

/// The host turns scanning for Bluetooth LE devices on; interval and window have units of 0.625 ms.
public func scans(interval: UInt16 = 0x0060, window: UInt16 = 0x0060) -> [TraceScript.Step] {
  [
    .command(
      .leSetScanParameters(
        .init(
          scanType: 1, scanInterval: interval, scanWindow: window, ownAddressType: .publicDevice,
          filterPolicy: 0))),
    .complete(.leSetScanParameters),
    .command(.leSetScanEnable(.init(scanEnable: true, filterDuplicates: false))),
    .complete(.leSetScanEnable),
  ]
}

/// The host turns it off.
public func stopsScanning() -> [TraceScript.Step] {
  [
    .command(.leSetScanEnable(.init(scanEnable: false, filterDuplicates: false))),
    .complete(.leSetScanEnable),
  ]
}

/// The controller reports how well a link works: a vendor's event, Bluetooth Quality Report. Kind 3 says that music is
/// choppy.
public func reportsQuality(
  kind: UInt8 = 3, rssi: Int8 = -50, unusedChannels: UInt8 = 0, retransmissions: UInt32 = 0,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let report = QualityReport(
    reportIdentifier: kind, packetType: 0x0A, handle: device.handle, role: .central, txPowerLevel: 4,
    rssi: rssi, snr: 20, unusedAFHChannelCount: unusedChannels, afhSelectUnidealChannelCount: 0,
    linkSupervisionTimeout: 0x3E80, piconetClock: 0, retransmissionCount: retransmissions, noRxCount: 0,
    nakCount: 0, lastTxAckTimestamp: 0, flowOffCount: 0, lastFlowOnTimestamp: 0, bufferOverflowBytes: 0,
    bufferUnderflowBytes: 0)
  return [
    .event(.vendor, [QualityReport.subevent] + TraceScript.Step.octets(report.encode))
  ]
}
