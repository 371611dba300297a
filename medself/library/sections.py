"""A page drawn as sections of plain, Markdown-safe text, in one order for all medicines."""

TITLES = {
    "at_a_glance": "At a glance",
    "important_warnings": "Important warnings",
    "what_it_is_for": "What it is for",
    "how_it_works": "How it works",
    "before_you_take": "Before you take it",
    "how_to_take": "How to take it",
    "week_by_week": "What you may notice, week by week",
    "common_effects": "Common side effects",
    "serious_effects": "Serious side effects",
    "missed_dose": "If you forget one",
    "too_much": "If you take too much",
    "food_drink_drugs": "Other medicines, food, drink and smoking",
    "tests_and_checks": "Tests and checks",
    "pregnancy_and_feeding": "Pregnancy and breastfeeding",
    "stopping": "Stopping",
    "long_term": "Over the long term",
    "questions_to_ask": "Questions to ask",
    "for_families": "For family and friends",
    "myths_and_facts": "Things people say",
    "injection": "As an injection",
}
