#!/usr/bin/env python3
"""Writes values.tsv: what Wireshark's tshark reads in some of the sample captures. Needs tshark; run it when a capture
is added. Columns, apart by tabs: capture, frame, key in hcitrace's JSON, value."""

import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parents[3] / "SampleCaptures"

# Capture and the last frame that is looked at.
CAPTURES = {
    "g1_full_success.btsnoop": 170, "g3_sdp_continuation.btsnoop": 150, "f3a_setconf_reject_0x29.btsnoop": 999,
    "f6d_sdp_error_response.btsnoop": 999, "d8_g1_monitor_2001.btsnoop": 120, "d4_g1_dlt201.pcap": 130,
    "f12a_remote_low_resources.btsnoop": 999, "41a_peer_leaves_after_set_configuration.btsnoop": 999,
}

# tshark's field, and the key in hcitrace's JSON.
FIELDS = {
    "bthci_cmd.opcode": "command.opcode", "bthci_evt.code": "event.code", "bthci_evt.opcode": "event.opcode",
    "bthci_evt.status": "event.status", "bthci_evt.reason": "event.reason", "bthci_acl.chandle": "acl.handle",
    "bthci_acl.length": "acl.length", "btl2cap.cid": "l2cap.cid", "btl2cap.length": "l2cap.length",
    "btl2cap.cmd_code": "signals.0.code", "btl2cap.cmd_ident": "signals.0.identifier",
    "btl2cap.scid": "signals.0.sourceCID", "btl2cap.dcid": "signals.0.destinationCID",
    "btsdp.pdu": "sdp.pdu", "btsdp.tid": "sdp.transaction", "btsdp.error_code": "sdp.error",
    "btavdtp.signal_id": "avdtp.signal", "btavdtp.transaction": "avdtp.label",
    "btavdtp.error_code": "avdtp.error", "rtp.seq": "media.sequence", "rtp.timestamp": "media.timestamp",
}


def main():
    rows = []
    for capture, last in CAPTURES.items():
        command = ["tshark", "-r", str(SAMPLES / capture), "-Y", f"frame.number <= {last}", "-T", "fields",
                   "-E", "occurrence=f", "-e", "frame.number"]
        for field in FIELDS:
            command += ["-e", field]
        for line in subprocess.run(command, capture_output=True, text=True).stdout.splitlines():
            number, *cells = line.split("\t")
            for cell, key in zip(cells, FIELDS.values()):
                if cell:
                    rows.append(f"{capture}\t{number}\t{key}\t{int(cell, 0)}")
    (HERE / "values.tsv").write_text("\n".join(rows) + "\n")
    print(len(rows), "values")


main()
