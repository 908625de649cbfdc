// HCI events: code (LE: 3E and the sub-event), offsets in the parameters, name.
// Written by generate.py from Data/events.tsv: change that file, not this one.

// swift-format-ignore-file
extension AssignedNumbers {
  static let eventTable = AssignedNumbers(
    #"""
    0001 s0 Inquiry Complete
    0002 a1 Inquiry Result
    0003 s0,h1,a3 Connection Complete
    0004 a0 Connection Request
    0005 s0,h1,r3 Disconnection Complete
    0006 s0,h1 Authentication Complete
    0007 s0,a1 Remote Name Request Complete
    0008 s0,h1 Encryption Change [v1]
    0009 s0,h1 Change Connection Link Key Complete
    000A s0,h1 Link Key Type Changed
    000B s0,h1 Read Remote Supported Features Complete
    000C s0,h1 Read Remote Version Information Complete
    000D s0,h1 QoS Setup Complete
    000E - Command Complete
    000F s0 Command Status
    0010 - Hardware Error
    0011 h0 Flush Occurred
    0012 s0,a1 Role Change
    0013 h1 Number Of Completed Packets
    0014 s0,h1 Mode Change
    0015 a1 Return Link Keys
    0016 a0 PIN Code Request
    0017 a0 Link Key Request
    0018 a0 Link Key Notification
    0019 - Loopback Command
    001A - Data Buffer Overflow
    001B h0 Max Slots Change
    001C s0,h1 Read Clock Offset Complete
    001D s0,h1 Connection Packet Type Changed
    001E h0 QoS Violation
    001F a0 Page Scan Mode Change
    0020 a0 Page Scan Repetition Mode Change
    0021 s0,h1 Flow Specification Complete
    0022 a1 Inquiry Result with RSSI
    0023 s0,h1 Read Remote Extended Features Complete
    002C s0,h1,a3 Synchronous Connection Complete
    002D s0,h1 Synchronous Connection Changed
    002E s0,h1 Sniff Subrating
    002F a1 Extended Inquiry Result
    0030 s0,h1 Encryption Key Refresh Complete
    0031 a0 IO Capability Request
    0032 a0 IO Capability Response
    0033 a0 User Confirmation Request
    0034 a0 User Passkey Request
    0035 a0 Remote OOB Data Request
    0036 s0,a1 Simple Pairing Complete
    0038 h0 Link Supervision Timeout Changed
    0039 h0 Enhanced Flush Complete
    003B a0 User Passkey Notification
    003C a0 Keypress Notification
    003D a0 Remote Host Supported Features Notification
    003E - LE Meta
    0040 s0 Physical Link Complete
    0041 - Channel Selected
    0042 s0,r2 Disconnection Physical Link Complete
    0043 - Physical Link Loss Early Warning
    0044 - Physical Link Recovery
    0045 s0,h1 Logical Link Complete
    0046 s0,h1,r3 Disconnection Logical Link Complete
    0047 s0,h1 Flow Spec Modify Complete
    0048 h3 Number Of Completed Data Blocks
    0049 s0 AMP Start Test
    004A s0 AMP Test End
    004B - AMP Receiver Report
    004C s0 Short Range Mode Change Complete
    004D s0 AMP Status Change
    004E h0 Triggered Clock Capture
    004F s0 Synchronization Train Complete
    0050 s0,a1 Synchronization Train Received
    0051 a0 Connectionless Peripheral Broadcast Receive
    0052 a0 Connectionless Peripheral Broadcast Timeout
    0053 s0,a1 Truncated Page Complete
    0054 - Peripheral Page Response Timeout
    0055 - Connectionless Peripheral Broadcast Channel Map Change
    0056 - Inquiry Response Notification
    0057 h0 Authenticated Payload Timeout Expired
    0058 h0 SAM Status Change
    0059 s0,h1 Encryption Change [v2]
    00FF - Vendor Specific
    3E01 s1,h2,a6 LE Connection Complete
    3E02 a4 LE Advertising Report
    3E03 s1,h2 LE Connection Update Complete
    3E04 s1,h2 LE Read Remote Features Complete
    3E05 h1 LE Long Term Key Request
    3E06 h1 LE Remote Connection Parameter Request
    3E07 h1 LE Data Length Change
    3E08 s1 LE Read Local P-256 Public Key Complete
    3E09 s1 LE Generate DHKey Complete
    3E0A s1,h2,a6 LE Enhanced Connection Complete [v1]
    3E0B a4 LE Directed Advertising Report
    3E0C s1,h2 LE PHY Update Complete
    3E0D a5 LE Extended Advertising Report
    3E0E s1,a6 LE Periodic Advertising Sync Established [v1]
    3E0F - LE Periodic Advertising Report [v1]
    3E10 - LE Periodic Advertising Sync Lost
    3E11 - LE Scan Timeout
    3E12 s1,h3 LE Advertising Set Terminated
    3E13 a3 LE Scan Request Received
    3E14 h1 LE Channel Selection Algorithm
    3E15 - LE Connectionless IQ Report
    3E16 h1 LE Connection IQ Report
    3E17 s1,h2 LE CTE Request Failed
    3E18 s1,h2,a10 LE Periodic Advertising Sync Transfer Received [v1]
    3E19 s1,h2 LE CIS Established
    3E1A h1 LE CIS Request
    3E1B s1 LE Create BIG Complete
    3E1C r2 LE Terminate BIG Complete
    3E1D s1 LE BIG Sync Established
    3E1E r2 LE BIG Sync Lost
    3E1F s1,h2 LE Request Peer SCA Complete
    3E20 h1 LE Path Loss Threshold
    3E21 s1,h2 LE Transmit Power Reporting
    3E22 - LE BIGInfo Advertising Report
    3E23 s1,h2 LE Subrate Change
    3E24 s1,a6 LE Periodic Advertising Sync Established [v2]
    3E25 - LE Periodic Advertising Report [v2]
    3E26 s1,h2,a10 LE Periodic Advertising Sync Transfer Received [v2]
    3E27 - LE Periodic Advertising Subevent Data Request
    3E28 - LE Periodic Advertising Response Report
    3E29 s1,h2,a6 LE Enhanced Connection Complete [v2]
    """#)
}
