#!/usr/bin/env python3
"""Does what docs/hacking.md says in a copy of the sources, builds it, and looks whether all that shall follow does.

    tests/declarations/run.py [FOLDER]

A field (the code blocks of the page, word for word), a kind of record, a rule and a format of export are added as a
newcomer would add them; then the built binary is asked: reading, checking, setting, completion, JSON, schema, search,
release, page, export. Builds the whole program without its tests, once, in FOLDER (a temporary one unless told): some ten
minutes on two cores. Ends with "N passed, N failed" and how many places were written by hand.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

project = Path(__file__).resolve().parents[2]
copy = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp(prefix="cafe-declarations-")).resolve()
source = copy / "source"
build = copy / "build"
places = {}
passed = failed = 0


def tell(good, what, said=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(f"FAILED: {what}\n{said}".rstrip())


def write(what, file, text):
    """A new file, one place."""
    (source / file).write_text(text, encoding="utf-8")
    places.setdefault(what, []).append(file)


def insert(what, file, anchor, text, before=False):
    """Adds a text behind (or before) an anchor, which must stand there exactly once: one place."""
    path = source / file
    whole = path.read_text(encoding="utf-8")
    if whole.count(anchor) != 1:
        sys.exit(f"{file}: {anchor!r} stands there {whole.count(anchor)} times: docs/hacking.md or this file is behind")
    path.write_text(whole.replace(anchor, text + anchor if before else anchor + text), encoding="utf-8")
    places.setdefault(what, []).append(file)


def copy_of_the_sources():
    names = subprocess.run(["git", "ls-files", "-z"], cwd=project, check=True, capture_output=True).stdout
    if source.exists():
        shutil.rmtree(source)
    for name in names.decode().split("\0"):
        if name and (project / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(project / name, source / name)


def section(page, begin, end):
    text = page[page.index(begin) :]
    return text[: text.index(end)]


def add_the_field_of_the_page():
    page = section((project / "docs/hacking.md").read_text(encoding="utf-8"), "**A field that people see", "**A kind of record")
    member = re.search(r"`(std::vector<std::string> parking;)`", page).group(1)
    row = re.search(r"```cpp\n(.*?)```", page, re.S).group(1)
    row = "".join("            " + line.strip() + "\n" for line in row.splitlines() if line.strip())
    insert("a field", "lib/model/partner.hpp", "    std::vector<std::string> limits;", "\n    " + member)
    insert("a field", "lib/model/partner_fields.cpp", '            field<&Partner::website>("website"', row, before=True)
    insert("a field", "examples/fumel/partners/ccas-fumel.yaml", "\nwebsite:", "\nparking: [place du Marché]", before=True)
    # What the table below the page's example asks for: what becomes of it in other formats.
    insert("a field, exchanged", "lib/exchange/fates.cpp", '    {"website", "m m m m m m l m"},', '    {"parking", "l l l l l m l m"},\n', before=True)


def add_a_kind():
    kind = "a kind of record"
    write(kind, "lib/model/room.hpp", '''// A room that partners lend: file `rooms/<id>.yaml`.
#pragma once

#include <optional>
#include <string>

namespace cafe::model {

struct Room {
    std::string name;
    std::string commune;
    std::optional<int> seats;
};

}  // namespace cafe::model
''')
    write(kind, "lib/model/room_fields.cpp", '''#include "model/fields.hpp"
#include "model/room.hpp"

namespace cafe::model {

const Shape& room_shape() {
    static const Shape shape{
        "room",
        {
            field<&Room::name>("name", Type::line)
                .required()
                .length(2, 80)
                .named("nom", "name")
                .helped("Le nom de la salle. Exemple : Salle du Marché", "The room's name. Example: Salle du Marché"),
            field<&Room::commune>("commune", Type::area).named("commune", "commune").helped("Où elle est.", "Where it is."),
            field<&Room::seats>("seats", Type::number)
                .at_least(1)
                .named("places assises", "seats")
                .helped("Combien s'assoient.", "How many can sit."),
        }};
    return shape;
}

}  // namespace cafe::model
''')
    insert(kind, "lib/model/fields.hpp", "    forgotten\n", "    room,\n", before=True)
    insert(kind, "lib/model/fields.hpp", "RecordKind::mapping,   RecordKind::forgotten", "")
    fields = source / "lib/model/fields.hpp"
    fields.write_text(
        fields.read_text(encoding="utf-8")
        .replace("RecordKind::mapping,   RecordKind::forgotten", "RecordKind::mapping, RecordKind::room, RecordKind::forgotten")
        .replace("const Shape& import_mapping_shape();", "const Shape& import_mapping_shape();\nconst Shape& room_shape();"),
        encoding="utf-8",
    )
    insert(kind, "lib/model/kind.cpp", "    {.kind = RecordKind::forgotten,", '''    {.kind = RecordKind::room,
     .folder = "rooms",
     .longest_id = longest_id,
     .shape = room_shape,
     .one = {"salle", "room"},
     .many = {"salles", "rooms"},
     .names = {"room", "rooms", "salle", "salles"},
     .by_hand = true,
     .schema = true},
''', before=True)
    rows = source / "lib/model/kind.cpp"
    text = rows.read_text(encoding="utf-8")
    count = int(re.search(r"std::array<Kind, (\d+)> rows", text).group(1))
    rows.write_text(text.replace(f"std::array<Kind, {count}> rows", f"std::array<Kind, {count + 1}> rows"), encoding="utf-8")
    insert(kind, "lib/store/book.hpp", "    std::vector<Record<model::ImportMapping>> mappings;", "\n    std::vector<Record<model::Room>> rooms;")
    book = source / "lib/store/book.hpp"
    book.write_text(book.read_text(encoding="utf-8").replace('#include "model/settings.hpp"', '#include "model/room.hpp"\n#include "model/settings.hpp"'), encoding="utf-8")
    insert(kind, "lib/store/amend.cpp", "            case RecordKind::mapping: take_out(book.mappings, ids); break;", "\n            case RecordKind::room: take_out(book.rooms, ids); break;")
    insert(kind, "lib/store/amend.cpp", "        case RecordKind::mapping: book.mappings.push_back(record_of<model::ImportMapping>(source)); break;", "\n        case RecordKind::room: book.rooms.push_back(record_of<model::Room>(source)); break;")


def add_a_rule():
    rule = "a rule"
    insert(rule, "lib/check/rules.hpp", "extern const Rule missing;", "\nextern const Rule many_places_to_park;")
    insert(rule, "lib/check/rules.cpp", "const Rule wrong_length{", '''const Rule many_places_to_park{
    "W699",
    Severity::warning,
    "trop de stationnements",
    "too many places to park",
    "Deux suffisent : on en cherche un.",
    "Two will do: people look for one.",
    "# partners/ccas-fumel.yaml\\nparking: [un, deux, trois]\\n",
    "# partners/ccas-fumel.yaml\\nparking: [un, deux]\\n"};

''', before=True)
    insert(rule, "lib/check/rules.cpp", "    &rule::implausible_phone,\n", "    &rule::many_places_to_park,\n", before=True)
    insert(rule, "lib/check/families.cpp", '    Family{.name = "parents",', '''    Family{.name = "places to park",
           .concerns = {RecordKind::partner},
           .records =
               [](const Context&) {
                   return Records([](const store::Source& source, Report& report) {
                       const yaml::Node* parking = source.tree.find("parking");
                       if (parking != nullptr && parking->items.size() > 2)
                           report.add(rule::many_places_to_park, parking->span, Words{"plus de deux", "more than two"}, {});
                   });
               }},
''', before=True)
    families = source / "lib/check/families.cpp"
    families.write_text(families.read_text(encoding="utf-8").replace('#include "check/references.hpp"', '#include "check/references.hpp"\n#include "check/rules.hpp"'), encoding="utf-8")


def add_a_format():
    wanted = "a format"
    write(wanted, "lib/exchange/names.hpp", '''// Names and communes alone.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

Result<std::vector<Part>> names_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
''')
    write(wanted, "lib/exchange/names.cpp", '''#include "exchange/names.hpp"

#include "exchange/fiches.hpp"

namespace cafe::exchange {

Result<std::vector<Part>> names_files(const Edition& edition, Account& account) {
    view::DataList names;
    each_fiche(edition, Way::json_ld, Closed::left_out, account, [&](const Fiche& fiche, Ledger&) {
        names.push_back(fiche.partner->name);
        return true;
    });
    view::DataObject all;
    all.put("names", std::move(names));
    return std::vector<Part>{{"names.json", all.done()}};
}

}  // namespace cafe::exchange
''')
    insert(wanted, "lib/exchange/formats.cpp", '    {"xlsx", {"classeur", "workbook"}', '    {"names", {"des noms", "names"}, Way::json_ld, names_files},\n', before=True)
    formats = source / "lib/exchange/formats.cpp"
    formats.write_text(formats.read_text(encoding="utf-8").replace('#include "exchange/permanences.hpp"', '#include "exchange/names.hpp"\n#include "exchange/permanences.hpp"'), encoding="utf-8")


def built():
    log = copy / "build.log"
    with open(log, "w", encoding="utf-8") as out:
        for command in (
            ["cmake", "-S", source, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCAFE_TESTS=OFF", "-DCAFE_WERROR=ON"],
            ["cmake", "--build", build, "--target", "cafe"],
        ):
            if subprocess.run([str(part) for part in command], stdout=out, stderr=out).returncode != 0:
                lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
                print("\n".join(line for line in lines if "error" in line or "Error" in line)[:4000])
                return False
    return True


def cafe(*words, folder=None, code=0):
    """What the built binary prints, both streams; a test when it ends otherwise than expected."""
    environment = {"HOME": str(copy), "PATH": os.environ["PATH"], "CAFE_TODAY": "2026-11-23", "LC_ALL": "en_GB.UTF-8"}
    done = subprocess.run([build / "cafe", *words], cwd=folder or copy / "notebook", env=environment, capture_output=True, text=True)
    said = done.stdout + done.stderr
    tell(done.returncode == code, f"cafe {' '.join(words)}: exit code {done.returncode}, wanted {code}", said)
    return said


def says(text, *words, code=0):
    said = cafe(*words, code=code)
    tell(text in said, f"cafe {' '.join(words)} does not say {text!r}", said)


def ask_of_the_field():
    fiche = copy / "notebook/partners/ccas-fumel.yaml"
    says("place du Marché", "show", "ccas-fumel")
    says("place du Marché", "show", "ccas-fumel", "--json")
    cafe("set", "ccas-fumel", "parking+=rue Haute")
    tell("rue Haute" in fiche.read_text(encoding="utf-8"), "`set` does not write the field")
    says("at most 80", "set", "ccas-fumel", "parking+=" + "x" * 81, code=2)
    says("place du Marché", "list", "partners", "--fields", "id,parking")
    says("ccas-fumel", "list", "partners", "parking:rue")
    says("CCAS de Fumel", "find", "Marché")
    says("Where to park", "explain", "parking")
    schema = cafe("schema", "partner")
    tell("parking" in json.loads(schema)["properties"], "the schema does not know the field")
    says("parking", "__complete", "--", "set", "ccas-fumel", "park")
    cafe("publish", "-o", str(copy / "site"))
    page = (copy / "site/partenaires/ccas-fumel.html").read_text(encoding="utf-8")
    tell("place du Marché" in page, "the published page does not show the field")
    cafe("export", "--format", "csv", "-o", str(copy / "csv"))
    tell(any("rue Haute" in file.read_text(encoding="utf-8") for file in (copy / "csv").glob("*.csv")), "no table has the field")


def ask_of_the_kind():
    room = copy / "notebook/rooms/salle-du-marche.yaml"
    room.parent.mkdir()
    room.write_text("seats: zero\nname: Salle du Marché\n", encoding="utf-8")
    says("rooms/salle-du-marche.yaml", "check", "rooms/salle-du-marche.yaml", code=1)
    room.write_text("seats: 40\nname: Salle du Marché\ncommune: Fumel\ncolour: red\n", encoding="utf-8")
    says("colour", "check", "rooms/salle-du-marche.yaml", code=0)
    room.write_text("seats: 40\nname: Salle du Marché\ncommune: Fumel\n", encoding="utf-8")
    cafe("fmt", "rooms/salle-du-marche.yaml")
    tell(room.read_text(encoding="utf-8").startswith("name:"), "`fmt` does not order its fields", room.read_text(encoding="utf-8"))
    says("How many can sit", "explain", "room.seats")
    tell("seats" in json.loads(cafe("schema", "room"))["properties"], "no schema of the kind")
    tell("CCAS" not in cafe("list", "rooms", code=1), "`list` has no list of it yet, and gives another")
    cafe("set", "rooms/salle-du-marche", "seats=60")
    tell("seats: 60" in room.read_text(encoding="utf-8"), "`set` does not change it", room.read_text(encoding="utf-8"))
    says("Salle du Marché", "show", "rooms/salle-du-marche")
    site = copy / "site-with-room"
    cafe("publish", "-o", str(site))
    tell(not any("Salle du Marché" in file.read_text(encoding="utf-8", errors="replace") for file in site.rglob("*.html")),
         "a kind that nobody released is in the published pages")


def ask_of_the_rule():
    says("W699", "set", "ccas-fumel", "parking+=troisième", code=0)
    says("W699", "check")
    says("Two will do", "explain", "W699")


def ask_of_the_format():
    says("names", "export", "--help")
    says("names", "__complete", "--", "export", "--format", "na")
    cafe("export", "--format", "names", "-o", str(copy / "names"))
    tell("CCAS de Fumel" in (copy / "names/names.json").read_text(encoding="utf-8"), "the export has no names")


copy_of_the_sources()
add_the_field_of_the_page()
add_a_kind()
add_a_rule()
add_a_format()
begun = time.monotonic()
if built():
    shutil.rmtree(copy / "notebook", ignore_errors=True)
    shutil.copytree(source / "examples/fumel", copy / "notebook")
    for ask in (ask_of_the_field, ask_of_the_kind, ask_of_the_rule, ask_of_the_format):
        try:
            ask()
        except Exception as error:  # one that cannot go on is one that failed
            tell(False, f"{ask.__name__}: {error!r}")
else:
    tell(False, f"it does not build: {copy / 'build.log'}")
for what, files in places.items():
    print(f"{what}: {len(files)} places ({', '.join(files)})")
print(f"built in {time.monotonic() - begun:.0f} s")
print(f"{passed} passed, {failed} failed")
if len(sys.argv) < 2 and failed == 0:
    shutil.rmtree(copy)
sys.exit(1 if failed else 0)
