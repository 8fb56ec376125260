"""Stance: how firmly and with which sign a speaker holds what a clause says. Negation, mood, condition and hedges with their scope."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.claim.ahead import told_ahead
from reportedly.claim.context import Context
from reportedly.claim.syntax import NOT, VERBAL
from reportedly.claim.unknown import unknown_by
from reportedly.model import Attribution
from reportedly.parse import root_of, sentence_of, tokens_between

_UNREAL = frozenset({"would", "could", "might", "should", "'d", "’d"})
_MEANT = frozenset("truce ceasefire fire pause corridor plan proposal agreement deal resolution request need".split())
"""What is for something: "a ceasefire to allow aid in", which tells of no aid."""
_RULES = frozenset("law decree fatwa edict ruling rule order mandate permit licence license clause article provision".split())
_TIMES = frozenset({"time", "hours", "days", "weeks", "months"})
_CONDITIONAL = {"would", "'d", "’d", "might"}
_UPON = frozenset({"when", "once", "until", "till", "before", "after"})
_INVERTING = frozenset({"had", "were", "should"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_IF = {"if", "unless", "provided", "lest", "whether", "should"}
_GOVERNORS = {
    "plans": "due schedule plan intend want seek prepare agree offer pledge promise "
    "vow aim hope wish expect ready prepared willing set decide propose threaten commit "
    "intention decision threat determination resolve readiness preparation desire",
    "demands": "call demand urge request require ask appeal insist order press warn deadline ultimatum obligation duty mandate "
    "need necessity urgency imperative",
    "denies": "refuse fail decline cease stop deny reject refute dismiss doubt unable",
    "supposes": "pretend imagine suppose consider",
    "predicts": "likely bound poised expect predict forecast",
}
_TRIED = frozenset(
    "attack offensive operation campaign assault push drive attempt try seek struggle effort bid aim way order battle fight plan "
    "ready".split()
)
_STANCE_OF = {lemma: stance for stance, lemmas in _GOVERNORS.items() for lemma in lemmas.split()}
_NEGATORS = NOT | {"no", "never", "neither", "nor", "none", "without", "nobody", "nothing", "hardly", "cannot"}
_UNLIKELY = frozenset({"unlikely", "doubtful", "improbable", "implausible", "inconceivable", "unthinkable"})
_POSSIBLE = frozenset({"possible", "potential", "planned", "imminent", "future", "eventual", "threatened"})
_AVERTING = frozenset({"prevent", "avoid", "avert", "forestall", "preclude"})
_INTENDING = frozenset({"preparation", "prepare", "plan", "aim", "bid", "attempt", "intend"})
_STRIVING = frozenset({"work", "intent", "bent", "set", "aim"})
_FEARING = frozenset({"fear", "risk", "threat", "prospect", "possibility", "danger", "likelihood"})
_NEEDING = frozenset({"importance", "need", "necessity", "urgency"})
_ASKED = frozenset("call request demand appeal proposal offer plan idea invitation bid".split())
_LETTING = frozenset({"allow", "permit", "let", "enable", "able", "manage"})
"""What, negated, tells that the act it governs was not done: "were not allowed to reach the town"."""
_ENDING = frozenset({"stop", "cease", "halt", "end", "abate", "relent"})
"""Verbs that, negated, tell that something goes on."""
_DENIAL_CUES = {"deny", "reject", "refute", "dismiss", "rebut", "contest", "disprove"}
_UNSURE = frozenset({"seem", "appear", "likely", "unlikely", "probable", "improbable"})
"""Words that hedge what they tell themselves ("the talks seem bound to drag on")."""


def stance_of(context: Context, token: Token, attribution: Attribution | None) -> str:
    """Return the stance of the clause of ``token``: one of ``model.claim.STANCES``."""
    verb = clause_verb(token)
    if attribution is not None and (cues := _denying(context, attribution, token)):
        return "asserts" if _negated(verb, token) or any(t.dep_ == "neg" for cue in cues for t in cue.children) else "denies"
    if unknown_by(verb) is not None:
        return "cannot-confirm"
    if _under_condition(verb) or _awaits(verb) or _is_asked(verb) or _has_exception(verb):
        return "supposes"
    ahead = "predicts" if is_foretold(verb) else _not_yet(token)
    if ahead is not None:
        return ahead
    if _is_doubted(verb):
        return "asserts" if _negated(verb, token) else "denies"
    told = "demands" if token == verb and _must(verb) else _mood(verb) or _governed(verb)
    if told is not None:
        reported = told == "supposes" and attribution is not None and _will_be(verb)
        return ("plans" if _is_of_actor(context, verb) else "predicts") if reported else told
    if _hangs_on_condition(verb):
        return "supposes"
    return "denies" if _negated(verb, token) and verb.lemma_ not in _ENDING and not _is_corrected(verb) else "asserts"


def _is_corrected(verb: Token) -> bool:
    """Say whether a negated predicate is at once put right: "is not random but a punishment"."""
    said = [t for t in verb.children if t.dep_ in {"acomp", "attr", "dobj", "prep", "oprd"} and t.i > verb.i]
    return any(c.dep_ == "cc" and c.lower_ == "but" and c.nbor(1).dep_ not in {"nsubj", "nsubjpass"} for t in said for c in t.children)


def _has_exception(verb: Token) -> bool:
    """Say whether what is denied or foretold holds "unless" something comes about: it is then left open."""
    return any(t.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ == "unless" for m in t.children) for t in verb.children)


def _hangs_on_condition(verb: Token) -> bool:
    """Say whether what a clause tells holds only if something else does: "if it took place it is a crime"; not "even if", "as if"."""
    for clause in verb.children:
        mark = next((t for t in clause.children if t.dep_ == "mark" and t.lower_ == "if"), None) if clause.dep_ == "advcl" else None
        if mark is not None and (mark.i == 0 or mark.nbor(-1).lower_ not in {"even", "as", "what", "only"}):
            return True
    return False


def _is_doubted(verb: Token) -> bool:
    """Say whether what a finite clause tells is called unlikely: "it is doubtful that there was a deal".

    Of what lies ahead the same words make a forecast.
    """
    said = [t for t in verb.head.children if t.dep_ in {"acomp", "oprd", "attr"}] if verb.dep_ == "ccomp" else []
    return any(t.lower_ in _UNLIKELY for t in said) and _mood(verb) is None


def _not_yet(token: Token) -> str | None:
    """Return the stance of a noun or gerund for what has not happened: "possible strikes", "plans for the capture", "aimed at killing"."""
    while token.dep_ == "conj" and token.tag_ == token.head.tag_ == "VBG":
        token = token.head  # "aimed at fighting them and taking the town"
    if token.pos_ == "NOUN" and any(t.dep_ == "amod" and t.lower_ in _POSSIBLE for t in token.lefts):
        return "supposes"
    if token.dep_ in {"dobj", "xcomp", "ccomp"} and (token.tag_ == "VBG" or token.pos_ == "NOUN"):
        if token.head.lemma_ in _AVERTING:
            # "prevented an attack" tells of none, "measures to prevent attacks" of those that may come
            return "supposes" if any(t.dep_ == "aux" and t.lower_ == "to" for t in token.head.children) else "denies"
        return "denies" if token.head.lemma_ == "deny" and token.tag_ == "VBG" else None
    if token.dep_ not in {"pobj", "pcomp"} or token.head.dep_ != "prep":
        return None
    governor = token.head.head
    if token.head.lower_ in {"for", "of", "at", "about"} and governor.lemma_.lower() in _INTENDING:
        return "plans"
    if token.head.lower_ in {"of", "for"} and governor.lemma_.lower() in _NEEDING:
        return "demands"
    if token.head.lower_ in {"on", "at", "towards", "toward"} and token.tag_ == "VBG" and governor.lemma_.lower() in _STRIVING:
        return "plans"
    return "supposes" if governor.lemma_.lower() in _FEARING and token.head.lower_ == "of" else None


def clause_verb(token: Token) -> Token:
    """Return the verb whose mood counts for ``token``: itself, or the verb that a noun or adjective hangs on closely."""
    if token.pos_ in VERBAL:
        return token
    head = token
    for _ in range(3):
        if head.dep_ in {"pobj", "prep", "dobj", "nsubj", "nsubjpass", "attr", "acomp", "oprd", "compound", "amod", "conj"}:
            head = head.head
        if head.pos_ in VERBAL:
            return head
    return token


def _denying(context: Context, attribution: Attribution, token: Token) -> list[Token]:
    """Return the words of a cue by which its source denies the clause of ``token``: "denied that P", "rejected reports of P".

    Who "rejected calls to halt the raids for the sake of those trapped" denies neither; what is rejected is then only asked for.
    """
    cues = [t for span in attribution.cue for t in tokens_between(context.doc, span.start, span.end) or ()]
    denying = [t for t in cues if t.lemma_.lower() in _DENIAL_CUES]
    refused = any(c.dep_ == "dobj" and c.lemma_.lower() in _ASKED and c.i < token.i for t in denying for c in t.children)
    return [] if refused else denying


def act_stance(token: Token) -> str | None:
    """Return the stance of an act of speech that is only supposed, or not done, None where it is done: "they would not be calling"."""
    verb = clause_verb(token)
    if _under_condition(verb) or _mood(verb) == "supposes":
        return "supposes"
    return "denies" if any(t.dep_ == "neg" and not _is_comment(t) for t in verb.children) else None


def _is_comment(word: Token) -> bool:
    """Say whether a negation belongs to what opens the sentence: "Not surprisingly, both rejected it"."""
    return word.i + 1 < len(word.doc) and word.i == sentence_of(word).start and word.nbor(1).lower_.endswith("ly")


def _negated(verb: Token, token: Token) -> bool:
    helping = (t for aux in verb.children if aux.dep_ == "auxpass" for t in aux.children)
    marks = {t.lower_ for t in (*verb.children, *helping) if t.dep_ in {"neg", "advmod", "preconj", "cc", "det"} and not _is_comment(t)}
    if marks & _NEGATORS:
        return True
    if any(d.lower_ in _NEGATORS for t in (token, *_near(verb)) for d in t.children if d.dep_ in {"det", "neg", "nsubj", "preconj"}):
        return True
    if any(t.left_edge.lower_ in {"not", "no", "neither", "none"} for t in _near(verb) if t.dep_.startswith("nsubj")):
        return True
    return any(t.lower_ in _NEGATORS for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}) or (
        token.dep_ == "pobj" and token.head.lower_ == "without"
    )


def _near(verb: Token) -> list[Token]:
    """Return subject, object and predicate noun of a verb; of two subjects that the parse gives it, the nearer one is its own."""
    subjects = [t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}]
    return [*subjects[-1:], *(t for t in verb.children if t.dep_ in {"dobj", "attr"})]


def _is_asked(verb: Token) -> bool:
    """Say whether the clause is an indirect question ("did not say who had fired")."""
    opener = verb.left_edge
    asks = opener.tag_ in {"WP", "WRB"} and opener.lower_ not in {"when", "that"}
    return asks and opener.head == verb and verb.dep_ in {"ccomp", "pcomp"}


def _under_condition(verb: Token) -> bool:
    """Say whether the clause is the condition of another, or a question."""
    head = verb
    for _ in range(4):
        if any(t.dep_ == "mark" and t.lower_ in _IF for t in head.children) and head.dep_ in {"advcl", "ccomp", "acl"}:
            return True
        if _is_inverted(head):
            return True
        if head.head == head or head.dep_ not in {"conj", "xcomp", "ccomp", "advcl", "acl", "relcl"}:
            break
        head = head.head
    sentence = sentence_of(verb)
    last = next((t for t in reversed(list(sentence)) if not t.is_space), verb)
    return last.text == "?" and root_of(sentence) in {verb, head}


def _awaits(verb: Token) -> bool:
    """Say whether a clause tells of a time that has not come: "they will leave when the truce begins"; not "they left when it began"."""
    if verb.dep_ != "advcl" or not any(t.dep_ in {"advmod", "mark"} and t.lower_ in _UPON for t in verb.children):
        return False
    aimed = verb.head.dep_ in {"acl", "relcl", "advcl"} and any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.head.children)
    return aimed or _mood(verb.head) in {"plans", "predicts", "demands", "supposes"}


def _is_inverted(verb: Token) -> bool:
    """Say whether a clause is a condition by the order of its words: "had the plan been accepted", not "nor had it been"."""
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.lower_ in _INVERTING:  # as the parse often has it
        return not any(t.dep_ in _SUBJECTS for t in verb.head.children)
    first = next((t for t in verb.children if t.dep_ in {"aux", "auxpass"} and t.lower_ in _INVERTING), None)
    if first is None or verb.dep_ == "ROOT":
        return False
    before = first.nbor(-1).lower_ if first.i > sentence_of(verb).start else ","
    follows = any(t.dep_ in _SUBJECTS and t.left_edge.i == first.i + 1 for t in verb.children)
    return follows and (verb.dep_ == "advcl" or before in {",", ";", "–", "-", "and"})


def _mood(verb: Token) -> str | None:
    """Return the stance that auxiliaries make, None where they make none."""
    aux = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    words = {t.lower_ for t in aux}
    if (ahead := told_ahead(verb, words)) is not None:
        return ahead
    if _is_wanted(verb, words) or (verb.dep_ == "xcomp" and verb.tag_ == "VBG" and _mood(verb.head) == "demands"):
        return "demands"
    if (feasible := _feasible(verb, words)) is not None:
        return feasible
    if words & _CONDITIONAL or (words & _UNREAL and any(t.lemma_ == "have" and t.tag_ == "VB" for t in aux)):
        return "supposes"
    if ("to" in words and (_is_aim(verb) or _is_due(verb) or (len(words) == 1 and _is_billed(verb)))) or _is_purpose(verb, words):
        return "plans"
    if "to" in words and verb.dep_ in {"xcomp", "ccomp"} and verb.head.pos_ in VERBAL:
        return _mood(verb.head)  # "would allow them to visit"
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not any(t.dep_.startswith("nsubj") for t in verb.children):
        return _mood(verb.head)
    return None


def _will_be(verb: Token) -> bool:
    """Say whether "would" is the "will" of what is reported as said: "said that the offensive would begin in May", without an "if"."""
    helping = {t.lower_ for t in verb.children if t.dep_ in {"aux", "auxpass"}}
    if not helping & {"would", "'d", "’d"} or "have" in helping or verb.dep_ != "ccomp" or verb.head.tag_ != "VBD":
        return False
    return not any(t.lower_ in _IF for t in sentence_of(verb))


def _is_of_actor(context: Context, verb: Token) -> bool:
    """Say whether somebody does what a clause tells, who then may have it in mind: "said that the army would cut the road"."""
    subjects = [t for t in verb.children if t.dep_ == "nsubj"]
    return any(t.i in context.actor_at or t.pos_ == "PRON" or context.class_has("force_noun", t) for t in subjects)


def _must(verb: Token) -> bool:
    """Say whether a clause tells what has to be done, not what must have been: "the brigades must leave the town"."""
    helping = {t.lower_ for t in verb.children if t.dep_ in {"aux", "auxpass", "neg"}}
    return "must" in helping and not helping & ({"have"} | _NEGATORS)


def _is_wanted(verb: Token, auxiliaries: set[str]) -> bool:
    """Say whether a clause tells what is asked for: "you should stop first", "a request that they be sent", "demanded that they leave"."""
    if auxiliaries & {"should", "must"}:
        return any(t.lower_ in {"you", "we"} and t.dep_ in {"nsubj", "nsubjpass"} for t in verb.children)
    helped = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    bare = (verb.tag_ == "VB" and not helped) or (any(t.tag_ == "VB" and t.lower_ == "be" for t in helped) and len(helped) == 1)
    return bare and verb.dep_ in {"ccomp", "acl", "relcl"} and any(t.dep_ == "mark" and t.lower_ == "that" for t in verb.children)


def is_foretold(verb: Token) -> bool:
    """Say whether a clause is what is only a matter of time."""
    while verb.dep_ == "xcomp" and verb.head.pos_ in VERBAL:
        verb = verb.head
    governor = verb.head if verb.dep_ in {"advcl", "ccomp"} else verb
    if not any(t.dep_ in {"mark", "prep"} and t.lower_ in {"before", "until", "when"} for t in verb.children):
        return False
    attributes = (t for t in governor.children if t.dep_ == "attr" and t.lower_ in {"matter", "question"})
    return any(g.lower_ in _TIMES for t in attributes for c in t.children if c.lower_ == "of" for g in c.children)


def negating(token: Token) -> list[Token]:
    """Return the words that negate the clause of ``token``, none where nothing does."""
    verb = clause_verb(token)
    if not _negated(verb, token):
        return []
    near = [*verb.children, *(d for t in (token, *_near(verb)) for d in t.children), *(t.left_edge for t in _near(verb))]
    return sorted({t.i: t for t in near if t.lower_ in _NEGATORS}.values(), key=lambda t: t.i)


def asking(token: Token) -> list[Token]:
    """Return the question mark of a sentence whose own clause ``token`` is of, none where it asks nothing."""
    verb = clause_verb(token)
    sentence = sentence_of(verb)
    last = next((t for t in reversed(list(sentence)) if not t.is_space), verb)
    return [last] if last.text == "?" and root_of(sentence) in {verb, verb.head} else []


def counterfactual(token: Token) -> tuple[int, int] | None:
    """Return the offsets of the words that tell a clause as against the facts, None where none do.

    "Would have been accepted, had it been made": the condition with "had" where there is one, else the auxiliaries.
    """
    verb = clause_verb(token)
    aux = [t for t in verb.children if t.dep_ in {"aux", "auxpass"}]
    undone = any(t.lower_ in _UNREAL for t in aux) and any(t.lemma_ == "have" and t.tag_ == "VB" for t in aux)
    told = sentence_of(verb) if undone or _is_unreal(verb) else ()
    clauses = [t for t in told if t.pos_ in VERBAL and _is_unreal(t)]
    if clauses:
        first, last = clauses[0].left_edge, clauses[0].right_edge
        return first.idx, last.idx + len(last)
    return (aux[0].idx, aux[-1].idx + len(aux[-1])) if undone else None


def _is_unreal(clause: Token) -> bool:
    """Say whether a condition is told against the facts: "had it been made", "if it had been made", "were it so"."""
    inverted = any(t.dep_ in {"aux", "auxpass"} and t.lower_ in {"had", "were"} and t.i == clause.left_edge.i for t in clause.children)
    past = any(t.dep_ == "mark" and t.lower_ == "if" for t in clause.children) and any(
        t.dep_ == "aux" and t.lower_ == "had" for t in clause.children
    )
    return inverted or past


def _is_due(verb: Token) -> bool:
    """Say whether an infinitive tells what is to be: "the army is to leave", not "it is hard to leave"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and not any(t.dep_ == "acomp" for t in verb.head.children)


def _feasible(verb: Token, auxiliaries: set[str]) -> str | None:
    """Return the stance of what is said to be possible, or not: "it is possible to reach the town"."""
    if verb.dep_ != "xcomp" or "to" not in auxiliaries or not any(t.dep_ == "acomp" and t.lower_ == "possible" for t in verb.head.children):
        return None
    if any(t.dep_ == "neg" for t in verb.head.children):
        return "denies"
    opened = any(t.dep_ == "dobj" and t.lemma_ == "access" for t in verb.children)  # access is nothing but the possibility
    return None if opened else "supposes"


def _is_aim(verb: Token) -> bool:
    """Say whether an infinitive tells what something was done for, or tried: an aim, not a fact."""
    if verb.dep_ == "advcl":
        return True
    if verb.dep_ in {"acl", "relcl"} and verb.head.lemma_.lower() in _MEANT:
        return True
    return verb.dep_ in {"xcomp", "acl"} and verb.head.lemma_.lower() in _TRIED and not _is_unready(verb.head)


def _is_unready(quality: Token) -> bool:
    return quality.dep_ == "acomp" and any(t.dep_ == "neg" for t in quality.head.children)


def _is_purpose(verb: Token, auxiliaries: set[str]) -> bool:
    """Say whether a clause tells what something is for: "a truce so that aid can be sent"; not "so that the town fell"."""
    marks = {t.lower_ for t in verb.children if t.dep_ == "mark"}
    return verb.dep_ == "advcl" and marks >= {"so", "that"} and bool(auxiliaries & {"can", "could", "may", "might", "would"})


def _is_billed(verb: Token) -> bool:
    """Say whether an infinitive is all that a headline has of a verb: "Ministers to meet in May"."""
    if verb.dep_ == "ROOT":
        return any(t.dep_ == "nsubj" for t in verb.lefts)
    return verb.dep_ in {"ccomp", "relcl", "acl"} and verb.head.dep_ == "ROOT" and verb.head.pos_ in {"NOUN", "PROPN"}


def _governed(verb: Token) -> str | None:
    """Return the stance that a governing verb gives an infinitive ("plans to", "refused to"), None where none does."""
    head = verb
    for _ in range(3):
        if head.dep_ not in {"xcomp", "ccomp", "acl", "conj"} or head.head == head:
            return None
        infinitive = any(t.dep_ == "aux" and t.lower_ == "to" for t in head.children)
        governor = head.head
        if infinitive and any(t.lower_ == "yet" for t in (*governor.children, *head.children)):
            return "denies"
        denied = any(t.dep_ == "neg" for t in governor.children) or _is_unready(governor)
        if infinitive and denied and governor.lemma_.lower() in _LETTING:
            return "denies"
        if infinitive and governor.lemma_.lower() in _LETTING and _is_ruled(governor):
            return "plans"
        if infinitive and governor.lemma_.lower() in _STANCE_OF:
            found = _STANCE_OF[governor.lemma_.lower()]
            return "denies" if found == "plans" and denied else found
        head = governor
    return None


def _is_ruled(verb: Token) -> bool:
    """Say whether a law, an order or a deal is what allows something, which tells of nothing done: "a decree that allows them to fire"."""
    subjects = [t for t in verb.children if t.dep_ == "nsubj"]
    named = [verb.head if t.tag_ in {"WDT", "WP"} else t for t in subjects] or [verb.head]
    return any(t.lemma_.lower() in _MEANT | _RULES for t in named)


def _hedged_report(context: Context, token: Token, hedges: frozenset[str]) -> list[Token]:
    """Return the hedges beside the verb that reports the clause of ``token``: "is apparently complaining that"."""
    found = context.attribution_at(token.idx)
    cues = [t for span in found.cue for t in tokens_between(context.doc, span.start, span.end) or ()] if found is not None else []
    near = {t.i: t for cue in cues for t in cue.children if t.dep_ == "advmod" and t.lower_ in hedges}
    return [t for t in near.values() if sentence_of(t) == sentence_of(token)]


def hedge_of(context: Context, token: Token, start: int, end: int) -> str | None:
    """Return the hedging words that govern the clause of ``token``, in the source's own words; None where there are none."""
    return " … ".join(t.text for t in hedges(context, token, start, end)) or None


def hedges(context: Context, token: Token, start: int, end: int) -> list[Token]:
    """Return the hedging words that govern the clause of ``token`` in text order."""
    classes = context.codebook.classes["hedge"]
    verb = clause_verb(token)
    found = [t for t in verb.children if t.lemma_.lower() in classes or t.lower_ in {"may", "could", "might", "can"}]
    found += [token] if token.lemma_.lower() in _UNSURE else []
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_.lower() in classes:
        found.append(verb.head)
    found += _hedged_report(context, token, classes)
    found += [t for t in sentence_of(token) if start <= t.idx < end and t.lower_ in classes]
    return sorted({t.i: t for t in found}.values(), key=lambda t: t.i)
