#!/usr/bin/env python3
"""Proof of writing on the built binary: kills, failing calls, full disks, short memory, many writers, odd clocks.

    reliability.py CAFE [--long] [PART…]        parts: kills errors full memory writers clocks

What must hold: each record is its old or its new bytes; exit code 0 exactly when it is new; the next command works.
The short form kills and fails the calls that write, once each; the long one every system call, with every error.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

cafe = os.path.realpath(sys.argv[1])
long_form = "--long" in sys.argv
parts = [word for word in sys.argv[2:] if not word.startswith("--")] or ["kills", "errors", "full", "memory", "writers", "clocks"]
work = tempfile.mkdtemp(prefix="cafe-proof-")
environment = {"HOME": work + "/home", "PATH": os.environ["PATH"], "LC_ALL": "C", "CAFE_TODAY": "2026-11-23",
               "GIT_CONFIG_NOSYSTEM": "1"}
os.makedirs(environment["HOME"])
passed = failed = 0


def run(arguments, folder, **more):
    more.setdefault("timeout", 60)
    return subprocess.run(arguments, cwd=folder, env={**environment, **more.pop("env", {})}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def result(title, good, total, why=""):
    global passed, failed
    if good == total:
        passed += 1
        print(f"{title}: {good} of {total}", flush=True)
    else:
        failed += 1
        print(f"FAILED: {title}: {good} of {total} {why}", flush=True)


def records(folder):
    """The bytes of every file that is not git's or the state of cafe; temporary files of cafe are not records."""
    found = {}
    for above, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if one != ".git"]
        for name in files:
            path = os.path.join(above, name)
            if name.startswith(".cafe-") and name.endswith(".tmp"):
                continue
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def prepare():
    base = work + "/base"
    run([cafe, "init", base, "--example"], work)
    git = ["git", "-c", "user.name=E", "-c", "user.email=e@example.org"]
    run(git + ["add", "-A"], base)
    run(git + ["commit", "-qm", "un"], base)
    return base


def fresh(base):
    nb = work + "/nb"
    shutil.rmtree(nb, ignore_errors=True)
    shutil.copytree(base, nb, symlinks=True)
    return nb


COMMANDS = {
    "set": ["set", "ccas-fumel", "tags+=essai"],
    "set --where": ["set", "--where", "kind:association", "tags+=essai", "--yes"],
    "add": ["add", "person", "Jeanne Essai", "--set", "emails=jeanne@example.org"],
    "rename": ["rename", "ccas-fumel", "ccas-de-fumel"],
    "archive": ["archive", "ccas-fumel"],
    "verify": ["verify", "ccas-fumel"],
    "meeting new": ["meeting", "new", "fumel", "--next"],
    "undo": ["undo"],
    "forget": ["forget", "marie-delmas", "--yes"],
    "publish": ["publish", "-o", "site"],
}
WRITING = ("openat", "write", "pwrite64", "writev", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink",
           "unlinkat", "mkdir", "mkdirat", "rmdir", "flock", "close", "ftruncate", "fchmod", "linkat")
ERRORS = ("EIO", "ENOSPC", "EACCES", "EDQUOT", "EROFS", "EMFILE", "EINTR", "ENOMEM", "EPERM", "EBUSY", "ENFILE", "ETXTBSY")


def commands():
    base = prepare()
    known = run([cafe, "help"], work).stdout.decode()
    for name, arguments in COMMANDS.items():
        if name.split()[0] not in known:
            continue
        start = base
        if name == "undo":
            start = work + "/undone"
            shutil.rmtree(start, ignore_errors=True)
            shutil.copytree(base, start, symlinks=True)
            run([cafe, *COMMANDS["set --where"]], start)
        yield name, start, arguments


def calls_of(start, arguments):
    """Every system call of the command: (name, which of its kind), from the first one on a path of the notebook."""
    nb = fresh(start)
    trace = work + "/trace"
    run(["strace", "-f", "-qq", "-o", trace, cafe, *arguments], nb)
    counts, found = {}, []
    for line in open(trace, errors="replace"):
        match = re.match(r"\d+ +(\w+)\(", line)
        if not match:
            continue
        name = match.group(1)
        counts[name] = counts.get(name, 0) + 1
        found.append((name, counts[name], line))
    return found


def interesting(name, start, arguments):
    calls = calls_of(start, arguments)
    if long_form:
        return [(call, nth) for call, nth, _ in calls if call not in ("exit_group", "execve", "exit")]
    chosen = []
    for call, nth, line in calls:
        if call not in WRITING:
            continue
        if call == "openat" and "O_CREAT" not in line:
            continue
        if call == "close":
            continue
        chosen.append((call, nth))
    limit = 24
    if len(chosen) > limit:  # the first, the last, and evenly between
        step = (len(chosen) - 1) / (limit - 1)
        chosen = [chosen[round(i * step)] for i in range(limit)]
    return chosen


def outcome(start, arguments):
    nb = fresh(start)
    before = records(nb)
    done = run([cafe, *arguments], nb)
    return before, records(nb), done


def settle(nb):
    """The next command: it must work, and take back or finish what the last one left."""
    return run([cafe, "check", "--only", "E001"], nb).returncode in (0, 1)


def drawn_away(found):
    """What two runs of a command that draws from chance have in common."""
    strip = lambda data: re.sub(rb"(personne|partenaire)-[0-9a-f]{8}|\$y\$[^\s\]]+", b"DRAWN", data)
    return {path: strip(data) for path, data in found.items()}


def is_one_of(now, before, after, whole):
    now, before, after = drawn_away(now), drawn_away(before), drawn_away(after)
    if whole:
        return now == before or now == after
    # Pages are whole, old or new; what is gathered beside them and the manifest say themselves how far they are.
    return all(data in (before.get(path), after.get(path)) for path, data in now.items() if "/.cafe-" not in "/" + path)


def trials(kind):
    for name, start, arguments in commands():
        before, after, done = outcome(start, arguments)
        if done.returncode != 0:
            result(f"{kind} {name}: the command itself", 0, 1, done.stderr.decode()[-200:])
            continue
        whole = name != "publish"
        good, total, why = 0, 0, ""
        for call, nth in interesting(name, start, arguments):
            faults = ["signal=KILL"] if kind == "kills" else [f"error={code}" for code in (ERRORS if long_form else ("EIO", "ENOSPC"))]
            for fault in faults:
                nb = fresh(start)
                ran = run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={nth}",
                           cafe, *arguments], nb)
                worked = settle(nb)
                now = records(nb)
                right = is_one_of(now, before, after, whole) and worked
                if whole and kind == "errors":
                    saved = drawn_away(now) == drawn_away(after)
                    right = right and (ran.returncode == 0) == saved and ran.returncode != 70
                total += 1
                good += right
                if not right and not why:
                    why = f"first: {call} {nth} {fault}, exit {ran.returncode}, {ran.stderr.decode()[-160:].strip()}"
        result(f"{kind}, {name}", good, total, why)


def full_disk():
    base = prepare()
    for name in ("set --where", "add", "rename", "publish"):
        arguments = COMMANDS[name]
        before, after, _ = outcome(base, arguments)
        good = total = 0
        why = ""
        sizes = [0, 1, 2, 4, 8, 16, 32, 64] if not long_form else list(range(0, 256))
        for kilobytes in sizes:  # the largest file that may be written
            nb = fresh(base)
            ran = run(["bash", "-c", f"ulimit -f {kilobytes}; exec \"$0\" \"$@\"", cafe, *arguments], nb)
            worked = settle(nb)
            now = records(nb)
            right = is_one_of(now, before, after, name != "publish") and worked
            if name != "publish":
                right = right and (ran.returncode == 0) == (now == after)
            total += 1
            good += right
            why = why or ("" if right else f"at {kilobytes} KiB, exit {ran.returncode}")
        result(f"files that may not grow, {name}", good, total, why)
    disk = work + "/disk"
    os.makedirs(disk, exist_ok=True)
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", disk], stderr=subprocess.DEVNULL).returncode:
        print("a real full disk: not tried, mounting needs root", flush=True)
        return
    try:
        small = {path: data for path, data in records(base).items() if "ccas" in path or path == "cafe.yaml"}
        good = total = 0
        for free in ([0, 4096, 8192, 16384] if not long_form else range(0, 65536, 4096)):
            shutil.rmtree(disk + "/nb", ignore_errors=True)
            for path, data in small.items():
                os.makedirs(os.path.dirname(f"{disk}/nb/{path}"), exist_ok=True)
                with open(f"{disk}/nb/{path}", "wb") as file:
                    file.write(data)
            os.makedirs(disk + "/nb/.git", exist_ok=True)
            with open(disk + "/nb/.git/HEAD", "w") as file:
                file.write("ref: refs/heads/main\n")
            filler = disk + "/filler"
            file = os.open(filler, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
            try:
                while os.write(file, b"x" * 4096):
                    pass
            except OSError:
                pass
            os.close(file)
            try:
                os.truncate(filler, max(0, os.path.getsize(filler) - free))
            except OSError:
                pass
            before = records(disk + "/nb")
            ran = run([cafe, "set", "ccas-fumel", "tags+=essai"], disk + "/nb")
            os.remove(filler)
            now = records(disk + "/nb")
            changed = {path for path in now if now[path] != before.get(path)}
            saved = changed == {"partners/ccas-fumel.yaml"} and b"essai" in now["partners/ccas-fumel.yaml"]
            total += 1
            good += (ran.returncode == 0) == saved and (saved or not changed) and settle(disk + "/nb")
        result("a real full disk, set", good, total)
    finally:
        subprocess.run(["umount", disk])


def short_memory():
    base = prepare()
    for name in ("set --where", "rename", "add"):
        arguments = COMMANDS[name]
        before, after, _ = outcome(base, arguments)
        good = total = 0
        codes = {}
        why = ""
        for megabytes in (range(24, 400, 4) if long_form else range(30, 330, 30)):
            nb = fresh(base)
            ran = run(["bash", "-c", f"ulimit -v {megabytes * 1024}; exec \"$0\" \"$@\"", cafe, *arguments], nb)
            worked = settle(nb)
            now = records(nb)
            right = is_one_of(now, before, after, True) and worked and (ran.returncode == 0) == (now == after) and ran.returncode != 70
            codes[ran.returncode] = codes.get(ran.returncode, 0) + 1
            total += 1
            good += right
            why = why or ("" if right else f"at {megabytes} MiB, exit {ran.returncode} {ran.stderr.decode()[-160:]}")
        result(f"short of memory, {name} (exit codes {codes})", good, total, why)


def writers():
    base = prepare()
    nb = fresh(base)
    each = 250 if long_form else 12
    script = 'for i in $(seq 1 %d); do "$0" set ccas-fumel "tags+=w$1-$i" >/dev/null 2>&1 || echo "refused w$1-$i"; done' % each
    running = [subprocess.Popen(["bash", "-c", script, cafe, str(n)], cwd=nb, env=environment, stdout=subprocess.PIPE) for n in range(8)]
    torn = reads = 0
    while any(process.poll() is None for process in running):
        listed = run([cafe, "show", "ccas-fumel", "--json"], nb)
        reads += 1
        torn += listed.returncode != 0
    refused = [line for process in running for line in process.stdout.read().decode().split("\n") if line]
    text = records(nb)["partners/ccas-fumel.yaml"].decode()
    present = sum(bool(re.search(rf"\bw{n}-{i}\b", text)) for n in range(8) for i in range(1, each + 1))
    result(f"8 writers × {each}, none lost ({len(refused)} refused honestly)", present, 8 * each - len(refused))
    result("readers beside them never see half a file", reads - torn, reads)


def clocks():
    base = prepare()
    shim = work + "/clock.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, os.path.join(os.path.dirname(os.path.abspath(__file__)), "clock.c")], check=True)
    moments = [None, 86400, 2147483648, 1774747800, 1792891800, 4102444800, -1]  # 1970, 2038, both changes of hour, 2100
    cases = [({"TZ": zone, "LC_ALL": locale}, when)
             for zone in ("Europe/Paris", "Pacific/Kiritimati", "America/St_Johns", "Nowhere/Else", ":", "")
             for locale in ("C", "tr_TR.UTF-8", "fr_FR@euro") for when in moments]
    good = total = 0
    why = ""
    for variables, when in cases if long_form else cases[::9]:
        nb = fresh(base)
        before = records(nb)
        if when is not None:
            variables = {**variables, "CAFE_TODAY": "", "CAFE_CLOCK": str(when), "LD_PRELOAD": shim}
        ran = run([cafe, "set", "ccas-fumel", "tags+=essai"], nb, env=variables)
        now = records(nb)
        changed = {path for path in now if now[path] != before.get(path)}
        right = ran.returncode == 0 and changed == {"partners/ccas-fumel.yaml"} and settle(nb)
        total += 1
        good += right
        why = why or ("" if right else f"{variables}: exit {ran.returncode} {ran.stderr.decode()[-160:]}")
    result("clocks of 1970, 2038, 2100 and of the change of hour, odd zones and locales", good, total, why)


try:
    for part in parts:
        {"kills": lambda: trials("kills"), "errors": lambda: trials("errors"), "full": full_disk, "memory": short_memory,
         "writers": writers, "clocks": clocks}[part]()
finally:
    shutil.rmtree(work, ignore_errors=True)
print(f"{passed} passed, {failed} failed")
sys.exit(0 if failed == 0 else 1)
