// How a question is read, as lib/query does: its words (spellings.cpp, stem.cpp), what is not wanted (exclusion.cpp), the
// theme that all the words together tell (recogniser.cpp), and how much of the words a fiche says (match.cpp). recherche.js
// asks it; READER is what lib/site/reader_data.cpp writes before it. It touches no page.
'use strict';
// All may come a second time, where what comes behind them did not.
// A number in one of 91 letters.
var value = (text, i) => { const c = text.charCodeAt(i); return c - 35 - (c > 92); };
// Lines as lib/site/search_codes.hpp writes them: of what each shares with the one before there is only the length. Those that
// begin with the same two letters of a word are made out when they are asked for.
var Lines = text => {
  const parts = new Map(), made = new Map(), starts = [0];
  // A line that shares fewer than two letters begins others.
  for (const { index } of text.matchAll(/;[01]/g)) starts.push(index + 1);
  let first = '';
  starts.forEach((at, i) => {
    if (text[at] === '0') first = text[at + 1];
    const key = (text[at] === '1' ? first + text[at + 1] : text.slice(at + 1, at + 3)).match(/^[^ |A-D]*/)[0];
    memo(parts, key, () => []).push([first, text.slice(at, starts[i + 1] ? starts[i + 1] - 1 : undefined)]);
  });
  const unfold = ([last, written]) => written.split(';').map(line => last = last.slice(0, parseInt(line[0], 36)) + line.slice(1));
  const of = key => memo(made, key, () => (parts.get(key) || []).flatMap(unfold));
  return { of_: of, all_: () => [...parts.keys()].flatMap(of) };
};
// A set of words as lib/site/word_filter.cpp writes it.
var Filter = text => {
  const [bits, seed, block] = text.split(',', 3).map(Number), from = text.split(',', 3).join().length + 1, mask = (1 << bits) - 1;
  const mixed = h => { h = Math.imul(h ^ h >>> 16, 0x85ebca6b); h = Math.imul(h ^ h >>> 13, 0xc2b2ae35); return h ^ h >>> 16; };
  const hashed = (w, basis) => { let h = 2166136261 + basis | 0; for (let i = 0; i < w.length; ++i) h = Math.imul(h ^ w.charCodeAt(i), 16777619); return mixed(h); };
  const print = slot => { const bit = slot * bits, at = from + Math.floor(bit / 6); return (value(text, at) | value(text, at + 1) << 6) >> bit % 6 & mask; };
  return text && (w => {
    const one = hashed(w, 2 * seed), two = hashed(w, 2 * seed + 1), three = mixed(one ^ Math.imul(two, 0x9e3779b1));
    return [one, two, three].reduce((p, h, i) => p ^ print(i * block + (h >>> 0) % block), mixed(one + two | 0) & mask) === 0;
  });
};
// Phrases that mean something, and names, for recherche.js.
var Phrases = ({ D, F, M, first, words_: { fold, tokens, full, core, little }, learn, bearers, push, two, nearly, letters }) => {
  // Each sign stands for a pair, the last ones for pairs that hold signs.
  const unpaired = [...D.x.matchAll(/(.)(..)/g)].reduceRight((s, [, sign, pair]) => s.split(sign).join(pair), D.p);
  // What begins with two letters is learnt when a question has a word that does: lines of phrases, then names of fiches. Of a
  // line that begins with little words all of them count.
  const lines = Lines(unpaired), phrase = line => line.match(/[^A-D]*/)[0], learnt = new Set(), named = new Map();
  let led;
  const behind = key => {
    if (!led) {
      led = new Map();
      for (const k of new Set([...little, 'st'].map(two))) for (const line of lines.of_(k)) {
        const first = line.slice(0, line.indexOf(' '));
        if (first === 'st' || little.has(first)) for (const [i, w] of phrase(line).split(' ').entries()) {
          if (i || w === 'st') push(led, two(w.replace(/^st$/, 'sa')), line);
          if (!little.has(w)) break;
        }
      }
    }
    return led.get(key) || [];
  };
  const ready = t => {
    if (!t || learnt.has(t.f)) return;
    learnt.add(t.f);
    const root = nearly(t.r);
    for (const line of [...lines.of_(two(t.f)), ...behind(two(t.f))]) {
      // Its first words have the same two letters: few have the same root.
      if (learnt.has(line) || !line.startsWith(root) && !line.includes(' ' + root)) continue;
      learnt.add(line);
      const ts = tokens(phrase(line));
      for (const [, b, m] of line.matchAll(/([A-D])([0-9a-z]+)/g)) learn(M[parseInt(m, 36)], letters.indexOf(b), ts);
    }
    for (const i of bearers(t)) for (const n of namesOf(i)) {
      // Many say the word, few begin with it.
      const begins = fold((n.match(/[\p{L}\p{N}\p{M}]+/u) || [''])[0]).replace(/^ste?$/, 'saint');
      if (!n.includes('.') && !little.has(begins) && two(begins) !== two(t.f) || learnt.has(i + n)) continue;
      learnt.add(i + n);
      learn(memo(named, i, () => ({ k: 'f', f: i, t: { get: s => s === first[i] && [1, 1] } })), 0, core(tokens(n)));
    }
  };
  const namesOf = i => [F[i].name_, F[i].short_, ...F[i].aliases_.split(';')].filter(Boolean);
  // Every word of phrases that mean something, and of names.
  let phrases_, knownWords;
  const known = word => {
    phrases_ ||= ` ${lines.all_().filter(line => /[A-C]/.test(line)).map(phrase).join(' ').replace(/\bst\b/g, 'saint')} `;
    return !little.has(word) && phrases_.includes(` ${word} `) || bearers(tokens(word)[0]).some(i => namesOf(i).some(n => full(core(tokens(n))).some(t => t.f === word)));
  };
  const allKnown = () => {
    if (knownWords) return knownWords;
    knownWords = new Set();
    const add = ts => { for (const t of full(ts)) knownWords.add(t.f); };
    for (const line of lines.all_()) if (/[A-C]/.test(line)) add(tokens(phrase(line)));
    F.forEach((_, i) => namesOf(i).forEach(n => add(core(tokens(n)))));
    return knownWords;
  };
  // What makes the first misspelt word cheap, a little at a time.
  const rest = function* () {
    for (const line of lines.all_()) { tokens(phrase(line)); yield; }
    for (const f of F) { tokens(f.name_); tokens(f.aliases_); yield; }
  };
  return { ready, known, all_: allKnown, rest_: rest };
};
// Whether a word is one of French or English, where anything else might be taken for it.
var Dictionary = () => {
  const there = Filter(READER.d), forms = new Set(READER.y[READER.y.length - 1].split(' '));
  return f => {
    if (!there || !f[4]) return false;
    const w = f.replace(/s$/, '');
    let from = 4;
    while (from < w.length && !forms.has(w.slice(from))) ++from;
    return there(from < w.length ? w.slice(0, from) + '-' : w);
  };
};
// The words of a text, each without its accents and its endings.
var Words = () => {
  const [little, same] = READER.l.map(l => new Set(l.split(' ')));
  const fold = s => /^[\0-\x7f]*$/.test(s) ? s.toLowerCase() : s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
  const rigid = w => w.length < 4 || /\d/.test(w);
  const once = w => w.replace(/(..)([^aeiouy])\2$/, '$1$2');
  const soft = w => w.replace(/(..)y$/, '$1i');
  const light = w => {
    if (rigid(w)) return w;
    const o = same.has(w) ? w : /[eo]ux$|eaux$/.test(w) ? w.slice(0, -1) : /.aux$/.test(w) && w[4] ? w.slice(0, -2) + 'l' : w.replace(/([^s])s$/, '$1');
    if (o === 'cafe') return o;
    let e = o.replace(/(...)ee?$/, '$1');
    if (e !== o && same.has(e)) e += 'e';
    return soft(e === o ? o : once(e));
  };
  const root = w => {
    const o = light(w);
    if (!rigid(o)) for (const [e, least] of READER.e) if (o.endsWith(e)) {
      const s = o.slice(0, o.length - e.length + /^[st]i/.test(e));
      if (s.length >= least && (e !== 'er' || !/(i|oy)$/.test(s) && (s[3] || /[guy]$/.test(s)))) return soft(once(s));
    }
    return o;
  };
  // f folded, l light, r root (each worked out when it is asked for), a acronym, c capital, z little, o as it was typed
  class Token {
    constructor(o, loud) {
      const a = !loud && /^\p{Lu}{2,}$|\./u.test(o.normalize()), f = fold(o).replace(/\./g, '').replace(/^st(?=e?$)/, 'saint');
      this.f = f; this.o = o; this.a = a; this.c = /^\p{Lu}/u.test(o); this.z = !a && little.has(f);
    }
    get l() { return this.light_ ??= light(this.f); }
    get r() { return this.root_ ??= root(this.f); }
  }
  const seen = [new Map(), new Map()];
  const tokens = text => {
    // Letters that most texts have alone, and no points: in a third of the time.
    const all = text.match(/^[\0-\-/-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf-\xff\u0152\u0153\u2010-\u202f]*$/.test(text) ? /[\dA-Za-z\xc0-\xd6\xd8-\xf6\xf8-\xff\u0152\u0153]+/g
      : /(?:[\p{L}\p{N}]\.){2,}(?:[\p{L}\p{N}](?![\p{L}\p{N}]))?|[\p{L}\p{N}\p{M}]+/gu) || [], loud = all[2] && text === text.toUpperCase(), known = seen[+!!loud];
    return all.map(w => memo(known, w, () => new Token(w, loud))).filter(t => t.f);
  };
  // As a place is looked up.
  const key = name => {
    const f = fold(name);
    return f.includes('.') || !/^[\0-\x7f\xa0\u2010-\u202f]*$/.test(f) ? join(tokens(name), 'f') : f.replace(/[^a-z\d]+/g, ' ').trim().replace(/\bst(?=e?\b)/g, 'saint');
  };
  const join = (ts, k) => ts.map(t => t[k]).join(' '), full = ts => ts.filter(t => !t.z);
  // Little words count only at the ends of a phrase.
  const core = ts => ts[1] && !ts[0].z && !ts[ts.length - 1].z ? full(ts) : ts;
  const anyone = t => t.r[2] ? t.r.replace(/[stx]$/, '') : t.r;
  return { fold, light, root, tokens, join, full, core, anyone, little, key };
};
// Places that are not written as the directory has them.
var Places = ({ D, areas_: A, light_: light, key_: keyed }) => {
  let served;  // what a fiche names itself
  let twins;  // communes by their name
  // « Sainte-Livrade » for the only place here whose name goes on so.
  const goesOn = key => { served ||= new Set(D.z.map(z => z[0])); let all = key[4] ? [...A.keys()].filter(k => k.startsWith(key + ' ')) : []; const own = all.filter(k => served.has(A.get(k))); if (own[0]) all = own; return all[0] && all.every(k => A.get(k) === A.get(all[0])) && all[0]; };
  // How many words from here on name a place elsewhere in France.
  const there = Filter(PLACES.f), elsewhere = (q, at, alone) => {
    if (there) for (let n = Math.min(4, q.length - at); n; --n) if ((n > 1 || alone) && q[at + n - 1].c && there(q.slice(at, at + n).map(t => t.f).join(' '))) return n;
  };
  // Of communes here that are called alike the only one that fiches name; nothing where that is none or several.
  const only = (key, a) => {
    served ||= new Set(D.z.map(z => z[0]));
    if (!twins) {
      twins = new Map();
      D.a.forEach(([names], i) => { if (i >= D.n) memo(twins, keyed(names.split(';')[0]), () => []).push(i); });
    }
    const all = twins.get(key) || [a], named = all.filter(i => served.has(i));
    return all[1] === undefined ? a : named[1] === undefined ? named[0] : undefined;
  };
  // « Fumelle », « Pene »: another ending of a place's first word.
  const nearly = w => [...A.keys()].some(k => { const first = k.split(' ')[0]; return first !== w.f && light(first) === w.l; });
  return { goesOn, nearly, elsewhere, only };
};
// Who works where, of an edition that names them (REPONSES.h, lib/site/answer_data.cpp), as lib/query/lexicon.cpp hears them.
var People = ({ tokens, fold, titles_: titles, functions_: functions, leaders_: leaders }) => {
  let rows, names;
  const all = () => rows ||= (typeof REPONSES === 'undefined' ? [] : REPONSES.h).map(row => {
    const [f, name, role, since, phone, mail] = row.split('|');
    return { f: +f, name_: name, role_: role, since_: since, phone_: phone, mail_: mail };
  });
  // Whether a word is one of somebody's name: nearly none is.
  const has = word => (names ||= ` ${fold(all().map(p => p.name_).join(' ')).replace(/[^a-z\d]+/g, ' ')} `).includes(` ${word} `);
  // By their whole name in either order, or by what they are called behind « Mme ».
  const at = (q, i) => {
    if (!has(q[i].f)) return;
    const found = { n: 0, people_: [] }, says = ws => ws.every((w, k) => q[i + k]?.f === w);
    for (const p of all()) {
      const ws = fold(p.name_).includes(q[i].f) ? tokens(p.name_).map(t => t.f) : [], rest = ws.slice(1);
      const n = !rest[0] ? 0 : says(ws) || says([...rest, ws[0]]) ? ws.length : i && titles.has(q[i - 1].f) && says(rest) ? rest.length : 0;
      if (!n || n < found.n) continue;
      if (n > found.n) Object.assign(found, { n, people_: [] });
      found.people_.push(p);
    }
    return found.n && found;
  };
  // « directrice » is what « directeur » says; who leads a house is as good where nobody is called so.
  const says = (role, w) => tokens(role).some(t => t.l === w.l || t.f[5] && t.f.slice(0, 6) === w.f.slice(0, 6) && functions.has(t.f)), leads = role => tokens(role).some(t => leaders.has(t.f));
  // What a question asks for that is no list of houses (lib/query/direct.cpp).
  const direct = (clues, hits) => {
    for (const c of clues) if (!c.not_) {
      if (c.people_) { for (const h of hits) for (const p of c.people_) if (p.f === h.f) return p; return; }
      if (c.function_ && hits[0] && clues.some(o => !o.not_ && (o.named_ || o.house_))) {
        const there = all().filter(p => p.f === hits[0].f), one = there.find(p => says(p.role_, c.w)) || leaders.has(c.w.f) && there.find(p => leads(p.role_));
        if (one) return one;
      }
    }
  };
  return { all_: all, has_: has, at_: at, direct_: direct };
};
// What was typed for another word, each with what is read instead, and a place that is misspelt: it is never guessed.
var Misread = ({ areas_: A, right_: right, known_: known, all_: all, person_: person, says_: says, likes_: likes, light_: light, slips_: slips, names_: names, said_: said }) => {
  const slip = (a, b) => { let i = 0; while (a[i] && a[i] === b[i]) ++i; return a.length - b.length || a[7] || !a[i] || slips.has(a[i] + b[i]); };
  const gap = (a, b) => {
    let row = [...b, 0].map((_, j) => j);
    [...a].forEach((x, i) => { const last = row; row = [i + 1]; [...b].forEach((y, j) => row.push(Math.min(last[j + 1] + 1, row[j] + 1, last[j] + (x !== y)))); });
    return row.pop();
  };
  return (clues, typed) => {
    const read = [];
    let missed;
    for (const { w } of clues) if (w && !w.a && w.f[4] && !/\d/.test(w.f) && !known(w.f) && !person(w.f) && !likes(w).some(l => l[0] > W.beginning)) {
      const name = w.c && typed.findIndex(t => t.f === w.f) > 0 && typed.some(t => !t.c);
      if (right(w.f) && !name) continue;
      // « dordi », « lelectricité »: a little word was typed onto another one.
      const rest = w.f.slice(1);
      if (rest[3] && (w.f[0] === 'j' || /^[dlmtsn][aeiouyh]/.test(w.f)) && (known(rest) || says(rest) || right(rest))) { read.push([w.f, w.f[0] + ' ' + rest]); continue; }
      // With a capital within a question it is a name, misspelt for another name alone.
      let least = w.f[9] ? 2 : 1, near = [];
      for (const n of new Set([...A.keys(), ...name ? names() : [...all(), ...said()]])) if (n[0] === w.f[0] && Math.abs(n.length - w.f.length) <= least) {
        const d = gap(w.f, n);
        if (d <= least && slip(w.f, n) && (d < 2 || n[1] === w.f[1])) { near = d < least ? [n] : [...near, n]; least = d; }
      }
      const on = near.filter(n => n.startsWith(w.f));
      if (on[0] && !on[1]) near = on;
      if (near[1]) near = near.filter(n => known(n) || A.has(n));
      // A place is never guessed.
      if (near[0] && near.every(n => light(n) === light(near[0]))) { if (A.has(near[0]) && !known(near[0])) { if (w.c || w.f === typed[typed.length - 1].f) missed = w.o; } else read.push([w.f, near[0]]); }
    }
    return [read, missed];
  };
};
var Reader = ({ D, F, M, first, of, deny, denyDe, some, tokens, narrow_: narrow, around, fold, houses_: houses, sense_: sense, words_: byWords }) => {
  // The longest phrase first; of each word those that may stand there.
  const [surely, names, house, near, unwanted] = READER.x.map(l => l.split(';').map(row => row.trim().split(' ').map(w => w.split('|'))).sort((a, b) => b.length - a.length));
  const [being, joining, leading, indefinite, places, articles, years, howLong, when, nearby, succeeding, functions, tomorrow, mornings, afternoons, evenings, titles, leaders] = READER.y.map(l => new Set(l.split(' ')));
  const NOTHING = 0, NEAR = 1, HOUSE = 2, UNWANTED = 3, SURELY = 4, farthest = 5;
  const kinds = (c, k) => c.m && c.m.some(x => x.m.k === k);

  const more = [mornings, afternoons, evenings], people = People({ tokens, fold, titles_: titles, functions_: functions, leaders_: leaders });
  // Goes along with the words from left to right. `houses` gives the fiches in whose name some words stand.
  const exclusion = q => {
    let way = NOTHING, behind = 0, until = 0, some = 0, one = 0, follows = -1;
    const taken = q.map(() => 0), f = at => q[at]?.f || '';
    const length = (list, at) => list.find(row => row.every((w, i) => w.includes(f(at + i))))?.length || 0;
    const end = () => { way = NOTHING; some = one = 0; follows = -1; };
    const start = at => {
      let best = [NOTHING, 0], n;
      for (const [list, way] of [[surely, SURELY], [unwanted, UNWANTED], [house, HOUSE]]) if ((n = length(list, at)) > best[1]) best = [way, n];
      if ((n = length(names, at)) > best[1]) {
        let name = at + n;
        while (name < q.length && articles.has(f(name))) ++name;
        if (q[name]?.c) best = [SURELY, n];
      }
      return best;
    };
    const joined = at => {
      if (joining.has(f(at))) return true;
      for (; at > 0; --at) {
        if (joining.has(f(at - 1))) return true;
        if (!leading.has(f(at - 1)) && !places.has(f(at - 1))) return false;
      }
    };
    const pass = at => {
      const w = f(at);
      if (length(near, at)) {
        if (w !== 'ni' && /^(de?|plus)$/.test(f(at + 1))) return;
        end(); way = NEAR; one = being.has(f(at - 1)); behind = at + 1; until = behind + farthest;
        return;
      }
      if (some && !joined(at) || at >= until && !some) end();
      if (way && way !== SURELY && !some && follows < 0 && !leading.has(w)) follows = at;
    };
    // « pas l'ADIL » is the house that is called so; « pas un HLM » is any.
    const meant = (c, at) => {
      if (c.k !== 'w' || kinds(c, 'f') || at > behind && indefinite.has(f(at - 1))) return [];
      if (!q[at].c && !q[at].a && !kinds(c, 'k') && !c.m.every(x => x.b)) return [];
      return c.m.some(x => x.m.k === 'k' && !x.b) ? [] : houses(q.slice(at, at + c.n).filter(t => !t.z));
    };
    const fits = (c, at, called) => {
      if (!/[aw]/.test(c.k)) return false;
      if (way === SURELY) return true;
      if (follows >= 0 && follows < at && !some) return false;
      if (c.k === 'a') return places.has(f(at - 1)) || articles.has(f(at - 1));
      if (way === NEAR && c.unsure_) return false;
      if (way === UNWANTED && q[at].z && !leading.has(f(at))) return false;
      return way === UNWANTED || called[0] + 1 || kinds(c, 'f') || kinds(c, 'k') || kinds(c, 'p') && one;
    };
    // Of all that was heard what is left out: houses by a part of their name, or the meanings of its kind.
    const meaning = c => byWords(c.called_[0] + 1 ? c.called_.map(f => ({ m: { k: 'f', f, t: { get: s => s === first[f] && [W.by_name, W.service] } }, b: 0 })) : c.m.filter(x => x.m.k === c.not_), c.u || [], c.ts_);
    return {
      taken_: taken,
      // How many words here only say that what follows is not wanted.
      begins_: (at, phrase) => {
        const [how, n] = start(at);
        if (!n || phrase() > n) { pass(at); return 0; }
        end(); way = how; behind = at + n; until = behind + farthest;
        taken.fill(1, at, behind);
        return n;
      },
      // A house by a part of its name.
      house_: (at, known) => {
        if (!way || follows >= 0 && follows < at || q[at].z || !q[at].c && known()) return 0;
        for (let n = Math.min(4, q.length - at); n; --n) {
          const all = q[at + n - 1].z ? [] : houses(q.slice(at, at + n).filter(t => !t.z));
          if (all[0] + 1) return n;
        }
      },
      leave_: (clues, first, at, n) => {
        for (const c of clues.slice(first)) {
          const called = way ? meant(c, at) : [];
          if (way && fits(c, at, called)) {
            c.not_ = ['f', 'k', 'p', 't'].find(k => k === 'f' ? kinds(c, k) || called[0] + 1 : kinds(c, k)) || 'a';
            c.called_ = called;
            c.ts_ = q.slice(at, at + n);
            if (c.m) c.means_ = meaning(c).t;
            c.doubtful_ = way === UNWANTED;
            c.denied_ = c.unsure_ = false;
            some = 1;
          } else if (way && (way !== SURELY || c.m)) end();
          if (c.k === 'a' || c.people_ || c.not_ || c.denied_ || deny.has(f(at))) taken.fill(1, at, at + n);
        }
      },
      // Where nothing would be asked any more, or the same theme is asked too, it is what is missed.
      settle_: clues => {
        const words = clues.filter(c => !c.not_ && c.k === 'w'), asks = words[0] || clues.some(c => !c.not_ && c.k === 'x');
        const needs = words.some(c => !c.denied_ && !c.unsure_ && (c.about_ || c.named_ || c.house_));
        for (const c of clues) if (c.not_ && c.k === 'w') {
          const too = c.not_ === 't' && words.some(o => o.m.some(x => x.m.k === 't' && c.m.some(y => y.m === x.m)));
          const doubtful = c.doubtful_ && !/[fk]/.test(c.not_);
          if (!(doubtful ? needs : asks) || too) Object.assign(c, meaning(c), { not_: '', denied_: true });
        }
      },
    };
  };

  // ---- The recogniser: hashes of 24 bits, each with its themes and their weights ----
  // Fifty thousand of them: in rising order in plain arrays, which costs a telephone a tenth of what a map costs; made out
  // with the first question that asks.
  let hashes, ofThemes, ofKinds;
  const total = READER.c.length, ends = counts => {
    const from = new Int32Array(total + 1);
    for (let k = 0; k < total; ++k) from[k + 1] = from[k] + value(counts, k);
    return from;
  };
  const table = () => {
    hashes = new Int32Array(total);
    for (let i = 0, k = 0, hash = 0; k < total; ++k) {
      const most = 8190;
      let v;
      do { v = value(READER.h, i++) * 91 + value(READER.h, i++); hash += v; } while (v === most);
      hashes[k] = hash;
    }
    // Of themes, and of kinds of organisation: how many, the scale, where the pairs of a hash end, their classes and weights.
    ofThemes = { n: READER.n, s: READER.s, from: ends(READER.c), t: READER.t, w: READER.w };
    ofKinds = { n: READER.m, s: READER.u, from: ends(READER.C), t: READER.T, w: READER.W };
  };
  // Where a hash stands; nowhere: -1.
  const place = hash => {
    let low = 0, high = total;
    while (low < high) { const middle = low + high >> 1; if (hashes[middle] < hash) low = middle + 1; else high = middle; }
    return hashes[low] === hash ? low : -1;
  };
  const hashed = text => { let h = 2166136261; for (let i = 0; i < text.length; ++i) h = Math.imul(h ^ text.charCodeAt(i), 16777619); return h >>> 8; };
  const features = ts => {
    const all = new Map();
    let letters = ' ';
    ts.forEach((t, i) => {
      all.set(hashed('s' + t.r), 6);
      if (i) all.set(hashed('b' + ts[i - 1].r + ' ' + t.r), 4);
      letters += t.f + ' ';
    });
    for (let n = 3; n < 6; ++n) for (let at = 0; at + n <= letters.length; ++at) all.set(hashed('g' + letters.slice(at, at + n)), 2);
    return all;
  };
  // How sure each class is.
  const shares = (kinds, ts) => {
    if (!hashes) table();
    const of = kinds ? ofKinds : ofThemes, sums = Array(of.n).fill(0);
    let square = 0;
    const asked = features(ts);
    for (const [hash, weight] of asked) {
      square += weight * weight;
      const at = place(hash);
      if (at >= 0) for (let i = of.from[at], which = 0; i < of.from[at + 1]; ++i) sums[which += value(of.t, i)] += (value(of.w, i) - 45) * weight;
    }
    const logits = sums.map(s => s * of.s / Math.sqrt(square));
    if (!kinds && total) learnHere(asked, Math.sqrt(square), logits);
    const top = Math.max(...logits), odds = logits.map(l => Math.exp(l - top)), all = odds.reduce((a, b) => a + b, 0);
    return odds.map(o => o / all);
  };
  // What this notebook was taught of themes (recognise of recogniser.cpp): by the cosine of the features; a theme may be one that
  // the table has not.
  const lines = SAYS.t.map(line => { const [theme, phrase] = line.split('|'); return { theme_: +theme, phrase_: phrase }; });
  const learnHere = (asked, length, logits) => {
    let least = Math.min(...logits);
    for (const line of lines) {
      const own = line.features_ ||= features(tokens(line.phrase_));
      let common = 0, square = 0;
      for (const [hash, weight] of own) { common += weight * (asked.get(hash) || 0); square += weight * weight; }
      if (!common) continue;
      const more = W.taught * common / length / Math.sqrt(square), i = line.theme_;
      if (logits[i] === undefined) logits[i] = least + more; else logits[i] += more;
    }
    for (let i = 0; i < logits.length; ++i) logits[i] ??= -1 / 0;
  };
  // [theme, how sure], the surest first; the last of the table's themes is none.
  const recognise = ts => shares(0, ts).map((s, i) => [i, s]).filter(([i]) => i !== READER.none).sort((a, b) => b[1] - a[1]);
  // Whose business it is by all the words, where no phrase knows it: how much a fiche's, 1 for the likeliest kind
  // (find_usual_kinds of query.cpp).
  // « hébergement et travail » says two needs, and nothing else by which to weigh them.
  const onlyNeeds = (sure, content) => sure[1] && sure.reduce((n, c) => n + (c.ts_ || []).filter(t => !t.z).length, 0) >= content.filter(t => !t.z).length;
  const usual = (clues, content) => {
    const said = clues.filter(c => !c.denied_ && /[ws]/.test(c.k)), sure = said.filter(c => (c.k === 's' || c.about_) && !c.unsure_);
    if (said.some(c => c.named_ || c.house_) || sure[0] && sure.every(c => c.u?.[0]) || onlyNeeds(sure, content) || !content.filter(t => !t.z)[1]) return;
    const all = shares(1, content), most = Math.max(...all);
    return i => Math.sqrt(Math.max(0, ...SAYS.m.map((m, k) => m >= 0 && M[m].t.has(first[i]) ? all[k] : 0)) / most);
  };

  // What was learnt of all the words, beside what phrases say.
  const themes = SAYS.j.map(j => M[j]);
  const learn = (clues, content, least) => {
    if (least < 0) return askKinds(clues, content);
    const said = clues.filter(c => !c.not_ && !c.denied_ && /[ws]/.test(c.k)), need = c => c.k === 's' || c.about_ || c.named_;
    const more = !said.some(c => c.named_ || c.house_) && content.filter(t => !t.z)[1] ? learnt(content, said.filter(need), least) : [];
    if (!more) return [];
    clues = [...clues, ...more];
    // « sans carte vitale » and no other need: what is missed is needed.
    if (clues.some(c => c.k === 'x') && !clues.some(c => need(c) && !c.not_ && !c.denied_)) for (const c of clues) if ((c.about_ || c.named_) && !c.not_) c.denied_ = false;
    return clues;
  };
  // Nobody says what was asked: whose business it usually is may know (ask_usual_kinds of query.cpp).
  const askKinds = (clues, content) => {
    if (!hashes) table();
    if (clues.some(c => !c.not_ && !c.denied_ && (c.named_ || c.people_)) || !content.filter(t => t.f[3] && place(hashed('s' + t.r)) >= 0)[1]) return clues;
    if (1 - recognise(content).reduce((all, g) => all + g[1], 0) >= W.nobody_usual) return clues;
    const m = shares(1, content).flatMap((p, k) => p >= W.usual_guess && SAYS.m[k] >= 0 && !READER.o.includes(k) ? { m: M[SAYS.m[k]], b: 0 } : []);
    if (!m[0]) return clues;
    for (const c of clues) c.unsure_ = true;
    return [...clues, { ...byWords(m, []), learned_: 1 }];
  };
  // Nothing where it is about nothing that anybody does (evidence.cpp, and recognise_theme of query.cpp).
  const learnt = (content, needs, least) => {
    const sure = needs.filter(c => !c.unsure_), guesses = recognise(content), sum = () => guesses.reduce((all, g) => all + g[1], 0);
    const is = (x, m) => x === m || M[x.family_] === m || M[m.family_] === x;
    const says = (c, i) => c.m && themes[i] && c.m.some(x => x.m.k === 't' && is(x.m, themes[i]));
    let none = 1 - sum();
    for (const g of guesses) g[1] *= Math.exp(sure.reduce((more, c) => more + (says(c, g[0]) ? c.long_ ? W.said_phrase : W.said_word : 0), 0));
    const all = sum() + none;
    for (const g of guesses) g[1] /= all;
    if (!sure.some(c => c.k === 's') && none / all >= (sure[0] ? W.nobody : W.nobody_free)) {
      // A fiche that says all of the words is meant all the same.
      content.nobody_ = 1;
      return needs[0] ? undefined : [];
    }
    guesses.sort((a, b) => b[1] - a[1]);
    const [theme, p] = guesses[0], beside = sure[0], said = sure.some(c => says(c, theme));
    if (!onlyNeeds(sure, content)) for (const c of sure) if (c.k === 'w') {
      const share = guesses.reduce((all, [i, p]) => all + (says(c, i) ? p : 0), 0);
      c.unsure_ = p >= W.replaces && share < W.contradicted;
      c.weight_ = (said || c.long_ ? 1 : W.word_least) + W.learned_share * share;
    }
    if (!themes[theme] || said || p < (beside ? W.beside : least)) return [];
    const own = sense(themes[theme], SAYS.u[theme]);
    return [beside ? { ...own, weight_: W.learned_share * p } : own];
  };

  // ---- Words as they stand: « sans papiers ni toit » says « sans toit » ----
  const tokensOf = text => {
    let sans;
    return tokens(text).map(t => (sans ||= t.f === 'sans' && t, sans && t.f === 'ni' ? sans : t));
  };
  // Whether the words in front deny what follows: « sans », « pas de », "without", "not".
  const denied = (q, at) => {
    let b = at;
    while (b && some.has(q[b - 1].f)) --b;
    const w = q[b - 1]?.f;
    if (!b) return false;
    if (deny.has(w) || w === 'not' || w.startsWith('aucun')) return true;
    if (b === at || q[b].f[0] !== 'd' || !denyDe.has(w)) return false;
    // « plus de » of something is also more of it: only behind a verb with its « ne ».
    return w !== 'plus' || q.slice(Math.max(0, b - 4), b).some(t => /^ne?$/.test(t.f));
  };
  // The longest need that begins within words that tell for whom alone is kept beside; how many words all take.
  const within = (at, found, longest, q, means) => {
    let best = { n: 0 }, where = at;
    if (found.n > 1 && found.m.every(x => x.m.k === 'p')) for (let i = at; i < at + found.n; ++i) {
      const inner = longest(q, i);
      if (inner && !inner.root_ && inner.n > best.n && inner.m.some(x => x.m.k === 't') && (i > at || inner.n < found.n)) { best = inner; where = i; }
    }
    if (best.n) means(where, best);
    return Math.max(found.n, where + best.n - at);
  };

  // ---- Places near by ----
  // Whether words in front say that the surroundings of a place count.
  const isNear = (q, at) => {
    for (let back = 1; back < 4 && back <= at; ++back) {
      if (nearby.has(q[at - back].f)) return true;
      if (!q[at - back].z) return false;
    }
  };
  // Whether a fiche sits that near to an area, or is there at times.
  const close = (a, i) => {
    const g = typeof REPONSES === 'undefined' ? [] : REPONSES.g, [x, y] = list(g[a]);
    return x !== undefined && [...list(F[i].seat_), ...list(SAYS.n[i])].some(b => { const [u, v] = list(g[b]); return Math.hypot(u - x, v - y) <= SAYS.k; });
  };

  // ---- Ages ----
  const oldest = 120, NO = [0, W.text];
  // A number that can be an age, also with its "a" or "ans" grown on.
  const number = w => {
    const [, n, more] = /^(\d{1,3})(.*)$/.exec(w || '') || [];
    return n <= oldest && (!more || years.has(more)) ? [+n, more] : 0;
  };
  const age = (q, at) => {
    const f = i => q[i]?.f, none = { n: 0 };
    let i = at;
    const since = i && f(i - 1) === 'a' ? i - 1 : i;
    if (howLong.has(f(since - 1)) && (since === at || f(since - 1) === 'y') && f(at + 2) !== 'old') return none;
    const over = f(i) === 'over' || f(i) === 'plus' && f(i + 1) === 'de', under = f(i) === 'under' || f(i) === 'moins' && f(i + 1) === 'de';
    if (over || under) i += f(i + 1) === 'de' ? 2 : 1;
    const one = number(f(i));
    if (!one) return none;
    if (one[1] || years.has(f(i + 1))) {
      const n = i + (one[1] ? 1 : 2) - at;
      return { n: n + (f(at + n) === 'old'), from: under ? 0 : one[0], until: over ? oldest : one[0] };
    }
    // "16-25 ans": the hyphen is a blank.
    const other = number(f(i + 1));
    return over || under || !other || !other[1] && !years.has(f(i + 2)) ? none : { n: other[1] ? 2 : 3, from: one[0], until: other[0] };
  };
  const byAge = ({ from, until }) => ({ k: 'g', t: slot => { const a = F[of[slot]].age_ && F[of[slot]].age_.split('-'); return slot > first[of[slot]] ? NO : a ? [+(until >= a[0] && from <= a[1]), W.fiche] : [W.not_said, W.fiche]; } });
  const publics = (...ids) => M.filter(m => m.k === 'p' && ids.includes(m.family_)).map(m => ({ m, b: 0 }));
  // Of an age who is there for it, and the publics that have it.
  const byYears = a => {
    const m = publics(...D.y.filter(([, from, to]) => a.from >= from && a.until <= to).map(y => y[0]));
    return [byAge(a), ...m[0] ? [byWords(m, [])] : []];
  };

  // ---- Words that are set aside, and the day ----
  const ignores = (q, at) => {
    const w = q[at], f = w.f;
    return w.z || q[1] && /^\d\d?$/.test(f) || deny.has(f) || when.has(f) || nearby.has(f) || succeeding.has(f) || weekday(f) >= 0;
  };
  // « lundi », "Mondays": what the browser calls the days of a week, from a Monday on.
  let days;
  const weekday = f => {
    days ||= ['fr', 'en'].flatMap(lang => [...Array(7)].map((_, d) => new Date(2024, 0, 1 + d).toLocaleDateString(lang, { weekday: 'long' }).toLowerCase()));
    const d = days.indexOf(f.replace(/s$/, ''));
    return d < 0 ? d : d % 7;
  };
  // The day that is asked, the first one that is named, and the minutes of a half-day.
  const noon = 720, evening = 1080, end = 1440, halves = [[0, noon], [noon, end], [evening, end]];
  const dayAt = (q, at, asked) => {
    const f = q[at].f, on = weekday(f), named = on >= 0 ? { on_: on } : tomorrow.has(f) ? { ahead_: 1 } : 0;
    const part = halves.findIndex((_, i) => more[i].has(f) || i === 1 && f === 'midi' && q[at - 1]?.f === 'apres');
    if (named && (!asked || asked.on_ === undefined && !asked.ahead_)) asked = { ...named, part_: asked?.part_ };
    return part < 0 ? asked : { ...asked, part_: halves[part] };
  };
  // Whether somebody is there then: of a service by its own hours.
  const open = (asked, f, s) => {
    const R = typeof REPONSES === 'undefined' ? 0 : REPONSES;
    if (!R) return W.unknown_hours;
    const own = s ? R.s[f][s].split('|')[3] : '', week = R.w[own === '-' ? '' : own || R.s[f][0].split('|')[1]];
    if (!week) return W.unknown_hours;
    const written = spans(week)(asked.on_ === undefined ? asked.ahead_ || 0 : (asked.on_ - (today + 3) % 7 + 7) % 7), [from, until] = asked.part_ || [0, end];
    const there = written.match(/\d+-\d+/g) || [];
    return there[0] ? +there.some(t => { const [a, b] = t.split('-'); return a < until && b > from; }) : written ? W.unknown_hours : 0;
  };
  // A postcode of several communes; where it is all that is asked, who serves one of them has something there.
  const byPostcode = (communes, alone) => {
    const all = communes.map(a => new Set(around(a)[0])), worth = (u, a) => D.z[u][0] === a ? 1 : D.z[u][1] / 100;
    return { k: 'a', a: communes[0], t: slot => {
      const i = of[slot], own = F[i].services_[slot - first[i] - 1]?.[0];
      let v = 0, some = 0;
      for (const u of own ? list(own) : F[i].areas_) {
        if (all.every(inside => inside.has(u))) v = Math.max(v, D.z[u][1] / 100);
        communes.forEach((a, c) => { if (alone && all[c].has(u)) v = Math.max(v, worth(u, a)); });
        some ||= all.some(inside => inside.has(u));
      }
      return v ? [v, 1] : some ? [W.part_of_area, 0] : NO;
    } };
  };

  // Whether a fiche is left out.
  const lies = (u, a) => D.z[u][0] === a || D.z[u][0] >= 0 && around(D.z[u][0])[0].some(v => D.z[v][0] === a);
  const leftOut = (c, i) => {
    if (c.k === 'a') return F[i].seat_ ? +F[i].seat_ === c.a || around(F[i].seat_)[0].some(v => D.z[v][0] === c.a) : F[i].areas_[0] + 1 && F[i].areas_.every(u => lies(u, c.a));
    const slots = [0, ...F[i].services_].map((_, s) => first[i] + s);
    if (c.not_ !== 'p') return slots.some(s => c.means_(s)[0]);
    // Who is there for everyone is not only for those who are not meant.
    const of = s => Math.max(0, ...c.m.map(x => x.m.k === 'p' && x.m.t.get(s)?.[0] || 0)), whole = of(slots[0]);
    return whole ? whole === 1 : slots.some(s => of(s) === 1);
  };
  const out = all => { const left = all.filter(c => c.not_ && !(c.doubtful_ && c.not_ === 't')); return i => left.some(c => leftOut(c, i)); };

  // 0 for who is there for some age or state alone, else 1; -1 where the question says for whom.
  const openTo = all => {
    const told = all.some(c => c.k === 'g' || kinds(c, 'p'));
    return i => told ? -1 : +!narrow(first[i]);
  };
  return { tokens_: tokensOf, denied_: denied, within_: within, near_: isNear, close_: close, age_: age, years_: byYears, ignores_: ignores, people_: people, day_: dayAt, there_: open, functions_: functions, postcode_: byPostcode, exclusion_: exclusion, learn_: learn, usual_: usual, out_: out, open_: openTo };
};
