"""The things medself is about, as frozen values; the standard library only."""

from medself.model.ids import new_id
from medself.model.medication import Hold, HoldReason, Medication, MedicationStatus, Supply
from medself.model.person import DAY_START, Matter, Person, Sharing
from medself.model.records import (
    CheckIn,
    Dose,
    DoseStatus,
    Entry,
    LifeEvent,
    Measurement,
    Score,
    Severity,
    SideEffect,
)
from medself.model.regimen import (
    AsNeeded,
    Cycle,
    Daily,
    EndReason,
    EveryNDays,
    Plan,
    Regimen,
    Slot,
    Step,
    Steps,
    Weekdays,
)
from medself.model.visit import Question, QuestionOrigin, QuestionState, Task, TaskKind, Visit

Record = (
    Person
    | Medication
    | Visit
    | Question
    | Task
    | Dose
    | CheckIn
    | SideEffect
    | LifeEvent
    | Score
    | Measurement
)

__all__ = [
    "DAY_START",
    "AsNeeded",
    "CheckIn",
    "Cycle",
    "Daily",
    "Dose",
    "DoseStatus",
    "EndReason",
    "Entry",
    "EveryNDays",
    "Hold",
    "HoldReason",
    "LifeEvent",
    "Matter",
    "Measurement",
    "Medication",
    "MedicationStatus",
    "Person",
    "Plan",
    "Question",
    "QuestionOrigin",
    "QuestionState",
    "Record",
    "Regimen",
    "Score",
    "Severity",
    "Sharing",
    "SideEffect",
    "Slot",
    "Step",
    "Steps",
    "Supply",
    "Task",
    "TaskKind",
    "Visit",
    "Weekdays",
    "new_id",
]
