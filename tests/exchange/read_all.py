"""Reads exports with other people's readers: jsonschema, ajv, vobject, vcard4, ical.js, icalendar, jsonld, openpyxl,
LibreOffice, Python's csv. read_all.py CAFE NOTEBOOKS     ends with "N passed, N failed"
"""
import csv
import datetime as dt
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

import icalendar
import jsonschema
import openpyxl
import vobject

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from checks import add, check, finish  # noqa: E402

CAFE = os.path.abspath(sys.argv[1])
NOTEBOOKS = int(sys.argv[2])
HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
TODAY = "2026-11-23"


def export(book, folder, name, *words, codes=(0,)):
    done = subprocess.run([CAFE, "--today", TODAY, "--no-input", "export", "--format", name, "-o", str(folder), "--report",
                           "json", *words], cwd=book, capture_output=True, check=False)
    check(done.returncode in codes, f"export {name} {words}: exit {done.returncode}\n{done.stderr.decode()}")
    return json.loads(done.stdout) if done.returncode in codes else None


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


# ---- Schemas ------------------------------------------------------------------------------------------------------

def validator(schema, store=None):
    resolver = jsonschema.RefResolver("", schema, store=store or {})
    return jsonschema.Draft202012Validator(schema, resolver=resolver,
                                           format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


DI = {name: validator(load(HERE / f"data-inclusion/{name}.json")) for name in ("structure", "service")}
HSDS_SCHEMAS = {path.name: load(path) for path in (HERE / "hsds").glob("*.json")}
HSDS = {name: validator(HSDS_SCHEMAS[name + ".json"], HSDS_SCHEMAS) for name in ("organization", "service")}


def first_error(rules, item):
    return next(iter(rules.iter_errors(item)), None)


def all_valid(rules, items, what):
    wrong = [(item.get("id"), error.json_path, error.message) for item in items
             for error in [first_error(rules, item)] if error]
    check(not wrong, f"{what}: {wrong[:3]}")


def python_rules(structures, services):
    """What the Python model of data·inclusion asks besides its JSON schema."""
    for item in structures + services:
        day = dt.date.fromisoformat(item["date_maj"])
        if not dt.date(2000, 1, 1) <= day <= dt.date.fromisoformat(TODAY):
            return f"{item['id']}: date_maj {day}"
        if item["nom"].endswith("."):
            return f"{item['id']}: nom {item['nom']}"
        if "courriel" in item and not re.fullmatch(r"[^@\s]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", item["courriel"]):
            return f"{item['id']}: courriel {item['courriel']}"
    for item in services:
        if "tous-publics" in item.get("publics", []) and len(item["publics"]) > 1:
            return f"{item['id']}: publics {item['publics']}"
    return None


def check_data_inclusion(folder, report, what):
    structures, services = load(folder / "structures.json"), load(folder / "services.json")
    all_valid(DI["structure"], structures, f"{what}: structures")
    all_valid(DI["service"], services, f"{what}: services")
    check(python_rules(structures, services) is None, f"{what}: {python_rules(structures, services)}")
    ids = [item["id"] for item in structures]
    check(len(set(ids)) == len(ids), f"{what}: ids of structures are twins")
    check(len({item["id"] for item in services}) == len(services), f"{what}: ids of services are twins")
    check(all(item["structure_id"] in ids for item in services), f"{what}: a service without its structure")
    check(report["fiches"]["written"] == len(structures) and report["services"]["written"] == len(services),
          f"{what}: the report counts otherwise")
    return structures, services


def check_hsds(folder, report, what):
    organizations, services = load(folder / "organizations.json"), load(folder / "services.json")
    all_valid(HSDS["organization"], organizations, f"{what}: organizations")
    all_valid(HSDS["service"], services, f"{what}: services")
    known = {item["id"] for item in organizations}
    check(all(item["organization_id"] in known for item in services), f"{what}: a service without its organization")
    check(all(uuid.UUID(item["id"]).version == 5 for item in organizations + services), f"{what}: UUIDs")
    check(report["fiches"]["written"] == len(organizations), f"{what}: the report counts otherwise")


def check_geojson(folder, what, areas=False):
    def position(place):
        return len(place) == 2 and -180 <= place[0] <= 180 and -90 <= place[1] <= 90

    points = load(folder / "partenaires.geojson")
    check(points["type"] == "FeatureCollection" and "crs" not in points, f"{what}: no collection")
    for feature in points["features"]:
        if not (feature["type"] == "Feature" and feature["geometry"]["type"] == "Point" and
                position(feature["geometry"]["coordinates"]) and
                all(not isinstance(value, (dict, list)) for value in feature["properties"].values())):
            check(False, f"{what}: {feature}")
            return
    check(True, what)
    if not areas:
        return
    for feature in load(folder / "territoires.geojson")["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            for number, ring in enumerate(polygon):
                turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
                right = ring[0] == ring[-1] and len(ring) >= 4 and all(map(position, ring)) and \
                    (turn > 0 if number == 0 else turn < 0)
                if not right:
                    check(False, f"{what}: ring of {feature['id']}")
                    return
    check(True, what)


def check_cards(folder, report, what):
    text = (folder / "partenaires.vcf").read_bytes().decode("utf-8")
    cards = list(vobject.readComponents(text))
    check(len(cards) == report["fiches"]["written"], f"{what}: {len(cards)} cards")
    check(all(card.fn.value.strip() for card in cards), f"{what}: a card without a name")
    check(all(len(line.encode()) <= 75 for line in text.split("\r\n")), f"{what}: a line is too long")


def check_calendar(folder, what):
    events = [part for part in icalendar.Calendar.from_ical((folder / "permanences.ics").read_bytes()).walk("VEVENT")]
    uids = [str(event["UID"]) for event in events]
    check(len(set(uids)) == len(uids), f"{what}: twins of UID")
    return events


SHEETS = ["Partenaires", "Services", "Permanences", "Personnes", "Thèmes"]


def check_tables(book, csv_folder, report, what):
    workbook = openpyxl.load_workbook(book, read_only=False)
    check(workbook.sheetnames == SHEETS, f"{what}: sheets {workbook.sheetnames}")
    for name in SHEETS:
        rows = [["" if cell is None else str(cell) for cell in row] for row in workbook[name].iter_rows(values_only=True)]
        file = csv_folder / {"Thèmes": "themes"}.get(name, name.lower())
        with open(f"{file}.csv", encoding="utf-8", newline="") as lines:
            same = list(csv.reader(lines))
        # CSV disarms formulas, a workbook has only texts; and openpyxl makes CRLF of nothing.
        plain = [[cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r\n＝＋－＠") else cell for cell in row] for row in same]
        check(plain == rows, f"{what}: {name} differs from its CSV")
    check(len(list(workbook["Partenaires"].iter_rows())) == report["fiches"]["written"] + 1, f"{what}: rows")
    package = load(csv_folder / "datapackage.json")
    for resource in package["resources"]:
        with open(csv_folder / resource["path"], encoding="utf-8", newline="") as lines:
            head = next(csv.reader(lines))
        check(head == [field["name"] for field in resource["schema"]["fields"]], f"{what}: {resource['path']}")


# ---- A small reader of the tables, to see that nothing is lost in them ----------------------------------------------

def items(cell):
    return [part.replace(" \\; ", " ; ") for part in cell.split(" ; ")] if cell else []


def put(record, path, value):
    for step in path[:-1]:
        record = record.setdefault(step, {})
    record[path[-1]] = value


MAIN = {"phones": "number", "emails": "address", "sources": "name"}
LISTS_OF_MAPPINGS = {"phones", "emails", "sources", "openings"}
TEXT_LISTS = {"aliases", "see_also", "missions", "limits", "themes", "publics", "territory", "languages", "tags",
              "situations", "reception", "steps", "modes", "by", "bring", "services", "as", "lists"}


def record_of(titles, row):
    record = {}
    for title, cell in zip(titles, row):
        if not cell or title in ("id", "partner"):
            if title == "id" and cell:
                record["id"] = cell
            continue
        path = title.split(".")
        if path[0] in LISTS_OF_MAPPINGS:
            key = MAIN[path[0]] if len(path) == 1 else path[1]
            held = record.setdefault(path[0], [])
            for number, value in enumerate(items(cell)):
                while len(held) <= number:
                    held.append({})
                if value:
                    held[number][key] = value
        elif path[-1] in TEXT_LISTS:
            put(record, path, items(cell))
        else:
            put(record, path, cell)
    return record


def texts(value):
    if isinstance(value, dict):
        return {key: texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [texts(each) for each in value]
    return ("true" if value else "false") if isinstance(value, bool) else \
        re.sub(r"\.0$", "", str(value)) if isinstance(value, float) else str(value).strip()


def shown(book, fiche):
    done = subprocess.run([CAFE, "--today", TODAY, "show", f"partners/{fiche}", "--json"], cwd=book, capture_output=True,
                          check=False)
    return json.loads(done.stdout)["record"]


def check_round_trip(book, folder, what, fiches):
    """The tables say what the fiche says, but for what the gate keeps."""
    def read(name):
        with open(folder / f"{name}.csv", encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        plain = [[cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@\t\r\n＝＋－＠") else cell for cell in row] for row in rows]
        return plain[0], plain[1:]

    titles, rows = read("partenaires")
    partners = {record["id"]: record for record in (record_of(titles, row) for row in rows)}
    for name, key in (("services", "services"), ("permanences", "permanences")):
        titles, rows = read(name)
        for row in rows:
            item = record_of(titles, row)
            item.pop("id", None)
            if "id" in titles and row[titles.index("id")]:
                item["id"] = row[titles.index("id")]
            partners[row[0]].setdefault(key, []).append(item)
    for fiche in fiches:
        wanted = texts(shown(book, fiche))
        for private in ("notes", "agreement", "contacts"):
            wanted.pop(private, None)
        wanted = {key: value for key, value in wanted.items() if not key.startswith("x-")}
        wanted["phones"] = [each for each in wanted.get("phones", []) if each.get("audience", "public") == "public"]
        wanted["emails"] = [each for each in wanted.get("emails", []) if each.get("audience", "public") == "public"]
        for holder in [wanted, *wanted.get("services", [])]:
            holder.get("referral", {}).pop("professionals", None)
        for service in wanted.get("services", []):
            service.pop("contact", None)
        for key in [key for key, value in wanted.items() if value in ([], {})]:
            wanted.pop(key)
        found = texts(partners[fiche])
        for service in found.get("services", []):
            service.pop("contact", None)
        for record in (wanted, found):
            record.get("verified", {}).pop("by", None)  # a person
            if not record.get("verified", {"x": 1}):
                record.pop("verified")
        if found != wanted:
            differ = {key: (wanted.get(key), found.get(key)) for key in {*wanted, *found}
                      if wanted.get(key) != found.get(key)}
            if "services" in differ and len(differ["services"][0] or []) == len(differ["services"][1] or []):
                differ["services"] = [(key, a.get(key), b.get(key)) for a, b in zip(*differ["services"])
                                      for key in {*a, *b} if a.get(key) != b.get(key)]
            check(False, f"{what}: {fiche} {differ}")
            return
    check(True, what)


# ---- Notebooks ----------------------------------------------------------------------------------------------------

HARD = ["Le « Café », 5 € ; d'accord", "=SOMME(A1)", "@lien", "-tiret", "Ligne un\nligne deux", "a ; b ; c", "x, y",
        "سعاد 😀", "Œuvre\u00a0: l’été", "\"guillemets\"", "C:\\dossier", "<b>gras</b> & co", "# Titre\n\n- un\n- *deux*"]


def generated(root, seed):
    """A notebook whose fiches have fields at random, with texts that are hard on some format."""
    chance = random.Random(seed)

    def some(values, most=3):
        return chance.sample(values, chance.randint(1, min(most, len(values))))

    def words():
        return chance.choice(HARD) + " " + str(chance.randint(1, 99))

    def line():
        return words().replace("\n", " ").replace("# ", "")

    (root / "partners").mkdir(parents=True)
    (root / "cafe.yaml").write_text("name: Essai\nlanguage: fr\ndepartments: ['47']\nexport: {source: essai}\n", "utf-8")
    number = chance.randint(1, 5)
    for fiche in range(number):
        record = {"name": "Fiche " + line(), "kind": chance.choice(["ccas-cias", "caf", "association", "aide-alimentaire"]),
                  "themes": some(["logement", "domiciliation", "logement-impayes", "aide-alimentaire"]),
                  "territory": some(["Fumel", "CC Fumel Vallée du Lot", "Lot-et-Garonne", "Agen", "France"]),
                  "verified": {"on": "2026-11-06"}}
        maybe = {"summary": line, "description": words, "missions": lambda: [line() for _ in range(chance.randint(1, 3))],
                 "limits": lambda: [line()], "publics": lambda: some(["tous-publics", "jeunes", "gens-du-voyage", "seniors"]),
                 "publics_note": line, "age_min": lambda: chance.randint(0, 20), "age_max": lambda: chance.randint(25, 90),
                 "address": lambda: {"street": "5 rue " + line(), "postcode": "47500", "commune": "Fumel",
                                     "latitude": 44.5 + chance.random() / 10, "longitude": 0.9668},
                 "phones": lambda: [{"number": "05 36 49 10 2" + str(n), **({"label": line()} if chance.random() < .5 else {}),
                                     **({"audience": "partners"} if chance.random() < .3 else {})} for n in range(3)],
                 "emails": lambda: [{"address": "accueil@example.org"}], "website": lambda: "https://www.example.org/a?b=c&d",
                 "hours": lambda: chance.choice(["Mo-Fr 08:30-12:00; PH off", "Tu[1,3] 09:00-12:00", "week 1-53/2 Mo 09:00-12:00",
                                                 "Mo-Fr 09:00-12:00; Aug off", "24/7"]),
                 "hours_note": line, "fee": lambda: chance.choice(["free", "paid", "conditional"]), "fee_note": line,
                 "referral": lambda: {"steps": [line(), line()], "modes": some(["phone", "email", "walk-in", "form"]),
                                      "by": ["users"], "bring": [line()], "delay": line()},
                 "permanences": lambda: [{"place": line(), "commune": "Fumel", "by_appointment": True,
                                          "hours": chance.choice(["Tu[1,3] 09:00-12:00", "We 14:00-17:00; PH off", "week 2-52/2 Th 10:00-11:00"])}],
                 "languages": lambda: some(["fr", "pt", "ar"]), "accessibility": line, "tags": lambda: [line()],
                 "aliases": lambda: [line(), line()], "short_name": line}
        for key, make in maybe.items():
            if chance.random() < .5:
                record[key] = make()
        if record.get("age_min", 0) > record.get("age_max", 99):
            del record["age_min"]
        if chance.random() < .7:
            record["services"] = [{"id": f"service-{n}", "name": "Service " + line(), **({"description": words()} if chance.random() < .7 else {}),
                                   **({"situations": [line(), line()]} if chance.random() < .5 else {}),
                                   **({"hours": "Fr 09:00-12:00"} if chance.random() < .3 else {}),
                                   **({"capacity": {"places": 4, "free": 0}} if chance.random() < .3 else {}),
                                   **({"reception": ["remote"]} if chance.random() < .3 else {})} for n in range(chance.randint(1, 3))]
        (root / f"partners/fiche-{fiche}.yaml").write_text(as_record(record), "utf-8")
    return [f"fiche-{fiche}" for fiche in range(number)]


def as_record(value, indent=""):
    out = ""
    for key, each in value.items():
        if isinstance(each, str) and "\n" in each:
            out += f"{indent}{key}: |\n" + "".join(f"{indent}  {line}\n" if line else "\n" for line in each.split("\n"))
        elif isinstance(each, dict):
            out += f"{indent}{key}:\n" + as_record(each, indent + "  ")
        elif isinstance(each, list) and each and isinstance(each[0], dict):
            out += f"{indent}{key}:\n"
            for item in each:
                body = as_record(item, indent + "    ")
                out += f"{indent}  - " + body[len(indent) + 4:]
        else:
            out += f"{indent}{key}: {json.dumps(each, ensure_ascii=False)}\n"
    return out


# ---- Both examples, every format ------------------------------------------------------------------------------------

def check_example(name, scratch):
    book = scratch / name
    shutil.copytree(SOURCE / "examples" / name, book)
    settings = book / "cafe.yaml"
    if "export:" not in settings.read_text("utf-8"):
        settings.write_text(settings.read_text("utf-8") + "\nexport: {source: essai}\n", "utf-8")
    out = scratch / (name + "-out")
    known = {}
    for formats in (("di", ()), ("di-all", ("--service-per-fiche", "--permanences", "services")), ("hsds", ()),
                    ("vcard", ()), ("vcard-4", ("--vcard", "4")), ("geojson", ("--areas",)), ("jsonld", ()), ("xlsx", ()),
                    ("csv", ()), ("ics", ()), ("di-xlsx", ())):
        kind, words = formats
        real = {"di-all": "di", "vcard-4": "vcard"}.get(kind, kind)
        known[kind] = export(book, out / kind, real, *words, codes=(0, 1))
    for kind in ("di", "di-all"):
        check_data_inclusion(out / kind, known[kind], f"{name}: {kind}")
    check_hsds(out / "hsds", known["hsds"], f"{name}: hsds")
    check_geojson(out / "geojson", f"{name}: geojson", areas=True)
    check_cards(out / "vcard", known["vcard"], f"{name}: vcard")
    check_calendar(out / "ics", f"{name}: ics")
    check_tables(out / "xlsx/partenaires.xlsx", out / "csv", known["xlsx"], f"{name}: tables")
    fiches = sorted(path.stem for path in (book / "partners").glob("*.yaml"))
    open_ones = [fiche for fiche in fiches if not re.search(r"^audience:|confidential: true|professionals",
                                                           (book / f"partners/{fiche}.yaml").read_text("utf-8"), re.M)]
    check_round_trip(book, out / "csv", f"{name}: what the CSV says is what the fiche says", open_ones[:40])
    template = openpyxl.load_workbook(out / "di-xlsx/data-inclusion.xlsx")
    check(template.sheetnames == ["Structures", "Services"], f"{name}: {template.sheetnames}")
    titles = [cell.value for cell in next(template["Structures"].iter_rows())]
    rows = list(template["Structures"].iter_rows(min_row=2, values_only=True))
    check(titles[:4] == ["__ignore__", "id", "date_maj", "nom"] and len(rows) == known["di-xlsx"]["fiches"]["written"],
          f"{name}: layout of the validator")
    sirets = [row[titles.index("siret")] for row in rows if row[titles.index("siret")]]
    check(all(isinstance(siret, str) and re.fullmatch(r"\d{14}", siret) for siret in sirets), f"{name}: SIRET as text")
    return out


def check_hours_of_calendar(scratch):
    """The days of a permanence are those that its hours say, public holidays left out."""
    book = scratch / "calendar"
    (book / "partners").mkdir(parents=True)
    (book / "cafe.yaml").write_text("name: R\ndepartments: ['47']\n", "utf-8")
    (book / "partners/a.yaml").write_text(
        "name: Le CCAS\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\nverified: {on: 2026-11-06}\n"
        "permanences:\n  - {place: Mairie, commune: Fumel, hours: 'Fr 09:00-12:00; PH off'}\n"
        "  - {place: Salle, commune: Fumel, hours: 'Tu[1,3] 14:00-17:00'}\n", "utf-8")
    export(book, scratch / "calendar-out", "ics")
    events = check_calendar(scratch / "calendar-out", "calendar")
    import recurring_ical_events
    calendar = icalendar.Calendar.from_ical((scratch / "calendar-out/permanences.ics").read_bytes())
    met = recurring_ical_events.of(calendar).between(dt.date(2026, 11, 23), dt.date(2027, 11, 23))
    days = {(event["DTSTART"].dt.date(), event["DTSTART"].dt.hour) for event in met}
    fridays = {(day, 9) for day in (dt.date(2026, 11, 23) + dt.timedelta(n) for n in range(365)) if day.weekday() == 4}
    tuesdays = {(day, 14) for day in (dt.date(2026, 11, 23) + dt.timedelta(n) for n in range(365))
                if day.weekday() == 1 and (day.day - 1) // 7 in (0, 2)}
    closed = {dt.date(2026, 12, 25), dt.date(2027, 1, 1)}
    check(days == {(day, hour) for day, hour in fridays | tuesdays if day not in closed},
          f"calendar: {sorted(days ^ (fridays | tuesdays))}")
    check(len(events) == 2, f"calendar: {len(events)} events")


def check_excel(scratch):
    """LibreOffice opens the workbook and the CSV of --excel, numbers and accents whole."""
    book = scratch / "excel"
    generated(book, 7)
    export(book, scratch / "excel-csv", "csv", "--excel", codes=(0, 1))
    raw = (scratch / "excel-csv/partenaires.csv").read_bytes()
    check(raw.startswith(b"\xef\xbb\xbf") and b"\r\n" in raw and b";" in raw.split(b"\r\n")[0], "--excel: BOM, ; and CRLF")
    export(book, scratch / "excel-xlsx", "xlsx")
    done = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/office", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
                           "--outdir", str(scratch / "office-out"), str(scratch / "excel-xlsx/partenaires.xlsx")],
                          capture_output=True, check=False, timeout=240)
    file = scratch / "office-out/partenaires.csv"
    check(file.exists(), f"LibreOffice opens no workbook: {done.stderr.decode()}")
    if file.exists():
        with open(file, encoding="utf-8", newline="") as lines:
            theirs = list(csv.reader(lines))
        ours = [[str(cell or "") for cell in row] for row in
                openpyxl.load_workbook(scratch / "excel-xlsx/partenaires.xlsx")["Partenaires"].iter_rows(values_only=True)]
        check(theirs == ours, "LibreOffice reads the workbook otherwise than openpyxl")


def main():
    scratch = Path(tempfile.mkdtemp(prefix="cafe-exchange-"))
    try:
        folders = [check_example(name, scratch) for name in ("fumel", "places")]
        check_hours_of_calendar(scratch)
        for seed in range(NOTEBOOKS):
            book = scratch / f"made-{seed}"
            fiches = generated(book, seed)
            out = scratch / f"made-{seed}-out"
            report = export(book, out / "di", "di", "--service-per-fiche", codes=(0, 1))
            if report:
                check_data_inclusion(out / "di", report, f"notebook {seed}: di")
            report = export(book, out / "hsds", "hsds", codes=(0, 1))
            if report:
                check_hsds(out / "hsds", report, f"notebook {seed}: hsds")
            if export(book, out / "csv", "csv"):
                check_round_trip(book, out / "csv", f"notebook {seed}: csv", fiches)
            report = export(book, out / "vcard", "vcard")
            if report:
                check_cards(out / "vcard", report, f"notebook {seed}: vcard")
            if export(book, out / "geojson", "geojson"):
                check_geojson(out / "geojson", f"notebook {seed}: geojson")
            if export(book, out / "ics", "ics"):
                check_calendar(out / "ics", f"notebook {seed}: ics")
            shutil.rmtree(book)
            if seed >= 10:
                shutil.rmtree(out)
            else:
                folders.append(out)
        check_excel(scratch)
        done = subprocess.run(["node", str(HERE / "read_all.mjs"), *map(str, folders)], capture_output=True, check=False)
        said = done.stdout.decode()
        print(re.sub(r"^\d+ passed.*$", "", said, flags=re.M).strip() + done.stderr.decode())
        counts = re.search(r"(\d+) passed, (\d+) failed", said)
        check(counts is not None, "node ended early")
        if counts:
            add(int(counts[1]), int(counts[2]))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return finish()


if __name__ == "__main__":
    sys.exit(main())
