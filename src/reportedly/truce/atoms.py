"""What there is in an agreement for claims to bear on."""

from __future__ import annotations

from reportedly.errors import OptionError
from reportedly.truce.agreement import Agreement
from reportedly.truce.binding import ACTS, SIGNS
from reportedly.truce.evidence import ACCEPTED, atom
from reportedly.truce.formula import EXISTS


def atoms_of(agreement: Agreement) -> dict[str, tuple[str, ...]]:
    """Return the atoms of an agreement, each with the acts that a bearing on it may be about, the usual one first."""
    found: dict[str, tuple[str, ...]] = {}
    for term in agreement.terms:
        acts = (term.act, *dict.fromkeys(act for _, variant in term.variants for act in variant.counts))
        found |= {atom(term.id, who): acts for who in term.who or (None,)}
    found |= {atom(ACCEPTED, party): ACTS for party in agreement.parties}
    return found | {EXISTS: ("",)} | dict.fromkeys(agreement.atoms, ("",))


def act_of(agreement: Agreement, name: str, act: str | None, sign: int) -> tuple[str, int]:
    """Return the act that a bearing is about, and its sign: of an acceptance its act decides.

    Raises:
        OptionError: the agreement has no such atom, or the atom no such act.
    """
    known = atoms_of(agreement)
    if name not in known:
        what = f"{name!r} is nothing that claims bear on in {agreement.id}"
        raise OptionError(what, where="ATOM", remedy=f"write one of: {', '.join(known)}")
    if act is not None and act not in known[name]:
        what = f"{act!r} is no act of {name}"
        raise OptionError(what, where="--act", remedy=f"write one of: {', '.join(filter(None, known[name])) or 'none'}")
    if not name.startswith(f"{ACCEPTED}@"):
        return act or known[name][0], sign
    chosen = act or ("rejects" if sign < 0 else "accepts")
    return chosen, SIGNS[chosen] if sign else 0
