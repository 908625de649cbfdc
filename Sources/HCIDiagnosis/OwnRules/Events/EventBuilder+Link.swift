import HCITrace

extension EventBuilder {
  // MARK: Paging

  mutating func addPaging() {
    for inquiry in attempt.inquiries {
      add("HCI.Inquiry", at: inquiry.started, by: .sent)
      for answer in inquiry.responses {
        add(
          "HCI.InquiryResult", at: answer.at, by: .received,
          [
            "isPeer": .truth(answer.address == attempt.peer), "rssi": answer.rssi.map { FieldValue($0) },
            "class": FieldValue(answer.classOfDevice.value), "name": answer.name.map { .text($0) },
          ])
      }
      add(
        "HCI.InquiryComplete", at: inquiry.completed?.at,
        ["status": inquiry.completed.map { FieldValue($0.value) }])
      add("HCI.InquiryCancel", at: inquiry.cancelled, by: .sent)
    }
    for request in attempt.nameRequests {
      let isPeer = FieldValue.truth(request.address == attempt.peer)
      add(
        "HCI.RemoteNameRequest", at: request.requested, by: .sent, of: .nameRequest(request.requested),
        ["isPeer": isPeer])
      add(
        "HCI.RemoteNameRequestComplete", at: request.completed?.at, of: .nameRequest(request.requested),
        [
          "isPeer": isPeer, "status": request.completed.map { FieldValue($0.value) },
          "name": request.name.map { .text($0) },
        ])
    }
    let paging = attempt.paging
    for command in paging.commands { add("HCI.CreateConnection", at: command, by: .sent) }
    for status in paging.statuses {
      add("HCI.CreateConnectionStatus", at: status.at, ["status": FieldValue(status.value)])
    }
    add("HCI.CreateConnectionCancel", at: paging.cancelled, by: .sent)
    add(
      "HCI.ConnectionRequest", at: paging.request?.at, by: .received,
      ["class": paging.request.map { FieldValue($0.value.value) }])
    add("HCI.AcceptConnectionRequest", at: paging.accepted, by: .sent)
    add(
      "HCI.RejectConnectionRequest", at: paging.rejected?.at, by: .sent,
      ["reason": paging.rejected.map { FieldValue($0.value) }])
    add(
      "HCI.ConnectionComplete", at: paging.completed?.at,
      ["status": paging.completed.map { FieldValue($0.value) }])
  }

  // MARK: Security

  mutating func addSecurity() {
    for step in attempt.security { add(step.value, at: step.at) }
  }

  private mutating func add(_ step: SecurityStep, at ref: PacketRef) {
    let command = FieldValue.text("command"), refused = FieldValue.text("refused")
    switch step {
    case .authenticationRequested: add("HCI.AuthenticationRequested", at: ref, by: .sent, ["kind": command])
    case .authenticationRefused(let status):
      add("HCI.AuthenticationRequested", at: ref, ["kind": refused, "status": FieldValue(status)])
    case .linkKeyRequested: add("HCI.LinkKeyRequest", at: ref)
    case .linkKeyReply: add("HCI.LinkKeyRequestReply", at: ref, by: .sent)
    case .linkKeyNegativeReply: add("HCI.LinkKeyRequestNegativeReply", at: ref, by: .sent)
    case .pinRequested: add("HCI.PINCodeRequest", at: ref)
    case .pinReply: add("HCI.PINCodeRequestReply", at: ref, by: .sent)
    case .pinNegativeReply: add("HCI.PINCodeRequestNegativeReply", at: ref, by: .sent)
    case .ioCapabilityRequested: add("HCI.IOCapabilityRequest", at: ref)
    case .ioCapabilityReply(let own): add("HCI.IOCapabilityRequestReply", at: ref, .sent, own)
    case .ioCapabilityNegativeReply(let reason):
      add("HCI.IOCapabilityRequestNegativeReply", at: ref, by: .sent, ["reason": FieldValue(reason)])
    case .ioCapabilityResponse(let peer): add("HCI.IOCapabilityResponse", at: ref, .received, peer)
    case .userConfirmationRequested: add("HCI.UserConfirmationRequest", at: ref)
    case .userConfirmationReply: add("HCI.UserConfirmationRequestReply", at: ref, by: .sent)
    case .userConfirmationNegativeReply:
      add("HCI.UserConfirmationRequestNegativeReply", at: ref, by: .sent)
    case .passkeyRequested: add("HCI.UserPasskeyRequest", at: ref)
    case .passkeyReply: add("HCI.UserPasskeyRequestReply", at: ref, by: .sent)
    case .passkeyNegativeReply: add("HCI.UserPasskeyRequestNegativeReply", at: ref, by: .sent)
    case .passkeyNotification: add("HCI.UserPasskeyNotification", at: ref)
    case .outOfBandRequested: add("HCI.RemoteOOBDataRequest", at: ref)
    case .outOfBandReply: add("HCI.RemoteOOBDataRequestReply", at: ref, by: .sent)
    case .outOfBandNegativeReply: add("HCI.RemoteOOBDataRequestNegativeReply", at: ref, by: .sent)
    case .simplePairingComplete(let status):
      add("HCI.SimplePairingComplete", at: ref, ["status": FieldValue(status)])
    case .linkKeyNotification(let type):
      add("HCI.LinkKeyNotification", at: ref, ["keyType": FieldValue(type)])
    case .authenticationComplete(let status):
      add("HCI.AuthenticationComplete", at: ref, ["status": FieldValue(status)])
    case .setEncryption(let on):
      add("HCI.SetConnectionEncryption", at: ref, by: .sent, ["kind": command, "on": .truth(on)])
    case .encryptionRefused(let status):
      add("HCI.SetConnectionEncryption", at: ref, ["kind": refused, "status": FieldValue(status)])
    case .encryptionChange(let status, let mode):
      add(
        "HCI.EncryptionChange", at: ref,
        ["status": FieldValue(status), "on": .truth(status.isSuccess && mode.isOn)])
    case .encryptionKeyRefresh(let status):
      add("HCI.EncryptionKeyRefreshComplete", at: ref, ["status": FieldValue(status)])
    case .securityRequested(let side): add("SMP.SecurityRequest", at: ref, by: side)
    case .lowEnergyEncryption: add("HCI.LEEnableEncryption", at: ref, by: .sent, ["kind": command])
    case .lowEnergyEncryptionRefused(let status):
      add("HCI.LEEnableEncryption", at: ref, ["kind": refused, "status": FieldValue(status)])
    case .encryptionKeySize(let status, let size):
      add(
        "HCI.ReadEncryptionKeySize", at: ref,
        ["status": FieldValue(status), "size": status.isSuccess ? FieldValue(size) : nil])
    }
  }

  private mutating func add(
    _ name: String, at ref: PacketRef, _ side: Direction, _ capability: PairingCapability
  ) {
    add(
      name, at: ref, by: side,
      [
        "io": FieldValue(capability.io), "bonding": .truth(capability.requirements.wantsBonding),
        "mitm": .truth(capability.requirements.requiresMITMProtection),
      ])
  }

  // MARK: The link

  mutating func addLink() {
    for step in attempt.linkSteps { add(step.value, at: step.at) }
    for stall in attempt.stalls {
      add("Link.Stall", at: stall.to, ["seconds": .number(stall.seconds), "full": .truth(stall.isFull)])
    }
    for fault in attempt.malformations {
      add("Malformed", at: fault.at, ["layer": .text(fault.value.layer.rawValue)])
    }
    add("Link.LastReceived", at: attempt.lastReceived, by: .received)
    add("Link.LastSent", at: attempt.lastSent, by: .sent)
    let adapter = context.adapter(of: attempt)
    for fault in adapter.hardwareErrors where fault.at >= attempt.first && fault.at <= attempt.last {
      add("HCI.HardwareError", at: fault.at, ["code": FieldValue(fault.value)])
    }
    for reset in adapter.resets where reset > attempt.first && reset <= (attempt.end?.at ?? attempt.last) {
      add("HCI.Reset", at: reset, by: .sent)
    }
    if case .disconnected(let reason) = attempt.end?.value {
      add(
        "HCI.DisconnectionComplete", at: attempt.end?.at, by: attempt.endingSide,
        ["reason": FieldValue(reason), "asked": .truth(attempt.ownDisconnect != nil)])
    }
  }

  private mutating func add(_ step: LinkStep, at ref: PacketRef) {
    func word(_ role: LinkRole) -> FieldValue? { role.name.map { .text($0.lowercased()) } }
    switch step {
    case .switchRole(let role):
      add("HCI.SwitchRole", at: ref, by: .sent, ["kind": .text("command"), "to": word(role)])
    case .switchRoleRefused(let status):
      add("HCI.SwitchRole", at: ref, ["kind": .text("refused"), "status": FieldValue(status)])
    case .roleChange(let status, let role):
      add("HCI.RoleChange", at: ref, ["status": FieldValue(status), "to": word(role)])
    case .modeChange(let status, let mode, let interval):
      add(
        "HCI.ModeChange", at: ref,
        [
          "status": FieldValue(status), "mode": FieldValue(mode),
          "interval": .number(Double(interval) * 0.625),
        ])
    case .supervisionTimeout(let slots):
      add("HCI.LinkSupervisionTimeout", at: ref, ["seconds": .number(Double(slots) * 0.000_625)])
    case .packetTypes(let types):
      add("HCI.ConnectionPacketTypeChanged", at: ref, ["types": FieldValue(types)])
    case .maximumSlots(let slots): add("HCI.MaxSlotsChange", at: ref, ["slots": FieldValue(slots)])
    case .voiceLink(let status, _):
      add("HCI.SynchronousConnectionComplete", at: ref, ["status": FieldValue(status)])
    case .voiceLinkEnded(let reason):
      add("HCI.SynchronousDisconnection", at: ref, ["reason": FieldValue(reason)])
    case .disconnect(let reason): add("HCI.Disconnect", at: ref, by: .sent, ["reason": FieldValue(reason)])
    case .qualityViolation: add("HCI.QoSViolation", at: ref)
    case .rssi(let rssi): add("HCI.ReadRSSI", at: ref, ["rssi": FieldValue(rssi)])
    case .transmitPower(let power): add("HCI.ReadTransmitPowerLevel", at: ref, ["power": FieldValue(power)])
    case .afhChannels(let channels): add("HCI.ReadAFHChannelMap", at: ref, ["channels": FieldValue(channels)])
    case .linkQuality(let quality): add("HCI.ReadLinkQuality", at: ref, ["quality": FieldValue(quality)])
    case .qualityReport(let report):
      add(
        "HCI.LinkQualityReport", at: ref,
        [
          "kind": FieldValue(report.kind), "rssi": FieldValue(report.rssi),
          "unusedChannels": FieldValue(report.unusedChannels),
          "retransmissions": FieldValue(report.retransmissions),
        ])
    }
  }
}
