"""Mutates records, and compares what the reader accepts with what libfyaml's fy-tool reads in the same bytes.

compare.py EVENTS_PROGRAM COUNT [SEED]: prints what differs, and ends with "N passed, N failed".
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PIECES = [b": ", b":", b"- ", b"-", b" #", b"#", b'"', b"'", b"[", b"]", b"{", b"}", b", ", b",", b"|", b"|-", b"|+",
          b">", b">-", b"\n", b"\n  ", b"\n    ", b" ", b"  ", b"\t", b"&a ", b"*a", b"!t ", b"%", b"@", b"`", b"?", b"? ",
          b"---\n", b"...\n", b"\\", b"\\n", b"\\u00e9", b"~", b"null", b"true", b"012", b"1e3", b"\r\n",
          "é".encode(), "\u00a0".encode(), "\u2028".encode(), "“".encode(), b"''", b'""', b"[]", b"{}", b"<<: "]


def seeds():
    files = sorted((ROOT / "examples/fumel").rglob("*.yaml")) + sorted((ROOT / "tests/yaml").rglob("*.yaml"))
    return [path.read_bytes()[:3000] for path in files if path.stat().st_size > 0]


def mutate(text, other, rng):
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        kind = rng.randrange(7)
        if kind <= 2:
            text = text[:at] + rng.choice(PIECES) + text[at:]
        elif kind == 3:
            text = text[:at] + text[at + rng.randint(1, 4):]
        elif kind == 4:
            lines = text.split(b"\n")
            line = rng.randrange(len(lines))
            lines[line] = b" " * rng.randint(0, 6) + lines[line].lstrip(b" ")
            text = b"\n".join(lines)
        elif kind == 5:
            lines = text.split(b"\n")
            lines.insert(rng.randrange(len(lines) + 1), rng.choice(other.split(b"\n")))
            text = b"\n".join(lines)
        else:
            text = text[:at] + rng.choice(PIECES) + text[at + 1:]
    return text


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "0": "\0", "\\": "\\", "a": "\a", "v": "\v", "e": "\x1b", "f": "\f"}


def unescape(text):
    text = re.sub(r"\\x([0-9a-fA-F]{2})", lambda m: chr(int(m.group(1), 16)), text)
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m.group(1), m.group(0)), text)


def oracle(path):
    """The tree that fy-tool reads, None when it refuses, "late" when it does not end (an 18-byte file hangs it)."""
    try:
        run = subprocess.run(["fy-tool", "--testsuite", str(path)], capture_output=True, timeout=5, check=False)
    except subprocess.TimeoutExpired:
        return "late"
    if run.returncode != 0:
        return None
    stack = [["document"]]
    for line in run.stdout.decode("utf-8", "surrogateescape").split("\n"):
        if line.startswith(("+MAP", "+SEQ")):
            node = [line[1:4].lower()]
            stack[-1].append(node)
            stack.append(node)
        elif line.startswith(("-MAP", "-SEQ")):
            stack.pop()
        elif line.startswith("=VAL"):
            stack[-1].append(unescape(re.sub(r"^=VAL (?:&\S+ )?(?:<\S*> )?[:'\"|>]", "", line, count=1)))
        elif line.startswith("=ALI"):
            return None
    return stack[0][1] if len(stack[0]) == 2 else None


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 47)
    originals = seeds()
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number in range(count):
            path = pathlib.Path(folder) / f"{number}.yaml"
            path.write_bytes(mutate(rng.choice(originals), rng.choice(originals), rng))
            paths.append(path)
        run = subprocess.run([program], input="\n".join(map(str, paths)) + "\n", capture_output=True, text=True,
                             errors="surrogateescape", check=True)
        accepted = late = stricter = failed = 0
        for path, line in zip(paths, run.stdout.split("\n")):
            if line == "REFUSED":
                continue
            accepted += 1
            theirs = oracle(path)
            if theirs == "late":
                late += 1
            elif theirs is None:
                stricter += 1  # fy-tool refuses what we read: no data differ
            elif theirs != json.loads(line):
                failed += 1
                keep = pathlib.Path(program).parent / f"oracle-{failed}.yaml"
                keep.write_bytes(path.read_bytes())
                print(f"differs: {keep}\n  ours:   {line[:300]}\n  theirs: {json.dumps(theirs)[:300]}")
        print(f"{count} mutated records, {accepted} accepted, {stricter} of them refused by fy-tool, "
              f"{late} where it did not end within 5 s")
        print(f"{count - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
