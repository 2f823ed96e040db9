#!/usr/bin/python3
"""Reads what cafe writes for other programs with other people's readers: Python's email, icalendar and vobject.

    tests/oracle/read_all.py BUILD/cafe        ends with "N passed, N failed"
"""
import csv
import email
import email.policy
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

import icalendar
import vobject

CAFE = os.path.abspath(sys.argv[1])
SOURCE = Path(__file__).resolve().parents[2]
HOSTILE = "Zoé \"la=cheffe\" <b>; O'Hara, ^n\\n =?utf-8?q?Bcc=3A?="
SECRET = "12 rue du Secret"
passed = failed = 0


def check(right, what):
    global passed, failed
    if right:
        passed += 1
    else:
        failed += 1
        print("FAILED:", what)


def cafe(book, *words, code=0, data=None):
    done = subprocess.run([CAFE, "--today", "2026-11-23", "--no-input", *words], cwd=book, input=data,
                          capture_output=True, check=False)
    check(done.returncode == code, f"cafe {' '.join(words)}: exit {done.returncode}\n{done.stderr.decode()}")
    return done.stdout


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def hostile_notebook(root):
    write(root / "cafe.yaml", "name: 'Réseau \"Été\", Fumel; suite'\nlanguage: fr\ndepartments: ['47']\n"
                              "from: cafe@example.org\n")
    write(root / "cafes/fumel.yaml", "name: Café; de l'Été, \"Fumel\"\nplace: {name: 'Salle, du; fond', street: 1 rue "
                                     "de l'École, postcode: '47500', commune: Fumel, capacity: 2}\nterritory: [Fumel]\n"
                                     "schedule: {every: first friday, start: '08:30', end: '10:30', except: "
                                     "[public-holidays]}\ninvite: 'touches:Fumel'\n")
    people = {"zoe": (HOSTILE, "zoe@example.org", ""), "opposee": ("Odile Opposée", "odile@example.org",
              "privacy: {objection: {on: 2026-01-01, scope: all}}\n"),
              "noms": ("x" * 140, "long@example.org", ""), "arabe": ("سعاد بن علي 😀", "souad@example.org", ""),
              "muet": ("Rémi Muet", "remi@example.org", "invitations: none\n"),
              "poste": ("Paul Poste", "paul@example.org", "invitations: post\n")}
    for key, (name, address, more) in people.items():
        write(root / f"people/{key}.yaml", f"name: {quoted(name)}\nemails: [{{address: {address}}}]\n{more}"
                                           f"notes: NOTE-INTERNE-{key}\n")
    contacts = ", ".join("{person: %s}" % key for key in people)
    write(root / "partners/ccas-fumel.yaml", "name: =CCAS de Fumel\nkind: ccas-cias\nthemes: [logement]\n"
          "territory: [Fumel]\naddress: {street: 1 place du Postel, postcode: '47500', commune: Fumel}\n"
          f"contacts: [{contacts}]\nnotes: NOTE-INTERNE-fiche\nphones: [{{number: '05 53 00 00 00', audience: private}}]\n")
    write(root / "partners/refuge.yaml", f"name: Le Refuge\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n"
          f"address: {{street: {SECRET}, postcode: '47500', commune: Fumel, confidential: true, mail: \"BP 12\"}}\n"
          "emails: [{address: refuge@example.org}]\n")
    write(root / "partners/ferme.yaml", "name: Maison fermée\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n"
          "status: closed\nemails: [{address: ferme@example.org}]\n")
    write(root / "partners/cache.yaml", "name: Maison cachée\nkind: association\nthemes: [logement]\nterritory: [Fumel]\n"
          "audience: private\nsummary: RESUME-PRIVE\nemails: [{address: cache@example.org}]\n")


def no_leak(text, where):
    for secret in ("odile@example.org", "Opposée", "remi@example.org", "NOTE-INTERNE", SECRET, "05 53 00 00 00",
                   "ferme@example.org", "RESUME-PRIVE"):
        check(secret not in text, f"{secret} leaks into {where}")


def texts_of(message):
    return "\n".join(part.get_content() if part.get_content_maintype() == "text" else "" for part in message.walk()
                     if not part.is_multipart())


def read_draft(path, method, readers):
    raw = path.read_bytes()
    check(b"\n" not in raw.replace(b"\r\n", b""), f"{path.name}: CRLF")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    check(not message.defects and not any(part.defects for part in message.walk()), f"{path.name}: {message.defects}")
    check(not any(message[key].defects for key in ("From", "To", "Subject", "Date", "Message-ID") if message[key]),
          f"{path.name}: header defects")
    check(message["X-Unsent"] == "1", f"{path.name}: X-Unsent")
    check(message["List-Unsubscribe"].strip().startswith("<mailto:cafe@example.org?subject="), f"{path.name}: unsubscribe")
    kinds = [part.get_content_type() for part in message.walk() if not part.is_multipart()]
    check(kinds == ["text/plain", "text/html", "text/calendar"], f"{path.name}: {kinds}")
    part = [each for each in message.walk() if each.get_content_type() == "text/calendar"][0]
    check(part["Content-Disposition"] is None, f"{path.name}: disposition")
    check(part["Content-Type"].params["method"] == method, f"{path.name}: method")
    calendar = icalendar.Calendar.from_ical(part.get_content())
    vobject.readOne(part.get_content())
    check(calendar["METHOD"] == method, f"{path.name}: METHOD")
    events = calendar.walk("VEVENT")
    check(len(events) == 1, f"{path.name}: one event")
    event = events[0]
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    check(len(attendees) == readers, f"{path.name}: {len(attendees)} attendees")
    if readers:
        check(str(attendees[0]) == "mailto:" + message["To"].addresses[0].addr_spec, f"{path.name}: attendee")
        check(attendees[0].params["RSVP"] in ("TRUE", "FALSE"), f"{path.name}: RSVP")
    check(str(event["ORGANIZER"]) == "mailto:cafe@example.org", f"{path.name}: organizer")
    check(str(event["DTSTAMP"].to_ical(), "ascii") == "20261123T000000Z", f"{path.name}: stamp")
    no_leak(raw.decode() + texts_of(message), path.name)
    return message, event


def mails(root):
    done = cafe(root, "meeting", "new", "fumel", "--next")
    check(done == b"2026-12-04-fumel\n", f"the id: {done}")
    before = (root / "meetings/2026-12-04-fumel.yaml").read_bytes()
    check(cafe(root, "meeting", "new", "fumel", "--next") == done, "the same id")
    check((root / "meetings/2026-12-04-fumel.yaml").read_bytes() == before, "nothing changed")
    cafe(root, "meeting", "invite", "fumel:next", "-o", "out", "--sent")
    drafts = sorted((root / "out").glob("*.eml"))
    check([each.name for each in drafts] == ["arabe.eml", "noms.eml", "partner.cache.eml", "partner.refuge.eml",
                                            "zoe.eml"], f"drafts: {[each.name for each in drafts]}")
    uids = set()
    for draft in drafts:
        message, event = read_draft(draft, "REQUEST", 1)
        uids.add(str(event["UID"]))
        check(event["DTSTART"].dt.strftime("%Y-%m-%d %H:%M") == "2026-12-04 08:30", "start")
        if draft.name == "zoe.eml":
            name = message["To"].addresses[0].display_name
            check(" ".join(name.split()) == HOSTILE, f"hostile name: {name!r}")
            check("est-ce toujours juste" in texts_of(message), "their own fiche")
    check(len(uids) == 1, "one UID")
    reply = ("From: Zoe <zoe@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY; "
             "charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n"
             "BEGIN:VEVENT\r\nUID:" + uids.pop() + "\r\nSEQUENCE:0\r\nDTSTAMP:20261123T080000Z\r\n"
             "ATTENDEE;PARTSTAT=3DACCEPTED:mailto:ZOE@example=\r\n.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").encode()
    cafe(root, "meeting", "reply", "fumel:next", "--from", "-", data=reply)
    record = (root / "meetings/2026-12-04-fumel.yaml").read_text()
    check(re.search(r"person: zoe.*reply: accepted", record) is not None, "the reply is recorded")
    cafe(root, "meeting", "invite", "fumel:next", "-o", "later", "--reminder", code=1)
    cafe(root, "meeting", "invite", "fumel:next", "-o", "bcc", "--bcc")
    read_draft(root / "bcc/bcc-1.eml", "PUBLISH", 0)
    path = root / "meetings/2026-12-04-fumel.yaml"
    path.write_text(record.replace("status: planned", "status: cancelled"))
    cafe(root, "meeting", "invite", "2026-12-04-fumel", "-o", "out")
    for draft in sorted((root / "out").glob("*.eml")):
        _, event = read_draft(draft, "CANCEL", 1)
        check(event["SEQUENCE"] == 1 and event["STATUS"] == "CANCELLED", "a cancellation is newer")


def feeds(root):
    for book in (root, SOURCE / "examples/fumel"):
        text = cafe(book, "meeting", "ics").decode()
        no_leak(text, "the feed")
        calendar = icalendar.Calendar.from_ical(text)
        check(calendar["METHOD"] == "PUBLISH" and "REFRESH-INTERVAL" in calendar, "a feed")
        check(any("RRULE" in event for event in calendar.walk("VEVENT")), "a rule")
        vobject.readOne(text)
        check(all(len(line) <= 75 for line in text.encode().split(b"\r\n")), "75 octets")


def lists(root):
    to = ("mail", "list", "--to", "")
    for form in ("plain", "rfc5322", "outlook", "csv", "csv-excel", "vcard", "json"):
        text = cafe(root, *to, "--format", form).decode("utf-8-sig")
        no_leak(text.replace('"opposee"', ""), form)
        check("zoe@example.org" in text, form)
        if form == "rfc5322":
            header = email.policy.default.header_factory("To", text.replace("\n", ""))
            check(len(header.addresses) == 5 and not header.defects, f"rfc5322: {header.defects}")
        if form in ("csv", "csv-excel"):
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if form == "csv-excel" else ","))
            check(len(rows) == 6 and all(len(row) == 5 for row in rows), f"{form}: {len(rows)} rows")
            check(not any(cell[:1] in "=+-@" for row in rows for cell in row if cell), f"{form}: no formula")
        if form == "vcard":
            cards = list(vobject.readComponents(text))
            check(len(cards) == 5 and HOSTILE in [card.fn.value for card in cards], "vcard")
    book = zipfile.ZipFile(io.BytesIO(cafe(root, *to, "--format", "xlsx")))
    strings = "".join(xml.fromstring(book.read("xl/sharedStrings.xml")).itertext())
    check("=CCAS de Fumel" in strings and "<f>" not in book.read("xl/worksheets/sheet1.xml").decode(), "xlsx")
    no_leak(strings, "xlsx")
    labels = cafe(root, "mail", "labels", "--to", "", "--all").decode()
    check("BP 12" in labels and "Paul Poste" in labels, "labels")
    no_leak(labels, "labels")


def main():
    root = Path(tempfile.mkdtemp())
    try:
        hostile_notebook(root)
        lists(root)
        mails(root)
        feeds(root)
    finally:
        shutil.rmtree(root)
    print(f"oracles: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
