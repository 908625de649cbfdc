extension ClassOfDevice {
  /// Major and minor device class in words: "Audio/Video: Loudspeaker".
  public var deviceName: String {
    let major = majorName ?? "major class \(major)"
    return minorName.map { "\(major): \($0)" } ?? major
  }

  /// The services it claims, the lowest bit first.
  public var serviceNames: [String] {
    (13...23).filter { hasService($0) }.map { Self.services[$0 - 13] ?? "bit \($0)" }
  }

  private static let services: [String?] = [
    "Limited Discoverable Mode", "LE Audio", nil, "Positioning", "Networking", "Rendering", "Capturing",
    "Object Transfer", "Audio", "Telephony", "Information",
  ]

  /// The major device class in words; `nil` for reserved ones.
  public var majorName: String? {
    switch major {
    case 0: "Miscellaneous"
    case 1: "Computer"
    case 2: "Phone"
    case 3: "LAN/Network Access Point"
    case 4: "Audio/Video"
    case 5: "Peripheral"
    case 6: "Imaging"
    case 7: "Wearable"
    case 8: "Toy"
    case 9: "Health"
    case 31: "Uncategorized"
    default: nil
    }
  }

  /// The minor device class in words; `nil` where it says nothing.
  public var minorName: String? {
    switch major {
    case 1: Self.word(minor, in: Self.computers)
    case 2: Self.word(minor, in: Self.phones)
    case 3: Self.word(minor >> 3, in: Self.accessPoints)
    case 4: Self.word(minor, in: Self.audioVideo)
    case 5: peripheralName
    case 6: imagingName
    case 7: Self.word(minor, in: Self.wearables)
    case 8: Self.word(minor, in: Self.toys)
    case 9: Self.word(minor, in: Self.health)
    default: nil
    }
  }

  private static func word(_ index: UInt8, in words: [String?]) -> String? {
    Int(index) < words.count ? words[Int(index)] : nil
  }

  /// Bits 7–6 say what it enters with, bits 5–2 what else it is.
  private var peripheralName: String? {
    let words = [Self.word(minor >> 4, in: Self.pointers), Self.word(minor & 0xF, in: Self.peripherals)]
    let known = words.compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: ", ")
  }

  /// Bits 7–4 each add something.
  private var imagingName: String? {
    let known = ["Display", "Camera", "Scanner", "Printer"].enumerated().filter {
      minor >> (2 + $0.offset) & 1 != 0
    }
    return known.isEmpty ? nil : known.map(\.element).joined(separator: ", ")
  }

  private static let computers: [String?] = [
    "Uncategorized", "Desktop Workstation", "Server-class Computer", "Laptop", "Handheld PC/PDA",
    "Palm-size PC/PDA",
    "Wearable Computer", "Tablet",
  ]
  private static let phones: [String?] = [
    "Uncategorized", "Cellular", "Cordless", "Smartphone", "Wired Modem or Voice Gateway",
    "Common ISDN Access",
  ]
  private static let accessPoints: [String?] = [
    "Fully available", "1% to 17% utilized", "17% to 33% utilized", "33% to 50% utilized",
    "50% to 67% utilized",
    "67% to 83% utilized", "83% to 99% utilized", "No service available",
  ]
  private static let audioVideo: [String?] = [
    "Uncategorized", "Wearable Headset Device", "Hands-free Device", nil, "Microphone", "Loudspeaker",
    "Headphones",
    "Portable Audio", "Car Audio", "Set-top Box", "HiFi Audio Device", "VCR", "Video Camera", "Camcorder",
    "Video Monitor", "Video Display and Loudspeaker", "Video Conferencing", nil, "Gaming/Toy", "Hearing Aid",
    "Glasses",
  ]
  private static let pointers: [String?] = [
    nil, "Keyboard", "Pointing Device", "Combo Keyboard/Pointing Device",
  ]
  private static let peripherals: [String?] = [
    nil, "Joystick", "Gamepad", "Remote Control", "Sensing Device", "Digitizer Tablet", "Card Reader",
    "Digital Pen",
    "Handheld Scanner", "Handheld Gestural Input Device",
  ]
  private static let wearables: [String?] = [
    nil, "Wristwatch", "Pager", "Jacket", "Helmet", "Glasses", "Pin",
  ]
  private static let toys: [String?] = [nil, "Robot", "Vehicle", "Doll/Action Figure", "Controller", "Game"]
  private static let health: [String?] = [
    "Undefined", "Blood Pressure Monitor", "Thermometer", "Weighing Scale", "Glucose Meter", "Pulse Oximeter",
    "Heart/Pulse Rate Monitor", "Health Data Display", "Step Counter", "Body Composition Analyzer",
    "Peak Flow Monitor", "Medication Monitor", "Knee Prosthesis", "Ankle Prosthesis",
    "Generic Health Manager",
    "Personal Mobility Device",
  ]
}
