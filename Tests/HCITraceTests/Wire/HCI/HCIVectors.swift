// swift-format-ignore-file

/// One packet for every message, made from the layouts of the specification and dissected by Wireshark 4.0.17: each field
/// stands here with the value that Wireshark showed. Those of Core 5.4 and of vendors, which it doesn't know (marked "*"),
/// are checked against the specification only.
///
/// A line is: the packet without its type octet; the message; octets of its fixed part; its fields.
enum HCIVectors {
  static let events = """
    010100|inquiryComplete|1|status=0
    020F013E2D1CA4F0F00100001404241234|inquiryResult|1|numResponses=1
    220F013E2D1CA4F0F001001404241234C4|inquiryResultWithRSSI|1|numResponses=1
    2FFF01A54DCAA4F0F002001404240A6AA80509464C495003030B11020AFC0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000|extendedInquiryResult|15|numResponses=1 address=F0:F0:A4:CA:4D:A5 pageScanRepetitionMode=2 reserved=0 classOfDevice=2360340 clockOffset=27146 rssi=-88
    07FF0030BB1DA4F0F0464C495000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000|remoteNameRequestComplete|7|status=0 address=F0:F0:A4:1D:BB:30
    3D0E6D132CA4F0F0FFFE8FFEDBFF5B87|remoteHostSupportedFeaturesNotification|14|address=F0:F0:A4:2C:13:6D features=9753670738334711551
    030B00F106D6237BA4F0F00201|connectionComplete|11|status=0 handle=1777 address=F0:F0:A4:7B:23:D6 linkType=2 encryptionEnabled=1
    040A2ED91EA4F0F014042402|connectionRequest|10|address=F0:F0:A4:1E:D9:2E classOfDevice=2360340 linkType=2
    0504003B0D13|disconnectionComplete|4|status=0 handle=3387 reason=19
    0B0B000D09FFFE8FFEDBFF5B87|readRemoteSupportedFeaturesComplete|11|status=0 handle=2317 features=9753670738334711551
    0C0800FC010B0A001D51|readRemoteVersionInformationComplete|8|status=0 handle=508 version=11 company=10 subversion=20765
    1C05000A0A4B08|readClockOffsetComplete|5|status=0 handle=2570 clockOffset=2123
    230D003C090102FFFE8FFEDBFF5B87|readRemoteExtendedFeaturesComplete|13|status=0 handle=2364 pageNumber=1 maxPageNumber=2 features=9753670738334711551
    2C11005906197117A4F0F00201002636134602|synchronousConnectionComplete|17|status=0 handle=1625 address=F0:F0:A4:17:71:19 linkType=2 transmissionInterval=1 retransmissionWindow=0 rxPacketLength=13862 txPacketLength=17939 airMode=2
    2D0900E301020148695818|synchronousConnectionChanged|9|status=0 handle=483 transmissionInterval=2 retransmissionWindow=1 rxPacketLength=26952 txPacketLength=6232
    060300A701|authenticationComplete|3|status=0 handle=423
    0804004F0902|encryptionChange|4|status=0 handle=2383 encryptionEnabled=2
    59050024090201|*encryptionChangeV2|5|status=0 handle=2340 encryptionEnabled=2 encryptionKeySize=1
    0903000203|changeConnectionLinkKeyComplete|3|status=0 handle=770
    0A0400F60500|linkKeyTypeChanged|4|status=0 handle=1526 keyFlag=0
    1517013E2D1CA4F0F000000000000000000000000000000000|returnLinkKeys|1|numKeys=1
    1606201E69A4F0F0|pinCodeRequest|6|address=F0:F0:A4:69:1E:20
    1706FEDAA0A4F0F0|linkKeyRequest|6|address=F0:F0:A4:A0:DA:FE
    1817EEE8B9A4F0F00000000000000000000000000000000003|linkKeyNotification|23|address=F0:F0:A4:B9:E8:EE keyType=3
    300300CC04|encryptionKeyRefreshComplete|3|status=0 handle=1228
    31067F5C7CA4F0F0|ioCapabilityRequest|6|address=F0:F0:A4:7C:5C:7F
    32092999FDA4F0F0030103|ioCapabilityResponse|9|address=F0:F0:A4:FD:99:29 ioCapability=3 oobDataPresent=1 authenticationRequirements=3
    330AE59325A4F0F000000000|userConfirmationRequest|10|address=F0:F0:A4:25:93:E5
    34063CD654A4F0F0|userPasskeyRequest|6|address=F0:F0:A4:54:D6:3C
    3506AF4DFAA4F0F0|remoteOOBDataRequest|6|address=F0:F0:A4:FA:4D:AF
    360700D71427A4F0F0|simplePairingComplete|7|status=0 address=F0:F0:A4:27:14:D7
    3B0AA0AEB3A4F0F000000000|userPasskeyNotification|10|address=F0:F0:A4:B3:AE:A0
    3C07FEE923A4F0F003|keypressNotification|7|address=F0:F0:A4:23:E9:FE notificationType=3
    5702710D|authenticatedPayloadTimeoutExpired|2|handle=3441
    0D1500800101023D5A5609085E5A28534A586A3A255C32|qosSetupComplete|21|status=0 handle=384 flags=1 serviceType=2 tokenRate=156654141 peakBandwidth=677010952 latency=1784171091 delayVariation=844899642
    120800B10BECA4F0F001|roleChange|8|status=0 address=F0:F0:A4:EC:0B:B1 newRole=1
    140600B00502164F|modeChange|6|status=0 handle=1456 currentMode=2 interval=20246
    1B03E00101|maxSlotsChange|3|handle=480 lmpMaxSlots=1
    1D0500F2001C63|connectionPacketTypeChanged|5|status=0 handle=242 packetType=25372
    1E029A04|qosViolation|2|handle=1178
    2007427ECBA4F0F001|pageScanRepetitionModeChange|7|address=F0:F0:A4:CB:7E:42 pageScanRepetitionMode=1
    211600AC0E010002163A344724721269386F47245B362E58|flowSpecificationComplete|22|status=0 handle=3756 flags=1 flowDirection=0 serviceType=2 tokenRate=1194605078 tokenBucketSize=1762816548 peakBandwidth=608661304 accessLatency=1479423579
    2E0B00260E311E140B17141E55|sniffSubrating|11|status=0 handle=3622 maxTransmitLatency=7729 maxReceiveLatency=2836 minRemoteTimeout=5143 minLocalTimeout=21790
    3804BC03023F|linkSupervisionTimeoutChanged|4|handle=956 linkSupervisionTimeout=16130
    0E03020504|commandComplete|3|numHCICommandPackets=2 opcode=1029
    0F0400010504|commandStatus|4|status=0 numHCICommandPackets=1 opcode=1029
    100101|hardwareError|1|hardwareCode=1
    11028304|flushOccurred|2|handle=1155
    1305010B000200|numberOfCompletedPackets|1|numHandles=1
    19020504|loopbackCommand|2|opcode=1029
    1A0102|dataBufferOverflow|1|linkType=2
    39021100|enhancedFlushComplete|2|handle=17
    4E0955020145304F492911|triggeredClockCapture|9|handle=597 whichClock=1 clock=1229926469 slotOffset=4393
    4F0100|synchronizationTrainComplete|1|status=0
    501D001BE9C8A4F0F03334330EFFFFFFFFFFFFFFFFFF7F0152340819091B01|synchronizationTrainReceived|29|status=0 address=F0:F0:A4:C8:E9:1B clockOffset=238236723 afhChannelMap=7FFFFFFFFFFFFFFFFFFF ltAddress=1 nextBroadcastInstant=419968082 interval=6921 serviceData=1
    51155338AEA4F0F002070E014914450D2F020003616263|connectionlessPeripheralBroadcastReceive|18|address=F0:F0:A4:AE:38:53 ltAddress=2 clock=1224805895 offset=789398804 rxStatus=2 fragment=0 dataLength=3
    5207246AC0A4F0F000|connectionlessPeripheralBroadcastTimeout|7|address=F0:F0:A4:C0:6A:24 ltAddress=0
    53070081B1BAA4F0F0|truncatedPageComplete|7|status=0 address=F0:F0:A4:BA:B1:81
    56043D100FAE|inquiryResponseNotification|4|lap=987197 rssi=-82
    58087507010201000100|samStatusChange|8|handle=1909 localSAMIndex=1 localSAMTxAvailability=2 localSAMRxAvailability=1 remoteSAMIndex=0 remoteSAMTxAvailability=1 remoteSAMRxAvailability=0
    5400|peripheralPageResponseTimeout|0|
    5500|connectionlessPeripheralBroadcastChannelMapChange|0|
    """

  static let leEvents = """
    3E130100FF0B0100AF87F5A4F0F06B591543031B02|connectionComplete|18|status=0 handle=3071 role=1 peerAddressType=0 peerAddress=F0:F0:A4:F5:87:AF connectionInterval=22891 peripheralLatency=17173 supervisionTimeout=6915 centralClockAccuracy=2
    3E0A0300CA05135946760462|connectionUpdateComplete|9|status=0 handle=1482 connectionInterval=22803 peripheralLatency=30278 supervisionTimeout=25092
    3E0C04007408FFFE8FFEDBFF5B87|readRemoteFeaturesComplete|11|status=0 handle=2164 features=9753670738334711551
    3E0D05C504FFFE8FFEDBFF5B87536F|longTermKeyRequest|12|handle=1221 randomNumber=9753670738334711551 encryptedDiversifier=28499
    3E0B0675015A6D22432F75162E|remoteConnectionParameterRequest|10|handle=373 intervalMin=27994 intervalMax=17186 maxLatency=29999 timeout=11798
    3E0B075A0C1D454664412B521D|dataLengthChange|10|handle=3162 maxTxOctets=17693 maxTxTime=25670 maxRxOctets=11073 maxRxTime=7506
    3E42080000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000|readLocalP256PublicKeyComplete|1|status=0
    3E2209000000000000000000000000000000000000000000000000000000000000000000|generateDHKeyComplete|1|status=0
    3E1F0A00D0090100637ACDA4F0F07466FCA4F0F0B60E0EA4F0F066243D22195902|enhancedConnectionComplete|30|status=0 handle=2512 role=1 peerAddressType=0 peerAddress=F0:F0:A4:CD:7A:63 localResolvablePrivateAddress=F0:F0:A4:FC:66:74 peerResolvablePrivateAddress=F0:F0:A4:0E:0E:B6 connectionInterval=9318 peripheralLatency=8765 supervisionTimeout=22809 centralClockAccuracy=2
    3E22290083050100E4B2BAA4F0F0297034A4F0F074F064A4F0F02C1B3E50744F00017554|*enhancedConnectionCompleteV2|33|status=0 handle=1411 role=1 peerAddressType=0 peerAddress=F0:F0:A4:BA:B2:E4 localResolvablePrivateAddress=F0:F0:A4:34:70:29 peerResolvablePrivateAddress=F0:F0:A4:64:F0:74 connectionInterval=6956 peripheralLatency=20542 supervisionTimeout=20340 centralClockAccuracy=0 advertisingHandle=1 syncHandle=21621
    3E060C0082050201|phyUpdateComplete|5|status=0 handle=1410 txPHY=2 rxPHY=1
    3E0414CC0C02|channelSelectionAlgorithm|3|handle=3276 channelSelectionAlgorithm=2
    3E051F005C0102|peerSCAComplete|4|status=0 handle=348 peerClockAccuracy=2
    3E0520EC010102|pathLossThreshold|4|handle=492 currentPathLoss=1 zoneEntered=2
    3E092100010C0001D601C2|transmitPowerReporting|8|status=0 handle=3073 reason=0 phy=1 txPowerLevel=-42 txPowerLevelFlag=1 delta=-62
    3E0C23006401675D333C34600B5D|subrateChange|11|status=0 handle=356 subrateFactor=23911 peripheralLatency=15411 continuationNumber=24628 supervisionTimeout=23819
    3E0F020100013E2D1CA4F0F003020106C4|advertisingReport|1|numReports=1
    3E120B0101013E2D1CA4F0F0013E2D1CA4F0F0C4|directedAdvertisingReport|1|numReports=1
    3E1D0D011300013E2D1CA4F0F00100FF7FC400000000000000000003020106|extendedAdvertisingReport|1|numReports=1
    3E100E008B020001410E4DA4F0F0024C7401|periodicAdvertisingSyncEstablished|15|status=0 syncHandle=651 advertisingSID=0 advertiserAddressType=1 advertiserAddress=F0:F0:A4:4D:0E:41 advertiserPHY=2 periodicAdvertisingInterval=29772 advertiserClockAccuracy=1
    3E142400E80C02004AF2B3A4F0F00214470200010002|*periodicAdvertisingSyncEstablishedV2|19|status=0 syncHandle=3304 advertisingSID=2 advertiserAddressType=0 advertiserAddress=F0:F0:A4:B3:F2:4A advertiserPHY=2 periodicAdvertisingInterval=18196 advertiserClockAccuracy=2 numSubevents=0 subeventInterval=1 responseSlotDelay=0 responseSlotSpacing=2
    3E0B0F660ADFA9020003616263|periodicAdvertisingReport|7|syncHandle=2662 txPower=-33 rssi=-87 cteType=2 dataStatus=0 dataLength=3
    3E0310F106|periodicAdvertisingSyncLost|2|syncHandle=1777
    3E0111|scanTimeout|0|
    3E06120001380D00|advertisingSetTerminated|5|status=0 advertisingHandle=1 handle=3384 numCompletedExtendedAdvertisingEvents=0
    3E09130001806C95A4F0F0|scanRequestReceived|8|advertisingHandle=0 scannerAddressType=1 scannerAddress=F0:F0:A4:95:6C:80
    3E1422050800022A2202010008755F2E733B55020100|bigInfoAdvertisingReport|19|syncHandle=2053 numBIS=0 nse=2 isoInterval=8746 bn=2 pto=1 irc=0 maxPDU=29960 sduInterval=7548511 maxSDU=21819 phy=2 framing=1 encryption=0
    3E1D19000B0D7443366A76714111451444420201000100020064671417133D|cisEstablished|28|status=0 handle=3339 cigSyncDelay=3556212 cisSyncDelay=7435882 transportLatencyCToP=4526401 transportLatencyPToC=4342804 phyCToP=2 phyPToC=1 nse=0 bnCToP=1 bnPToC=0 ftCToP=2 ftPToC=0 maxPDUCToP=26468 maxPDUPToC=5908 isoInterval=15635
    3E071AE8099B0B0002|cisRequest|6|aclHandle=2536 cisHandle=2971 cigID=0 cisID=2
    3E151B0001000000000000020101010140000A00010C00|createBIGComplete|2|status=0 bigHandle=1
    3E031C0113|terminateBIGComplete|2|bigHandle=1 reason=19
    3E111D00020000000101010140000A00010C00|bigSyncEstablished|2|status=0 bigHandle=2
    3E031E0213|bigSyncLost|2|bigHandle=2 reason=19
    3E03157E08|connectionlessIQReport|2|syncHandle=2174
    3E0316E408|connectionIQReport|2|handle=2276
    3E041700B907|cteRequestFailed|3|status=0 handle=1977
    3E1418008D0C640E220E02001D7F61A4F0F002240600|periodicAdvertisingSyncTransferReceived|19|status=0 handle=3213 serviceData=3684 syncHandle=3618 advertisingSID=2 advertiserAddressType=0 advertiserAddress=F0:F0:A4:61:7F:1D advertiserPHY=2 periodicAdvertisingInterval=1572 advertiserClockAccuracy=0
    3E18260020083A4873000001E2A666A4F0F00259240102010201|*periodicAdvertisingSyncTransferReceivedV2|23|status=0 handle=2080 serviceData=18490 syncHandle=115 advertisingSID=0 advertiserAddressType=1 advertiserAddress=F0:F0:A4:66:A6:E2 advertiserPHY=2 periodicAdvertisingInterval=9305 advertiserClockAccuracy=1 numSubevents=2 subeventInterval=1 responseSlotDelay=2 responseSlotSpacing=1
    3E0E25F703AACB02731A010003616263|*periodicAdvertisingReportV2|10|syncHandle=1015 txPower=-86 rssi=-53 cteType=2 periodicEventCounter=6771 subevent=1 dataStatus=0 dataLength=3
    3E0427010001|*periodicAdvertisingSubeventDataRequest|3|advertisingHandle=1 subeventStart=0 subeventDataCount=1
    3E052801020001|*periodicAdvertisingResponseReport|4|advertisingHandle=1 subevent=2 txStatus=0 numResponses=1
    """

  static let commands = """
    010405561F370001|inquiry|5|lap=3612502 inquiryLength=0 numResponses=1
    020400|inquiryCancel|0|
    0304091C5627651073640001|periodicInquiryMode|9|maxPeriodLength=22044 minPeriodLength=25895 lap=6583056 inquiryLength=0 numResponses=1
    040400|exitPeriodicInquiryMode|0|
    05040DBB4981A4F0F072120100600D01|createConnection|13|address=F0:F0:A4:81:49:BB packetType=4722 pageScanRepetitionMode=1 reserved=0 clockOffset=3424 allowRoleSwitch=1
    060403600613|disconnect|3|handle=1632 reason=19
    070404290E3F15|addSCOConnection|4|handle=3625 packetType=5439
    0804067252DCA4F0F0|createConnectionCancel|6|address=F0:F0:A4:DC:52:72
    090407CEADD7A4F0F001|acceptConnectionRequest|7|address=F0:F0:A4:D7:AD:CE role=1
    0A040764B6A3A4F0F013|rejectConnectionRequest|7|address=F0:F0:A4:A3:B6:64 reason=19
    0F04047A015D2F|changeConnectionPacketType|4|handle=378 packetType=12125
    19040A09ADEAA4F0F001020332|remoteNameRequest|10|address=F0:F0:A4:EA:AD:09 pageScanRepetitionMode=1 reserved=2 clockOffset=12803
    1A0406A99720A4F0F0|remoteNameRequestCancel|6|address=F0:F0:A4:20:97:A9
    1B0402CF01|readRemoteSupportedFeatures|2|handle=463
    1C0403B30E01|readRemoteExtendedFeatures|3|handle=3763 pageNumber=1
    1D04029E0C|readRemoteVersionInformation|2|handle=3230
    1F0402A903|readClockOffset|2|handle=937
    200402060E|readLMPHandle|2|handle=3590
    3F0409352B87A4F0F0010674|truncatedPage|9|address=F0:F0:A4:87:2B:35 pageScanRepetitionMode=1 clockOffset=29702
    4004065C8A42A4F0F0|truncatedPageCancel|6|address=F0:F0:A4:42:8A:5C
    0B0416D884CFA4F0F000000000000000000000000000000000|linkKeyRequestReply|22|address=F0:F0:A4:CF:84:D8
    0C04064CFDA7A4F0F0|linkKeyRequestNegativeReply|6|address=F0:F0:A4:A7:FD:4C
    0D04172D8E1DA4F0F00200000000000000000000000000000000|pinCodeRequestReply|23|address=F0:F0:A4:1D:8E:2D pinLength=2
    0E04065DD925A4F0F0|pinCodeRequestNegativeReply|6|address=F0:F0:A4:25:D9:5D
    1104024E04|authenticationRequested|2|handle=1102
    130403450001|setConnectionEncryption|3|handle=69 encryptionEnable=1
    150402270A|changeConnectionLinkKey|2|handle=2599
    17040100|linkKeySelection|1|keyFlag=0
    2B0409852A71A4F0F0030003|ioCapabilityRequestReply|9|address=F0:F0:A4:71:2A:85 ioCapability=3 oobDataPresent=0 authenticationRequirements=3
    2C0406873EE8A4F0F0|userConfirmationRequestReply|6|address=F0:F0:A4:E8:3E:87
    2D040605ADD5A4F0F0|userConfirmationRequestNegativeReply|6|address=F0:F0:A4:D5:AD:05
    2E040A894216A4F0F000000000|userPasskeyRequestReply|10|address=F0:F0:A4:16:42:89
    2F04067A3852A4F0F0|userPasskeyRequestNegativeReply|6|address=F0:F0:A4:52:38:7A
    30042686195CA4F0F00000000000000000000000000000000000000000000000000000000000000000|remoteOOBDataRequestReply|38|address=F0:F0:A4:5C:19:86
    330406679F9CA4F0F0|remoteOOBDataRequestNegativeReply|6|address=F0:F0:A4:9C:9F:67
    3404076994E4A4F0F013|ioCapabilityRequestNegativeReply|7|address=F0:F0:A4:E4:94:69 reason=19
    4504465B8AB1A4F0F000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000|remoteOOBExtendedDataRequestReply|70|address=F0:F0:A4:B1:8A:5B
    280411DC0C03210502035E414719423D20010E55|setupSynchronousConnection|17|handle=3292 transmitBandwidth=33890563 receiveBandwidth=1195466243 maxLatency=16921 voiceSetting=8253 retransmissionEffort=1 packetType=21774
    290415DDFDC9A4F0F04128591C1E2C1A6B715B5E5200342D|acceptSynchronousConnectionRequest|21|address=F0:F0:A4:C9:FD:DD transmitBandwidth=475605057 receiveBandwidth=1796877342 maxLatency=23409 voiceSetting=21086 retransmissionEffort=0 packetType=11572
    2A04071B4207A4F0F013|rejectSynchronousConnectionRequest|7|address=F0:F0:A4:07:42:1B reason=19
    3D043B2201515F71213815080B05000000000500000000566C31704156254D20592606050000000005000000003B18152301000102010201000571281C01|enhancedSetupSynchronousConnection|59|handle=290 transmitBandwidth=561078097 receiveBandwidth=185079096 transmitCodingFormat=5/0/0 receiveCodingFormat=5/0/0 transmitCodecFrameSize=27734 receiveCodecFrameSize=28721 inputBandwidth=1294292545 outputBandwidth=103176480 inputCodingFormat=5/0/0 outputCodingFormat=5/0/0 inputCodedDataSize=6203 outputCodedDataSize=8981 inputPCMDataFormat=1 outputPCMDataFormat=0 inputPCMSamplePayloadMSBPosition=1 outputPCMSamplePayloadMSBPosition=2 inputDataPath=1 outputDataPath=2 inputTransportUnitSize=1 outputTransportUnitSize=0 maxLatency=28933 packetType=7208 retransmissionEffort=1
    3E043F5D00ABA4F0F0310B3D2441541A20050000000005000000004164010C22690C13344C06330500000000050000000003272751000102010002010232622A5D01|enhancedAcceptSynchronousConnectionRequest|63|address=F0:F0:A4:AB:00:5D transmitBandwidth=607980337 receiveBandwidth=538596417 transmitCodingFormat=5/0/0 receiveCodingFormat=5/0/0 transmitCodecFrameSize=25665 receiveCodecFrameSize=3073 inputBandwidth=319580450 outputBandwidth=856050740 inputCodingFormat=5/0/0 outputCodingFormat=5/0/0 inputCodedDataSize=9987 outputCodedDataSize=20775 inputPCMDataFormat=0 outputPCMDataFormat=1 inputPCMSamplePayloadMSBPosition=2 outputPCMSamplePayloadMSBPosition=1 inputDataPath=0 outputDataPath=2 inputTransportUnitSize=1 outputTransportUnitSize=2 maxLatency=25138 packetType=23850 retransmissionEffort=1
    0108066502255D5053|holdMode|6|handle=613 maxInterval=23845 minInterval=21328
    03080A5102066A6B5C73425137|sniffMode|10|handle=593 maxInterval=27142 minInterval=23659 attempt=17011 timeout=14161
    040802BE0B|exitSniffMode|2|handle=3006
    050806380B68411275|parkState|6|handle=2872 beaconMaxInterval=16744 beaconMinInterval=29970
    0608026208|exitParkState|2|handle=2146
    0708140C0C0202496B6967036A584B67735C5859531E0B|qosSetup|20|handle=3084 flags=2 serviceType=2 tokenRate=1734961993 peakBandwidth=1264085507 latency=1482453863 delayVariation=186536793
    0908028000|roleDiscovery|2|handle=128
    0B08071544B8A4F0F001|switchRole|7|address=F0:F0:A4:B8:44:15 role=1
    0C0802AE01|readLinkPolicySettings|2|handle=430
    0D080407066B3A|writeLinkPolicySettings|4|handle=1543 settings=14955
    0E0800|readDefaultLinkPolicySettings|0|
    0F08024807|writeDefaultLinkPolicySettings|2|settings=1864
    1008150C0A0002024558203F22013B6709604173450C5544|flowSpecification|21|handle=2572 flags=0 flowDirection=2 serviceType=2 tokenRate=1059084357 tokenBucketSize=1731920162 peakBandwidth=1933664265 accessLatency=1146424389
    1108080F01605F3D21680A|sniffSubrating|8|handle=271 maxLatency=24416 minRemoteTimeout=8509 minLocalTimeout=2664
    010C08FFFE8FFEDBFF5B87|*setEventMask|8|eventMask=9753670738334711551
    030C00|reset|0|
    050C0101|setEventFilter|1|filterType=1
    130CF8464C495000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000|writeLocalName|0|
    140C00|readLocalName|0|
    150C00|readConnectionAcceptTimeout|0|
    160C021F5E|writeConnectionAcceptTimeout|2|timeout=24095
    170C00|readPageTimeout|0|
    180C02611B|writePageTimeout|2|timeout=7009
    190C00|readScanEnable|0|
    1A0C0103|writeScanEnable|1|scanEnable=3
    1B0C00|readPageScanActivity|0|
    1C0C041E5F543B|writePageScanActivity|4|interval=24350 window=15188
    1D0C00|readInquiryScanActivity|0|
    1E0C04406D310A|writeInquiryScanActivity|4|interval=27968 window=2609
    1F0C00|readAuthenticationEnable|0|
    200C0101|writeAuthenticationEnable|1|authenticationEnable=1
    230C00|readClassofDevice|0|
    240C03140424|writeClassofDevice|3|classOfDevice=2360340
    250C00|readVoiceSetting|0|
    260C023E75|writeVoiceSetting|2|voiceSetting=30014
    440C00|readInquiryMode|0|
    450C0102|writeInquiryMode|1|inquiryMode=2
    460C00|readPageScanType|0|
    470C0101|writePageScanType|1|pageScanType=1
    510C00|readExtendedInquiryResponse|0|
    520CF1010509464C4950000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000|writeExtendedInquiryResponse|1|fecRequired=1
    580C00|readInquiryResponseTransmitPowerLevel|0|
    590C01E7|writeInquiryTransmitPowerLevel|1|txPower=-25
    7E0C00|readExtendedPageTimeout|0|
    7F0C024F51|writeExtendedPageTimeout|2|timeout=20815
    080C02490A|flush|2|handle=2633
    0D0C0765274BA4F0F001|readStoredLinkKey|7|address=F0:F0:A4:4B:27:65 readAll=1
    110C17013E2D1CA4F0F000000000000000000000000000000000|writeStoredLinkKey|1|numKeysToWrite=1
    120C07A9829BA4F0F001|deleteStoredLinkKey|7|address=F0:F0:A4:9B:82:A9 deleteAll=1
    270C02F109|readAutomaticFlushTimeout|2|handle=2545
    280C0416091202|writeAutomaticFlushTimeout|4|handle=2326 flushTimeout=530
    2D0C03B80701|readTransmitPowerLevel|3|handle=1976 type=1
    310C0100|setControllerToHostFlowControl|1|flowControlEnable=0
    330C073F23020D591C57|hostBufferSize|7|aclDataPacketLength=9023 synchronousDataPacketLength=2 totalNumACLDataPackets=22797 totalNumSynchronousDataPackets=22300
    350C05010B000200|hostNumberOfCompletedPackets|1|numHandles=1
    360C02D607|readLinkSupervisionTimeout|2|handle=2006
    370C04A8045B43|writeLinkSupervisionTimeout|4|handle=1192 timeout=17243
    3F0C0AFFFFFFFFFFFFFFFFFF7F|setAFHHostChannelClassification|10|channelClassification=7FFFFFFFFFFFFFFFFFFF
    530C029204|refreshEncryptionKey|2|handle=1170
    550C00|readSimplePairingMode|0|
    560C0101|writeSimplePairingMode|1|simplePairingMode=1
    5F0C03700701|enhancedFlush|3|handle=1904 packetType=1
    600C07EE3C66A4F0F003|sendKeypressNotification|7|address=F0:F0:A4:66:3C:EE notificationType=3
    680C03FD0401|readEnhancedTransmitPowerLevel|3|handle=1277 type=1
    6D0C020100|writeLEHostSupport|2|leSupportedHost=1 simultaneousLEHost=0
    790C00|readSecureConnectionsHostSupport|0|
    7A0C0101|writeSecureConnectionsHostSupport|1|secureConnectionsHostSupport=1
    7B0C02FB0E|readAuthenticatedPayloadTimeout|2|handle=3835
    7C0C0492070326|writeAuthenticatedPayloadTimeout|4|handle=1938 timeout=9731
    840C0101|setMinEncryptionKeySize|1|minEncryptionKeySize=1
    011000|readLocalVersionInformation|0|
    021000|readLocalSupportedCommands|0|
    031000|readLocalSupportedFeatures|0|
    04100101|readLocalExtendedFeatures|1|pageNumber=1
    051000|readBufferSize|0|
    091000|readBDADDR|0|
    0114023A01|readFailedContactCounter|2|handle=314
    0214021F0D|resetFailedContactCounter|2|handle=3359
    0314021C08|readLinkQuality|2|handle=2076
    0514023107|readRSSI|2|handle=1841
    0614024D04|readAFHChannelMap|2|handle=1101
    071403310600|readClock|3|handle=1585 whichClock=0
    081402AB0E|readEncryptionKeySize|2|handle=3755
    012008FFFE8FFEDBFF5B87|leSetEventMask|8|eventMask=9753670738334711551
    022000|leReadBufferSize|0|
    602000|leReadBufferSizeV2|0|
    0520066B262EA4F0F0|leSetRandomAddress|6|randomAddress=F0:F0:A4:2E:26:6B
    06200F13604422010001438F39A4F0F00201|leSetAdvertisingParameters|15|intervalMin=24595 intervalMax=8772 advertisingType=1 ownAddressType=0 peerAddressType=1 peerAddress=F0:F0:A4:39:8F:43 channelMap=2 filterPolicy=1
    0820200302010600000000000000000000000000000000000000000000000000000000|leSetAdvertisingData|1|dataLength=3
    0920200302010600000000000000000000000000000000000000000000000000000000|leSetScanResponseData|1|dataLength=3
    0A200101|leSetAdvertisingEnable|1|advertisingEnable=1
    35200700FEF8C9A4F0F0|leSetAdvertisingSetRandomAddress|7|advertisingHandle=0 randomAddress=F0:F0:A4:C9:F8:FE
    37200700010003020106|leSetExtendedAdvertisingData|4|advertisingHandle=0 operation=1 fragmentPreference=0 dataLength=3
    392006010201000000|leSetExtendedAdvertisingEnable|2|enable=1 numSets=2
    0B200701583A34270002|leSetScanParameters|7|scanType=1 scanInterval=14936 scanWindow=10036 ownAddressType=0 filterPolicy=2
    0C20020100|leSetScanEnable|2|scanEnable=1 filterDuplicates=0
    0F2000|leReadFilterAcceptListSize|0|
    102000|leClearFilterAcceptList|0|
    1120070048D5B0A4F0F0|leAddDeviceToFilterAcceptList|7|addressType=0 address=F0:F0:A4:B0:D5:48
    12200700C0A13DA4F0F0|leRemoveDeviceFromFilterAcceptList|7|addressType=0 address=F0:F0:A4:3D:A1:C0
    27202700A900A6A4F0F00000000000000000000000000000000000000000000000000000000000000000|leAddDeviceToResolvingList|39|peerIdentityAddressType=0 peerIdentityAddress=F0:F0:A4:A6:00:A9
    28200700ADCB3DA4F0F0|leRemoveDeviceFromResolvingList|7|peerIdentityAddressType=0 peerIdentityAddress=F0:F0:A4:3D:CB:AD
    4120080001020110001000|leSetExtendedScanParameters|3|ownAddressType=0 filterPolicy=1 scanningPHYs=2
    4220060100745F2621|leSetExtendedScanEnable|6|scanEnable=1 filterDuplicates=0 duration=24436 period=8486
    0D201930093332020027B8DBA4F0F00061246E07240E076B55255214|leCreateConnection|25|scanInterval=2352 scanWindow=12851 initiatorFilterPolicy=2 peerAddressType=0 peerAddress=F0:F0:A4:DB:B8:27 ownAddressType=0 connectionIntervalMin=9313 connectionIntervalMax=1902 maxLatency=3620 supervisionTimeout=27399 minCELength=9557 maxCELength=5202
    0E2000|leCreateConnectionCancel|0|
    13200EFE03233842291963306537720468|leConnectionUpdate|14|handle=1022 connectionIntervalMin=14371 connectionIntervalMax=10562 maxLatency=25369 supervisionTimeout=25904 minCELength=29239 maxCELength=26628
    152002300C|leReadChannelMap|2|handle=3120
    162002190A|leReadRemoteFeatures|2|handle=2585
    19201C67060000000000000000000000000000000000000000000000000000|leEnableEncryption|28|handle=1639
    1A20129E0E00000000000000000000000000000000|leLongTermKeyRequestReply|18|handle=3742
    1B2002030E|leLongTermKeyRequestNegativeReply|2|handle=3587
    20200EDE08471B5D0B075E353A4F611253|leRemoteConnectionParameterRequestReply|14|handle=2270 intervalMin=6983 intervalMax=2909 maxLatency=24071 timeout=14901 minCELength=24911 maxCELength=21266
    212003EA0D13|leRemoteConnectionParameterRequestNegativeReply|3|handle=3562 reason=19
    22200695043F077577|leSetDataLength|6|handle=1173 txOctets=1855 txTime=30581
    302002CE08|leReadPHY|2|handle=2254
    3220070A020001020100|leSetPHY|7|handle=522 allPHYs=0 txPHYs=1 rxPHYs=2 phyOptions=1
    43201A010001909882A4F0F00100000000000000000000000000000000|leExtendedCreateConnection|10|initiatorFilterPolicy=1 ownAddressType=0 peerAddressType=1 peerAddress=F0:F0:A4:82:98:90 initiatingPHYs=1
    85201C0201020001CF7A9AA4F0F00100000000000000000000000000000000|*leExtendedCreateConnectionV2|12|advertisingHandle=2 subevent=1 initiatorFilterPolicy=2 ownAddressType=0 peerAddressType=1 peerAddress=F0:F0:A4:9A:7A:CF initiatingPHYs=1
    53FD00|leGetVendorCapabilities|0|
    """

  static let returnParameters = """
    0E0C010110000B48560B0A003310|ReadLocalVersionInformation|9|status=0 hciVersion=11 hciSubversion=22088 lmpVersion=11 company=10 lmpSubversion=4147
    0E0C01031000FFFE8FFEDBFF5B87|ReadLocalSupportedFeatures|9|status=0 features=9753670738334711551
    0E0E010410000100FFFE8FFEDBFF5B87|ReadLocalExtendedFeatures|11|status=0 pageNumber=1 maxPageNumber=0 features=9753670738334711551
    0E0B010510005315001B417468|ReadBufferSize|8|status=0 aclDataPacketLength=5459 synchronousDataPacketLength=0 totalNumACLDataPackets=16667 totalNumSynchronousDataPackets=26740
    0E0A01091000FE70E7A4F0F0|ReadBDADDR|7|status=0 address=F0:F0:A4:E7:70:FE
    0EFC01140C00464C495000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000|ReadLocalName|1|status=0
    0E0701230C00140424|ReadClassofDevice|4|status=0 classOfDevice=2360340
    0E0501190C0003|ReadScanEnable|2|status=0 scanEnable=3
    0E0601170C00752B|ReadTimeout|3|status=0 timeout=11125
    0E0501550C0001|ReadSimplePairingMode|2|status=0 simplePairingMode=1
    0E0501790C0001|ReadSecureConnectionsHostSupport|2|status=0 secureConnectionsHostSupport=1
    0E0501440C0001|ReadInquiryMode|2|status=0 inquiryMode=1
    0EF501510C00010509464C4950000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000|ReadExtendedInquiryResponse|2|status=0 fecRequired=1
    0E0501580C00B6|ReadInquiryResponseTransmitPowerLevel|2|status=0 txPower=-74
    0E06010E08001247|ReadDefaultLinkPolicySettings|3|status=0 settings=18194
    0E0401030C00|Status|1|status=0
    0E06010D08001503|StatusAndHandle|3|status=0 handle=789
    0E0A010B04007C2E59A4F0F0|StatusAndAddress|7|status=0 address=F0:F0:A4:59:2E:7C
    0E0701090800790501|RoleDiscovery|4|status=0 handle=1401 currentRole=1
    0E08010C0800E5080C29|ReadLinkPolicySettings|5|status=0 handle=2277 settings=10508
    0E0801270C00D4033022|ReadAutomaticFlushTimeout|5|status=0 handle=980 flushTimeout=8752
    0E07012D0C00F40CD3|ReadTransmitPowerLevel|4|status=0 handle=3316 transmitPowerLevel=-45
    0E0801360C00330E0360|ReadLinkSupervisionTimeout|5|status=0 handle=3635 timeout=24579
    0E0901680C00EF0DB8BBB8|ReadEnhancedTransmitPowerLevel|6|status=0 handle=3567 gfsk=-72 dqpsk=-69 eightDPSK=-72
    0E0B01200400EF0B021B31232C|*ReadLMPHandle|8|status=0 handle=3055 lmpHandle=2 reserved=740503835
    0E0801011400090C0840|ReadFailedContactCounter|5|status=0 handle=3081 failedContactCounter=16392
    0E0701031400710402|ReadLinkQuality|4|status=0 handle=1137 linkQuality=2
    0E0701051400C405DC|ReadRSSI|4|status=0 handle=1476 rssi=-36
    0E1101061400FD0A01FFFFFFFFFFFFFFFFFF7F|ReadAFHChannelMap|14|status=0 handle=2813 afhMode=1 afhChannelMap=7FFFFFFFFFFFFFFFFFFF
    0E0C010714000E084451666F6D1C|*ReadClock|9|status=0 handle=2062 clock=1868976452 accuracy=7277
    0E07010814007C0101|ReadEncryptionKeySize|4|status=0 handle=380 keySize=1
    0E0701022000732001|LEReadBufferSize|4|status=0 leACLDataPacketLength=8307 totalNumLEACLDataPackets=1
    0E0A01602000345301382800|LEReadBufferSizeV2|7|status=0 leACLDataPacketLength=21300 totalNumLEACLDataPackets=1 isoDataPacketLength=10296 totalNumISODataPackets=0
    0E0C01032000FFFE8FFEDBFF5B87|LEReadLocalSupportedFeatures|9|status=0 features=9753670738334711551
    0E0501072000DC|LEReadAdvertisingChannelTxPower|2|status=0 transmitPowerLevel=-36
    0E05010F200001|LEReadFilterAcceptListSize|2|status=0 size=1
    0E0B01152000CE06FFFFFFFF1F|LEReadChannelMap|8|status=0 handle=1742 channelMap=137438953471
    0E08013020005B0B0201|LEReadPHY|5|status=0 handle=2907 txPHY=2 rxPHY=1
    0E100153FD0001023F01000102013A20650E|*LEGetVendorCapabilities|13|status=0 maxAdvertisingInstances=1 offloadedResolutionOfPrivateAddress=2 totalScanResultsStorage=319 maxIRKListSize=0 filteringSupport=1 maxFilter=2 activityEnergyInfoSupport=1 version=8250 totalNumOfAdvertisersTracked=3685
    """
}
