#!/usr/bin/env python3
"""The law of the index, with the built binary on a real disk: with it and without it every command prints the same bytes
and ends with the same code, whatever happens to the notebook and to the index in between.

index.py CAFE [--steps N] [--seed N]   (60 steps without; a long run: --steps 5000)
"""
import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

QUESTIONS = [
    ["find", "logement", "Fumel"],
    ["find", "qui s'occupe des factures"],
    ["find", "theme:logement", "--json"],
    ["find", "ccas", "--card"],
    ["find", "logement", "Libos"],
    ["find", "aide alimentaire à Villeneuve-sur-Lot", "--json"],
    ["find", "logement à Fumel, pas à Agen", "--understood"],
    ["find", "qui est la directrice de la mission locale de Fumel"],
    ["find", "logment Fumel"],
    ["find", "zzzzz", "Fumel"],
    ["list"],
    ["list", "--count"],
    ["list", "in:Fumel"],
    ["list", "touches:circo-fumel", "-0"],
    ["list", "theme:logement", "--fields", "id,name,phones.number"],
    ["show", "ccas-fumel"],
    ["show", "ccas-fumel", "--json"],
    ["list", "--csv"],
    ["list", "people"],
    ["list", "meetings", "--json"],
    ["list", "partners", "--json"],
    ["mail", "list"],
    ["mail", "list", "--to", "theme:logement"],
    ["stats"],
    ["check"],
    ["export", "--format", "json"],
    ["__complete", "--", "cafe", "show", ""],
    ["__complete", "--", "cafe", "show", "partners/c"],
    ["__complete", "--", "cafe", "places", "set", ""],
    ["__complete", "--", "cafe", "find", "theme:"],
]


class Notebook:
    def __init__(self, cafe, work, seed, hidden):
        self.cafe, self.work, self.chance = cafe, work, random.Random(seed)
        self.root = os.path.join(work, "carnet")
        self.cache = os.path.join(work, "cache", "cafe", "index")
        here = os.path.dirname(os.path.abspath(__file__))
        shutil.copytree(os.path.join(here, "..", "..", "examples", "fumel"), self.root)
        # Where no address is confidential, fiches stay in the index until somebody asks for them.
        if not hidden:
            os.remove(os.path.join(self.root, "partners", "escale.yaml"))
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": work, "XDG_CACHE_HOME": os.path.join(work, "cache"),
            "XDG_STATE_HOME": os.path.join(work, "state"), "CAFE_TODAY": "2026-11-23", "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Essai", "GIT_AUTHOR_EMAIL": "essai@example.org",
            "GIT_COMMITTER_NAME": "Essai", "GIT_COMMITTER_EMAIL": "essai@example.org",
        }
        self.git("init", "-q", "-b", "main")
        self.git("add", ".")
        self.git("commit", "-qm", "un")
        self.old_indexes = []

    def git(self, *words):
        return subprocess.run(["git", "-C", self.root, *words], env=self.environment, capture_output=True, text=True)

    def run(self, words, index=True):
        environment = dict(self.environment)
        if not index:
            environment["CAFE_NO_INDEX"] = "1"
        done = subprocess.run([self.cafe, "-C", self.root, *words], env=environment, capture_output=True, timeout=300)
        return done.returncode, done.stdout, done.stderr

    def records(self):
        found = []
        for folder, folders, files in os.walk(self.root):
            folders[:] = sorted(f for f in folders if f != ".git")
            found += [os.path.join(folder, file) for file in sorted(files) if file.endswith(".yaml")]
        return [path for path in found if os.path.basename(path) != "cafe.yaml"]

    def index_files(self):
        return [os.path.join(self.cache, name) for name in sorted(os.listdir(self.cache))] if os.path.isdir(self.cache) else []

    # ---- What may happen

    def some(self):
        return self.chance.choice(self.records())

    def edit(self):
        with open(self.some(), "a", encoding="utf-8") as file:
            file.write("# %d\n" % self.chance.randrange(1000))

    def edit_in_place(self, keep_time=False):
        path = self.some()
        before = os.stat(path)
        with open(path, "rb") as file:
            text = bytearray(file.read())
        letters = [i for i, byte in enumerate(text) if 97 <= byte <= 122]
        if letters:
            text[self.chance.choice(letters)] = self.chance.randrange(97, 123)
        with open(path, "r+b") as file:
            file.write(text)
        if keep_time:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def edit_and_put_the_time_back(self):
        self.edit_in_place(keep_time=True)

    def truncate(self):
        path = self.some()
        os.truncate(path, self.chance.randrange(os.path.getsize(path) + 1))

    def remove(self):
        os.remove(self.some())

    def rename(self):
        path = self.some()
        os.rename(path, path[:-5] + "-%d.yaml" % self.chance.randrange(100))

    def replace(self):
        os.replace(self.some(), self.some())

    def touch(self):
        os.utime(self.some(), ns=(0, time.time_ns() + self.chance.choice([-1, 1]) * self.chance.randrange(10**13)))

    def forbid(self):
        os.chmod(self.some(), self.chance.choice([0o000, 0o644, 0o600]))

    def link(self):
        path = self.some()
        os.remove(path)
        os.symlink("/etc/passwd", path)

    def hard_link(self):
        path = self.some()
        try:
            os.link(path, path[:-5] + "-lien.yaml")
        except OSError:
            pass

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-qm", "suite")

    def checkout(self):
        self.git("checkout", "-qf", "HEAD", "--", ".")
        self.git("clean", "-qfd")

    def go_back(self):
        self.git("reset", "-q", "--hard", "HEAD~1")

    def set_by_cafe(self):
        self.run(["set", "ccas-fumel", "notes=%d" % self.chance.randrange(1000)])

    def keep_index(self):
        for path in self.index_files():
            with open(path, "rb") as file:
                self.old_indexes.append(file.read())

    def put_old_index_back(self):
        files = [path for path in self.index_files() if path.endswith((".index", ".recent"))]
        if files and self.old_indexes:
            with open(self.chance.choice(files), "wb") as file:
                file.write(self.chance.choice(self.old_indexes))

    def damage_index(self):
        files = [path for path in self.index_files() if os.path.getsize(path) > 0]
        if not files:
            return
        with open(self.chance.choice(files), "r+b") as file:
            size = os.fstat(file.fileno()).st_size
            if self.chance.randrange(2):
                file.truncate(self.chance.randrange(size))
            else:
                file.seek(self.chance.randrange(size))
                file.write(bytes([self.chance.randrange(256)]))

    def remove_index(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    def lock_index_away(self):
        if os.path.isdir(self.cache):
            os.chmod(self.cache, self.chance.choice([0o500, 0o700]))

    def kill_while_refreshing(self):
        process = subprocess.Popen([self.cafe, "-C", self.root, "list"], env=self.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(self.chance.random() * 0.06)
        process.send_signal(signal.SIGKILL)
        process.wait()

    def ask_many_at_once(self):
        running = [subprocess.Popen([self.cafe, "-C", self.root, *self.chance.choice(QUESTIONS[:5])], env=self.environment,
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(4)]
        for process in running:
            process.wait()

    def grow_old(self):
        """Only what has not changed for three seconds is kept: time passes for every file."""
        time.sleep(3.1)


def hold_to_the_law(cafe, steps, seed, hidden):
    """How many answers were the same, and how many were not."""
    passed = failed = 0
    work = tempfile.mkdtemp()
    try:
        notebook = Notebook(cafe, work, seed, hidden)
        chance = notebook.chance
        happenings = [
            notebook.edit, notebook.edit, notebook.edit_in_place, notebook.edit_in_place,
            notebook.edit_and_put_the_time_back, notebook.truncate, notebook.remove, notebook.rename, notebook.replace,
            notebook.touch, notebook.forbid, notebook.link, notebook.hard_link, notebook.commit, notebook.checkout,
            notebook.checkout, notebook.go_back, notebook.set_by_cafe, notebook.keep_index, notebook.put_old_index_back,
            notebook.damage_index, notebook.remove_index, notebook.lock_index_away, notebook.kill_while_refreshing,
            notebook.ask_many_at_once,
        ]
        notebook.grow_old()
        notebook.run(["list"])
        kept = notebook.index_files()
        modes = {oct(os.stat(path).st_mode & 0o777) for path in kept if path.endswith((".index", ".recent"))}
        if kept and modes == {"0o600"} and os.stat(notebook.cache).st_mode & 0o777 == 0o700:
            passed += 1
        else:
            failed += 1
            print("FAILED: no index, or others may read it:", kept, modes)
        for step in range(steps):
            happened = [chance.choice(happenings) for _ in range(chance.randrange(4))]
            if step % 6 == 5:
                happened.append(notebook.grow_old)
            for one in happened:
                one()
            if os.path.isdir(notebook.cache) and chance.randrange(3) == 0:
                os.chmod(notebook.cache, 0o700)
            for words in chance.sample(QUESTIONS, 3):
                first, without, second = notebook.run(words), notebook.run(words, index=False), notebook.run(words)
                if first == without == second:
                    passed += 1
                    continue
                failed += 1
                print("FAILED: step %d, seed %d, cafe %s, after %s" %
                      (step, seed, " ".join(words), ", ".join(one.__name__ for one in happened)))
                for name, result in (("with", first), ("without", without), ("with again", second)):
                    print("  %s: exit %d, %s" % (name, result[0], (result[1][:300], result[2][:300])))
    finally:
        for folder, folders, files in os.walk(work):
            os.chmod(folder, 0o700)
        shutil.rmtree(work, ignore_errors=True)
    return passed, failed


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("cafe")
    arguments.add_argument("--steps", type=int, default=60)
    arguments.add_argument("--seed", type=int, default=20261202)
    given = arguments.parse_args()
    passed = failed = 0
    for hidden in (True, False):
        right, wrong = hold_to_the_law(os.path.abspath(given.cafe), given.steps // 2, given.seed, hidden)
        passed += right
        failed += wrong
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
