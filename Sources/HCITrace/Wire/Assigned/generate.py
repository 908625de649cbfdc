#!/usr/bin/env python3
"""Writes Tables/*.swift from Data/*.tsv. Run it after a change to a data file; it needs nothing but Python 3.

A table is one string literal, a line an entry, sorted by the four hexadecimal digits that begin it: that compiles at
once however long it is, costs nothing until somebody looks a name up, and reads well in a review.
"""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent

TABLES = {
    "commands": ("commandTable", "HCI commands: opcode, answer, offsets in command and return parameters, name"),
    "events": ("eventTable", "HCI events: code (LE: 3E and the sub-event), offsets in the parameters, name"),
    "companies": ("companyTable", "Company identifiers and names"),
    "uuids": ("uuidTable", "16-bit UUIDs and names of protocols, service classes, profiles and GATT services"),
    "advertising-types": ("advertisingTypeTable", "Types of advertising data and their names"),
}

# How the columns that are words in the data file are shortened in the table.
SHORT = {"status": "s", "handle": "h", "address": "a", "reason": "r"}
ANSWER = {"complete": "C", "status": "S", "none": "N", "unknown": "U"}


def entries(path):
    """The rows of a data file, sorted by code; a code that occurs twice is an error."""
    rows = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        code = int(fields[0], 16)
        if code in rows:
            sys.exit(f"{path.name}:{number}: {fields[0]} occurs twice")
        rows[code] = fields
    return [rows[code] for code in sorted(rows)]


def offsets(text):
    """"status@0 handle@1" as "s0,h1"."""
    if text == "-":
        return text
    parts = (part.split("@") for part in text.split(" "))
    return ",".join(SHORT[name] + offset for name, offset in parts)


def line(kind, fields):
    """One line of a table."""
    code = fields[0].rjust(4, "0")
    if kind == "commands":
        _, name, answer, command, returned = fields
        return f"{code} {ANSWER[answer]} {offsets(command)} {offsets(returned)} {name}"
    if kind == "events":
        _, name, layout = fields
        return f"{code} {offsets(layout)} {name}"
    return f"{code} {fields[1]}"


def main():
    for kind, (property_name, summary) in TABLES.items():
        rows = [line(kind, fields) for fields in entries(HERE / "Data" / f"{kind}.tsv")]
        out = [
            f"// {summary}.",
            f"// Written by generate.py from Data/{kind}.tsv: change that file, not this one.",
            "",
            "// swift-format-ignore-file",
            "extension AssignedNumbers {",
            f"  static let {property_name} = AssignedNumbers(",
            '    #"""',
            *("    " + row for row in rows),
            '    """#)',
            "}",
            "",
        ]
        (HERE / "Tables" / f"AssignedNumbers+{kind}.swift").write_text("\n".join(out), encoding="utf-8")
        print(f"{property_name}: {len(rows)} entries")


if __name__ == "__main__":
    main()
