"""Everyday short forms written out: "I'm" as "I am", "wanna" as "want to"."""

from __future__ import annotations

from pathways.questions.levels import is_level_letter
from pathways.questions.words import Word, respelled, stem, words_of

_SHORT_FORMS = {
    "im": "i am", "i'm": "i am", "iam": "i am", "ive": "i have", "i've": "i have", "id": "i would",
    "i'd": "i would", "i'll": "i will", "itll": "it will", "dont": "do not", "don't": "do not",
    "doesnt": "does not", "didnt": "did not", "cant": "can not", "can't": "can not",
    "cannot": "can not", "wont": "will not",
    "won't": "will not", "isnt": "is not", "havent": "have not", "hasnt": "has not", "wouldnt": "would not",
    "couldnt": "could not", "shouldnt": "should not", "arent": "are not", "wasnt": "was not",
    "whats": "what is", "what's": "what is", "wheres": "where is", "hows": "how is", "shes": "she is",
    "hes": "he is", "theres": "there is", "thats": "that is", "theyre": "they are", "youre": "you are",
    "theyve": "they have", "weve": "we have", "youve": "you have", "shed": "she would", "hed": "he would",
    "gonna": "going to", "gona": "going to", "wanna": "want to", "wana": "want to", "gotta": "have to",
    "gotten": "got", "lets": "let us", "u": "you", "ur": "your", "r": "are", "y": "why", "wat": "what",
    "wot": "what", "wht": "what", "hw": "how", "becum": "become", "bcome": "become", "pls": "please",
    "plz": "please", "cos": "because", "coz": "because", "cuz": "because", "bcos": "because",
    "quals": "qualifications", "qual": "qualification", "exp": "experience", "thru": "through",
    "sumthing": "something", "wen": "when", "hav": "have", "frm": "from", "wiv": "with", "tho": "though",
    "coud": "could", "shud": "should", "wud": "would", "cud": "could", "abt": "about",
    "apprenticeships": "apprenticeships", "vs": "versus", "v": "versus", "ppl": "people", "yrs": "years",
    "yr": "year", "mths": "months", "wld": "would", "hafta": "have to", "whaddya": "what do you",
    "innit": "", "ain't": "am not", "aint": "am not", "whos": "who is", "who's": "who is", "alot": "lots",
    "abit": "bit", "kids": "children", "dunno": "do not know", "asap": "as soon as possible",
}  # fmt: skip
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}
_IS_BEFORE_S = words_of(
    """
    he she it that there what where who how when here which daughter son wife husband mum dad friend
    sister brother niece nephew partner she's let
    """
)
_KIN = words_of("daughter son wife husband mum dad friend sister brother niece nephew partner")
_AFTER_KIN = words_of(
    """
    a an the at in on now not only currently just still already happy about about to from with 14 15 16 17
    18 19 very really so good keen interested unsure stuck hoping due 20 21 thinking
    """
)
"""What follows "my daughter's" where it is short for "is"; before a name it says whose that is."""
_SMALL = {"small", "young", "little", "tiny", "younger"}
_CHILDREN = {"children", "child", "kids"}
_AFTER_HAS = words_of(
    """
    got been done finished completed passed worked had just already gained
    """
)


def write_out(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words with short forms written out: "I'm" as "I am", "what's" as "what is"."""
    written: list[Word] = []
    for place, word in enumerate(words):
        if is_level_letter(words, place):
            written.append(word)
            continue
        after = words[place + 1].text if place + 1 < len(words) else ""
        forms = _forms(word.text, words[place - 1].text if place else "", after)
        if len(forms) == 1 and forms[0] == word.text:
            written.append(word)
            continue
        for number, text in enumerate(forms):
            if number == 0:
                written.append(respelled(word, text))
            else:
                written.append(Word("", text, stem(text), " ", word.at))
    return tuple(written)


def _forms(text: str, before: str, after: str) -> list[str]:
    if text == "y" and after.isdigit() and 7 <= int(after) <= 13:
        return ["year"]
    if text in _SMALL and after in _CHILDREN:
        return []
    if text in _SHORT_FORMS:
        return _SHORT_FORMS[text].split()
    if text == "2" and before.isdigit() and after == "level":
        return ["to"]
    if text == "2" and after in ("be", "become", "get", "do", "b", "go"):
        return ["to"]
    if text == "b" and after in ("a", "an", "the"):
        return ["be"]
    if text == "form" and after in ("a", "my", "level", "being"):
        return ["from"]
    for ending, meaning in _ENDINGS.items():
        if text.endswith(ending):
            return [text.removesuffix(ending), meaning]
    head, mark, tail = text.partition("'")
    if mark and tail == "s":
        owned = head in _KIN and not (after in _AFTER_KIN | _AFTER_HAS or after.endswith("ing"))
        return (
            [head, "has" if after in _AFTER_HAS else "is"] if head in _IS_BEFORE_S and not owned else [text]
        )
    return [text]
