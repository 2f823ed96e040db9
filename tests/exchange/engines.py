"""Asks engines what the command is asked. engines.py CAFE, inside of pg_virtualenv; ends with "N passed, N failed"
"""
import concurrent.futures
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
from checks import check, finish  # noqa: E402

CAFE = os.path.abspath(sys.argv[1])
SOURCE = Path(__file__).resolve().parents[2]
TODAY = "2026-11-23"
SEED = "who handles housing in Fumel"
NOTEBOOKS = {"fumel": SOURCE / "examples/fumel", "places": SOURCE / "examples/places",
             "dordogne": SOURCE / "tests/questions/dordogne"}
BOUND = 97  # of a hundred first answers, the same
# The command asks the whole notebook: its answers are compared with the edition that holds most of it.
AUDIENCE = os.environ.get("AUDIENCE", "partners")


def cafe(book, *words):
    return subprocess.run([CAFE, "--today", TODAY, "--no-input", *words], cwd=book, capture_output=True, text=True, check=False)


def export(book, form, folder, *words):
    done = cafe(book, "export", "--format", form, "-o", str(folder), *words)
    check(done.returncode == 0, f"export {form}: {done.stdout}{done.stderr}")


def psql(*words, folder=None, text=None):
    return subprocess.run(["psql", "-X", "-q", *words], cwd=folder, input=text, capture_output=True, text=True, check=False)


def load(folder):
    done = psql("-f", "load.sql", folder=folder)
    check(done.returncode == 0, f"load: {done.stderr}")


# ---- Questions ------------------------------------------------------------------------------------------------------

def questions(name):
    asked = []
    for path in sorted((SOURCE / "tests/questions").glob(name + "*.tsv")):
        rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        asked += [row.split("\t")[0] for row in rows[1:]]
    return list(dict.fromkeys(asked))


def answered(book, question):
    """What the command understands and answers; nothing where it refuses."""
    understood = cafe(book, "find", question, "--understood")
    if understood.returncode == 2:
        return None
    found = cafe(book, "find", question, "--json", "--limit", "10")
    hits = json.loads(found.stdout)["hits"]
    return {"question": question, "understood": json.loads(understood.stdout),
            "hits": [[hit["id"], hit["service"] or "", hit["score"]] for hit in hits]}


def ask_database(asked):
    """The ten answers to each, in their order."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        for at, one in enumerate(asked):
            file.write(f"{at}\t" + json.dumps(one["understood"], ensure_ascii=False).replace("\\", "\\\\") + "\n")
        file.flush()
        done = psql("-t", "-A", text=f"""\\set ON_ERROR_STOP on
CREATE TEMPORARY TABLE asked (at integer, understood jsonb);
\\copy asked FROM '{file.name}'
SELECT json_build_array(q.at, (SELECT json_agg(json_build_array(a.partner, coalesce(a.service, ''), a.score) ORDER BY n)
  FROM cafe.find(q.understood, 10) WITH ORDINALITY AS a(partner, service, score, why, n))) FROM asked q ORDER BY q.at;
""")
    check(done.returncode == 0, f"questions: {done.stderr}")
    found = dict(json.loads(line) for line in done.stdout.splitlines())
    return [found.get(at) or [] for at in range(len(asked))]


def compare(name, book):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        asked = [one for one in pool.map(lambda question: answered(book, question), questions(name)) if one]
    found = ask_database(asked)
    first = [one for one, there in zip(asked, found)
             if [hit[0] for hit in one["hits"][:1]] != [hit[0] for hit in there[:1]]]
    ten = sum([hit[:2] for hit in one["hits"]] == [hit[:2] for hit in there] for one, there in zip(asked, found))
    same = 100 * (len(asked) - len(first)) / max(1, len(asked))
    print(f"{name}: {len(asked)} questions, {len(asked) - len(first)} the same first ({same:.1f} %), {ten} the same ten")
    if os.environ.get("EXPLAIN"):
        for one, there in zip(asked, found):
            if one in first:
                print(json.dumps([one["question"], one["hits"][:3], there[:3]], ensure_ascii=False))
    check(same >= BOUND, f"{name}: {same:.1f} % the same first answer")
    return asked, found


def seed(asked, found):
    for one, there in zip(asked, found):
        if one["question"] != SEED:
            continue
        check(len(one["hits"]) == 10, "the seed's question has ten answers")
        check([hit[:2] for hit in one["hits"]] == [hit[:2] for hit in there],
              f"{SEED}: {one['hits']} but {there}")
        check(all(abs(a[2] - b[2]) < 0.0006 for a, b in zip(one["hits"], there)), f"scores: {one['hits']} but {there}")
        return one
    check(False, "the seed's question was not asked")
    return None


# ---- Loading while somebody asks ------------------------------------------------------------------------------------

def reload_while_asking(folder, one):
    understood = json.dumps(one["understood"], ensure_ascii=False).replace("'", "''")
    question = f"SELECT count(*) FROM cafe.find('{understood}', 10);\n"
    asking = subprocess.Popen(["psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1"], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        answers = pool.submit(asking.communicate, question * 150)
        loads = 0
        while loads < 3 or (not answers.done() and loads < 30):
            load(folder)
            loads += 1
        out, err = answers.result()
    counts = out.split()
    check(asking.returncode == 0 and err == "", f"asking while loading: {err}")
    check(len(counts) == 150 and set(counts) == {"10"}, f"answers while loading: {sorted(set(counts))}")


def plain_functions():
    done = psql("-t", "-A", "-c", "SELECT count(*) FROM cafe.near(44.5, 0.97, 15)", "-c",
                "SELECT partner FROM cafe.by_theme('logement', '47106') LIMIT 1")
    lines = done.stdout.split()
    check(done.returncode == 0 and len(lines) == 2 and int(lines[0]) > 5, f"near, by_theme: {done.stdout}{done.stderr}")


# ---- One file of SQLite ---------------------------------------------------------------------------------------------

def check_sqlite(name, folder, tables):
    """The same rows as PostgreSQL was given, a file that is whole, and full text that answers."""
    file = sqlite3.connect(f"file:{folder / 'cafe.sqlite'}?mode=ro", uri=True)
    check(file.execute("PRAGMA integrity_check").fetchall() == [("ok",)], f"{name}: integrity of the file")
    for data in sorted((tables / "data").glob("*.tsv")):
        rows = data.read_text(encoding="utf-8").count("\n")
        there = file.execute(f'SELECT count(*) FROM "{data.stem}"').fetchone()[0]
        check(there == rows, f"{name}: {data.stem} has {there} rows, not {rows}")
    found = file.execute("""SELECT o.partner FROM search JOIN offer o ON o.offer = search.rowid
        WHERE search MATCH (SELECT group_concat('"' || light || '"', ' OR ') FROM spelling WHERE folded = 'logement')
        ORDER BY bm25(search, 10, 5, 1)""").fetchall()
    check(len(found) > 1, f"{name}: full text finds {len(found)} who say « logement »")
    points = file.execute("SELECT count(*) FROM point").fetchone()[0]
    placed = file.execute("SELECT count(*) FROM partner WHERE lat IS NOT NULL AND lon IS NOT NULL").fetchone()[0]
    check(points == placed and (points > 0 or name == "dordogne"), f"{name}: {points} points of {placed}")
    for (fiche,) in file.execute("SELECT fiche FROM partner"):
        if "id" not in json.loads(fiche):
            check(False, f"{name}: a fiche without its id")
            break
    file.close()


# ---- Documents for a search engine ----------------------------------------------------------------------------------

TYPES = {"keyword": str, "text": str, "date": str, "geo_point": dict, "rank_features": dict}


def fits(field, value):
    values = value if isinstance(value, list) else [value]
    return bool(values) and all(isinstance(one, TYPES[field["type"]]) for one in values)


def rendered(template, values):
    """What mustache makes of the few things that the template uses."""
    text = re.sub(r"{{#toJson}}(\w+){{/toJson}}", lambda m: json.dumps(values[m[1]]), template)
    text = re.sub(r"{{#(\w+)}}(.*?){{/\1}}", lambda m: "".join(m[2].replace("{{.}}", one) for one in values[m[1]]), text)
    return re.sub(r"{{(\w+)}}", lambda m: values[m[1]], text)


def check_search(name, folder, tables):
    mapping = json.loads((folder / "mapping.json").read_text(encoding="utf-8"))
    fields = mapping["mappings"]["properties"]
    synonyms = mapping["settings"]["analysis"]["filter"]["synonyms"]["synonyms"]
    plain = (folder / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    check(synonyms == plain and len(plain) > 50, f"{name}: synonyms of the mapping and of the file")
    check(all(len([word for word in rule.split(",") if word.strip()]) > 1 for rule in plain), f"{name}: a rule of one word")
    lines = (folder / "bulk.ndjson").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines[1::2]]
    ids = [json.loads(line)["index"]["_id"] for line in lines[0::2]]
    check(len(set(ids)) == len(ids) == len(documents) and ids == [one["id"] for one in documents], f"{name}: ids")
    offers = (tables / "data/offer.tsv").read_text(encoding="utf-8").count("\n")
    check(len(documents) == offers, f"{name}: {len(documents)} documents for {offers} who may answer")
    wrong = [(one["id"], key) for one in documents for key, value in one.items()
             if key not in fields or not fits(fields[key], value)]
    check(not wrong, f"{name}: fields that the mapping does not have so: {wrong[:5]}")
    check(all(0 < strength for one in documents for strength in one.get("means", {}).values()), f"{name}: strengths")
    check(max(map(len, lines)) < 10_000_000, f"{name}: a document of more than 10 MB")
    script = json.loads((folder / "query.json").read_text(encoding="utf-8"))["script"]["source"]
    query = rendered(script, {"units": ["insee:47106", "dep:47"], "themes": ["logement"], "words": "logement"})
    asked = set(re.findall(r'"(?:units|status|partner|means|name|other_names|situations|summary|text)\b', query))
    check(json.loads(query)["size"] == 10 and len(asked) == 9, f"{name}: the query: {query}")
    check({word.strip('"') for word in asked} <= set(fields), f"{name}: the query asks what no document has")


# ---- Nobody is given away -------------------------------------------------------------------------------------------

HIDDEN = {
    "partners/zqreserve.yaml": "name: Le zqreserve\nkind: autre\naudience: partners\nthemes: [logement]\nterritory: [Fumel]\n"
                               "summary: zqsummary\nservices: [{id: zqid, name: zqservice, situations: [je dors dehors zqsituation]}]\n",
    "partners/zqinterne.yaml": "name: Le zqinterne\nkind: autre\naudience: private\nthemes: [logement]\nterritory: [Condat]\n",
    "partners/refuge.yaml": "name: Le refuge\nkind: hebergement\nthemes: [hebergement]\nterritory: [Lot-et-Garonne]\n"
                            "address: {street: 3 rue zqrue, postcode: '47110', commune: Sainte-Livrade-sur-Lot, confidential: true}\n"
                            "description: On vient au 3 rue zqrue.\n"
                            "phones: [{number: '05 36 49 11 40'}, {number: '06 39 98 11 41', audience: private}]\n",
    "partners/ouvert.yaml": "name: La maison ouverte\nkind: mairie\nthemes: [logement]\nterritory: [Fumel]\nnotes: zqnotes\n"
                            "see_also: [refuge]\ntags: [accueil]\n"
                            "contacts: [{person: zqpersonne, role: accueil}, {person: marie, role: référente}]\n"
                            "referral: {professionals: {phone: '05 36 49 22 22', email: zqpro@example.org}}\n"
                            "services: [{id: aide, name: Aide, situations: [je dors dehors]}]\n",
    "people/zqpersonne.yaml": "name: Zqnom Zqprenom\nemails: [zqmail@example.org]\nphones: ['06 39 98 00 07']\n",
    "people/marie.yaml": "name: Marie Delmas\naudience: public\nprivacy: {objection: {on: 2026-01-02, scope: all}}\n"
                         "emails: [zqmarie@example.org]\n",
    "vocabulary/questions.tsv": "# target\tphrase\nzqreserve\tla zqcabane\n",
}
NEVER = ["zq", "delmas", "536492222", "639981141", "639980007", "sainte-livrade"]


def texts_in(folder):
    """All that the files of a folder say, those of a database row by row."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder), path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".sqlite":
            yield path.name + " (rows)", "\n".join(sqlite3.connect(path).iterdump())


def leaks(work):
    book = work / "hidden"
    for path, text in HIDDEN.items():
        (book / path).parent.mkdir(parents=True, exist_ok=True)
        (book / path).write_text(text, encoding="utf-8")
    (book / "cafe.yaml").write_text("name: Réseau\ndepartments: ['47']\n", encoding="utf-8")
    for form in ("postgres", "sqlite", "search"):
        folder = work / f"hidden-{form}"
        export(book, form, folder)
        told = list(texts_in(folder))
        check(any("La maison ouverte" in text for _, text in told), f"{form}: the open fiche is there")
        for path, text in told:
            seen = [word for word in NEVER if word in re.sub(r"(?<=\d) (?=\d)", "", text.lower())]
            check(not seen, f"{form}: {path} tells {seen}")


def main():
    work = Path(tempfile.mkdtemp(prefix="cafe-engines-"))
    try:
        leaks(work)
        for name in sys.argv[2:] or NOTEBOOKS:
            try_notebook(name, work)
    finally:
        shutil.rmtree(work)
    return finish()


def try_notebook(name, work):
    book = NOTEBOOKS[name]
    folder = work / name
    export(book, "postgres", folder, "--audience", AUDIENCE)
    export(book, "sqlite", work / f"{name}-sqlite", "--audience", AUDIENCE)
    check_sqlite(name, work / f"{name}-sqlite", folder)
    export(book, "search", work / f"{name}-search", "--audience", AUDIENCE)
    check_search(name, work / f"{name}-search", folder)
    load(folder)
    done = psql("-f", "check.sql", folder=folder)
    print(name + ": check.sql\n" + done.stdout.strip())
    check(done.returncode == 0, f"{name}: check.sql: {done.stdout}{done.stderr}")
    asked, found = compare(name, book)
    if name == "fumel":
        plain_functions()
        if one := seed(asked, found):
            reload_while_asking(folder, one)


sys.exit(main())
