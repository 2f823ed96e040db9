#!/usr/bin/env python3
"""Every form of the words of a Hunspell dictionary, one a line: expand_hunspell.py FILE.aff FILE.dic

Names (with a capital), abbreviations and what stands before an apostrophe are left out. Of affixes only suffixes count,
in the form that fr.aff has: flags of two characters, one after the other.
"""
import re
import sys

aff, dic = sys.argv[1:3]
suffixes = {}
for line in open(aff, encoding='utf-8'):
    parts = line.split()
    if len(parts) >= 5 and parts[0] == 'SFX':
        flag, strip, add, condition = parts[1:5]
        add, _, more = add.partition('/')
        suffixes.setdefault(flag, []).append(('' if strip == '0' else strip, '' if add == '0' else add,
                                              re.compile((condition if condition != '.' else '') + '$'), more))


def flags(text):
    return [text[i:i + 2] for i in range(0, len(text), 2)]


words = set()
for line in list(open(dic, encoding='utf-8'))[1:]:
    entry = line.split()[0]
    word, _, marks = entry.partition('/')
    if not word or not word[0].islower() or '.' in word:
        continue
    words.add(word)
    for flag in flags(marks):
        for strip, add, condition, more in suffixes.get(flag, ()):
            if strip and not word.endswith(strip) or not condition.search(word):
                continue
            form = word[:len(word) - len(strip)] + add
            words.add(form)
            for further in flags(more):
                for strip2, add2, condition2, _ in suffixes.get(further, ()):
                    if (not strip2 or form.endswith(strip2)) and condition2.search(form):
                        words.add(form[:len(form) - len(strip2)] + add2)
print('\n'.join(sorted(words)))
