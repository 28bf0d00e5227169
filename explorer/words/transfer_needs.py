"""What a level of another sector needs, thing by thing: its name, whether it is there, how it can be got."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.words.amounts import clause, list_in_words, sentence
from explorer.words.names import position_in_full, position_name
from explorer.words.reasons import because, judgement_remark
from explorer.words.steps import activity_sentence
from pathways.catalogue import Catalogue
from pathways.results import Assessed, AssessedAlternative
from pathways.transfer_results import Bridge, Entry, Need, Role

MOST_NAMED = 3
"""How many needs are named in one sentence."""

MOST_GIVING = 5
"""How many qualifications or jobs that give one thing are named. JSON has them all."""


def need_name(need: Need, catalogue: Catalogue) -> str:
    """Return one need as a noun: a statement in quotation marks, or the title of a position."""
    if need.is_position:
        return position_name(need.id, catalogue)
    return f"“{clause(catalogue.requirement_by_id[need.id].statement)}”"


def need_names(needs: Sequence[Need], entry: Entry, catalogue: Catalogue) -> str:
    """Return a few needs as one list, each with the number of other ways where it has any."""
    names = [f"{need_name(each, catalogue)}{_other_ways(each, entry)}" for each in needs[:MOST_NAMED]]
    if len(needs) > MOST_NAMED:
        names.append(f"{len(needs) - MOST_NAMED} more")
    return list_in_words(names)


def need_statement(need: Need, catalogue: Catalogue) -> str:
    """Return one need as a sentence."""
    if need.is_position:
        return f"You hold, or do: {position_in_full(need.id, catalogue)}."
    return sentence(catalogue.requirement_by_id[need.id].statement)


def have_statement(need: Need, catalogue: Catalogue) -> str:
    """Return what is held that a need is similar to; empty where nothing is."""
    if need.role is not Role.SIMILAR or need.by not in catalogue.requirement_by_id:
        return ""
    return sentence(catalogue.requirement_by_id[need.by].statement)


def need_because(need: Need, entry: Entry, catalogue: Catalogue) -> str:
    """Return why a need has its status: "assumed from level 3 in childcare", "not asked yet"."""
    start = entry.start or ""
    if need.is_position:
        alone = AssessedAlternative((), need.id, need.status, need.basis, need.by, open=True, chosen=True)
        return because(alone, catalogue, start)
    return because(Assessed(need.id, need.kind, need.status, need.basis, need.by), catalogue, start)


def need_sentence(need: Need, entry: Entry, catalogue: Catalogue) -> str:
    """Return a need with all that is said of it beside how it can be got."""
    said = [need_statement(need, catalogue)]
    requirement = None if need.is_position else catalogue.requirement_by_id[need.id]
    if requirement and requirement.regulated:
        said.append("The law or a regulator asks for this.")
    match need.role:
        case Role.HELD:
            said.append(sentence(need_because(need, entry, catalogue)))
        case Role.SIMILAR:
            said.append(f"You have: {have_statement(need, catalogue)}")
            if need.score is not None:
                said.append("(Only the words say so: this was worked out by our software.)")
    if requirement:
        said.append(judgement_remark(requirement.citation))
    others = other_ways_sentence(need, entry, catalogue)
    return " ".join(each for each in (*said, others) if each)


def other_ways_sentence(need: Need, entry: Entry, catalogue: Catalogue) -> str:
    """Return what would do instead of a need that was chosen among several; empty where nothing would."""
    if need.group is None:
        return ""
    others = [way for way in entry.any_of[need.group] if not way.chosen and way.open]
    names = [
        position_name(way.position, catalogue)
        if way.position
        else " with ".join(
            f"“{clause(catalogue.requirement_by_id[each.requirement].statement)}”"
            for each in way.requirements
        )
        for way in others
    ]
    names = [name for name in names if name]
    return f"Instead of it this would do: {list_in_words(names, 'or')}." if names else ""


def bridge_sentences(bridge: Bridge, catalogue: Catalogue) -> tuple[str, ...]:
    """Return how a need can be met: short courses first, then activities, then what to do again or first."""
    said = []
    if bridge.courses:
        said.append(f"Short courses that give it: {_positions(bridge.courses, catalogue)}.")
    said += [activity_sentence(catalogue.activity_by_id[each]) for each in bridge.activities]
    if bridge.repeats:
        said.append(
            f"Qualifications to do again or jobs to do first: {_positions(bridge.repeats, catalogue)}."
        )
    return tuple(said)


def possible_sentence(need: Need, entry: Entry, catalogue: Catalogue) -> str:
    """Return what would take a blocking need out of the way."""
    bridge = next(
        (each for each in entry.bridges if (each.need, each.is_position) == (need.id, need.is_position)), None
    )
    name = f"You would need {need_name(need, catalogue)}."
    if bridge is None or not (bridge.repeats or bridge.courses):
        return f"{name} Nothing on record that takes new starts gives it: ask an adviser."
    giving = _positions((*bridge.courses, *bridge.repeats), catalogue)
    return f"{name} What gives it: {giving}."


def _positions(ids: Sequence[str], catalogue: Catalogue) -> str:
    """Return positions as a list to choose from. Their names have commas in them."""
    few = ids if len(ids) <= MOST_GIVING + 1 else ids[:MOST_GIVING]
    names = [position_in_full(each, catalogue) for each in few]
    if len(few) < len(ids):
        names.append(f"one of {len(ids) - len(few)} others")
    return "; or ".join(names)


def _other_ways(need: Need, entry: Entry) -> str:
    if need.group is None:
        return ""
    others = sum(not way.chosen and way.open for way in entry.any_of[need.group])
    return f" (or {'another thing' if others == 1 else f'one of {others} other things'})" if others else ""
