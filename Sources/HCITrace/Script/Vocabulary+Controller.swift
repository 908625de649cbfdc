// What happens between host and controller, without anybody else.

/// The host starts: Reset, its address, its class of device, the controller's buffers.
public func initializes(
  classOfDevice: UInt32 = host.classOfDevice.value, address: Address = host.address, buffers: UInt16 = 8
) -> [TraceScript.Step] {
  resets() + tellsBuffers(buffers) + tellsAddress(address) + setsClass(classOfDevice)
}

/// HCI Reset, done.
public func resets() -> [TraceScript.Step] {
  [.command(.reset), .complete(.reset)]
}

/// The controller tells how many ACL packets it buffers.
public func tellsBuffers(_ buffers: UInt16) -> [TraceScript.Step] {
  [
    .command(.readBufferSize),
    .complete(
      .readBufferSize,
      HCIReturn.ReadBufferSize(
        status: .success, aclDataPacketLength: 1021, synchronousDataPacketLength: 255,
        totalNumACLDataPackets: buffers, totalNumSynchronousDataPackets: 8)),
  ]
}

/// The controller tells its address.
public func tellsAddress(_ address: Address) -> [TraceScript.Step] {
  [.command(.readBDADDR), .complete(.readBDADDR, HCIReturn.ReadBDADDR(status: .success, address: address))]
}

/// The host sets its class of device.
public func setsClass(_ classOfDevice: UInt32) -> [TraceScript.Step] {
  [
    .command(.writeClassofDevice(.init(classOfDevice: ClassOfDevice(value: classOfDevice)))),
    .complete(.writeClassofDevice),
  ]
}

/// The host sets its name.
public func setsName(_ name: String) -> [TraceScript.Step] {
  [.command(HCIOpcode.writeLocalName, padded(name, to: 248)), .complete(.writeLocalName)]
}

/// The controller tells its version and maker.
public func tellsVersion(_ version: UInt8 = 0x0B, manufacturer: UInt16 = 0x000F) -> [TraceScript.Step] {
  [
    .command(.readLocalVersionInformation),
    .complete(
      .readLocalVersionInformation,
      HCIReturn.ReadLocalVersionInformation(
        status: .success, hciVersion: CoreVersion(rawValue: version), hciSubversion: 0,
        lmpVersion: CoreVersion(rawValue: version), company: CompanyIdentifier(rawValue: manufacturer),
        lmpSubversion: 0)),
  ]
}

/// An Android host asks what its controller can do beyond the specification, and the controller tells.
public func tellsVendorCapabilities() -> [TraceScript.Step] {
  let capabilities = HCIReturn.LEGetVendorCapabilities(
    status: .success, maxAdvertisingInstances: 16, offloadedResolutionOfPrivateAddress: 1,
    totalScanResultsStorage: 10_240, maxIRKListSize: 32, filteringSupport: 1, maxFilter: 16,
    activityEnergyInfoSupport: 1, version: 0x0060, totalNumOfAdvertisersTracked: 32)
  // What version 0.60 has after these.
  let extendedScan: UInt8 = 1, debugLogging: UInt8 = 0
  return [
    .command(.leGetVendorCapabilities),
    .complete(
      .leGetVendorCapabilities,
      TraceScript.Step.octets(capabilities.encode) + [extendedScan, debugLogging]),
  ]
}

/// An Android host lets its controller encode the audio: the vendor command of A2DP offload (0xFD5D).
public func offloads() -> [TraceScript.Step] {
  let opcode = HCIOpcode(rawValue: 0xFD5D)
  return [.command(opcode, [0x01]), .complete(opcode, [0x00, 0x01])]
}

/// The controller reports that it broke.
public func hardwareError(_ code: UInt8 = 0) -> [TraceScript.Step] {
  [.event(.hardwareError(.init(hardwareCode: code)))]
}

/// The system tells of an adapter: opened, closed, removed. The log then is that of the Linux monitor.
public func adapterChanges(_ record: ControlRecord) -> [TraceScript.Step] {
  [TraceScript.Step(.control(record), .received, [])]
}

/// Time passes, and the log goes on: a vendor's event that says nothing.
public func passes(_ time: Duration) -> [TraceScript.Step] {
  [.event(.vendor, [0x00]).after(time)]
}

/// The controller says that it sent `count` packets.
public func acknowledges(_ count: UInt16 = 1, with device: TraceScript.Device = speaker) -> [TraceScript.Step]
{
  [.credits(count, handle: device.handle)]
}

/// `text` in UTF-8 with zeros after it.
func padded(_ text: String, to length: Int) -> [UInt8] {
  let octets = Array(text.utf8.prefix(length))
  return octets + Array(repeating: 0, count: length - octets.count)
}
