// HCI commands: opcode, answer, offsets in command and return parameters, name.
// Written by generate.py from Data/commands.tsv: change that file, not this one.

// swift-format-ignore-file
extension AssignedNumbers {
  static let commandTable = AssignedNumbers(
    #"""
    0000 C - - No Operation
    0401 S - - Inquiry
    0402 C - s0 Inquiry Cancel
    0403 C - s0 Periodic Inquiry Mode
    0404 C - s0 Exit Periodic Inquiry Mode
    0405 S a0 - Create Connection
    0406 S h0,r2 - Disconnect
    0407 S h0 - Add SCO Connection
    0408 C a0 s0,a1 Create Connection Cancel
    0409 S a0 - Accept Connection Request
    040A S a0,r6 - Reject Connection Request
    040B C a0 s0,a1 Link Key Request Reply
    040C C a0 s0,a1 Link Key Request Negative Reply
    040D C a0 s0,a1 PIN Code Request Reply
    040E C a0 s0,a1 PIN Code Request Negative Reply
    040F S h0 - Change Connection Packet Type
    0411 S h0 - Authentication Requested
    0413 S h0 - Set Connection Encryption
    0415 S h0 - Change Connection Link Key
    0417 S - - Link Key Selection
    0419 S a0 - Remote Name Request
    041A C a0 s0,a1 Remote Name Request Cancel
    041B S h0 - Read Remote Supported Features
    041C S h0 - Read Remote Extended Features
    041D S h0 - Read Remote Version Information
    041F S h0 - Read Clock Offset
    0420 C h0 s0,h1 Read LMP Handle
    0428 S h0 - Setup Synchronous Connection
    0429 S a0 - Accept Synchronous Connection Request
    042A S a0,r6 - Reject Synchronous Connection Request
    042B C a0 s0,a1 IO Capability Request Reply
    042C C a0 s0,a1 User Confirmation Request Reply
    042D C a0 s0,a1 User Confirmation Request Negative Reply
    042E C a0 s0,a1 User Passkey Request Reply
    042F C a0 s0,a1 User Passkey Request Negative Reply
    0430 C a0 s0,a1 Remote OOB Data Request Reply
    0433 C a0 s0,a1 Remote OOB Data Request Negative Reply
    0434 C a0,r6 s0,a1 IO Capability Request Negative Reply
    0435 S - - Create Physical Link
    0436 S - - Accept Physical Link
    0437 S - - Disconnect Physical Link
    0438 S - - Create Logical Link
    0439 S - - Accept Logical Link
    043A S - - Disconnect Logical Link
    043B C - s0 Logical Link Cancel
    043C S h0 - Flow Spec Modify
    043D S h0 - Enhanced Setup Synchronous Connection
    043E S a0 - Enhanced Accept Synchronous Connection Request
    043F S a0 - Truncated Page
    0440 C a0 s0,a1 Truncated Page Cancel
    0441 C - s0 Set Connectionless Peripheral Broadcast
    0442 C a1 s0,a1 Set Connectionless Peripheral Broadcast Receive
    0443 S - - Start Synchronization Train
    0444 S a0 - Receive Synchronization Train
    0445 C a0 s0,a1 Remote OOB Extended Data Request Reply
    0801 S h0 - Hold Mode
    0803 S h0 - Sniff Mode
    0804 S h0 - Exit Sniff Mode
    0805 S h0 - Park State
    0806 S h0 - Exit Park State
    0807 S h0 - QoS Setup
    0809 C h0 s0,h1 Role Discovery
    080B S a0 - Switch Role
    080C C h0 s0,h1 Read Link Policy Settings
    080D C h0 s0,h1 Write Link Policy Settings
    080E C - s0 Read Default Link Policy Settings
    080F C - s0 Write Default Link Policy Settings
    0810 S h0 - Flow Specification
    0811 C h0 s0,h1 Sniff Subrating
    0C01 C - s0 Set Event Mask
    0C03 C - s0 Reset
    0C05 C - s0 Set Event Filter
    0C08 C h0 s0,h1 Flush
    0C09 C - s0 Read PIN Type
    0C0A C - s0 Write PIN Type
    0C0B C - s0 Create New Unit Key
    0C0D C a0 s0 Read Stored Link Key
    0C11 C a1 s0 Write Stored Link Key
    0C12 C a0 s0 Delete Stored Link Key
    0C13 C - s0 Write Local Name
    0C14 C - s0 Read Local Name
    0C15 C - s0 Read Connection Accept Timeout
    0C16 C - s0 Write Connection Accept Timeout
    0C17 C - s0 Read Page Timeout
    0C18 C - s0 Write Page Timeout
    0C19 C - s0 Read Scan Enable
    0C1A C - s0 Write Scan Enable
    0C1B C - s0 Read Page Scan Activity
    0C1C C - s0 Write Page Scan Activity
    0C1D C - s0 Read Inquiry Scan Activity
    0C1E C - s0 Write Inquiry Scan Activity
    0C1F C - s0 Read Authentication Enable
    0C20 C - s0 Write Authentication Enable
    0C21 C - s0 Read Encryption Mode
    0C22 C - s0 Write Encryption Mode
    0C23 C - s0 Read Class of Device
    0C24 C - s0 Write Class of Device
    0C25 C - s0 Read Voice Setting
    0C26 C - s0 Write Voice Setting
    0C27 C h0 s0,h1 Read Automatic Flush Timeout
    0C28 C h0 s0,h1 Write Automatic Flush Timeout
    0C29 C - s0 Read Num Broadcast Retransmissions
    0C2A C - s0 Write Num Broadcast Retransmissions
    0C2B C - s0 Read Hold Mode Activity
    0C2C C - s0 Write Hold Mode Activity
    0C2D C h0 s0,h1 Read Transmit Power Level
    0C2E C - s0 Read Synchronous Flow Control Enable
    0C2F C - s0 Write Synchronous Flow Control Enable
    0C31 C - s0 Set Controller To Host Flow Control
    0C33 C - s0 Host Buffer Size
    0C35 N h1 s0 Host Number Of Completed Packets
    0C36 C h0 s0,h1 Read Link Supervision Timeout
    0C37 C h0 s0,h1 Write Link Supervision Timeout
    0C38 C - s0 Read Number Of Supported IAC
    0C39 C - s0 Read Current IAC LAP
    0C3A C - s0 Write Current IAC LAP
    0C3B C - s0 Read Page Scan Period Mode
    0C3C C - s0 Write Page Scan Period Mode
    0C3D C - s0 Read Page Scan Mode
    0C3E C - s0 Write Page Scan Mode
    0C3F C - s0 Set AFH Host Channel Classification
    0C42 C - s0 Read Inquiry Scan Type
    0C43 C - s0 Write Inquiry Scan Type
    0C44 C - s0 Read Inquiry Mode
    0C45 C - s0 Write Inquiry Mode
    0C46 C - s0 Read Page Scan Type
    0C47 C - s0 Write Page Scan Type
    0C48 C - s0 Read AFH Channel Assessment Mode
    0C49 C - s0 Write AFH Channel Assessment Mode
    0C51 C - s0 Read Extended Inquiry Response
    0C52 C - s0 Write Extended Inquiry Response
    0C53 S h0 - Refresh Encryption Key
    0C55 C - s0 Read Simple Pairing Mode
    0C56 C - s0 Write Simple Pairing Mode
    0C57 C - s0 Read Local OOB Data
    0C58 C - s0 Read Inquiry Response Transmit Power Level
    0C59 C - s0 Write Inquiry Transmit Power Level
    0C5A C - s0 Read Default Erroneous Data Reporting
    0C5B C - s0 Write Default Erroneous Data Reporting
    0C5F S h0 - Enhanced Flush
    0C60 C a0 s0,a1 Send Keypress Notification
    0C61 C - s0 Read Logical Link Accept Timeout
    0C62 C - s0 Write Logical Link Accept Timeout
    0C63 C - s0 Set Event Mask Page 2
    0C64 C - s0 Read Location Data
    0C65 C - s0 Write Location Data
    0C66 C - s0 Read Flow Control Mode
    0C67 C - s0 Write Flow Control Mode
    0C68 C h0 s0,h1 Read Enhanced Transmit Power Level
    0C69 C h0 s0 Read Best Effort Flush Timeout
    0C6A C h0 s0 Write Best Effort Flush Timeout
    0C6B S - - Short Range Mode
    0C6C C - s0 Read LE Host Support
    0C6D C - s0 Write LE Host Support
    0C6E C - s0 Set MWS Channel Parameters
    0C6F C - s0 Set External Frame Configuration
    0C70 C - s0 Set MWS Signaling
    0C71 C - s0 Set MWS Transport Layer
    0C72 C - s0 Set MWS Scan Frequency Table
    0C73 C - s0 Set MWS_PATTERN Configuration
    0C74 C - s0 Set Reserved LT_ADDR
    0C75 C - s0 Delete Reserved LT_ADDR
    0C76 C - s0 Set Connectionless Peripheral Broadcast Data
    0C77 C - s0 Read Synchronization Train Parameters
    0C78 C - s0 Write Synchronization Train Parameters
    0C79 C - s0 Read Secure Connections Host Support
    0C7A C - s0 Write Secure Connections Host Support
    0C7B C h0 s0,h1 Read Authenticated Payload Timeout
    0C7C C h0 s0,h1 Write Authenticated Payload Timeout
    0C7D C - s0 Read Local OOB Extended Data
    0C7E C - s0 Read Extended Page Timeout
    0C7F C - s0 Write Extended Page Timeout
    0C80 C - s0 Read Extended Inquiry Length
    0C81 C - s0 Write Extended Inquiry Length
    0C82 C - s0 Set Ecosystem Base Interval
    0C83 C - s0 Configure Data Path
    0C84 C - s0 Set Min Encryption Key Size
    1001 C - s0 Read Local Version Information
    1002 C - s0 Read Local Supported Commands
    1003 C - s0 Read Local Supported Features
    1004 C - s0 Read Local Extended Features
    1005 C - s0 Read Buffer Size
    1007 C - s0 Read Country Code
    1009 C - s0,a1 Read BD_ADDR
    100A C - s0 Read Data Block Size
    100B C - s0 Read Local Supported Codecs [v1]
    100C C - s0 Read Local Simple Pairing Options
    100D C - s0 Read Local Supported Codecs [v2]
    100E C - s0 Read Local Supported Codec Capabilities
    100F C - s0 Read Local Supported Controller Delay
    1401 C h0 s0,h1 Read Failed Contact Counter
    1402 C h0 s0,h1 Reset Failed Contact Counter
    1403 C h0 s0,h1 Read Link Quality
    1405 C h0 s0,h1 Read RSSI
    1406 C h0 s0,h1 Read AFH Channel Map
    1407 C h0 s0,h1 Read Clock
    1408 C h0 s0,h1 Read Encryption Key Size
    1409 C - s0 Read Local AMP Info
    140A C - s0 Read Local AMP ASSOC
    140B C - s0 Write Remote AMP ASSOC
    140C C - s0 Get MWS Transport Layer Configuration
    140D C h0 s0 Set Triggered Clock Capture
    1801 C - s0 Read Loopback Mode
    1802 C - s0 Write Loopback Mode
    1803 C - s0 Enable Implementation Under Test Mode
    1804 C - s0 Write Simple Pairing Debug Mode
    1807 C - s0 Enable AMP Receiver Reports
    1808 C - s0 AMP Test End
    1809 S - - AMP Test
    180A C h0 s0,h1 Write Secure Connections Test Mode
    2001 C - s0 LE Set Event Mask
    2002 C - s0 LE Read Buffer Size [v1]
    2003 C - s0 LE Read Local Supported Features
    2005 C a0 s0 LE Set Random Address
    2006 C a7 s0 LE Set Advertising Parameters
    2007 C - s0 LE Read Advertising Physical Channel Tx Power
    2008 C - s0 LE Set Advertising Data
    2009 C - s0 LE Set Scan Response Data
    200A C - s0 LE Set Advertising Enable
    200B C - s0 LE Set Scan Parameters
    200C C - s0 LE Set Scan Enable
    200D S a6 - LE Create Connection
    200E C - s0 LE Create Connection Cancel
    200F C - s0 LE Read Filter Accept List Size
    2010 C - s0 LE Clear Filter Accept List
    2011 C a1 s0 LE Add Device To Filter Accept List
    2012 C a1 s0 LE Remove Device From Filter Accept List
    2013 S h0 - LE Connection Update
    2014 C - s0 LE Set Host Channel Classification
    2015 C h0 s0,h1 LE Read Channel Map
    2016 S h0 - LE Read Remote Features
    2017 C - s0 LE Encrypt
    2018 C - s0 LE Rand
    2019 S h0 - LE Enable Encryption
    201A C h0 s0,h1 LE Long Term Key Request Reply
    201B C h0 s0,h1 LE Long Term Key Request Negative Reply
    201C C - s0 LE Read Supported States
    201D C - s0 LE Receiver Test [v1]
    201E C - s0 LE Transmitter Test [v1]
    201F C - s0 LE Test End
    2020 C h0 s0,h1 LE Remote Connection Parameter Request Reply
    2021 C h0,r2 s0,h1 LE Remote Connection Parameter Request Negative Reply
    2022 C h0 s0,h1 LE Set Data Length
    2023 C - s0 LE Read Suggested Default Data Length
    2024 C - s0 LE Write Suggested Default Data Length
    2025 S - - LE Read Local P-256 Public Key
    2026 S - - LE Generate DHKey [v1]
    2027 C a1 s0 LE Add Device To Resolving List
    2028 C a1 s0 LE Remove Device From Resolving List
    2029 C - s0 LE Clear Resolving List
    202A C - s0 LE Read Resolving List Size
    202B C a1 s0,a1 LE Read Peer Resolvable Address
    202C C a1 s0,a1 LE Read Local Resolvable Address
    202D C - s0 LE Set Address Resolution Enable
    202E C - s0 LE Set Resolvable Private Address Timeout
    202F C - s0 LE Read Maximum Data Length
    2030 C h0 s0,h1 LE Read PHY
    2031 C - s0 LE Set Default PHY
    2032 S h0 - LE Set PHY
    2033 C - s0 LE Receiver Test [v2]
    2034 C - s0 LE Transmitter Test [v2]
    2035 C a1 s0 LE Set Advertising Set Random Address
    2036 C a12 s0 LE Set Extended Advertising Parameters [v1]
    2037 C - s0 LE Set Extended Advertising Data
    2038 C - s0 LE Set Extended Scan Response Data
    2039 C - s0 LE Set Extended Advertising Enable
    203A C - s0 LE Read Maximum Advertising Data Length
    203B C - s0 LE Read Number of Supported Advertising Sets
    203C C - s0 LE Remove Advertising Set
    203D C - s0 LE Clear Advertising Sets
    203E C - s0 LE Set Periodic Advertising Parameters [v1]
    203F C - s0 LE Set Periodic Advertising Data
    2040 C - s0 LE Set Periodic Advertising Enable
    2041 C - s0 LE Set Extended Scan Parameters
    2042 C - s0 LE Set Extended Scan Enable
    2043 S a3 - LE Extended Create Connection [v1]
    2044 S a3 - LE Periodic Advertising Create Sync
    2045 C - s0 LE Periodic Advertising Create Sync Cancel
    2046 C - s0 LE Periodic Advertising Terminate Sync
    2047 C a1 s0 LE Add Device To Periodic Advertiser List
    2048 C a1 s0 LE Remove Device From Periodic Advertiser List
    2049 C - s0 LE Clear Periodic Advertiser List
    204A C - s0 LE Read Periodic Advertiser List Size
    204B C - s0 LE Read Transmit Power
    204C C - s0 LE Read RF Path Compensation
    204D C - s0 LE Write RF Path Compensation
    204E C a1 s0 LE Set Privacy Mode
    204F C - s0 LE Receiver Test [v3]
    2050 C - s0 LE Transmitter Test [v3]
    2051 C - s0 LE Set Connectionless CTE Transmit Parameters
    2052 C - s0 LE Set Connectionless CTE Transmit Enable
    2053 C - s0 LE Set Connectionless IQ Sampling Enable
    2054 C h0 s0,h1 LE Set Connection CTE Receive Parameters
    2055 C h0 s0,h1 LE Set Connection CTE Transmit Parameters
    2056 C h0 s0,h1 LE Connection CTE Request Enable
    2057 C h0 s0,h1 LE Connection CTE Response Enable
    2058 C - s0 LE Read Antenna Information
    2059 C - s0 LE Set Periodic Advertising Receive Enable
    205A C h0 s0,h1 LE Periodic Advertising Sync Transfer
    205B C h0 s0,h1 LE Periodic Advertising Set Info Transfer
    205C C h0 s0,h1 LE Set Periodic Advertising Sync Transfer Parameters
    205D C - s0 LE Set Default Periodic Advertising Sync Transfer Parameters
    205E S - - LE Generate DHKey [v2]
    205F C - s0 LE Modify Sleep Clock Accuracy
    2060 C - s0 LE Read Buffer Size [v2]
    2061 C h0 s0,h1 LE Read ISO TX Sync
    2062 C - s0 LE Set CIG Parameters
    2063 C - s0 LE Set CIG Parameters Test
    2064 S h1 - LE Create CIS
    2065 C - s0 LE Remove CIG
    2066 S h0 - LE Accept CIS Request
    2067 C h0,r2 s0,h1 LE Reject CIS Request
    2068 S - - LE Create BIG
    2069 S - - LE Create BIG Test
    206A S - - LE Terminate BIG
    206B S - - LE BIG Create Sync
    206C C - s0 LE BIG Terminate Sync
    206D S h0 - LE Request Peer SCA
    206E C h0 s0,h1 LE Setup ISO Data Path
    206F C h0 s0,h1 LE Remove ISO Data Path
    2070 C h0 s0,h1 LE ISO Transmit Test
    2071 C h0 s0,h1 LE ISO Receive Test
    2072 C h0 s0,h1 LE ISO Read Test Counters
    2073 C h0 s0,h1 LE ISO Test End
    2074 C - s0 LE Set Host Feature
    2075 C h0 s0,h1 LE Read ISO Link Quality
    2076 C h0 s0,h1 LE Enhanced Read Transmit Power Level
    2077 S h0 - LE Read Remote Transmit Power Level
    2078 C h0 s0,h1 LE Set Path Loss Reporting Parameters
    2079 C h0 s0,h1 LE Set Path Loss Reporting Enable
    207A C h0 s0,h1 LE Set Transmit Power Reporting Enable
    207B C - s0 LE Transmitter Test [v4]
    207C C - s0 LE Set Data Related Address Changes
    207D C - s0 LE Set Default Subrate
    207E S h0 - LE Subrate Request
    207F C a12 s0 LE Set Extended Advertising Parameters [v2]
    2082 C - s0 LE Set Periodic Advertising Subevent Data
    2083 C - s0 LE Set Periodic Advertising Response Data
    2084 C - s0 LE Set Periodic Sync Subevent
    2085 S a5 - LE Extended Create Connection [v2]
    2086 C - s0 LE Set Periodic Advertising Parameters [v2]
    FC0A U - - Qualcomm Vendor Command (A2DP Offload)
    FD53 C - s0 LE Get Vendor Capabilities
    FD54 C - s0 LE Multi Advertising
    FD56 C - s0 LE Batch Scan
    FD57 C - s0 LE Advertising Packet Content Filter
    FD59 C - s0 LE Get Controller Activity Energy Info
    FD5A C - s0 LE Extended Scan Parameters
    FD5B C - s0 Get Controller Debug Info
    FD5D C - s0 A2DP Hardware Offload
    FD5E C - s0 Bluetooth Quality Report
    FD5F C - s0 Dynamic Audio Buffer
    """#)
}
