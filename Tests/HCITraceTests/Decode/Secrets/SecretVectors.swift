import Testing

/// A packet that holds a secret, and where Wireshark shows it.
///
/// Octets are laid out as the specification says (Core Vol 4 Part E §7, Vol 3 Part H §3.6), whole and as damage leaves
/// them. Wireshark 4 reads the key as the field that is named; where none is, it shows nothing or plain octets.
struct SecretVector: Sendable, CustomTestStringConvertible {
  /// What it is.
  let name: String
  /// Wireshark's field for the secret.
  let field: String?
  /// H4 packets: which way each went, and its octets, packet type first.
  let packets: [(isSent: Bool, bytes: [UInt8])]

  var testDescription: String { name }

  /// Sixteen octets that are nowhere by chance.
  static let key: [UInt8] = [
    0xD1, 0xC3, 0x5E, 0xA7, 0xF0, 0xB2, 0x96, 0x48, 0xE5, 0xA8, 0x3C, 0x7D, 0x1F, 0x6B, 0x24, 0x90,
  ]
  /// The key as hosts write it.
  static let digits = key.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
  /// A PIN of letters, as long as one can be.
  static let pin = "Kq7-Zt2+Rm9=Wx4!"
  /// A passkey that people read out.
  static let passkey: UInt32 = 836_104

  /// All of them.
  static let all = table.split(separator: "\n").map { SecretVector(String($0)) }

  /// Reads a line of the table: K is the key, LE the packet that connects 01:02:03:04:05:06 on handle 0x0040.
  private init(_ line: String) {
    let cells = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
    name = cells[0].joined(separator: " ")
    field = cells[1] == ["-"] ? nil : cells[1].joined()
    packets = cells[2].split(separator: "/").map { words in
      if words.first == "LE" { return (false, Self.octets("043E1301004000000001020304050606000000480000")) }
      return (words.first == ">", words.dropFirst().flatMap(Self.octets))
    }
  }

  private static func octets(_ word: String) -> [UInt8] {
    if word == "K" { return key }
    if word == "PIN" { return Array(pin.utf8) }
    if word.hasPrefix("0*") { return [UInt8](repeating: 0, count: Int(word.dropFirst(2)) ?? 0) }
    let digits = Array(word)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }

  private static let table = """
    Link Key Request Reply | bthci_cmd.link_key | > 01 0B0416010203040506 K
    Link Key Request Reply, cut short | - | > 01 0B0416010203040506 D1C35EA7F0B29648E5A83C7D
    Link Key Request Reply, too long | bthci_cmd.link_key | > 01 0B0426010203040506 K K
    PIN Code Request Reply | bthci_cmd.pin_code | > 01 0D041701020304050610 K
    PIN Code Request Reply, cut short | - | > 01 0D041101020304050610 D1C35EA7F0B29648E5A8
    User Passkey Request Reply | bthci_cmd.passkey | > 01 2E040A010203040506 D1C35EA7
    Remote OOB Data Request Reply | bthci_cmd.hash_c | > 01 300426010203040506 K K
    Remote OOB Extended Data Request Reply | bthci_cmd.c256 | > 01 450446010203040506 K K K K
    Write Stored Link Key | bthci_cmd.link_key | > 01 110C1701010203040506 K
    Link Key Notification | bthci_evt.link_key | < 04 1817010203040506 K 04
    Link Key Notification, cut short | - | < 04 1817010203040506 D1C35EA7F0B29648E5A83C7D
    Link Key Notification, too short | - | < 04 1814010203040506 D1C35EA7F0B29648E5A83C7D1F6B
    Link Key Notification, too long | bthci_evt.link_key | < 04 1827010203040506 K 04 K
    Return Link Keys | bthci_evt.link_key | < 04 151701010203040506 K
    Return Link Keys, too short | - | < 04 151001010203040506 D1C35EA7F0B29648E5
    User Confirmation Request | bthci_evt.numeric_value | < 04 330A010203040506 D1C35EA7
    User Passkey Notification | bthci_evt.passkey | < 04 3B0A010203040506 D1C35EA7
    unknown event | - | < 04 6010 K
    unknown LE event | - | < 04 3E1177 K
    vendor event | - | < 04 FF1199 K
    Android link-manager trace | - | < 04 FF365811 K K K 00000000
    vendor command | - | > 01 99FC10 K
    Android RPA offload, add IRK | - | > 01 55FD1902 K 0001020304050601
    Android RPA offload, read list | - | < 04 0E1D0155FD000401 K 00010203040506
    unknown command | - | > 01 990C10 K
    vendor command, answer | - | < 04 0E140199FC00 K
    vendor command, failure | - | < 04 0E130199FC K
    unknown command, answer | - | < 04 0E1401990C00 K
    Link Key Request Reply, answer with a key | - | < 04 0E1A010B0400010203040506 K
    Write Stored Link Key, answer with a key | - | < 04 0E1501110C0001 K
    Read Stored Link Key, answer with a key | - | < 04 0E18010D0C0001000100 K
    PIN Code Request Reply, answer with a PIN | - | < 04 0E1A010D0400010203040506 K
    LE Long Term Key Request Reply, answer with a key | - | < 04 0E16011A20004000 K
    Read Local OOB Data, answer | bthci_evt.hash_c | < 04 0E2401570C00 K K
    Read Local OOB Extended Data, answer | bthci_evt.c256 | < 04 0E44017D0C00 K K K K
    LE Encrypt | bthci_cmd.le_key | > 01 172020 K K
    LE Encrypt, answer | bthci_evt.le_encrypted_data | < 04 0E1401172000 K
    LE Rand, answer | bthci_evt.le_random_number | < 04 0E0C01182000 D1C35EA7F0B29648
    LE Enable Encryption | bthci_cmd.le_long_term_key | > 01 19201C400000000000000000000000 K
    LE Long Term Key Request Reply | bthci_cmd.le_long_term_key | > 01 1A20124000 K
    LE Long Term Key Request Reply, cut short | - | > 01 1A20124000 D1C35EA7F0B29648E5A8
    LE Add Device To Resolving List | bthci_cmd.le_local_irk | > 01 27202700010203040506 K K
    LE Generate DHKey | bthci_cmd.le_remote_p_256_public_key | > 01 262040 K K K K
    LE Generate DHKey V2 | bthci_cmd.le_remote_p_256_public_key | > 01 5E2041 K K K K 00
    LE Generate DHKey Complete | bthci_evt.dhkey | < 04 3E220900 K K
    LE Read Local P-256 Public Key Complete | bthci_evt.le_local_p_256_public_key | < 04 3E420800 K K K K
    LE Generate DHKey Complete, too short | - | < 04 3E120900 K
    LE Create BIG | - | > 01 68201F00000110270028000A000202000001 K
    LE Create BIG Test | - | > 01 6920250000011027000A0001280028000200000101000001 K
    LE BIG Create Sync | - | > 01 6B201900000001 K 0064000101
    Create Physical Link | bthci_cmd.dedicated_amp_key | > 01 350423012003 K K
    Accept Physical Link | bthci_cmd.dedicated_amp_key | > 01 360423012003 K K
    Simple Pairing Hash C-192 in inquiry response | btcommon.eir_ad.entry.hash_c | > 01 520CF100110E K 0*222
    Simple Pairing Hash C-192 in advertising | btcommon.eir_ad.entry.hash_c | < 04 3E1E0201000001020304050612110E K C0
    Simple Pairing Randomizer R-192 in inquiry response | btcommon.eir_ad.entry.randomizer_r | > 01 520CF100110F K 0*222
    Simple Pairing Randomizer R-192 in advertising | btcommon.eir_ad.entry.randomizer_r | < 04 3E1E0201000001020304050612110F K C0
    Security Manager TK in inquiry response | btcommon.eir_ad.entry.data | > 01 520CF1001110 K 0*222
    Security Manager TK in advertising | btcommon.eir_ad.entry.data | < 04 3E1E02010000010203040506121110 K C0
    Simple Pairing Hash C-256 in inquiry response | btcommon.eir_ad.entry.hash_c | > 01 520CF100111D K 0*222
    Simple Pairing Hash C-256 in advertising | btcommon.eir_ad.entry.hash_c | < 04 3E1E0201000001020304050612111D K C0
    Simple Pairing Randomizer R-256 in inquiry response | btcommon.eir_ad.entry.randomizer_r | > 01 520CF100111E K 0*222
    Simple Pairing Randomizer R-256 in advertising | btcommon.eir_ad.entry.randomizer_r | < 04 3E1E0201000001020304050612111E K C0
    LE Secure Connections Confirmation in inquiry response | btcommon.eir_ad.entry.le_secure_confirmation_value | > 01 520CF1001122 K 0*222
    LE Secure Connections Confirmation in advertising | btcommon.eir_ad.entry.le_secure_confirmation_value | < 04 3E1E02010000010203040506121122 K C0
    LE Secure Connections Random in inquiry response | btcommon.eir_ad.entry.le_secure_random_value | > 01 520CF1001123 K 0*222
    LE Secure Connections Random in advertising | btcommon.eir_ad.entry.le_secure_random_value | < 04 3E1E02010000010203040506121123 K C0
    SMP Pairing Confirm | btsmp.cfm_value | LE / > 02 400015001100060003 K
    SMP Pairing Random | btsmp.random_value | LE / > 02 400015001100060004 K
    SMP Encryption Information | btsmp.long_term_key | LE / > 02 400015001100060006 K
    SMP Central Identification | btsmp.random_value | LE / > 02 400015001100060007 K
    SMP Identity Information | btsmp.id_resolving_key | LE / > 02 400015001100060008 K
    SMP Signing Information | btsmp.signature_key | LE / > 02 40001500110006000A K
    SMP Pairing Public Key | btsmp.public_key_x | LE / > 02 40004500410006000C K K K K
    SMP Pairing DHKey Check | btsmp.dhkey_check | LE / > 02 40001500110006000D K
    unknown SMP message | - | LE / > 02 40001500110006000F K
    another unknown SMP message | - | LE / > 02 400015001100060077 K
    SMP Encryption Information in two packets | btsmp.long_term_key | LE / > 02 40000D001100060006 D1C35EA7F0B29648 / > 02 40100800E5A83C7D1F6B2490
    SMP Encryption Information, too short | - | LE / > 02 40000F000B00060006 D1C35EA7F0B29648E5A8
    SMP Identity Information over BR/EDR | - | < 04 030B0040000102030405060100 / > 02 400015001100070008 K
    Set Identity Resolving Key, read | - | LE / < 02 40201600120004000B01 K
    Set Broadcast_Code | - | LE / > 02 40001900150004001220000401 K
    Set Identity Resolving Key, read by type | - | LE / < 02 40201900150004000913200001 K
    Encrypted Data Key Material | btatt.value | LE / < 02 40201D00190004000B K 0000000000000000
    unknown packet type | data.data | < 09 K
    octets that are no packet | data.data | < K
    isochronous data | - | > 05 4060140000001000 K
    voice | - | > 03 400010 K
    Loopback Command | bthci_cmd.link_key | < 04 19190B0416010203040506 K
    unknown L2CAP signal | - | LE / > 02 400018001400050040011000 K
    a channel that nobody opened | btl2cap.payload | LE / > 02 4000140010005500 K
    event of AMP | - | < 04 46120001 K
    PIN Code Request Reply, letters | bthci_cmd.pin_code | > 01 0D041701020304050610 PIN
    User Passkey Request Reply, six digits | bthci_cmd.passkey | > 01 2E040A010203040506 08C20C00
    User Confirmation Request, six digits | bthci_evt.numeric_value | < 04 330A010203040506 08C20C00
    User Passkey Notification, six digits | bthci_evt.passkey | < 04 3B0A010203040506 08C20C00
    PIN of a SIM card | - | < 04 030B00400001020304050601 00 / > 02 40000C0008000100 0201040003004000 / < 02 402010000C000100 0301080041004000 00000000 / > 02 4000080004004100 0B3F0159 / > 02 400021001D004100 0BEF33 41542B4350494E3D PIN 0D 9A
    """
}
