"""The schemas beside the checks: examples are valid, and what one refuses the other refuses. compare.py CAFE SERVER"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import jsonschema
import yaml

CAFE = os.path.abspath(sys.argv[1])
SERVER = os.path.abspath(sys.argv[2])
KINDS = {"partner": "partners", "person": "people", "cafe": "cafes", "meeting": "meetings",
         "network": "network.yaml", "settings": "cafe.yaml"}
passed = failed = 0


class Core(yaml.SafeLoader):
    """YAML 1.2's core types, as yaml-language-server reads them: no dates, no yes and no, no 12:30 = 750."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (("bool", r"^(true|false)$", "tf"), ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
                            ("float", r"^[-+]?[0-9]+\.[0-9]*$", "-+0123456789"), ("null", r"^(~|null|)$", ["~", "n", ""])):
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))
# "05000" is five thousand, not an octal number.
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value, 10))


def verdict(good, what):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print(what)


def cafe(*words, folder="."):
    return subprocess.run([CAFE, "--lang", "en", "--today", "2026-11-20", "-C", folder, *words],
                          capture_output=True, text=True)


def schemas(folder):
    made = {}
    for kind in KINDS:
        schema = json.loads(cafe("schema", kind, folder=folder).stdout)
        jsonschema.Draft7Validator.check_schema(schema)
        made[kind] = jsonschema.Draft7Validator(schema)
    return made


def kind_of(path):
    for kind, place in KINDS.items():
        if path == place or path.startswith(place + "/"):
            return kind
    return None


def records(notebook):
    """The paths of a notebook's records, sorted."""
    found = []
    for folder, _, names in os.walk(notebook):
        paths = [os.path.relpath(os.path.join(folder, name), notebook) for name in names if name.endswith(".yaml")]
        found += [path for path in paths if kind_of(path)]
    return sorted(found)


def refused(validator, text):
    return [error.message[:160] for error in validator.iter_errors(yaml.load(text, Core))]


# ---- The examples ----------------------------------------------------------------------------------------------------
for notebook in ("examples/fumel", "examples/places"):
    validators = schemas(notebook)
    errors = {finding["file"] for finding in json.loads(cafe("check", "--json", folder=notebook).stdout)["findings"]
              if finding["severity"] == "error"}
    paths = records(notebook)
    for path in paths:
        with open(os.path.join(notebook, path), encoding="utf-8") as file:
            found = refused(validators[kind_of(path)], file.read())
        verdict(not found or path in errors, f"{notebook}/{path}: check finds no error, the schema says {found[:3]}")
    verdict(len(paths) > 40, f"{notebook}: only {len(paths)} records")

# ---- One by one ------------------------------------------------------------------------------------------------------
PARTNER = 'name: CCAS de Fumel\nkind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n'
# kind, text, whether schema and check refuse it
CASES = [
    ("partner", PARTNER, False),
    ("partner", PARTNER + 'phones: ["05 36 49 00 01"]\n', False),
    ("partner", PARTNER + 'phones: [{number: "05 36 49 00 01", label: accueil}]\n', False),
    ("partner", PARTNER + "emails: [accueil@ccas.example.org]\n", False),
    ("partner", PARTNER + "website: https://ccas.example.org\n", False),
    ("partner", PARTNER + "age_min: 16\n", False),
    ("partner", PARTNER + "address: {commune: Fumel, postcode: \"47500\", confidential: true}\n", False),
    ("partner", PARTNER + "verified: {on: 2026-11-06, how: phone}\n", False),
    ("partner", PARTNER + "verify_every: 6\n", False),
    ("partner", PARTNER + "x-code: [1, {a: b}]\n", False),
    ("partner", PARTNER + "rna: W473001234\n", False),
    ("partner", PARTNER + "fee: free\n", False),
    ("partner", "kind: ccas-cias\nthemes: [logement]\nterritory: [Fumel]\n", True),
    ("partner", "name: CCAS de Fumel\nthemes: [logement]\nterritory: [Fumel]\n", True),
    ("partner", PARTNER.replace("ccas-cias", "ccas"), True),
    ("partner", PARTNER.replace("logement", "logment"), True),
    ("partner", PARTNER.replace("[logement]", "logement"), True),
    ("partner", PARTNER.replace("CCAS de Fumel", "CC"), True),
    ("partner", PARTNER.replace("CCAS de Fumel", "C" * 151), True),
    ("partner", PARTNER + "publics: [jeune]\n", True),
    ("partner", PARTNER + "fee: gratuit\n", True),
    ("partner", PARTNER + "summary: [Aide, Conseil]\n", True),
    ("partner", PARTNER + "age_min: seize\n", True),
    ("partner", PARTNER + "age_min: 160\n", True),
    ("partner", PARTNER + "verify_every: 5\n", True),
    ("partner", PARTNER + "emails: [ccas.example.org]\n", True),
    ("partner", PARTNER + "website: www.ccas.example.org\n", True),
    ("partner", PARTNER + "siret: \"214701\"\n", True),
    ("partner", PARTNER + "rna: W4730012\n", True),
    ("partner", PARTNER + "address: Fumel\n", True),
    ("partner", PARTNER + "address: {postcode: \"4750\", commune: Fumel}\n", True),
    ("partner", PARTNER + "address: {confidential: oui}\n", True),
    ("partner", PARTNER + "verified: {on: 06/11/2026}\n", True),
    ("partner", PARTNER + "verified: {on: 2026-11-06, how: pigeon}\n", True),
    ("partner", PARTNER + "audience: tous\n", True),
    ("partner", PARTNER + "languages: [français]\n", True),
    ("partner", PARTNER + "services: [{id: Aide d'urgence, name: Aide d'urgence}]\n", True),
    ("person", "name: Paul Martin\n", False),
    ("person", "emails: [paul@martin.example.org]\n", True),
    ("person", "name: Paul Martin\ninvitations: pigeon\n", True),
    ("cafe", "name: Café de Libos\n", False),
    ("cafe", "schedule: {every: first friday}\n", True),
    ("meeting", "date: 2026-11-06\ncafe: fumel\n", False),
    ("meeting", "date: novembre\ncafe: fumel\n", True),
    ("meeting", "date: 2026-11-06\ncafe: fumel\nstatus: prévue\n", True),
    ("network", "protocol: {title: Protocole}\n", False),
    ("network", "protocol: [Protocole]\n", True),
    ("settings", "name: Café partenaires\ndepartments: [\"47\"]\n", False),
    ("settings", "name: Café partenaires\ndepartments: [Lot-et-Garonne]\n", True),
    ("settings", "name: Café partenaires\npublish: {colour: marron}\n", True),
]
# What a schema cannot say and check does: kind, text.
CHECK_ALONE = [
    ("partner", PARTNER + "siret: \"21470106200026\"\n"),      # a check digit
    ("partner", PARTNER + "parent: mairie-fumle\n"),            # a record that is not there
    ("partner", PARTNER.replace("[Fumel]", "[Fummel]")),        # a place that is not there
    ("partner", PARTNER + "verified: {on: 2026-02-30}\n"),      # a day that is not in the calendar
    ("partner", PARTNER + "suspension: {from: 2026-08-31, until: 2026-07-01}\n"),  # two fields together
]


def checked(kind, text):
    """Whether `check` finds an error in a small notebook with this record."""
    with tempfile.TemporaryDirectory() as folder:
        names = {"partner": "partners/x.yaml", "person": "people/x.yaml", "cafe": "cafes/libos.yaml",
                 "meeting": "meetings/2026-11-06-fumel.yaml", "network": "network.yaml", "settings": "cafe.yaml"}
        base = {"cafe.yaml": "name: Café partenaires\ndepartments: [\"47\"]\n", "cafes/fumel.yaml": "name: Café de Fumel\n"}
        for path, body in (base | {names[kind]: text}).items():
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                file.write(body)
        findings = json.loads(cafe("check", "--json", folder=folder).stdout)["findings"]
        return [finding["code"] for finding in findings
                if finding["severity"] == "error" and finding["file"] == names[kind]]


validators = schemas("/")
for kind, text, wrong in CASES:
    said, codes = refused(validators[kind], text), checked(kind, text)
    verdict(bool(said) == wrong, f"the schema of {kind} says {said} of:\n{text}")
    verdict(bool(codes) == wrong, f"check says {codes} of {kind}:\n{text}")
for kind, text in CHECK_ALONE:
    verdict(not refused(validators[kind], text) and checked(kind, text), f"no longer for check alone: {kind}:\n{text}")


# ---- The real yaml-language-server -----------------------------------------------------------------------------------
class Server:
    """yaml-language-server over its standard streams (LSP 3.17)."""

    def __init__(self, program, root):
        self.process = subprocess.Popen(["node", program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.root = "file://" + root
        self.number = 0
        self.diagnostics = {}
        with open(os.path.join(root, ".vscode/settings.json"), encoding="utf-8") as file:
            self.settings = {"yaml": {"schemas": {
                self.root + name[1:]: pattern for name, pattern in json.load(file)["yaml.schemas"].items()},
                "validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}
        self.ask("initialize", {"processId": None, "rootUri": self.root, "capabilities": {
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}},
            "workspaceFolders": [{"uri": self.root, "name": "notebook"}]})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            sections = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            self.send({"id": message["id"], "result": [self.settings.get(one.get("section")) for one in sections] or None})
        return message

    def tell(self, method, params):
        self.send({"method": method, "params": params})

    def ask(self, method, params):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while (message := self.read()).get("id") != self.number or "method" in message:
            pass
        return message.get("result")

    def open(self, path, text):
        uri = f"{self.root}/{path}"
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        return {"uri": uri}

    def faults(self, document):
        while document["uri"] not in self.diagnostics:
            self.read()
        return [fault["message"] for fault in self.diagnostics[document["uri"]]]

    def proposals(self, document, line, character):
        result = self.ask("textDocument/completion", {"textDocument": document,
                                                      "position": {"line": line, "character": character}})
        return result["items"] if isinstance(result, dict) else result or []

    def completions(self, document, line, character):
        return [item["label"] for item in self.proposals(document, line, character)]

    def inserted(self, document, line, character):
        return [item.get("insertText") or item.get("textEdit", {}).get("newText", "")
                for item in self.proposals(document, line, character)]

    def hover(self, document, line, character):
        result = self.ask("textDocument/hover", {"textDocument": document,
                                                 "position": {"line": line, "character": character}})
        return json.dumps(result, ensure_ascii=False) if result else ""


program = os.path.join(SERVER, "node_modules/yaml-language-server/bin/yaml-language-server")
FILES = {"partner": "partners/case-{}.yaml", "person": "people/case-{}.yaml", "cafe": "cafes/case-{}.yaml",
         "meeting": "meetings/2026-11-06-case-{}.yaml"}


def try_new_notebook(root):
    """What somebody sees who opens a notebook of `init` in VS Code."""
    subprocess.run([CAFE, "--lang", "en", "init", root, "--department", "47", "--no-git", "-q"], check=True, capture_output=True)
    server = Server(program, root)
    bad = server.open("partners/bad.yaml", PARTNER.replace("logement", "logment") + "siret: \"12\"\nvile: Fumel\n")
    faults = server.faults(bad)
    told = " | ".join(faults)
    verdict(len(faults) == 3 and all(word in told for word in ("logement", "SIRET", "vile")), f"yaml-language-server: {told}")
    draft = server.open("partners/draft.yaml", "name: CCAS de Fumel\nkind: \nthemes:\n  - \n\n")
    verdict("ccas-cias" in server.completions(draft, 1, 6), "no completion of kind:")
    verdict({"logement", "mobilite"} <= set(server.completions(draft, 3, 4)), "no completion of a theme in a list")
    keys = server.completions(draft, 4, 0)
    verdict({"phones", "territory"} <= set(keys), f"no completion of fields: {keys[:9]}")
    empty = server.open("partners/empty.yaml", "\n")
    verdict(any("name: " in text and "territory" in text for text in server.inserted(empty, 0, 0)), "no snippet for a new fiche")
    hover = server.hover(draft, 1, 1)
    verdict("**kind**" in hover and "**type**" in hover, f"hover over kind: is not in both languages: {hover}")
    opened = []
    for number, (kind, text, wrong) in enumerate(CASES):
        if kind in FILES:
            opened.append((kind, text, wrong, server.open(FILES[kind].format(number), text)))
    for kind, text, wrong, document in opened:
        faults = server.faults(document)
        verdict(bool(faults) == wrong, f"yaml-language-server says {faults} of {kind}:\n{text}")
    server.process.kill()


def try_example(notebook, root):
    """Every record of an example: where `check` finds no error, the editor underlines nothing."""
    shutil.copytree(notebook, root, dirs_exist_ok=True)
    os.makedirs(os.path.join(root, ".vscode/schemas"), exist_ok=True)
    for kind in KINDS:
        with open(os.path.join(root, f".vscode/schemas/{kind}.json"), "w", encoding="utf-8") as file:
            file.write(cafe("schema", kind, folder=notebook).stdout)
    with tempfile.TemporaryDirectory() as new:
        subprocess.run([CAFE, "init", new, "--department", "47", "--no-git", "-q"], check=True, capture_output=True)
        shutil.copy(os.path.join(new, ".vscode/settings.json"), os.path.join(root, ".vscode/settings.json"))
    wrong = {finding["file"] for finding in json.loads(cafe("check", "--json", folder=notebook).stdout)["findings"]
             if finding["severity"] == "error"}
    server = Server(program, root)
    documents = {}
    for path in records(notebook):
        with open(os.path.join(notebook, path), encoding="utf-8") as file:
            documents[path] = server.open(path, file.read())
    for path, document in documents.items():
        faults = server.faults(document)
        verdict(not faults or path in wrong, f"{notebook}/{path}: check finds no error, yaml-language-server says {faults[:3]}")
    verdict(len(documents) > 40, f"{notebook}: only {len(documents)} records")
    server.process.kill()


if not os.path.exists(program):
    # run.sh lets this pass only where the registry of npm does not answer.
    print("yaml-language-server is not installed: the editor is not tried")
    verdict(os.environ.get("NO_REGISTRY") == "yes", "the registry of npm answers, and yet yaml-language-server is missing")
else:
    signal.alarm(600)
    with tempfile.TemporaryDirectory() as folder:
        try_new_notebook(os.path.realpath(folder))
    for notebook in ("examples/fumel", "examples/places"):
        with tempfile.TemporaryDirectory() as folder:
            try_example(notebook, os.path.realpath(folder))

print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
