"""What the tests in Python count: check(RIGHT, WHAT) each, and finish() at the end, which prints "N passed, N failed"."""

passed = failed = 0


def check(right, what):
    """Counts, and says what was wrong: its beginning, for it may be a whole file."""
    if right:
        add(1, 0)
    else:
        add(0, 1)
        print("FAILED:", str(what)[:3000])


def add(good, bad):
    """Takes in what another program has counted."""
    global passed, failed
    passed += good
    failed += bad


def finish(title=""):
    """The last line of a test, and its exit code."""
    print(f"{title}{passed} passed, {failed} failed")
    return 1 if failed else 0
