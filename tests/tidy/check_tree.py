#!/usr/bin/env python3
"""Holds the tree to the rules of CONTRIBUTING.md that a compiler does not check.

Prints each violation as file:line: rule, and exits with 1 if there is any.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINES_MAX = 400
COLUMNS_MAX = 100
FUNCTION_LINES_MAX = 70
VAGUE_NAMES = re.compile(r"(^|[_-])(utils?|helpers?|common|manager|misc)($|[_.-])")
TESTED_ELSEWHERE = "tests/tidy/tested_elsewhere.txt"

violations = []


def complain(path, line, rule):
    violations.append(f"{path}:{line}: {rule}")


def tracked_files():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.splitlines()
    else:  # A source archive without its history.
        ignored = ("build/", "data/")
        names = [str(p.relative_to(ROOT)) for p in ROOT.rglob("*") if p.is_file()]
        names = [n for n in names if not n.startswith(ignored) and "node_modules/" not in n
                 and "/dist/" not in n and not n.startswith(".git/")]
    return sorted(n for n in names if (ROOT / n).is_file())


def lines_of(name):
    return (ROOT / name).read_text(encoding="utf-8").splitlines()


def library_of(name):
    """The library a source belongs to: 'moderation', 'queue', or None for what links everything."""
    parts = name.split("/")
    if parts[0] == "moderation":
        return "moderation"
    if parts[0] == "server" and len(parts) > 2:
        return parts[1]
    if parts[0] == "server" and Path(name).stem not in ("main", "precompiled"):
        return "application"
    return None


def read_depends(files):
    """DEPENDS of every library, with what those depend on."""
    direct = {}
    for name in files:
        if not name.endswith("CMakeLists.txt") or name.startswith("tests/"):
            continue
        text = "\n".join(lines_of(name))
        for call in re.findall(r"^rejoinder_library\((.*?)\)", text, re.S | re.M):
            words = call.split()
            library = words[words.index("NAME") + 1]
            depends = []
            if "DEPENDS" in words:
                for word in words[words.index("DEPENDS") + 1:]:
                    if word.isupper():
                        break
                    depends.append(word)
            direct[library] = depends

    def reach(library, seen):
        for below in direct.get(library, []):
            if below not in seen:
                seen.add(below)
                reach(below, seen)
        return seen

    for library in direct:
        if library in reach(library, set()):
            complain("server/CMakeLists.txt", 1, f"{library} depends on itself in a circle")
    return {library: reach(library, {library}) for library in direct}


def check_includes(name, lines, depends):
    library = library_of(name)
    if library is None or library not in depends:
        return
    for number, line in enumerate(lines, 1):
        found = re.match(r'\s*#include "([^"]+)"', line)
        if not found:
            continue
        other = library_of(found.group(1))
        if other is None or other not in depends[library]:
            complain(name, number,
                     f"{library} may not include {found.group(1)}: not in its DEPENDS")


def check_size(name, lines):
    if len(lines) > LINES_MAX:
        complain(name, LINES_MAX, f"the file has {len(lines)} lines, at most {LINES_MAX}")
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS_MAX and "http" not in line:
            complain(name, number, f"the line has {len(line)} columns, at most {COLUMNS_MAX}")


def check_functions(name, lines):
    """A function's braces stand in the first column (see .clang-format)."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            if number - start - 1 > FUNCTION_LINES_MAX:
                complain(name, start, f"the function has {number - start - 1} lines, "
                                      f"at most {FUNCTION_LINES_MAX}")
            start = None


def check_coroutines(name, lines):
    text = "\n".join(re.sub(r"//.*", "", line) for line in lines)

    def each(pattern, rule):
        for found in re.finditer(pattern, text):
            complain(name, text.count("\n", 0, found.start()) + 1, rule)

    each(r"\bdetached\b", "no detached coroutines: spawn through async::task_group")
    each(r"\[[^\]\n]+\]\s*\([^()]*\)\s*(mutable\s*)?->\s*(net::|asio::)?awaitable<",
         "no coroutine lambda with captures: write a named function")
    # g++ 12 miscompiles it: the temporary is freed twice.
    each(r"co_await\s+[\w:.>()-]+\((?:[^;(){}]*,)?\s*[\w:]*\{",
         "no aggregate temporary inside co_await: name it and move it in")
    if name != "server/async/task_group.cpp" and not name.startswith("tests/"):
        each(r"\bco_spawn\s*\(", "co_spawn only through async::task_group")


def check_tests_exist(files, elsewhere):
    known = set(files)
    for name in files:
        if name in elsewhere:
            continue
        path = Path(name)
        if name.endswith(".cpp") and name.startswith(("moderation/", "server/")):
            test = f"tests/{path.with_suffix('')}_test.cpp"
        elif name.startswith("server/web/") and name.endswith(".ts") and not name.endswith(".d.ts"):
            if name.endswith(".test.ts"):
                continue
            test = name[: -len(".ts")] + ".test.ts"
        else:
            continue
        if test not in known:
            complain(name, 1, f"has no test {test}, and {TESTED_ELSEWHERE} names no other")
    for name, test in elsewhere.items():
        if name not in known:
            complain(TESTED_ELSEWHERE, 1, f"names {name}, which does not exist")
        if test not in known:
            complain(TESTED_ELSEWHERE, 1, f"names the test {test}, which does not exist")


def check_known_to_cmake(files):
    for name in files:
        if not name.endswith(".cpp") or not name.startswith(("moderation/", "server/", "tests/")):
            continue
        folder = Path(name).parent
        while folder != Path("."):
            lists = ROOT / folder / "CMakeLists.txt"
            if lists.exists():
                inside = str(Path(name).relative_to(folder))
                words = re.split(r"[\s()]+", lists.read_text(encoding="utf-8"))
                if inside in words:
                    break
            folder = folder.parent
        else:
            complain(name, 1, "is in no CMakeLists.txt")


def read_elsewhere():
    path = ROOT / TESTED_ELSEWHERE
    pairs = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line:
            source, test = (part.strip() for part in line.split(":"))
            pairs[source] = test
    return pairs


def main():
    files = tracked_files()
    depends = read_depends(files)
    for name in files:
        if VAGUE_NAMES.search(Path(name).name):
            complain(name, 1, "the name says nothing: no utils, helpers, common, manager")
        if name.endswith((".cpp", ".hpp")):
            lines = lines_of(name)
            check_includes(name, lines, depends)
            check_size(name, lines)
            check_functions(name, lines)
            check_coroutines(name, lines)
        elif name.endswith((".ts", ".mjs", ".js", ".py", ".sh", ".css")):
            check_size(name, lines_of(name))
    check_tests_exist(files, read_elsewhere())
    check_known_to_cmake(files)
    for violation in violations:
        print(violation)
    print(f"{len(files)} files, {len(violations)} violations")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
