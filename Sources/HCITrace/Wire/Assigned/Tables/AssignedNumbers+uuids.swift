// 16-bit UUIDs and names of protocols, service classes, profiles and GATT services.
// Written by generate.py from Data/uuids.tsv: change that file, not this one.

// swift-format-ignore-file
extension AssignedNumbers {
  static let uuidTable = AssignedNumbers(
    #"""
    0001 SDP
    0002 UDP
    0003 RFCOMM
    0004 TCP
    0005 TCS-BIN
    0006 TCS-AT
    0007 ATT
    0008 OBEX
    0009 IP
    000A FTP
    000C HTTP
    000E WSP
    000F BNEP
    0010 UPnP
    0011 HIDP
    0012 Hardcopy Control Channel
    0014 Hardcopy Data Channel
    0016 Hardcopy Notification
    0017 AVCTP
    0019 AVDTP
    001B CMTP
    001E MCAP Control Channel
    001F MCAP Data Channel
    0100 L2CAP
    1000 Service Discovery Server
    1001 Browse Group Descriptor
    1002 Public Browse Group
    1101 Serial Port
    1102 LAN Access Using PPP
    1103 Dialup Networking
    1104 IrMC Sync
    1105 OBEX Object Push
    1106 OBEX File Transfer
    1107 IrMC Sync Command
    1108 Headset
    1109 Cordless Telephony
    110A Audio Source
    110B Audio Sink
    110C A/V Remote Control Target
    110D Advanced Audio Distribution
    110E A/V Remote Control
    110F A/V Remote Control Controller
    1110 Intercom
    1111 Fax
    1112 Headset Audio Gateway
    1113 WAP
    1114 WAP Client
    1115 PANU
    1116 NAP
    1117 GN
    1118 Direct Printing
    1119 Reference Printing
    111A Basic Imaging Profile
    111B Imaging Responder
    111C Imaging Automatic Archive
    111D Imaging Referenced Objects
    111E Hands-Free
    111F Hands-Free Audio Gateway
    1120 Direct Printing Reference Objects Service
    1121 Reflected UI
    1122 Basic Printing
    1123 Printing Status
    1124 Human Interface Device Service
    1125 Hardcopy Cable Replacement
    1126 HCR Print
    1127 HCR Scan
    1128 Common ISDN Access
    112D SIM Access
    112E Phonebook Access Client
    112F Phonebook Access Server
    1130 Phonebook Access
    1131 Headset HS
    1132 Message Access Server
    1133 Message Notification Server
    1134 Message Access Profile
    1135 GNSS
    1136 GNSS Server
    1137 3D Display
    1138 3D Glasses
    1139 3D Synchronization
    113A Multi-Profile Specification
    113B Multi-Profile Specification Service
    113C Calendar, Tasks and Notes Access Service
    113D Calendar, Tasks and Notes Notification Service
    113E Calendar, Tasks and Notes Profile
    1200 PnP Information
    1201 Generic Networking
    1202 Generic File Transfer
    1203 Generic Audio
    1204 Generic Telephony
    1205 UPnP Service
    1206 UPnP IP Service
    1300 ESDP UPnP IP PAN
    1301 ESDP UPnP IP LAP
    1302 ESDP UPnP L2CAP
    1303 Video Source
    1304 Video Sink
    1305 Video Distribution
    1400 Health Device
    1401 Health Device Source
    1402 Health Device Sink
    1800 Generic Access
    1801 Generic Attribute
    1802 Immediate Alert
    1803 Link Loss
    1804 Tx Power
    1805 Current Time Service
    1806 Reference Time Update Service
    1807 Next DST Change Service
    1808 Glucose
    1809 Health Thermometer
    180A Device Information
    180D Heart Rate
    180E Phone Alert Status Service
    180F Battery Service
    1810 Blood Pressure
    1811 Alert Notification Service
    1812 Human Interface Device
    1813 Scan Parameters
    1814 Running Speed and Cadence
    1815 Automation IO
    1816 Cycling Speed and Cadence
    1818 Cycling Power
    1819 Location and Navigation
    181A Environmental Sensing
    181B Body Composition
    181C User Data
    181D Weight Scale
    181E Bond Management Service
    181F Continuous Glucose Monitoring
    1820 Internet Protocol Support Service
    1821 Indoor Positioning
    1822 Pulse Oximeter Service
    1823 HTTP Proxy
    1824 Transport Discovery
    1825 Object Transfer Service
    1826 Fitness Machine
    1827 Mesh Provisioning Service
    1828 Mesh Proxy Service
    1829 Reconnection Configuration
    183A Insulin Delivery
    183B Binary Sensor
    183C Emergency Configuration
    183D Authorization Control
    183E Physical Activity Monitor
    183F Elapsed Time
    1840 Generic Health Sensor
    1843 Audio Input Control
    1844 Volume Control
    1845 Volume Offset Control
    1846 Coordinated Set Identification
    1847 Device Time
    1848 Media Control
    1849 Generic Media Control
    184A Constant Tone Extension
    184B Telephone Bearer
    184C Generic Telephone Bearer
    184D Microphone Control
    184E Audio Stream Control
    184F Broadcast Audio Scan
    1850 Published Audio Capabilities
    1851 Basic Audio Announcement
    1852 Broadcast Audio Announcement
    1853 Common Audio
    1854 Hearing Access
    1855 Telephony and Media Audio
    1856 Public Broadcast Announcement
    1857 Electronic Shelf Label
    1858 Gaming Audio
    1859 Mesh Proxy Solicitation
    185A Industrial Measurement Device
    185B Ranging
    FD0D Blecon Advertising Service
    FD6F Exposure Notification Service
    FE0F Signify Netherlands B.V. (formerly Philips Lighting) Service
    FE2C Fast Pair Service
    FE59 Secure DFU Service
    FEAA Eddystone
    FEBB File Transfer Service by Adafruit
    64629 Xiaomi Inc.
    64630 Weber-Stephen Products LLC
    64631 SING SUN TECHNOLOGY (INTERNATIONAL) LIMITED
    64632 DHL
    64633 LG Electronics Inc.
    64634 Outshiny India Private Limited
    64635 Testo SE & Co. KGaA
    64636 Motorola Mobility, LLC
    64637 MML US, Inc
    64638 Harman International
    64639 Southco
    64640 TELE System Communications Pte. Ltd.
    64641 Axon Enterprise, Inc.
    64642 Zwift, Inc.
    64643 iHealth Labs, Inc.
    64644 NINGBO FOTILE KITCHENWARE CO., LTD.
    64645 Zhejiang Huanfu Technology Co., LTD
    64646 Samsara Networks, Inc
    64647 Samsara Networks, Inc
    64648 CCC del Uruguay
    64649 Intel Corporation
    64650 Intel Corporation
    64651 Kaspersky Lab Middle East FZ-LLC
    64652 SES-Imagotag
    64653 Caire Inc.
    64654 Blue Iris Labs, Inc.
    64655 Bose Corporation
    64656 Wiliot LTD.
    64657 Samsung Electronics Co., Ltd.
    64658 Furuno Electric Co., Ltd.
    64659 Komatsu Ltd.
    64660 Apple Inc.
    64661 Hippo Camp Software Ltd.
    64662 LEGO System A/S
    64663 Japan Display Inc.
    64664 Ruuvi Innovations Ltd.
    64665 Badger Meter
    64666 Plockat Solutions AB
    64667 Merry Electronics (S) Pte Ltd
    64668 Binary Power, Inc.
    64669 Lenovo (Singapore) Pte Ltd.
    64670 Dell Computer Corporation
    64671 Delta Development Team, Inc
    64672 Apple Inc.
    64673 PF SCHWEISSTECHNOLOGIE GMBH
    64674 Meizu Technology Co., Ltd.
    64675 Gunnebo Aktiebolag
    64676 HP Inc.
    64677 HAYWARD INDUSTRIES, INC.
    64678 Hubble Network Inc.
    64679 Hubble Network Inc.
    64680 Medtronic Inc.
    64681 Medtronic Inc.
    64682 Spintly, Inc.
    64683 IRISS INC.
    64684 IRISS INC.
    64685 Beijing 99help Safety Technology Co., Ltd
    64686 Imagine Marketing Limited
    64687 AltoBeam Inc.
    64688 Ford Motor Company
    64689 Google LLC
    64690 Apple Inc.
    64691 SWEEN
    64692 OMRON HEALTHCARE Co., Ltd.
    64693 OMRON HEALTHCARE Co., Ltd.
    64694 OMRON HEALTHCARE Co., Ltd.
    64695 T-Mobile USA
    64696 Ribbiot, INC.
    64697 Lumi United Technology Co., Ltd
    64698 BlueID GmbH
    64699 SharkNinja Operating LLC
    64700 Drowsy Digital, Inc.
    64701 Toshiba Corporation
    64702 Musen Connect, Inc.
    64703 ASSA ABLOY Opening Solutions Sweden AB
    64704 Xiaomi Inc.
    64705 TIMECODE SYSTEMS LIMITED
    64706 Qualcomm Technologies, Inc.
    64707 HP Inc.
    64708 OMRON(DALIAN) CO,.LTD.
    64709 OMRON(DALIAN) CO,.LTD.
    64710 Wiliot LTD.
    64711 PB INC.
    64712 Allthenticate, Inc.
    64713 SkyHawke Technologies
    64714 Cosmed s.r.l.
    64715 TOTO LTD.
    64716 Wi-Fi Easy Connect Specification
    64717 Zound Industries International AB
    64718 Luna Health, Inc.
    64719 Google LLC
    64720 Laerdal Medical AS
    64721 Shenzhen Benwei Media Co.,Ltd.
    64722 Allterco Robotics ltd
    64723 Fisher & Paykel Healthcare
    64724 OMRON HEALTHCARE
    64725 Nortek Security & Control
    64726 SWISSINNO SOLUTIONS AG
    64727 PowerPal Pty Ltd
    64728 Appex Factory S.L.
    64729 Huso, INC
    64730 Draeger
    64731 aconno GmbH
    64732 Amazon.com Services, LLC
    64733 Mobilaris AB
    64734 ARCTOP, INC.
    64735 NIO USA, Inc.
    64736 Akciju sabiedriba "SAF TEHNIKA"
    64737 Sony Group Corporation
    64738 Baracoda Daily Healthtech
    64739 Smith & Nephew Medical Limited
    64740 Samsara Networks, Inc
    64741 Samsara Networks, Inc
    64742 Guard RFID Solutions Inc.
    64743 TKH Security B.V.
    64744 ITT Industries
    64745 MindRhythm, Inc.
    64746 Chess Wise B.V.
    64747 Avi-On
    64748 Griffwerk GmbH
    64749 Workaround Gmbh
    64750 Velentium, LLC
    64751 Divesoft s.r.o.
    64752 Security Enhancement Systems, LLC
    64753 Google LLC
    64754 Bitwards Oy
    64755 Armatura LLC
    64756 Allegion
    64757 Trident Communication Technology, LLC
    64758 The Linux Foundation
    64759 Honor Device Co., Ltd.
    64760 Honor Device Co., Ltd.
    64761 Leupold & Stevens, Inc.
    64762 Leupold & Stevens, Inc.
    64763 Shenzhen Benwei Media Co., Ltd.
    64764 Barrot Technology Co.,Ltd.
    64765 Barrot Technology Co.,Ltd.
    64766 Sonova Consumer Hearing GmbH
    64767 701x
    64768 FUTEK Advanced Sensor Technology, Inc.
    64769 Sanvita Medical Corporation
    64770 LEGO System A/S
    64771 Quuppa Oy
    64772 Shure Inc.
    64773 Qualcomm Technologies, Inc.
    64774 RACE-AI LLC
    64775 Swedlock AB
    64776 Bull Group Incorporated Company
    64777 Cousins and Sears LLC
    64778 Luminostics, Inc.
    64779 Luminostics, Inc.
    64780 OSM HK Limited
    64781 Blecon Ltd
    64782 HerdDogg, Inc
    64783 AEON MOTOR CO.,LTD.
    64784 AEON MOTOR CO.,LTD.
    64785 AEON MOTOR CO.,LTD.
    64786 AEON MOTOR CO.,LTD.
    64787 BRG Sports, Inc.
    64788 BRG Sports, Inc.
    64789 Panasonic Corporation
    64790 Sensitech, Inc.
    64791 LEGIC Identsystems AG
    64792 LEGIC Identsystems AG
    64793 Smith & Nephew Medical Limited
    64794 CSIRO
    64795 Helios Sports, Inc.
    64796 Brady Worldwide Inc.
    64797 Samsung Electronics Co., Ltd
    64798 Plume Design Inc.
    64799 3M
    64800 GN Hearing A/S
    64801 Huawei Technologies Co., Ltd.
    64802 Huawei Technologies Co., Ltd.
    64803 DOM Sicherheitstechnik GmbH & Co. KG
    64804 GD Midea Air-Conditioning Equipment Co., Ltd.
    64805 GD Midea Air-Conditioning Equipment Co., Ltd.
    64806 Novo Nordisk A/S
    64807 Integrated Illumination Systems, Inc.
    64808 Julius Blum GmbH
    64809 Asahi Kasei Corporation
    64810 Sony Corporation
    64811 The Access Technologies
    64812 The Access Technologies
    64813 Xiaomi Inc.
    64814 Bitstrata Systems Inc.
    64815 Bitstrata Systems Inc.
    64816 Sesam Solutions BV
    64817 LG Electronics Inc.
    64818 Gemalto Holding BV
    64819 DashLogic, Inc.
    64820 Aerosens LLC.
    64821 Transsion Holdings Limited
    64822 Google LLC
    64823 TireCheck GmbH
    64824 Danfoss A/S
    64825 PREDIKTAS
    64826 Verkada Inc.
    64827 Verkada Inc.
    64828 Redline Communications Inc.
    64829 Woan Technology (Shenzhen) Co., Ltd.
    64830 Pure Watercraft, inc.
    64831 Cognosos, Inc
    64832 Beflex Inc.
    64833 Amazon Lab126
    64834 Globe (Jiangsu) Co.,Ltd
    64835 Apple Inc.
    64836 Apple Inc.
    64837 GB Solution co.,Ltd
    64838 Lemco IKE
    64839 Liberty Global Inc.
    64840 Geberit International AG
    64841 Panasonic Corporation
    64842 Sigma Elektro GmbH
    64843 Samsung Electronics Co., Ltd.
    64844 Adolf Wuerth GmbH & Co KG
    64845 70mai Co.,Ltd.
    64846 70mai Co.,Ltd.
    64847 SONITOR TECHNOLOGIES AS
    64848 Hangzhou Tuya Information Technology Co., Ltd
    64849 UTC Fire and Security
    64850 UTC Fire and Security
    64851 PCI Private Limited
    64852 Qingdao Haier Technology Co., Ltd.
    64853 Braveheart Wireless, Inc.
    64854 Resmed Ltd
    64855 Volvo Car Corporation
    64856 Volvo Car Corporation
    64857 Samsung Electronics Co., Ltd.
    64858 Samsung Electronics Co., Ltd.
    64859 V2SOFT INC.
    64860 React Mobile
    64861 maxon motor ltd.
    64862 Tapkey GmbH
    64863 Meta Platforms Technologies, LLC
    64864 Sercomm Corporation
    64865 Arendi AG
    64866 Google LLC
    64867 Google LLC
    64868 INRIA
    64869 Razer Inc.
    64870 Zebra Technologies Corporation
    64871 Montblanc Simplo GmbH
    64872 Ubique Innovation AG
    64873 Samsung Electronics Co., Ltd
    64874 Emerson
    64875 rapitag GmbH
    64876 Samsung Electronics Co., Ltd.
    64877 Sigma Elektro GmbH
    64878 Polidea sp. z o.o.
    64879 Apple, Inc.
    64880 GuangDong Oppo Mobile Telecommunications Corp., Ltd
    64881 GN Hearing A/S
    64882 Logitech International SA
    64883 BRControls Products BV
    64884 BRControls Products BV
    64885 Insulet Corporation
    64886 Insulet Corporation
    64887 Withings
    64888 Withings
    64889 Withings
    64890 Withings
    64891 WYZE LABS, INC.
    64892 Toshiba Information Systems(Japan) Corporation
    64893 Center for Advanced Research Wernher Von Braun
    64894 Samsung Electronics Co., Ltd.
    64895 Husqvarna AB
    64896 Phindex Technologies, Inc
    64897 CANDY HOUSE, Inc.
    64898 Sony Corporation
    64899 iNFORM Technology GmbH
    64900 Tile, Inc.
    64901 Husqvarna AB
    64902 Abbott
    64903 Google LLC
    64904 Urbanminded LTD
    64905 Urbanminded LTD
    64906 Signify Netherlands B.V.
    64907 Jigowatts Inc.
    64908 Google LLC
    64909 quip NYC Inc.
    64910 Motorola Solutions
    64911 Matrix ComSec Pvt. Ltd.
    64912 Guangzhou SuperSound Information Technology Co.,Ltd
    64913 Groove X, Inc.
    64914 Qualcomm Technologies International, Ltd. (QTIL)
    64915 Bayerische Motoren Werke AG
    64916 Hewlett Packard Enterprise
    64917 Rigado
    64918 Google LLC
    64919 June Life, Inc.
    64920 Disney Worldwide Services, Inc.
    64921 ABB Oy
    64922 Huawei Technologies Co., Ltd.
    64923 Huawei Technologies Co., Ltd.
    64924 Huawei Technologies Co., Ltd.
    64925 Gastec Corporation
    64926 The Coca-Cola Company
    64927 VitalTech Affiliates LLC
    64928 Secugen Corporation
    64929 Groove X, Inc
    64930 Groove X, Inc
    64931 Inseego Corp.
    64932 Inseego Corp.
    64933 Neurostim OAB, Inc.
    64934 WWZN Information Technology Company Limited
    64935 WWZN Information Technology Company Limited
    64936 PSA Peugeot Citroën
    64937 Rhombus Systems, Inc.
    64938 Xiaomi Inc.
    64939 Xiaomi Inc.
    64940 Tentacle Sync GmbH
    64941 Houwa System Design, k.k.
    64942 Houwa System Design, k.k.
    64943 Wiliot LTD
    64944 Oura Health Ltd
    64945 Oura Health Ltd
    64946 Portable Multimedia Ltd
    64947 Audiodo AB
    64948 HP Inc
    64949 ECSG
    64950 GWA Hygiene GmbH
    64951 LivaNova USA Inc.
    64952 LivaNova USA Inc.
    64953 Comcast Cable Corporation
    64954 Comcast Cable Corporation
    64955 Profoto
    64956 Emerson
    64957 Clover Network, Inc.
    64958 California Things Inc.
    64959 California Things Inc.
    64960 Hunter Douglas
    64961 Hunter Douglas
    64962 Baidu Online Network Technology (Beijing) Co., Ltd
    64963 Baidu Online Network Technology (Beijing) Co., Ltd
    64964 Simavita (Aust) Pty Ltd
    64965 Automatic Labs
    64966 Eli Lilly and Company
    64967 Eli Lilly and Company
    64968 Hach - Danaher
    64969 Busch-Jaeger Elektro GmbH
    64970 Fortin Electronic Systems
    64971 Meggitt SA
    64972 Shoof Technologies
    64973 Qingping Technology (Beijing) Co., Ltd.
    64974 SENNHEISER electronic GmbH & Co. KG
    64975 Nalu Medical, Inc
    64976 Huawei Technologies Co., Ltd
    64977 Huawei Technologies Co., Ltd
    64978 Bose Corporation
    64979 FUBA Automotive Electronics GmbH
    64980 LX Solutions Pty Limited
    64981 Brompton Bicycle Ltd
    64982 Ministry of Supply
    64983 Emerson
    64984 Jiangsu Teranovo Tech Co., Ltd.
    64985 Jiangsu Teranovo Tech Co., Ltd.
    64986 MHCS
    64987 Samsung Electronics Co., Ltd.
    64988 4iiii Innovations Inc.
    64989 Arch Systems Inc
    64990 Noodle Technology Inc.
    64991 Harman International
    64992 John Deere
    64993 Fortin Electronic Systems
    64994 Google LLC
    64995 Abbott Diabetes Care
    64996 JUUL Labs, Inc.
    64997 SMK Corporation
    64998 Intelletto Technologies Inc
    64999 SECOM Co., LTD
    65000 Robert Bosch GmbH
    65001 Spacesaver Corporation
    65002 SeeScan, Inc
    65003 Syntronix Corporation
    65004 Mannkind Corporation
    65005 Pole Star
    65006 Huawei Technologies Co., Ltd.
    65007 ART AND PROGRAM, INC.
    65008 Google LLC
    65009 LAMPLIGHT Co.,Ltd
    65010 AMICCOM Electronics Corporation
    65011 Amersports
    65012 O. E. M. Controls, Inc.
    65013 Milwaukee Electric Tools
    65014 AIAIAI ApS
    65015 HP Inc.
    65016 Onvocal
    65017 INIA
    65018 Tandem Diabetes Care
    65019 Tandem Diabetes Care
    65020 Optrel AG
    65021 RecursiveSoft Inc.
    65022 ADHERIUM(NZ) LIMITED
    65023 OSRAM GmbH
    65024 Amazon.com Services, Inc.
    65025 Duracell U.S. Operations Inc.
    65026 Robert Bosch GmbH
    65027 Amazon.com Services, Inc.
    65028 Motorola Solutions, Inc.
    65029 CORE Transport Technologies NZ Limited
    65030 Qualcomm Technologies, Inc.
    65031 Sonos, Inc.
    65032 Microsoft
    65033 Pillsy, Inc.
    65034 ruwido austria gmbh
    65035 ruwido austria gmbh
    65036 Procter & Gamble
    65037 Procter & Gamble
    65038 Setec Pty Ltd
    65039 Signify Netherlands B.V. (formerly Philips Lighting B.V.)
    65040 LAPIS Technology Co., Ltd.
    65041 GMC-I Messtechnik GmbH
    65042 M-Way Solutions GmbH
    65043 Apple Inc.
    65044 Flextronics International USA Inc.
    65045 Amazon.com Services, Inc..
    65046 Footmarks, Inc.
    65047 Telit Wireless Solutions GmbH
    65048 Runtime, Inc.
    65049 Google LLC
    65050 Tyto Life LLC
    65051 Tyto Life LLC
    65052 NetMedia, Inc.
    65053 Illuminati Instrument Corporation
    65054 LAMPLIGHT Co., Ltd.
    65055 Garmin International, Inc.
    65056 Emerson
    65057 Bose Corporation
    65058 Zoll Medical Corporation
    65059 Zoll Medical Corporation
    65060 August Home Inc
    65061 Apple, Inc.
    65062 Google LLC
    65063 Google LLC
    65064 Ayla Networks
    65065 Gibson Innovations
    65066 DaisyWorks, Inc.
    65067 ITT Industries
    65068 Google LLC
    65069 LAMPLIGHT Co., Ltd.
    65070 ERi,Inc.
    65071 CRESCO Wireless, Inc
    65072 Volkswagen AG
    65073 Volkswagen AG
    65074 Pro-Mark, Inc.
    65075 CHIPOLO d.o.o.
    65076 SmallLoop LLC
    65077 HUAWEI Technologies Co., Ltd
    65078 HUAWEI Technologies Co., Ltd
    65079 Spaceek LTD
    65080 Spaceek LTD
    65081 TTS Tooltechnic Systems AG & Co. KG
    65082 TTS Tooltechnic Systems AG & Co. KG
    65083 Dolby Laboratories
    65084 alibaba
    65085 BD Medical
    65086 BD Medical
    65087 Friday Labs Limited
    65088 Inugo Systems Limited
    65089 Inugo Systems Limited
    65090 Nets A/S
    65091 Andreas Stihl AG & Co. KG
    65092 SK Telecom
    65093 Snapchat Inc
    65094 B&O Play A/S
    65095 General Motors
    65096 General Motors
    65097 SenionLab AB
    65098 OMRON HEALTHCARE Co., Ltd.
    65099 Signify Netherlands B.V. (formerly Philips Lighting B.V.)
    65100 Volkswagen AG
    65101 Casambi Technologies Oy
    65102 NTT docomo
    65103 Molekule, Inc.
    65104 Google LLC
    65105 SRAM
    65106 SetPoint Medical
    65107 3M
    65108 Motiv, Inc.
    65109 Google LLC
    65110 Google LLC
    65111 Dotted Labs
    65112 Nordic Semiconductor ASA
    65113 Nordic Semiconductor ASA
    65114 Cronologics Corporation
    65115 GT-tronics HK Ltd
    65116 million hunters GmbH
    65117 Grundfos A/S
    65118 Plastc Corporation
    65119 Eyefi, Inc.
    65120 Lierda Science & Technology Group Co., Ltd.
    65121 Logitech International SA
    65122 Indagem Tech LLC
    65123 Connected Yard, Inc.
    65124 Siemens AG
    65125 CHIPOLO d.o.o.
    65126 Intel Corporation
    65127 Lab Sensor Solutions
    65128 Capsle Technologies Inc.
    65129 Capsle Technologies Inc.
    65130 Kontakt Micro-Location Sp. z o.o.
    65131 TASER International, Inc.
    65132 TASER International, Inc.
    65133 The University of Tokyo
    65134 The University of Tokyo
    65135 LINE Corporation
    65136 Beijing Jingdong Century Trading Co., Ltd.
    65137 Plume Design Inc
    65138 Abbott (formerly St. Jude Medical, Inc.)
    65139 Abbott (formerly St. Jude Medical, Inc.)
    65140 unwire
    65141 TangoMe
    65142 TangoMe
    65143 Hewlett-Packard Company
    65144 Hewlett-Packard Company
    65145 Zebra Technologies
    65146 Bragi GmbH
    65147 Orion Labs, Inc.
    65148 Telit Wireless Solutions (Formerly Stollmann E+V GmbH)
    65149 Aterica Health Inc.
    65150 Awear Solutions Ltd
    65151 Doppler Lab
    65152 Doppler Lab
    65153 Medtronic Inc.
    65154 Medtronic Inc.
    65155 Blue Bite
    65156 RF Digital Corp
    65157 RF Digital Corp
    65158 HUAWEI Technologies Co., Ltd
    65159 Qingdao Yeelink Information Technology Co., Ltd. ( 青岛亿联客信息技术有限公司 )
    65160 SALTO SYSTEMS S.L.
    65161 B&O Play A/S
    65162 Apple, Inc.
    65163 Apple, Inc.
    65164 TRON Forum
    65165 Interaxon Inc.
    65166 ARM Ltd
    65167 CSR
    65168 JUMA
    65169 Shanghai Imilab Technology Co.,Ltd
    65170 Jarden Safety & Security
    65171 OttoQ In
    65172 OttoQ In
    65173 Xiaomi Inc.
    65174 Tesla Motors Inc.
    65175 Tesla Motors Inc.
    65176 Currant Inc
    65177 Currant Inc
    65178 Estimote
    65179 Samsara Networks, Inc
    65180 GSI Laboratories, Inc.
    65181 Mobiquity Networks Inc
    65182 Dialog Semiconductor B.V.
    65183 Google LLC
    65184 Google LLC
    65185 Intrepid Control Systems, Inc.
    65186 Intrepid Control Systems, Inc.
    65187 ITT Industries
    65188 Paxton Access Ltd
    65189 GoPro, Inc.
    65190 GoPro, Inc.
    65191 UTC Fire and Security
    65192 Savant Systems LLC
    65193 Savant Systems LLC
    65194 Google LLC
    65195 Nokia
    65196 Nokia
    65197 Nokia
    65198 Nokia
    65199 Nest Labs Inc
    65200 Nest Labs Inc
    65201 Electronics Tomorrow Limited
    65202 Microsoft Corporation
    65203 Taobao
    65204 WiSilica Inc.
    65205 WiSilica Inc.
    65206 Vencer Co., Ltd
    65207 Meta Platforms, Inc.
    65208 Meta Platforms, Inc.
    65209 LG Electronics
    65210 Tencent Holdings Limited
    65211 adafruit industries
    65212 Dexcom Inc
    65213 Clover Network, Inc
    65214 Bose Corporation
    65215 Nod, Inc.
    65216 KDDI Corporation
    65217 KDDI Corporation
    65218 Blue Spark Technologies, Inc.
    65219 360fly, Inc.
    65220 PLUS Location Systems
    65221 Realtek Semiconductor Corp.
    65222 Kocomojo, LLC
    65223 Apple, Inc.
    65224 Apple, Inc.
    65225 Apple, Inc.
    65226 Apple, Inc.
    65227 Apple, Inc.
    65228 Apple, Inc.
    65229 Apple, Inc.
    65230 Apple, Inc.
    65231 Apple, Inc.
    65232 Apple, Inc.
    65233 Apple, Inc.
    65234 Apple, Inc.
    65235 Apple, Inc.
    65236 Apple, Inc.
    65237 Plantronics Inc.
    65238 Broadcom
    65239 Broadcom
    65240 Google LLC
    65241 Pebble Technology Corporation
    65242 ISSC Technologies Corp.
    65243 Perka, Inc.
    65244 Jawbone
    65245 Jawbone
    65246 Coin, Inc.
    65247 Design SHIFT
    65248 Anhui Huami Information Technology Co., Ltd.
    65249 Anhui Huami Information Technology Co., Ltd.
    65250 Anki, Inc.
    65251 Anki, Inc.
    65252 Nordic Semiconductor ASA
    65253 Nordic Semiconductor ASA
    65254 Silvair, Inc.
    65255 Tencent Holdings Limited.
    65256 Quintic Corp.
    65257 Quintic Corp.
    65258 Swirl Networks, Inc.
    65259 Swirl Networks, Inc.
    65260 Tile, Inc.
    65261 Tile, Inc.
    65262 Polar Electro Oy
    65263 Polar Electro Oy
    65264 Intel
    65265 CSR
    65266 CSR
    65267 Google LLC
    65268 Google LLC
    65269 Dialog Semiconductor GmbH
    65270 Wicentric, Inc.
    65271 Aplix Corporation
    65272 Aplix Corporation
    65273 PayPal, Inc.
    65274 PayPal, Inc.
    65275 Telit Wireless Solutions (Formerly Stollmann E+V GmbH)
    65276 Gimbal, Inc.
    65277 Gimbal, Inc.
    65278 GN Hearing A/S
    65279 GN Netcom
    65519 Wi-Fi Direct Specification
    65520 Public Key Open Credential (PKOC)
    65521 ICCE Digital Key
    65522 Aliro
    65523 FiRa Consortium
    65524 FiRa Consortium
    65525 Car Connectivity Consortium, LLC
    65526 Matter Profile ID
    65527 Zigbee Direct
    65528 Mopria Alliance BLE
    65529 FIDO2 secure client-to-authenticator transport
    65530 ASTM Remote ID
    65531 Direct Thread Commissioning
    65532 Wireless Power Transfer (WPT)
    65533 Universal Second Factor Authenticator
    65534 Wireless Power Transfer
    """#)
}
