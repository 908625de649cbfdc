// How the host finds devices and learns their names.

/// The host inquires, for at most `length` × 1.28 s.
public func inquires(length: UInt8 = 8, refused status: HCIStatus = .success) -> [TraceScript.Step] {
  [
    .command(.inquiry(.init(lap: 0x9E8B33, inquiryLength: length, numResponses: 0))),
    .status(.inquiry, status),
  ]
}

/// A device answers the inquiry, with its name unless `named` is false.
public func finds(
  _ device: TraceScript.Device = speaker, rssi: Int8 = -48, transmitPower: Int8? = nil,
  services: [BluetoothUUID]? = [.audioSink, .remoteControl, .remoteControlTarget], named: Bool = true
) -> [TraceScript.Step] {
  var response: [UInt8] = []
  if named { response += structure(.completeLocalName, Array(device.name.utf8)) }
  if let services { response += structures(services) }
  if let transmitPower { response += structure(.txPowerLevel, [UInt8(bitPattern: transmitPower)]) }
  response += Array(repeating: 0, count: max(240 - response.count, 0))
  return [
    .event(
      .extendedInquiryResult(
        .init(
          numResponses: 1, address: device.address, pageScanRepetitionMode: 1, reserved: 0,
          classOfDevice: device.classOfDevice, clockOffset: 0x1234, rssi: rssi)), Array(response.prefix(240)))
  ]
}

/// The inquiry ends by itself.
public func inquiryEnds(_ status: HCIStatus = .success) -> [TraceScript.Step] {
  [.event(.inquiryComplete(.init(status: status)))]
}

/// The host ends the inquiry.
public func cancelsInquiry() -> [TraceScript.Step] { [.command(.inquiryCancel), .complete(.inquiryCancel)] }

/// A device advertises over Bluetooth LE.
public func advertises(
  _ device: TraceScript.Device = speaker, flags: UInt8? = 0x06, services: [BluetoothUUID] = [],
  transmitPower: Int8? = nil, named: Bool = true, addressType: LEAddressType = .publicDevice, rssi: Int8 = -50
) -> [TraceScript.Step] {
  var data: [UInt8] = []
  if let flags { data += structure(.flags, [flags]) }
  if !services.isEmpty { data += structures(services) }
  if let transmitPower { data += structure(.txPowerLevel, [UInt8(bitPattern: transmitPower)]) }
  if named { data += structure(.completeLocalName, Array(device.name.utf8)) }
  data = Array(data.prefix(31))
  let report = TraceScript.Step.octets {
    $0.integer(UInt8(0))
    $0.code(addressType)
    $0.address(device.address)
    $0.integer(UInt8(data.count))
    $0.append(data)
    $0.integer(rssi)
  }
  return [.event(.le(.advertisingReport(.init(numReports: 1))), report)]
}

/// The host asks a device's name.
public func asksName(
  of device: TraceScript.Device = speaker, refused status: HCIStatus = .success
) -> [TraceScript.Step] {
  [
    .command(
      .remoteNameRequest(
        .init(address: device.address, pageScanRepetitionMode: 1, reserved: 0, clockOffset: 0x9234))),
    .status(.remoteNameRequest, status),
  ]
}

/// The device tells its name, or `name`.
public func tellsName(_ name: String? = nil, of device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .event(
      .remoteNameRequestComplete(.init(status: .success, address: device.address)),
      padded(name ?? device.name, to: 248))
  ]
}

/// The device doesn't tell its name.
public func nameFails(
  _ status: HCIStatus = .pageTimeout, of device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .event(
      .remoteNameRequestComplete(.init(status: status, address: device.address)),
      Array(repeating: 0, count: 248))
  ]
}

/// One structure of advertising or extended inquiry response data.
private func structure(_ type: AdvertisingDataType, _ value: [UInt8]) -> [UInt8] {
  [UInt8(truncatingIfNeeded: value.count &+ 1), type.rawValue] + value
}

/// The lists of services: the short ones (even if there are none), and the vendors' own.
private func structures(_ services: [BluetoothUUID]) -> [UInt8] {
  let vendors = services.filter { $0.short == nil }
  let short = TraceScript.Step.octets { for uuid in services.compactMap(\.short) { $0.integer(uuid) } }
  let long = TraceScript.Step.octets {
    for uuid in vendors {
      $0.integer(uuid.low)
      $0.integer(uuid.high)
    }
  }
  return (short.isEmpty && !long.isEmpty ? [] : structure(.completeUUIDs16, short))
    + (long.isEmpty ? [] : structure(.completeUUIDs128, long))
}
