"""What counts as one token: words, amounts, dates, addresses, references; and what only stands between them."""

from __future__ import annotations

import re

MONTHS = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
)
# Scripts that set no spaces between words: each character is a token.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
# What prints nothing and ends no word: a hyphen or a break that may be, a joint, a byte-order mark.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
# What ends a word: spaces, signs, pictures. Everything else is a letter, marks that combine with one included.
SIGNS = (
    r"\s\x00-/:-@\[-`{-\xa9\xab\xac\xae-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965"
    rf"\u2000-\u200a\u200e-\u205f\u2061-\u206f\u20a0-\u20cf\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\ufffd{PICTURES}{UNSPACED}"
)
SPACE = "[ \u00a0\u202f]"
# The same, also as HTML spells it.
NAMED = rf"(?:{SPACE}|&(?:nbsp|\#160);)"
WORD = rf"[^{SIGNS}]+"
FIGURES = "|".join(
    (
        rf"\d{{4}}-\d\d-\d\d(?!\d)|\d\d?(?:er)?{SPACE}(?:{MONTHS}){SPACE}\d{{4}}|\d\d?[/.]\d\d?[/.]\d{{4}}(?!\d)",
        # Telephone numbers by pairs or after a +, then amounts, then numbers such as 13.2 or 121-1.
        r"0\d(?:[ .\u00a0\u202f]\d\d){4}(?!\d)|\+\d{1,3}(?:[ .\u00a0\u202f]\d{1,4}){2,6}(?!\d)",
        rf"(?:[€$£]{SPACE}?)?\d{{1,3}}(?:{SPACE}\d{{3}})+(?:[.,]\d+)?(?!\d)(?:{SPACE}?[€$£%])?",
        rf"(?:[€$£]{SPACE}?)?\d+(?:[.,-]\d+)*(?![\w@])(?:{SPACE}?[€$£%])?",
    )
)
# A reference that reads as a number counts as one token, with where it leads.
REFERENCE = r"\[[\dA-Z.]{1,12}\]\(\#[^\s()]{0,300}\)"
# The same, and a space that does not break, as HTML spells them.
SPELT = r"&(?:nbsp|shy|\#160|\#173|\#8203);"
# A bracket, backslash… that is none of the marks below is content like any sign; so is "~", which may be "about", or
# strike a word out, and a star behind a backslash, which the text prints.
MARK = (
    rf"(?<!\\)[*_`|]+|\\(?=[!-/:-@\[-`{{-~\n]|\r\n)|(?!{REFERENCE})\[(?=[^\[\]]{{0,300}}\]\()|{SPELT}|"
    r"</?[a-zA-Z][^<>]{0,300}>|\{\#[^{}\n]{0,300}\}"
)
NUMBERS = rf"(?=[\d+€$£])(?:{FIGURES})|(?=[JFMASOND])(?:{MONTHS}){SPACE}\d\d?,{SPACE}\d{{4}}"
CONTENT = "|".join(
    (
        NUMBERS.replace(SPACE, NAMED),
        r"https?://[^\s<>()\[\]]{0,2000}[\w/#=&-]",
        rf"{WORD}(?:[.+\w-]{{0,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}})?",
        REFERENCE,
        r"\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)",
        r"\.{3}",
        rf"[\U0001f1e6-\U0001f1ff]{{2}}|[{PICTURES}][\ufe0f\u200d{PICTURES}]*",
        rf"(?=[\\\[<{{&])(?!{MARK})(?:&\#?\w{{1,12}};|.)",
        r"(?<=\\)[*_`|]",
        r"[^\s*_`|\\\[<{&]",
    )
)
TOKEN = re.compile(rf"((?![{INVISIBLE}])(?:{CONTENT}))?((?:[\s{INVISIBLE}]+|{MARK})*)")
# Most text is plain: without these signs fewer kinds of tokens have to be tried.
SPECIAL = re.compile(rf"[*_~`|\\\[\]<{{&@{PICTURES}{INVISIBLE}]|://|\.{{3}}")
PLAIN = re.compile(rf"({NUMBERS}|{WORD}|\S)?(\s*)")
# What a scraped page sets where nothing stands.
BLANK = re.compile(rf"(?:[\s{INVISIBLE}]|{SPELT})*")
