"""What an invented act says: a region, its bodies and what each of them does, drawn by chance from a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from tests.variants import words as w
from tests.variants.bodies import Body, Saying, draw_bodies, draw_region

DISTINCT = 80  # two statements of one act are at most this alike (per cent), so that none is counted for another


@dataclass
class World:
    """An act before it is written down."""

    chance: random.Random
    stem: str
    region: str
    region_of: str
    adjective: str
    bodies: list[Body] = field(default_factory=list)


def _plain(chance: random.Random) -> Saying:
    if chance.random() < 0.12:
        which = chance.randrange(2)
        forms, tail = w.WHOLE[which], chance.choice(w.WHOLE_TAILS[which])
        return Saying(*(f"{form} {tail}" for form in forms))
    area = chance.choice(w.FIELDS)
    verb, thing, tail = chance.choice(area.verbs), chance.choice(area.things), chance.choice(area.tails)
    end = f"{tail}{chance.choice(w.ENDINGS)}"
    acc, gen = f"{thing.accusative} {end}", f"{thing.genitive} {end}"
    return Saying(f"{verb.one} {acc}", f"{verb.many} {acc}", f"{verb.infinitive} {acc}", f"{verb.noun} {gen}")


def _towards(chance: random.Random, others: list[Body]) -> Saying | None:
    known = [b for b in others if b.short and not b.known_as_short]
    if not known:
        return None
    to, pattern = chance.choice(known), chance.choice(w.TOWARDS)
    words = {"x": to.call, "t": chance.choice(w.ABOUT), "p": chance.choice(w.SKILLS)}
    forms = [form.format(**words) for form in pattern[:4]]
    return Saying(*forms, to=to, kind=pattern[4], what=forms[0].split(" ", 1)[1])


def _pact(chance: random.Random, others: list[Body]) -> Saying | None:
    known = [b for b in others if b.short and not b.known_as_short]
    if len(known) < 2:
        return None
    parties = tuple(chance.sample(known, chance.choice((1, 1, 2))))
    about = chance.choice(w.PACTS)
    what, of = (
        ("трехсторонние соглашения", "трехсторонних соглашений") if len(parties) == 2 else ("соглашения", "соглашений")
    )
    end = f"с {' и '.join(p.call for p in parties)} {about}"
    return Saying(
        f"заключает {what} {end}",
        f"заключают {what} {end}",
        f"заключать {what} {end}",
        f"заключение {of} {end}",
        pact=parties,
    )


def make_world(
    chance: random.Random,
    size: int,
    given: tuple[str, str, str] | None = None,
    most: int | None = None,
    alike: int = DISTINCT,
) -> World:
    """Draw a region (unless one is given: name, genitive, adjective), bodies (5 to 12, or about `most`) and about
    `size` statements for each, no two of them more than `alike` per cent the same."""
    stem, region, region_of, adjective = (given[2], *given) if given else draw_region(chance)
    world = World(chance, stem, region, region_of, adjective)
    world.bodies = draw_bodies(chance, region_of, adjective, stem, most or chance.randint(5, 12))
    told: list[str] = []
    for body in world.bodies:
        others = [b for b in world.bodies if b is not body]
        wanted = max(2, size + chance.randint(-2, 2))
        tries = 0
        while len(body.says) < wanted and tries < 40 * wanted:
            tries += 1
            draw = chance.random()
            made = _towards(chance, others) if draw < 0.16 else _pact(chance, others) if draw < 0.2 else _plain(chance)
            if made is None:
                continue
            if alike < 100 and any(fuzz.ratio(text, old) >= alike for text in (made.one, made.noun) for old in told):
                continue
            told += [made.one, made.noun]
            body.says.append(made)
    return world
