#!/usr/bin/python3
"""A notebook whose every text is hostile: hostile.py NOTEBOOK FOLDER TURN writes NOTEBOOK there with a payload of
payloads.json in each text field, another one each time; TURN moves the payloads on by so many fields. TURN "plain" writes
a harmless word instead. Each text begins with the same number in both, so that lists keep their order."""
import json
import os
import shutil
import sys

import yaml

here = os.path.dirname(os.path.abspath(__file__))
payloads = json.load(open(os.path.join(here, "payloads.json"), encoding="utf-8"))
notebook, folder, turn = sys.argv[1:]
# The fields of docs/format.md that are text of one line, and those that are Markdown.
one_line = set(
    "name short_name aliases summary missions limits publics_note hours_note fee_note accessibility tags source street extra "
    "label tip place note situations steps bring delay role reason title agenda what organisation guest commitments".split()
)
markdown = set("description notes news text decisions about legal_notice".split())
# What Markdown makes of a payload is its business: there, only those that are HTML.
html = [p for p in payloads if p.startswith(("<", "-->", '">', "&", "${"))]
count = 0


def text(key):
    global count
    count += 1
    if turn == "plain":
        return "%05d texte" % count
    list_ = html if key in markdown else payloads
    return "%05d %s" % (count, list_[(count + int(turn)) % len(list_)])


def changed(value, key=""):
    if isinstance(value, dict):
        return {k: changed(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [changed(v, key) for v in value]
    return text(key) if isinstance(value, str) and key in one_line | markdown else value


for path, _, files in sorted(os.walk(notebook)):
    for name in sorted(files):
        source = os.path.join(path, name)
        target = os.path.join(folder, os.path.relpath(source, notebook))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        if not name.endswith(".yaml") or name == "territory.yaml" or "vocabulary" in path:
            shutil.copy(source, target)
            continue
        record = changed(yaml.load(open(source, encoding="utf-8"), yaml.BaseLoader))
        with open(target, "w", encoding="utf-8") as out:
            # JSON is YAML, and quotes every text.
            out.write("".join("%s: %s\n" % (k, json.dumps(v, ensure_ascii=False)) for k, v in record.items()))
