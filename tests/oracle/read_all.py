#!/usr/bin/python3
"""Reads what cafe writes for other programs with other people's readers: Python's email, icalendar and vobject,
recurring_ical_events for what a feed means, python3-holidays for the public holidays, LibreOffice for lists, and
Chromium with poppler for where labels are printed.

    tests/oracle/read_all.py BUILD/cafe        ends with "N passed, N failed"
"""
import csv
import datetime as dt
import email
import email.policy
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

import holidays
import icalendar
import recurring_ical_events
import vobject

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from checks import check, finish  # noqa: E402

CAFE = os.path.abspath(sys.argv[1])
SOURCE = Path(__file__).resolve().parents[2]
HOSTILE = "Zoé \"la=cheffe\" <b>; O'Hara, ^n\\n =?utf-8?q?Bcc=3A?="
SECRET = "12 rue du Secret"


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


# Schedules of every kind, in both languages, with what stands in their way.
RHYTHMS = ["first friday", "premier vendredi", "deuxième et quatrième mardi", "third tuesday of odd months",
           "last thursday of march and october", "avant-dernier lundi", "fifth friday", "chaque jeudi",
           "first friday and every tuesday", "fourth and last monday", "every wednesday of january"]


def days_in(calendar, first, last):
    """Days on which somebody who subscribed sees a meeting that takes place, with its hours."""
    found = recurring_ical_events.of(calendar).between(first, last)
    return sorted((str(event["DTSTART"].dt.date()), event["DTSTART"].dt.strftime("%H:%M"),
                   event["DTEND"].dt.strftime("%H:%M")) for event in found if event["STATUS"] != "CANCELLED")


def feed_means_the_agenda(root):
    """What a calendar program makes of RRULE and EXDATE are the agenda's days, in zones with and without summer time."""
    for place, (zone, departments) in enumerate([("Europe/Paris", ["47"]), ("Europe/Paris", ["67"]),
                                                 ("America/Cayenne", ["973"]), ("Indian/Reunion", ["974"]),
                                                 ("America/Miquelon", ["975"])]):
        book = root / f"zone{place}"
        write(book / "cafe.yaml", f"name: Réseau\nlanguage: fr\ndepartments: {json.dumps(departments)}\n"
              f"timezone: {zone}\nfrom: cafe@example.org\nholidays: [{{name: Été, from: 2027-07-20, until: 2027-08-20}}]\n")
        for number, rhythm in enumerate(RHYTHMS):
            write(book / f"cafes/c{number}.yaml", f"name: Café {number}\nschedule: {{every: {rhythm}, start: '19:30', "
                  "end: '23:30', except: [august, public-holidays, 2027-03-25]}\n")
        write(book / "meetings/2027-02-05-c0.yaml", "cafe: c0\ndate: 2027-02-05\nstart: '18:00'\nend: '20:00'\n"
                                                    "status: confirmed\n")
        write(book / "meetings/2027-03-05-c0.yaml", "cafe: c0\ndate: 2027-03-05\nstart: '19:30'\nend: '23:30'\n"
                                                    "status: cancelled\n")
        for number, rhythm in enumerate(RHYTHMS):
            wanted = []
            for year in (2026, 2027):
                table = cafe(book, "meeting", "agenda", f"c{number}", "--year", str(year), "--json")
                for day in json.loads(table)["records"]:
                    held = day.get("meeting") and day["status"] != "cancelled"
                    ahead = day["status"] == "scheduled" and not day.get("closed") and day["date"] >= "2026-11-23"
                    if held or ahead:
                        wanted.append((day["date"], day["start"], day["end"]))
            calendar = icalendar.Calendar.from_ical(cafe(book, "meeting", "ics", f"c{number}").decode())
            check(days_in(calendar, (2026, 1, 1), (2028, 1, 1)) == sorted(wanted), f"{zone}: the feed of {rhythm}")
            if number == 0:
                states = [event["STATUS"] for event in calendar.walk("VEVENT")]
                check(states.count("CANCELLED") == 1, "a cancelled meeting stays, as cancelled")


def holidays_of_the_table():
    """The table that the unit tests read against python3-holidays 0.10.1, where both keep to the Code du travail."""
    ours = {}
    for line in (SOURCE / "tests/calendar/days_2000_2050.tsv").read_text(encoding="utf-8").splitlines():
        kind, where, year, days = (line.split("\t") + [""])[:4]
        if kind == "holidays":
            ours[where, int(year)] = {f"{year}-{day}" for day in days.split()}
    provinces = {"": "Métropole", "57": "Alsace-Moselle", "67": "Alsace-Moselle", "68": "Alsace-Moselle",
                 "974": "La Réunion", "976": "Mayotte", "977": "Saint-Barthélémy"}
    for (where, year), days in ours.items():
        if where in provinces:
            theirs = {str(day) for day in holidays.France(years=year, prov=provinces[where])}
            check(days == theirs, f"holidays of {year} in {where or 'France'}: {sorted(days ^ theirs)}")
    check(len(ours) == 51 * 11, "every year of the table")


# Words that a spreadsheet would make a number, a date or a formula of.
TYPED = ["01500", "+33 6 39 98 10 20", "=1+1", "-2", "1/2", "TRUE", "12E5", "2026-11-06", "@SUM(1)", "a;b,c \"d\""]


def office(folder, *words):
    done = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *words],
                          cwd=folder, capture_output=True, check=False, timeout=180)
    check(done.returncode == 0, f"soffice {' '.join(words)}: {done.stderr.decode()}")


def spreadsheets(root):
    """LibreOffice, as a stranger who double-clicks the list: every cell as meant, no formula."""
    book = root / "typed"
    write(book / "cafe.yaml", "name: Réseau\nlanguage: fr\ndepartments: ['47']\n")
    for number, name in enumerate(TYPED):
        write(book / f"partners/p{number}.yaml", f"name: {quoted(name)}\nkind: association\nthemes: [logement]\n"
              f"territory: [Fumel]\nemails: [p{number}@example.org]\n")
    folder = book / "out"
    folder.mkdir()
    for form, ending in (("xlsx", "xlsx"), ("csv-excel", "csv")):
        (folder / f"list.{ending}").write_bytes(
            cafe(book, "--lang", "fr", "mail", "list", "--to", "", "--format", form))
    office(folder, "--convert-to", "fods", "list.xlsx")
    flat = xml.parse(folder / "list.fods").getroot()
    cells = [cell for cell in flat.iter() if cell.tag.endswith("}table-cell")]
    words = ["".join(cell.itertext()).strip() for cell in cells]
    check(all(name in words for name in TYPED), f"xlsx: {[name for name in TYPED if name not in words]}")
    kinds = {value for cell in cells for key, value in cell.attrib.items() if key.endswith("}value-type")}
    check(kinds == {"string"}, f"xlsx: only texts: {kinds}")
    check(not any(key.endswith("}formula") for cell in cells for key in cell.attrib), "xlsx: no formula")
    # ; between cells, " around them, UTF-8, French: how French Excel reads a .csv by itself.
    office(folder, "--infilter=CSV:59,34,76,1,,1036", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "back",
           "list.csv")
    office(folder, "--convert-to", "fods", "--outdir", "back", "back/list.xlsx")
    flat = xml.parse(folder / "back/list.fods").getroot()
    cells = [cell for cell in flat.iter() if cell.tag.endswith("}table-cell")]
    words = ["".join(cell.itertext()).strip() for cell in cells]
    check("nom du partenaire" in words and "courriel" in words, f"csv-excel: titles in {words[:8]}")
    check(all(f"p{number}@example.org" in words for number in range(len(TYPED))), "csv-excel: addresses")
    check("a;b,c \"d\"" in words, "csv-excel: quotes and separators")
    check(not any(key.endswith("}formula") for cell in cells for key in cell.attrib), "csv-excel: no formula")


# Avery's own figures, in mm: labels across and down, size, first label, from one to the next.
SHEETS = {"L7160": (3, 7, 63.5, 38.1, 7.25, 15.15, 66.04, 38.1), "L7163": (2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1),
          "L7159": (3, 8, 64.0, 33.9, 6.45, 13.05, 66.55, 33.9), "L7162": (2, 8, 99.1, 33.9, 4.65, 12.95, 101.6, 33.9),
          "L7165": (2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7)}


def printed_labels(root):
    """Chromium prints each sheet, poppler says where each word stands: inside of its label, margins kept."""
    book = root / "labels"
    long = "Centre communal d'action sociale intercommunal de la communauté d'agglomération du Grand Villeneuvois"
    write(book / "cafe.yaml", "name: Réseau\nlanguage: fr\ndepartments: ['47']\n")
    for number in range(30):
        name = f"Maison{number} {long if number % 3 else ''} {'W' * 40 if number % 5 == 4 else ''}".strip()
        write(book / f"partners/p{number:02}.yaml", f"name: {quoted(name)}\nkind: association\nthemes: [logement]\n"
              f"territory: [Fumel]\naddress: {{extra: 'Résidence du Parc de la Fonderie, bâtiment C', street: "
              f"{number} boulevard du Maréchal-de-Lattre-de-Tassigny, postcode: '47500', commune: Fumel{number}}}\n")
    start = 5
    for sheet, (across, down, width, height, left, top, to_right, below) in SHEETS.items():
        page = book / f"{sheet}.html"
        page.write_bytes(cafe(book, "mail", "labels", "--to", "", "--sheet", sheet, "--start", str(start)))
        subprocess.run(["chromium-headless-shell", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={book}/{sheet}.pdf", f"file://{page}"], check=True, capture_output=True)
        boxes = subprocess.run(["pdftotext", "-bbox", f"{book}/{sheet}.pdf", "-"], check=True, capture_output=True)
        pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', boxes.stdout.decode(), re.S)
        check(len(pages) == -(-(start - 1 + 30) // (across * down)), f"{sheet}: {len(pages)} pages")
        seen = {}
        for number, (page_width, page_height, inside) in enumerate(pages):
            check(abs(float(page_width) / 72 * 25.4 - 210) < 0.3 and abs(float(page_height) / 72 * 25.4 - 297) < 0.3,
                  f"{sheet}: A4")
            for word in re.finditer(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<', inside):
                x1, y1, x2, y2 = (float(each) / 72 * 25.4 for each in word.groups()[:4])
                column, row = int((x1 - left) // to_right), int((y1 - top) // below)
                x, y = left + column * to_right, top + row * below
                kept = x + 4.9 <= x1 and x2 <= x + width - 4.5 and y + 1 <= y1 and y2 <= y + height - 1
                check(kept, f"{sheet}: {word.group(5)} at {x1:.1f},{y1:.1f} to {x2:.1f},{y2:.1f} in {column},{row}")
                seen.setdefault(number * across * down + row * across + column, []).append((word.group(5), x1 - x))
        check(sorted(seen) == list(range(start - 1, start - 1 + 30)), f"{sheet}: from label {start} on: {sorted(seen)}")
        for at, words in seen.items():
            check(words[0][0] == f"Maison{words[-1][0][5:]}", f"{sheet}: one label in one place: {words}")
            check(abs(words[0][1] - 5) < 0.1, f"{sheet}: 5 mm from the edge: {words[0]}")


def main():
    root = Path(tempfile.mkdtemp())
    try:
        hostile_notebook(root)
        lists(root)
        mails(root)
        feeds(root)
        feed_means_the_agenda(root)
        holidays_of_the_table()
        spreadsheets(root)
        printed_labels(root)
    finally:
        shutil.rmtree(root)
    return finish("oracles: ")


if __name__ == "__main__":
    sys.exit(main())
