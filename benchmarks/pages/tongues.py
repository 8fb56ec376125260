"""Pages in other scripts and languages, in the frames of sites that publish in several."""

from __future__ import annotations

from benchmarks.pages.frame import SITE, document, links, share, tags
from benchmarks.pages.modern import Page
from benchmarks.pages.words import Words

_RUSSIAN = "армия|город|мост|река|вчера|сообщил|штаб|ночью|дороги|жители|обстрел|помощь|стороны|переговоры|утром|дома|никто|подтвердил|что|был|в|на|и|не|после"
_ARABIC = "الجيش|المدينة|الجسر|النهر|أمس|أعلن|المتحدث|ليلا|الطريق|السكان|القصف|المساعدات|الطرفان|المحادثات|صباحا|البيوت|لم|يؤكد|أن|كان|في|على|من|بعد"
_GREEK = "στρατός|πόλη|γέφυρα|ποτάμι|χθες|ανακοίνωσε|εκπρόσωπος|νύχτα|δρόμος|κάτοικοι|βομβαρδισμός|βοήθεια|πλευρές|συνομιλίες|πρωί|σπίτια|δεν|ότι|ήταν|στην|και|μετά"
_HEBREW = "הצבא|העיר|הגשר|הנהר|אתמול|הודיע|הדובר|בלילה|הדרך|תושבים|הפגזה|סיוע|הצדדים|שיחות|בבוקר|בתים|לא|כי|היה|על|אחרי|מן"
_CHINESE = "军队|城市|大桥|河流|昨天|宣布|发言人|夜间|道路|居民|炮击|援助|双方|谈判|早晨|房屋|没有|表示|在|的|之后"


def _told(words: Words, vocabulary: str, count: int, end: str = ".", between: str = " ") -> list[str]:
    """Return paragraphs of words drawn from a vocabulary."""
    own = vocabulary.split("|")
    return [" ".join(between.join(words.rng.choices(own, k=words.rng.randint(12, 24))) + end for _ in range(3)) for _ in range(count)]


def _page(words: Words, vocabulary: str, lang: str, **how: str) -> Page:
    text = _told(words, vocabulary, 6, **how)
    title, other = _told(words, vocabulary, 1, **how)[0][:60], [one[:50] for one in _told(words, vocabulary, 8, **how)]
    body = f"<header>{links(one[:12] for one in other[:6])}</header><div class='news-item'><h1>{title}</h1><div class='date'>04.05.2031</div><div class='news-text'>{tags('p', text)}</div>{share()}</div><div class='other'>{links(other)}</div><footer><p>© 2031</p></footer>"
    return document(title, body, lang=lang), text


def russian(words: Words) -> Page:
    """A page in Russian."""
    return _page(words, _RUSSIAN, "ru")


def arabic(words: Words) -> Page:
    """A page in Arabic."""
    return _page(words, _ARABIC, "ar")


def greek(words: Words) -> Page:
    """A page in Greek."""
    return _page(words, _GREEK, "el")


def hebrew(words: Words) -> Page:
    """A page in Hebrew."""
    return _page(words, _HEBREW, "he")


def chinese(words: Words) -> Page:
    """A page in Chinese, which parts no words."""
    return _page(words, _CHINESE, "zh", end="。", between="")


def mixed(words: Words) -> Page:
    """An article in English in the Arabic frame of a site in two languages."""
    title, text = words.title(), words.paragraphs(5)
    other = [one[:50] for one in _told(words, _ARABIC, 8)]
    side = "".join(
        f"<div class='b'><h4>{head}</h4><p>{told}</p></div>" for head, told in zip(other[:3], _told(words, _ARABIC, 3), strict=True)
    )
    return document(
        title,
        f"<div dir='rtl'>{links(other[:6])}</div><div class='en' dir='ltr'><h1>{title}</h1>{tags('p', text)}</div><div dir='rtl' class='ar'>{side}</div><div>{SITE}</div>",
        lang="ar",
    ), text
