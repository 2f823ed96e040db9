#!/usr/bin/env python3
"""Proof of writing on the built binary: kills, failing calls, full disks, short memory, failing allocations, many
writers, odd clocks.

    reliability.py CAFE [--brief|--writes|--long] [--only TEXT] [PART…]
    parts: kills errors full memory allocations writers clocks permissions

What must hold: each record is its old or its new bytes; exit code 0 exactly when it is new; the next command works.
Every command of tests/writing/commands.txt is tried, or those whose line holds TEXT. Killed and failed are the calls
that write: 24 of each command, 3 with --brief, all with --writes (a kill between two of them leaves what a kill before
the second leaves); with --long every system call, and those that write with every error.
"""
import itertools
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

arguments = sys.argv[1:]
only = ""
if "--only" in arguments:
    at = arguments.index("--only")
    only = arguments[at + 1]
    del arguments[at : at + 2]
long_form = "--long" in arguments
brief = "--brief" in arguments
all_writes = "--writes" in arguments
words = [word for word in arguments if not word.startswith("--")]
cafe = os.path.realpath(words[0])
parts = words[1:] or ["kills", "errors", "full", "memory", "allocations", "writers", "clocks", "permissions"]
here = os.path.dirname(os.path.abspath(__file__))
writing = os.path.join(os.path.dirname(here), "writing")
work = tempfile.mkdtemp(prefix="cafe-proof-")
os.makedirs(work + "/home")
os.makedirs(work + "/bin")
os.symlink(cafe, work + "/bin/cafe")
environment = {"HOME": work + "/home", "PATH": work + "/bin:" + os.environ["PATH"], "LC_ALL": "C",
               "CAFE_TODAY": "2026-11-23", "GIT_CONFIG_NOSYSTEM": "1", "CAFE_EDITOR": f"cp {work}/nb/typed/gamma.yaml"}
passed = failed = 0
tried = held = 0  # of a part
worked = (0, 1)  # what may be the end of a command that did its work: a draft of a mapping ends with 1


def run(arguments, folder, **more):
    more.setdefault("timeout", 60)
    return subprocess.run(arguments, cwd=folder, env={**environment, **more.pop("env", {})}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def git(folder, *words):
    ran = run(["git", *words], folder)
    assert ran.returncode == 0, (words, ran.stderr)


def result(title, good, total, why=""):
    global passed, failed, tried, held
    tried += total
    held += good
    if good == total:
        passed += 1
        print(f"{title}: {good} of {total}", flush=True)
    else:
        failed += 1
        print(f"FAILED: {title}: {good} of {total} {why}", flush=True)


def files_of(folder):
    """The bytes of every file that is not git's or the state of cafe; temporary files of cafe are not records."""
    found = {}
    for above, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if one != ".git" and not re.fullmatch(r"\.cafe-.*\.tmp", one)]
        for name in files:
            path = os.path.join(above, name)
            if re.fullmatch(r"\.cafe-.*\.tmp", name):
                continue
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def copied(start):
    nb = work + "/nb"
    shutil.rmtree(nb, ignore_errors=True)
    shutil.copytree(start, nb, symlinks=True)
    if os.path.isdir(start + ".shared"):
        shutil.rmtree(work + "/shared.git", ignore_errors=True)
        shutil.copytree(start + ".shared", work + "/shared.git")
    return nb


class Command:
    """A line of commands.txt, and the folder that it starts from."""

    def __init__(self, line):
        self.git = line.startswith("git: ")
        self.what, _, rest = line.removeprefix("git: ").partition(": ")
        self.lines = [list(part) for end, part in itertools.groupby(shlex.split(rest), lambda word: word == "&&") if not end]
        self.words = self.lines[-1]
        self.start = work + "/base"

    def prepare(self):
        if len(self.lines) > 1:
            nb = copied(self.start)
            for line in self.lines[:-1]:
                run([cafe, *line], nb)
            self.keep(nb)
        if self.words[0] == "resolve":
            nb = copied(work + "/base")
            run([cafe, "init"], nb)
            git(nb, "add", "-A")
            git(nb, "commit", "-qm", "deux")
            git(nb, "checkout", "-qb", "autre")
            for branch, name in (("autre", "Gamma A"), ("main", "Gamma B")):
                git(nb, "checkout", "-q", branch)
                run([cafe, "set", "gamma", "name=" + name, "--commit"], nb)
            run(["git", "merge", "autre"], nb)
            self.keep(nb)
        if self.words[0] == "sync":  # others changed one record, here another one changes
            nb = copied(work + "/base")
            run([cafe, "init"], nb)
            git(nb, "add", "-A")
            git(nb, "commit", "-qm", "deux")
            shared = work + "/shared.git"
            shutil.rmtree(shared, ignore_errors=True)
            git(work, "clone", "-q", "--bare", nb, shared)
            git(nb, "remote", "add", "origin", shared)
            git(nb, "push", "-qu", "origin", "main")
            shutil.rmtree(work + "/other", ignore_errors=True)
            git(work, "clone", "-q", shared, work + "/other")
            run([cafe, "init"], work + "/other")
            run([cafe, "set", "alpha", "tags+=ailleurs", "--commit"], work + "/other")
            git(work + "/other", "push", "-q")
            run([cafe, "set", "gamma", "tags+=ici"], nb)
            self.keep(nb)
        return self

    def keep(self, nb):
        self.start = work + "/start"
        for folder in (self.start, self.start + ".shared"):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(nb, self.start, symlinks=True)
        if self.words[0] == "sync":
            shutil.copytree(work + "/shared.git", self.start + ".shared")

    def run_whole(self):
        nb = copied(self.start)
        before = files_of(nb)
        done = run([cafe, *self.words], nb)
        return before, files_of(nb), done


def prepare_base():
    base = work + "/base"
    if os.path.isdir(base):
        return base
    shutil.copytree(writing + "/notebook", base)
    git(work, "config", "--global", "user.name", "Essai")
    git(work, "config", "--global", "user.email", "essai@example.org")
    git(base, "init", "-qb", "main")
    git(base, "add", "-A")
    git(base, "commit", "-qm", "un")
    return base


def listed():
    prepare_base()
    with open(writing + "/commands.txt") as file:
        return [Command(line.strip()) for line in file if line.strip() and not line.startswith(("#", "state: ")) and only in line]


def named(what):
    return next(command for command in listed() if command.what == what).prepare()


WRITING = ("openat", "write", "pwrite64", "writev", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink",
           "unlinkat", "mkdir", "mkdirat", "rmdir", "flock", "ftruncate", "fchmod", "link", "linkat")
ERRORS = ("EIO", "ENOSPC", "EACCES", "EDQUOT", "EROFS", "EMFILE", "EINTR", "ENOMEM", "EPERM", "EBUSY", "ESTALE", "ETXTBSY")


def calls_of(command):
    """Every system call of the command as strace counts them, by process: (name, which of its kind, whether it writes)."""
    nb = copied(command.start)
    trace = work + "/trace"
    run(["strace", "-f", "-qq", "-o", trace, cafe, *command.words], nb)
    counts, found = {}, {}
    for line in open(trace, errors="replace"):
        match = re.match(r"(\d+) +(\w+)\(", line)
        if not match or match.group(2) in ("exit_group", "execve", "exit"):
            continue
        process, name = match.groups()
        nth = counts[process, name] = counts.get((process, name), 0) + 1
        writes = name in WRITING and (name != "openat" or "O_CREAT" in line)
        found[name, nth] = found.get((name, nth), False) or writes
    return [(name, nth, writes) for (name, nth), writes in found.items()]


def faults_of(kind, command):
    calls = calls_of(command)
    if not long_form:
        calls = [call for call in calls if call[2]]
        limit = 3 if brief else len(calls) if all_writes else 24
        if len(calls) > limit:  # the first, the last, and evenly between
            step = (len(calls) - 1) / (limit - 1)
            calls = [calls[round(i * step)] for i in range(limit)]
    for at, (name, nth, writes) in enumerate(calls):
        if kind == "kills":
            yield name, nth, "signal=KILL"
        elif long_form and writes:
            for code in ERRORS:
                yield name, nth, f"error={code}"
        else:
            yield name, nth, f"error={ERRORS[at % len(ERRORS)]}"


def drawn_away(found):
    """What two runs of a command that draws from chance have in common."""
    strip = lambda data: re.sub(rb"(personne|partenaire)-[0-9a-f]{8}|\$y\$[^\s\]]+", b"DRAWN", data)
    return {path: strip(data) for path, data in found.items()}


def records(found):
    return {path: data for path, data in found.items() if not path.startswith("out/")}


def made(found):  # the manifest says itself how far it is
    return {path: data for path, data in found.items() if path.startswith("out/") and "/.cafe-" not in path}


def is_old_or_new(now, before, after, one_by_one):
    now, before, after = drawn_away(now), drawn_away(before), drawn_away(after)
    if any(data not in (before.get(path), after.get(path)) for path, data in made(now).items()):
        return False
    if one_by_one:
        return (all(data in (before.get(path), after.get(path)) for path, data in records(now).items())
                and all(path in now for path in records(before) if path in after))
    return records(now) in (records(before), records(after))


def is_new(now, after):
    now, after = drawn_away(now), drawn_away(after)
    return records(now) == records(after) and made(now) == made(after)


def next_works(nb, change):
    """The next command takes back or finishes what the last one left; now and then another change is made, too."""
    if run([cafe, "check", "--only", "E001"], nb).returncode not in worked:
        return "the next command fails"
    if not change:
        return ""
    copy = work + "/copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(nb, copy, symlinks=True)
    ran = run([cafe, "set", "cafes/fumel", "name=Suite"], copy)
    return "" if ran.returncode == 0 else "the next change fails: " + ran.stderr.decode()[-160:].strip()


def finished_by_hand(nb, command, after):
    """What a person does after `sync` or `init` was cut off: what doctor says of git's own locks, and the command again."""
    for check in json.loads(run([cafe, "doctor", "--json"], nb).stdout)["checks"]:
        if check["id"] == "git-lock":
            run(["bash", "-c", check["command"]], nb)
    ran = run([cafe, *command.words], nb)
    if ran.returncode not in worked:
        return f"run again: exit {ran.returncode} {ran.stderr.decode()[-160:].strip()}"
    return "" if is_new(files_of(nb), after) else "run again, it is not what it was to be"


def trials(kind):
    for command in listed():
        command.prepare()
        before, after, done = command.run_whole()
        if done.returncode not in worked or before == after:
            result(f"{kind}, {command.what}: the command itself", 0, 1, done.stderr.decode()[-200:])
            continue
        good, total, why = 0, 0, ""
        for name, nth, fault in faults_of(kind, command):
            nb = copied(command.start)
            ran = run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={name}", "-e", f"inject={name}:{fault}:when={nth}",
                       cafe, *command.words], nb)
            wrong = next_works(nb, total % 6 == 0)
            now = files_of(nb)
            if not is_old_or_new(now, before, after, command.git):
                wrong = "neither old nor new: " + ", ".join(sorted(
                    path for path in {*now, *before} if drawn_away(now).get(path) not in
                    (drawn_away(before).get(path), drawn_away(after).get(path)))[:4])
            elif kind == "errors" and not wrong:
                if ran.returncode == done.returncode and not is_new(now, after):
                    wrong = "said done, and it is not"
                # What could not be said to the end, or cleared beside, is an error although the record is saved: said so.
                told = re.search(" : (effacé|réparé)|la fiche est effacée", ran.stderr.decode())
                if ran.returncode not in worked and not command.git and not told and records(now) != records(before):
                    wrong = "said not done, and it is"
                if ran.returncode == 70:
                    wrong = "an error that nobody expected"
            if command.git and not wrong:
                wrong = finished_by_hand(nb, command, after)
            total += 1
            good += not wrong
            if wrong and not why:
                why = f"first: {name} {nth} {fault}, exit {ran.returncode}: {wrong} | {ran.stderr.decode()[-160:].strip()}"
        result(f"{kind}, {command.what}", good, total, why)


def full_disk():
    for name in ("set, the records of a question", "add partner, with a person", "rename", "publish, what changed"):
        command = named(name)
        before, after, _ = command.run_whole()
        good = total = 0
        why = ""
        sizes = [0, 2] if brief else [0, 1, 2, 4, 8, 16, 32, 64] if not long_form else list(range(0, 256))
        for kilobytes in sizes:  # the largest file that may be written
            nb = copied(command.start)
            ran = run(["bash", "-c", f"ulimit -f {kilobytes}; exec \"$0\" \"$@\"", cafe, *command.words], nb)
            wrong = next_works(nb, total % 6 == 0)
            now = files_of(nb)
            if not is_old_or_new(now, before, after, False) or (ran.returncode == 0) != is_new(now, after):
                wrong = f"exit {ran.returncode}, {'new' if is_new(now, after) else 'not new'}"
            total += 1
            good += not wrong
            why = why or (wrong and f"at {kilobytes} KiB: {wrong}")
        result(f"files that may not grow, {name}", good, total, why)
    disk = work + "/disk"
    os.makedirs(disk, exist_ok=True)
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", disk], stderr=subprocess.DEVNULL).returncode:
        print("a real full disk: not tried, mounting needs root", flush=True)
        return
    try:
        good = total = 0
        for free in ([0, 8192] if brief else [0, 4096, 8192, 16384] if not long_form else range(0, 65536, 4096)):
            nb = disk + "/nb"
            shutil.rmtree(nb, ignore_errors=True)
            shutil.copytree(writing + "/notebook", nb)
            os.makedirs(nb + "/.git")
            with open(nb + "/.git/HEAD", "w") as file:
                file.write("ref: refs/heads/main\n")
            filler = disk + "/filler"
            file = os.open(filler, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
            try:
                while os.write(file, b"x" * 4096):
                    pass
            except OSError:
                pass
            os.close(file)
            os.truncate(filler, max(0, os.path.getsize(filler) - free))
            before = files_of(nb)
            ran = run([cafe, "set", "alpha", "tags+=essai"], nb)
            os.remove(filler)
            works = not next_works(nb, True)
            now = files_of(nb)
            changed = {path for path in now if now[path] != before.get(path)}
            saved = changed == {"partners/alpha.yaml"} and b"essai" in now["partners/alpha.yaml"]
            total += 1
            good += (ran.returncode == 0) == saved and (saved or not changed) and works
        result("a real full disk, set", good, total)
    finally:
        subprocess.run(["umount", disk])


def short_memory():
    for name in ("set, the records of a question", "rename", "add partner, with a person"):
        command = named(name)
        before, after, _ = command.run_whole()
        good = total = 0
        codes = {}
        why = ""
        for megabytes in range(24, 400, 4) if long_form else range(32, 44, 4) if brief else range(30, 60, 3):
            nb = copied(command.start)
            ran = run(["bash", "-c", f"ulimit -v {megabytes * 1024}; exec \"$0\" \"$@\"", cafe, *command.words], nb)
            wrong = next_works(nb, total % 6 == 0)
            now = files_of(nb)
            if not is_old_or_new(now, before, after, False) or (ran.returncode == 0) != is_new(now, after) or ran.returncode == 70:
                wrong = f"exit {ran.returncode} {ran.stderr.decode()[-160:]}"
            codes[ran.returncode] = codes.get(ran.returncode, 0) + 1
            total += 1
            good += not wrong
            why = why or (wrong and f"at {megabytes} MiB: {wrong}")
        result(f"short of memory, {name} (exit codes {codes})", good, total, why)


def allocations():
    """One allocation of C++ fails, and all from there on. Before main nothing can be caught: the program is aborted."""
    shim = work + "/allocations.so"
    subprocess.run(["c++", "-std=c++20", "-shared", "-fPIC", "-O1", "-o", shim, here + "/allocations.cpp"], check=True)
    counted = work + "/counted"
    for command in listed():
        if brief and command.what not in ("set, the records of a question", "rename", "add partner, with a person"):
            continue
        command.prepare()
        before, after, done = command.run_whole()
        nb = copied(command.start)
        run([cafe, *command.words], nb, env={"LD_PRELOAD": shim, "CAFE_COUNTED": counted})
        with open(counted) as file:
            most = int(file.read())
        points = 6 if brief else 400 if long_form else 20
        good = total = 0
        why = ""
        for point in range(points):
            nth = 1 + (most - 1) * point // (points - 1)
            for on in ("0", "1"):
                nb = copied(command.start)
                ran = run([cafe, *command.words], nb,
                          env={"LD_PRELOAD": shim, "CAFE_FAIL_AT": str(nth), "CAFE_FAIL_ON": on})
                wrong = next_works(nb, total % 6 == 0)
                now = files_of(nb)
                asks = command.words[0] == "merge-driver" and ran.returncode == 1 and b"<<<<<<<" in now["typed/ours"]
                if asks:  # it leaves both sides to a person
                    wrong = ""
                elif not is_old_or_new(now, before, after, command.git):
                    wrong = "neither old nor new"
                elif ran.returncode == done.returncode and not is_new(now, after):
                    wrong = "said done, and it is not"
                elif not asks and ran.returncode not in (done.returncode, 4, -6):
                    wrong = "an error that nobody expected"
                if command.git and not wrong:
                    wrong = finished_by_hand(nb, command, after)
                total += 1
                good += not wrong
                why = why or (wrong and f"at {nth} of {most}{' and on' * int(on)}: exit {ran.returncode}: {wrong} "
                                        f"| {ran.stderr.decode()[-160:].strip()}")
        result(f"failing allocations, {command.what}", good, total, why)


def writers():
    """Eight writers of one record, a reader beside them, and git that changes another one under their hands."""
    nb = copied(prepare_base())
    git(nb, "checkout", "-qb", "autre")
    run([cafe, "set", "beta", "short_name=B", "--commit"], nb)
    each = 250 if long_form else 3 if brief else 12
    script = 'for i in $(seq 1 %d); do "$0" set alpha "tags+=w$1-$i" >/dev/null 2>&1 || echo "refused w$1-$i"; done' % each
    running = [subprocess.Popen(["bash", "-c", script, cafe, str(n)], cwd=nb, env=environment, stdout=subprocess.PIPE) for n in range(8)]
    torn = reads = switches = 0
    while any(process.poll() is None for process in running):
        torn += run([cafe, "show", "alpha", "--json"], nb).returncode != 0
        reads += 1
        switches += run(["git", "checkout", "-q", ("main", "autre")[reads % 2]], nb).returncode == 0
    refused = [line for process in running for line in process.stdout.read().decode().split("\n") if line]
    text = files_of(nb)["partners/alpha.yaml"].decode()
    present = sum(bool(re.search(rf"\bw{n}-{i}\b", text)) for n in range(8) for i in range(1, each + 1))
    result(f"8 writers × {each}, {switches} times git checkout, none lost ({len(refused)} refused honestly)",
           present, 8 * each - len(refused))
    result("readers beside them never see half a file", reads - torn, reads)


def clocks():
    command = named("set, one record")
    shim = work + "/clock.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, here + "/clock.c"], check=True)
    moments = [None, 86400, 2147483648, 1774747800, 1792891800, 4102444800, -1]  # 1970, 2038, both changes of hour, 2100
    cases = [({"TZ": zone, "LC_ALL": locale}, when)
             for zone in ("Europe/Paris", "Pacific/Kiritimati", "America/St_Johns", "Nowhere/Else", ":", "")
             for locale in ("C", "tr_TR.UTF-8", "fr_FR@euro") for when in moments]
    before, after, _ = command.run_whole()
    good = total = 0
    why = ""
    for variables, when in cases if long_form else cases[:: 25 if brief else 9]:
        nb = copied(command.start)
        if when is not None:
            variables = {**variables, "CAFE_TODAY": "", "CAFE_CLOCK": str(when), "LD_PRELOAD": shim}
        ran = run([cafe, *command.words], nb, env=variables)
        right = ran.returncode == 0 and files_of(nb) == after and not next_works(nb, False)
        total += 1
        good += right
        why = why or ("" if right else f"{variables}: exit {ran.returncode} {ran.stderr.decode()[-160:]}")
    result("clocks of 1970, 2038, 2100 and of the change of hour, odd zones and locales", good, total, why)


def permissions():
    """Folders and files that may not be written or read, by a user for whom that counts: root may do everything."""
    as_nobody = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            print("permissions: not tried, root needs setpriv to be somebody else", flush=True)
            return
        as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
    home = work + "/nobody"
    os.chmod(work, 0o711)

    def given(folder):
        if as_nobody:
            for above, folders, files in os.walk(folder):
                for path in [above, *(os.path.join(above, name) for name in files)]:
                    os.chown(path, 65534, 65534, follow_symlinks=False)

    places = ["", "partners", "people", "meetings", "cafes", ".git", ".git/cafe", "partners/alpha.yaml", "partners/beta.yaml",
              "people/luc-petit.yaml", "cafe.yaml", "out"]
    commands = ["set, the records of a question", "add partner, with a person", "rename", "undo", "publish"]
    for name in commands[:2] if brief else commands:
        command = named(name).prepare()
        before, after, _ = command.run_whole()
        good = total = 0
        why = ""
        for place in places:
            for mode in (0o555, 0o000):
                nb = copied(command.start)
                shutil.rmtree(home, ignore_errors=True)
                os.makedirs(home)
                os.makedirs(nb + "/.git/cafe", exist_ok=True)
                given(home)
                given(nb)
                path = os.path.join(nb, place)
                if not os.path.lexists(path):
                    continue
                kept = os.stat(path).st_mode
                os.chmod(path, mode & (0o777 if os.path.isdir(path) else 0o666))
                ran = run([*as_nobody, cafe, *command.words], work, env={"HOME": home, "PATH": os.environ["PATH"]},
                          preexec_fn=lambda: os.chdir(nb))
                if os.path.lexists(path):
                    os.chmod(path, kept)
                now = files_of(nb)
                wrong = next_works(nb, True)
                # A record that cannot be read is passed by, and that is said.
                passed_by = "laissé de côté" in ran.stderr.decode() and place in before
                expected = {**after, place: before[place]} if passed_by else after
                if not is_old_or_new(now, before, expected, False):
                    wrong = "neither old nor new"
                elif (ran.returncode == 0) != is_new(now, expected):
                    wrong = "new" if is_new(now, expected) else "not new"
                elif ran.returncode and not ran.stderr:
                    wrong = "failed without a word"
                elif ran.returncode == 70:
                    wrong = "an error that nobody expected"
                total += 1
                good += not wrong
                why = why or (wrong and f"{place or '.'} {mode:o}: exit {ran.returncode}, {wrong} | {ran.stderr.decode()[-200:].strip()}")
        result(f"no permission, {name}", good, total, why)


try:
    for part in parts:
        tried = held = 0
        began = time.time()
        {"kills": lambda: trials("kills"), "errors": lambda: trials("errors"), "full": full_disk, "memory": short_memory,
         "allocations": allocations, "writers": writers, "clocks": clocks, "permissions": permissions}[part]()
        print(f"{part}: {held} of {tried}, {time.time() - began:.0f} s", flush=True)
finally:
    shutil.rmtree(work, ignore_errors=True)
print(f"{passed} passed, {failed} failed")
sys.exit(0 if failed == 0 else 1)
