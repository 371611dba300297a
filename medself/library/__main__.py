"""`python -m medself.library`: how the library stands, and everything an author has to mend.

With names of files after it, only what is said of those files.
"""

import sys
from datetime import date, datetime
from statistics import median

from medself.library.library import load
from medself.library.lint import problems
from medself.library.lint.wording import page_grade

WORST = 10


def main(files: list[str]) -> int:
    """Print counts, reading grades and problems; return 1 when there is a problem."""
    library = load()
    broken = library.broken
    sound = [library.written[s] for s, raw in library.raw.items() if raw.file not in broken]
    grades = {page.file: page_grade(page, library) for page in sound}
    print(
        f"{len(library.medications)} medicines, {len(library.classes)} groups,"
        f" {len(library.topics)} topics, {len(broken)} that cannot be read"
    )
    if grades:
        print(f"Reading grade: {median(grades.values()):.1f} in the middle; the hardest pages:")
    for file, grade in sorted(grades.items(), key=lambda each: -each[1])[:WORST]:
        print(f"  {grade:4.1f}  {file}")
    wanted = tuple(name.split("content/")[-1] for name in files)
    found = problems(library, today())
    found = [each for each in found if each.file.startswith(wanted or "")]
    print(f"{len(found)} problems", *found, sep="\n  ")
    return 1 if found else 0


def today() -> date:
    """Tell the day by the clock of this computer."""
    return datetime.now().astimezone().date()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
