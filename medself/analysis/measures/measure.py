"""What the register says of one number."""

from dataclasses import dataclass

OWN = "our own rule"
VRIJENS = "Vrijens et al. 2012, doi:10.1111/j.1365-2125.2012.04167.x"


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One number: what it is in a sentence, how it is worked out, and the least it needs."""

    name: str
    unit: str
    definition: str
    formula: str
    source: str
    least_data: str
