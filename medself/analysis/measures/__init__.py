"""The register of every number the app shows. About prints it; a drawn table proves each one."""

from medself.analysis.measures.doses import DOSES
from medself.analysis.measures.fills import FILLS
from medself.analysis.measures.measure import Measure
from medself.analysis.measures.questionnaires import QUESTIONNAIRES
from medself.analysis.measures.ratings import RATINGS
from medself.analysis.measures.recorded import RECORDED
from medself.analysis.measures.side_effects import SIDE_EFFECTS
from medself.analysis.measures.visit import VISIT

MEASURES: dict[str, Measure] = {
    **RECORDED,
    **DOSES,
    **FILLS,
    **RATINGS,
    **SIDE_EFFECTS,
    **QUESTIONNAIRES,
    **VISIT,
}

__all__ = ["MEASURES", "Measure"]
