// The algorithm of `cafe find` (lib/query) over the index that `cafe publish` makes (lib/site/search_data.cpp says what
// is where in it, search_codes.hpp how it is written). It touches no page: tests run it. Making it ready takes many small
// steps, and each `yield` lets whoever runs them stop for a while, so that a page goes on answering meanwhile; the first
// that gives something gives what can be asked.
'use strict';
var Recherche = function* (D) {
const [, , deny, denyDe, vague, places, before, acronyms, anybody, some, the, slips, stepping] = READER.l.map(l => new Set(l.split(' ')));
// W is what everything weighs, lib/query/data/weights.tsv: the build puts the numbers in.
const words_ = Words(), { fold, light, root, tokens, join, full, core, anyone, little, key } = words_;
const push = (map, key, value) => memo(map, key, () => []).push(value);
const sum = l => l.reduce((a, b) => a + b, 0), { log, max, min } = Math;

// Positions in rising order, each with a letter.
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-.:=?@[]^_{}~', decoded = new Map();
const listed = s => memo(decoded, s, () => {
  const all = [];
  for (let k = 0, from = 0, i = -1; k < s.length; ++k) {
    const c = s.charCodeAt(k);
    if (c > 47 && c < 58 || c > 96 && c < 123) continue;
    i += from < k ? parseInt(s.slice(from, k), 36) : 1;
    from = k + 1;
    all.push([i, letters.indexOf(s[k])]);
  }
  return all;
});

// A slot is a fiche as a whole (`first`), or one of its services behind it; `of` says whose.
const F = D.f, first = [], of = [];
let situated = 0;  // how many situations services tell
F.forEach((f, i) => {
  first.push(of.length);
  for (let n = f.served_.split('^').length; n; --n) of.push(i);
  situated += f.served_.split(';').length - 1;
});

const phrases = new Map(), usual = new Map(), situations = new Map();
// The words that are worth something beside another one, and where they are. No stem touches the first two letters: by
// these what is needed is found, so that the rest need not be made ready.
const two = word => word.slice(0, 2), words = Lines(D.i), begun = new Map();
const begin = word => memo(begun, two(word), () => words.of_(two(word)).map(line => line.split('|')));
const among = (word, worth) => begin(word).map(([w, p]) => [worth(w), p]).filter(l => l[0]);
yield;
// The slots that say a word at least so often, and all that may have its root: no stem touches more than a root's last letter.
const nearly = stem => stem.slice(0, max(2, stem.length - 1)), may = (stem, own, least) => {
  const slots = new Set();
  for (const [, p] of among(stem, w => w === own || w.startsWith(nearly(stem)))) for (const [s, n] of listed(p)) if (n >= least) slots.add(s);
  return [...slots].sort((a, b) => a - b);
};
// The fiches that may be called by a word: a name weighs three, a letter for each half.
const bearers = w => may(w.r, w.l, 5).filter(s => s === first[of[s]]).map(s => of[s]);
// How surely a fiche answers what words mean (needs.js).
const { called_: called, bearing_: bearing, narrow_: narrow, acronym_: acronym, byWords_: byWords } = Needs({ D, F, senses_: () => M, first, of, words_, among, listed, bearers_: bearers });
// b: how broad
const learn = (m, b, ts) => {
  if (b > 2) return push(usual, join(ts, 'l'), m);
  const meaning = { m, b, ts_: ts, y_: acronym(ts) };
  const says = full(ts);
  for (const k of meaning.y_ ? 'f' : 'flr') push(phrases, k + join(ts, k), meaning);
  if (says[1] && says[ts.length - 1] === undefined) push(phrases, 'b' + join(says, 'l'), meaning);
};
// What words may mean: k its kind (t theme, p public, k kind of organisation), t which slots answer for it,
// others_ which services say another of its words.
const forAll = listed(D.b), M = D.m.map(([k, family, table, others]) => ({ k, family_: family, anybody_: k === 'p' && anybody.has(family), get others_() { return this.s ||= new Set(others && listed(others).map(s => s[0])); }, get t() { return this.o ||= new Map([...k === 'p' ? forAll : [], ...listed(table)].map(([s, c]) => [s, D.c[c]])); }, get own_() { return listed(table).map(([s, c]) => [s, D.c[c]]); } }));
const { ready, known, all_: allKnown, rest_: rest } = Phrases({ D, F, M, first, words_, learn, bearers, push, two, nearly, letters });
yield;
// Areas by their names; of a postcode all communes that have it.
const A = new Map(), postcodes = new Map();
for (const [i, [names]] of D.a.entries()) {
  for (const n of names.split(';')) { A.set(key(n), i); if (/^\d{5}$/.test(n)) push(postcodes, n, i); }
  if (i % 32 > 30) yield;
}
// What people say who ask for a service.
class Said {
  constructor(said) { this.said = said; this.ts_ = full(tokens(said)).filter(t => !deny.has(t.f)); }
  get r() { return this.o ||= [...new Set(this.ts_.map(anyone))]; }
  // Its stems are worked out where a word begins alike.
  has_(x) { return this.ts_.some(t => two(t.f) === two(x)) && this.r.includes(x); }
}
// Of a service its situations, and all that have a word: they weigh two, a letter for each half.
const texts = new Map(), told = new Map(), situationsOf = slot => memo(told, slot, () => (F[of[slot]].services_[slot - first[of[slot]] - 1] || []).slice(1).map(said => ({ text_: memo(texts, said, () => new Said(said)), slot })));
const taught = SAYS.f.map(line => { const [f, phrase] = line.split('|'); return { text_: new Said(phrase), slot: first[f] }; });
const saying = x => memo(situations, x, () => { const has = new Map(); return [...may(x, '', 3).flatMap(situationsOf), ...taught].filter(s => memo(has, s.text_, () => [s.text_.has_(x)])[0]); });
const ways = ts => [...'flr'].map(k => [k, join(ts, k)]);
const longest = (q, at) => {
  const alone = !q[1];
  for (let n = min(9, q.length - at); n; --n) {
    // « crèche, mais pas à Fumel » is no « crèche de Fumel ».
    const all = q.slice(at, at + n), says = full(all), steps = !all.some(t => stepping.has(t.f)), ts = steps ? core(all) : all, f = ts[0].f, bare = steps && says[1] && !all[0].z && !all[n - 1].z;
    ready(ts[0]); ready(ts.find(t => !little.has(t.f)));
    // By its root only whole: « scan a document » is no « scanner un document ».
    // As they stand, then without little words inside, then without those at their ends.
    if (n > 1 || alone || !ts[0].z) for (const [k, key] of [...ts[n - 1] ? '' : ways(all), ...ways(ts).slice(0, ts[n - 1] ? 3 : 2), ...bare ? [['b', join(says, 'l')]] : []]) {
      let heard = (phrases.get(k + key) || []).filter(x => !x.y_ || alone || ts[0].a || !acronyms.has(f));
      // « conseillère numérique » is what one house is called, and what every conseiller numérique does.
      if (k === 'f' && heard[0] && heard.every(x => x.m.k === 'f')) heard = [...heard, ...phrases.get('l' + join(ts, 'l')) || []];
      const place = x => x.m.k === 'f' ? x.m.f : -1;
      const m = heard.filter((x, i) => heard.findIndex(y => y.m === x.m) === i && !heard.some(y => y.m === M[x.m.family_])).sort((a, b) => place(a) - place(b));
      const who = m.some(x => x.m.anybody_);
      if (m[0]) return { n, m, who_: who, u: usual.get(join(full(ts), 'l') || join(ts, 'l')) || [], root_: k === 'r', unsure_: k === 'r' || who || n < 2 && vague.has(f) };
    }
  }
};
// A clue: k its kind (w words with meanings, a area, x another word, g age, s situation), t what a slot answers to it:
// how surely, and how near to doing it.
const NO = [0, W.text];
const better = (a, b) => b[0] * b[1] > a[0] * a[1] ? b : a;
const arounds = new Map(), around = a => memo(arounds, a, () => D.g[D.a[a][2]].split(';').map(list));
const byArea = (a, said, near) => {
  const [inside, part] = around(a).map(l => new Set(l)), word = tokens(said).find(t => !t.z), called_ = word && new Set(bearers(word));
  return { k: 'a', a, t: slot => {
    const i = of[slot], own = F[i].services_[slot - first[i] - 1]?.[0];
    let v = 0, some = 0;
    for (const u of own ? list(own) : F[i].areas_) { if (inside.has(u)) v = max(v, D.z[u][0] === a ? 1 : D.z[u][1] / 100); else some ||= part.has(u); }
    return v ? [v, 1] : near ? X.close_(a, i) ? [W.near, 0] : NO : some && a < D.n ? [W.part_of_area, 0] : slot === first[i] && (!called_ || called_.has(i)) && called(i).includes(` ${said} `) ? [W.place_in_name, 0] : NO;
  } };
};
const likes = w => among(w.l, l => l === w.l ? 1 : w.a ? 0 : root(l) === w.r ? W.family : w.f[2] && l.startsWith(w.f) ? W.beginning : 0);
// Whether some fiche says the word.
const says = word => begin(word).some(l => l[0] === light(word));
const byWord = (w, denied) => {
  const n = new Map();
  for (const [v, p] of likes(w)) for (const [s, x] of listed(p)) n.set(of[s], (n.get(of[s]) || 0) + v * (x + 1) / 2);
  return { k: 'x', w, denied_: denied, n, t: slot => slot === first[of[slot]] ? [min(1, n.get(of[slot]) || 0), W.text] : NO };
};
// What a house is called is weighed with the needs.
const said = w => { const { n } = byWord(w), left = new Map(); return { get: i => memo(left, i, () => [n.has(i) ? max(0, n.get(i) - 3 * called(i).split(' ').filter(n => light(n) === w.l).length) : 0])[0] }; };

const need = c => c.k === 's' || c.strict_ && !c.denied_ && !c.not_, surely = c => (need(c) || c.learned_) && !c.unsure_;
// Behind these a capital is a place.
const leads = /^(a|at|in|near|pres|sur|vers|autour|around)$/;
const right = Dictionary(), { goesOn, nearly: nearlyPlace, elsewhere, only } = Places({ D, areas_: A, light_: light, key_: key });
// What is not wanted, what was learnt (reader.js).
const X = Reader({ D, F, M, first, of, deny, denyDe, some, tokens, narrow_: narrow, around, fold, houses_: ts => F.flatMap((_, i) => bearing(i, ts) ? i : []), words_: byWords, sense_: (m, label) => ({ ...byWords([{ m, b: 0 }], longest(tokens(label), 0)?.u || []), learned_: 1 }) });
let lost;  // a place that nobody here knows
let content;  // words that say something, neither places nor what is not wanted
let day;  // that was asked
const understand = (text, least = W.sure) => {
  lost = 0;
  day = undefined;
  const q = X.tokens_(text), x = X.exclusion_(q), clues = [], heard = new Map(), t = new Map();
  const back = (b, set) => { while (b && set.has(q[b - 1].f)) --b; return b; };
  // Some of its words as they were typed: « l'électricité ».
  let from = 0;
  const begins = q.map(t => { const at = text.indexOf(t.o, from); from = max(from, at + t.o.length); return at; });
  const typed = (at, n) => min(...begins.slice(at, at + n)) < 0 ? join(q.slice(at, at + n), 'o') : text.slice(begins[at], begins[at + n - 1] + q[at + n - 1].o.length);
  // Each clue with the words that gave it.
  const heardIn = (at, n) => clues.forEach(c => c.asked_ ??= typed(at, n));
  const means = (at, found) => { const ts_ = q.slice(at, at + found.n); clues.push({ ...found, ts_, ...byWords(found.m, found.u, ts_), denied_: X.denied_(q, at), long_: full(ts_)[1] }); heardIn(at, found.n); };
  for (let at = 0, n; at < q.length; heardIn(at, n), at += n) {
    if (q[at].f === 'home' && at && q[at - 1].f === 'at') { n = 1; continue; }
    if (n = x.begins_(at, () => longest(q, at)?.n)) continue;
    const w = q[at], from = clues.length, found = longest(q, at), place = () => join(q.slice(at, at + n), 'f'), age = X.age_(q, at), rival = max(age.n, found ? found.n : 0), somebody = X.people_.at_(q, at);
    if (somebody && somebody.n >= rival) {
      const at_ = new Set(somebody.people_.map(p => p.f));
      n = somebody.n;
      clues.push({ ...somebody, k: 'w', m: [], u: [], strict_: true, named_: true, may_: () => at_, t: slot => slot === first[of[slot]] && at_.has(of[slot]) ? [1, W.service] : NO });
      x.leave_(clues, from, at, n);
      continue;
    }
    n = min(7, q.length - at);
    while (n && !A.has(place())) --n;
    if (n === 1 && (w.z ? !w.c || !before.has(q[back(at, the) - 1]?.f) : places.has(w.f) && (found || !w.c))) n = 0;
    // Nicole Lafargue is nobody's commune of Nicole.
    if (n === 1 && w.c && q[at + 1]?.c && !q[at + 1].z && !A.has(q[at + 1].f) && says(q[at + 1].f)) n = 0;
    const led = leads.test(q[back(at, the) - 1]?.f);
    // One word with a capital behind words without; two in a row are a person.
    const lone = at && w.c && !w.a && !w.z && !q[at - 1].c && !q[at + 1]?.c;
    if (!n && w.c && !found) for (n = min(3, q.length - at); n && !(n > 1 || led || lone ? goesOn(place()) : 0); --n);
    const here = n && (A.has(place()) ? place() : goesOn(place()));
    const far = !n && !found && w.c && !w.a && elsewhere(q, at, led || lone), one = n && only(here, A.get(here));
    if (far || n && n >= rival && one === undefined) { n ||= far; lost = typed(at, n); }
    else if (n && n >= rival) clues.push({ ...postcodes.get(here)?.[1] ? X.postcode_(postcodes.get(here), !q[1]) : byArea(one, here, X.near_(q, at)), n });
    else {
      if (age.n) { clues.push(...X.years_(age)); heardIn(at, age.n); }
      if (!rival && (n = x.house_(at, () => known(w.f) || right(w.f)))) clues.push({ k: 'w', n, m: [], t: () => NO });
      else if (found && found.n >= age.n) {
        means(at, found);
        n = X.within_(at, found, longest, q, means);
      } else if (age.n) n = age.n;
      else if (day = X.day_(q, at, day), X.ignores_(q, at)) n = 1;
      else if (at && led && w.c && !w.a && !known(w.f) && !X.people_.has_(w.f) && (!likes(w).some(l => l[0] > W.family) || nearlyPlace(w))) { n = 1; lost = w.o; }
      else { n = 1; clues.push({ ...byWord(w, X.denied_(q, at)), function_: X.functions_.has(w.f) }); }
    }
    x.leave_(clues, from, at, n);
  }
  x.settle_(clues);
  content = q.filter((_, i) => !x.taken_[i]);
  const rare = r => log(1 + (situated + taught.length) / saying(r).length), themes = clues.some(c => c.about_);
  for (const r of new Set(full(q).map(anyone))) for (const s of saying(r)) push(heard, s, r);
  let sure;
  for (const [{ slot, text_: { r, said } }, h] of heard) {
    const v = r[1] ? h[1] ? sum(h.map(rare)) / sum(r.map(rare)) : 0 : r[0][2] && !themes ? W.lone_word : 0;
    if (v >= (r[1] ? W.situation_least : W.lone_word) && v > (t.get(slot) || NO)[0]) { t.set(slot, [v, 1, said]); sure ||= h[1]; }
  }
  if (t.size) clues.push({ k: 's', t: slot => t.get(slot) || NO, may_: () => new Set([...t.keys()].map(s => of[s])), unsure_: !sure });
  // Of two places, one inside the other, the narrow one is meant. Beside a surer need « enfants » tells for whom.
  const kept = X.learn_(clues.filter(c => c.k !== 'a' || c.not_ || !clues.some(o => o.k === 'a' && o.a !== c.a && around(o.a)[0].some(u => D.z[u][0] === c.a))), content, least), certain = kept.some(surely);
  return kept.map(c => certain && c.who_ && !c.denied_ && !c.not_ ? { ...byWords(c.m.filter(m => m.m.k !== 't'), c.u, c.ts_), asked_: c.asked_ } : c);
};

const match = (all, any) => {
  const asked = day;
  const clues = all.filter(c => !c.not_), out = X.out_(all), open = X.open_(all), usual = X.usual_(clues, content);
  // Places and needs filter, one of several is enough; the rest ranks, unless there is nothing else to go by.
  const sure = clues.some(surely), house = clues.some(c => c.named_ || c.house_), by = { a: [], n: [], s: [], p: [], k: [], d: [], h: [], x: [] };
  for (const c of clues) by[c.k === 'a' ? 'a' : c.k === 'g' ? 'p' : c.denied_ && c.k === 'w' ? 'd' : c.denied_ || c.unsure_ && sure || c.function_ && house ? 'h' : /[xs]/.test(c.k) ? c.k : need(c) ? 'n' : c.house_ ? 'k' : 'p'].push(c);
  const { a, n, s, x } = by, needs = [...n, ...s, ...by.k.filter(c => c.learned_)], ages = clues.filter(c => c.k === 'g'), rest = clues.filter(c => c.k !== 'g' && !a.includes(c) && !needs.includes(c));
  const lone = !n[0] && !x[0];
  const weights = { n: W.needs, s: n[0] ? W.situation : W.needs + W.level, p: W.people * by.p.length, a: W.area, k: lone ? W.needs : W.kind, d: lone ? W.needs : W.denied, h: lone ? W.needs : W.hints, x: n[0] ? W.words : W.needs };
  const mean = l => { const its = l.map(c => c.weight_ || 1), all = sum(its); return of => l.reduce((more, c, k) => more + of(c) * its[k], 0) / all; };
  const parts = Object.keys(by).filter(p => by[p][0]).map(p => [p, mean(by[p])]), byNeed = mean(n);
  const score = (v, said, i, words, there = W.unknown_hours) => {
    const sure = c => min(1, v.get(c)[0] / (c.k !== 'w' ? 1 : c.named_ || c.house_ ? W.by_name + 2 * W.further_reason : W.by_theme + W.saying_it));
    let total = 0, most = 0;
    for (const [p, mean] of parts) { total += weights[p] * (p === 'x' ? said : p === 'a' ? max(...a.map(sure)) : mean(sure)); most += weights[p]; }
    if (n[0]) {
      const o = open(i);
      total += W.level * byNeed(c => v.get(c)[0] && v.get(c)[1]) + (o < 0 ? 0 : W.unasked_people * o) + W.content * words;
      most += W.level + (o < 0 ? 0 : W.unasked_people) + (content[0] ? W.content : 0);
      if (usual) { total += W.house * usual(i); most += W.house; }
    }
    if (asked) { total += W.time * there; most += W.time; }
    return most ? total / most : 1;
  };
  let found = [];
  // Those that one of the needs may mean; without any need those that say the words.
  const candidates = () => {
    const of = needs[0] ? needs : x[0] ? any ? rest : [x[0]] : [], some = new Set();
    for (const c of of) { const its = c.may_ ? c.may_() : c.k === 'x' ? c.n.keys() : 0; if (!its) return F.keys(); for (const i of its) some.add(i); }
    return of[0] ? [...some].sort((a, b) => a - b) : F.keys();
  };
  for (const i of candidates()) {
    const slots = of.slice(first[i], first[i + 1]).map((_, s) => first[i] + s), none = l => l[0] && !l.some(c => slots.some(s => c.t(s)[0] > 0));
    // Most are elsewhere, or answer no need: nothing more of them is looked at.
    if (none(a) || none(needs) || out(i)) continue;
    const raw = new Map(clues.map(c => [c, slots.map(c.t)]));
    const answer = (c, s) => {
      const m = raw.get(c);
      if (/[as]/.test(c.k)) return m[s];
      let best = better(m[s], m[0]);
      if (!best[0]) m.forEach(([v, near], o) => { if (a.every(a => raw.get(a)[o][0])) best = better(best, [v, min(near, W.fiche)]); });
      return best;
    };
    let top;
    slots.forEach((_, at) => {
      const v = new Map(clues.map(c => [c, answer(c, at)])), ok = c => v.get(c)[0] > 0, some = l => !l[0] || l.some(ok);
      if (!some(a) || !some(needs) || !ages.every(ok) || !(needs[0] || (any ? some(rest) : x[0] ? x.every(ok) : a[0] || ages[0] || some(rest.filter(c => !c.function_ || !house))))) return;
      const part = a[0] && !a.some(a => v.get(a)[1]) ? 1 : 0, n = score(v, 0, i, 0);
      if (!top || part < top.part_ || part === top.part_ && n > top.n + 1e-9) top = { f: i, s_: at, v, n, part_: part };
    });
    top && found.push(top);
  }
  if (any && x[0]) {
    const r = x.map(c => log(1 + F.length / (found.filter(e => c.n.has(e.f)).length + .5)));
    found = found.filter(e => sum(x.map((c, i) => c.n.has(e.f) * r[i])) * 2 >= sum(r));
  }
  // Of each word who says it how often: BM25.
  const mid = sum(found.map(e => +F[e.f].words_)) / found.length, bm = all => {
    const r = all.map(n => { const s = found.filter(e => n.get(e.f) > 0).length; return log(1 + (found.length - s + .5) / (s + .5)); });
    return e => sum(all.map((n, i) => { const w = n.get(e.f) || 0; return r[i] * w / (w + W.k1 * (1 - W.b + W.b * F[e.f].words_ / mid)); })) / sum(r) || 0;
  };
  const free = bm(x.map(c => c.n)), spoken = bm(n[0] ? full(content).map(said) : []);
  for (const e of found) Object.assign(e, { mark_: !!F[e.f].mark_, rank_: +F[e.f].rank_, n: Math.round(1e4 * score(e.v, free(e), e.f, spoken(e), asked && X.there_(asked, e.f, e.s_))) });
  return found.sort((a, b) => a.mark_ - b.mark_ || a.part_ - b.part_ || b.n - a.n || a.rank_ - b.rank_);
};
const digits = s => s.replace(/\D/g, '').slice(-9);
const misread = Misread({ areas_: A, right_: right, known_: known, all_: allKnown, person_: X.people_.has_, says_: says, likes_: likes, light_: light, slips_: slips, names_: () => F.map((_, i) => called(i)).join('').split(' '), said_: () => words.all_().map(line => line.split('|')[0]) });
// Partners in order, with what each was found for; which themes the words mean, and what was read instead of what was
// typed.
const ask = text => {
  const number = digits(text);
  if (number[8] && !/\p{L}{4}/u.test(text)) {
    const own = X.people_.all_().filter(p => digits(p.phone_) === number);
    return { hits: F.flatMap((f, i) => f.phones_.some(p => digits(p) === number) || own.some(p => p.f === i) ? { f: i } : []), direct: own[0], understood_: [], elsewhere_: () => [] };
  }
  const typed = tokens(text);
  let clues = understand(text);
  const [read, missed] = misread(clues, typed);
  const meant = read[0] ? typed.map(t => (read.find(r => r[0] === t.f) || [, t.a ? t.f.toUpperCase() : t.c ? t.f[0].toUpperCase() + t.f.slice(1) : t.f])[1]).join(' ') : text;
  if (read[0]) clues = understand(meant);
  lost ||= missed;
  let hits = clues[0] && !lost ? match(clues) : [];
  // « maison France services Craponne »: its name has every word, the place's too.
  if (!hits[0] && !lost && clues.some(c => c.k === 'a')) {
    const words = full(tokens(text)).map(t => t.l);
    hits = F.flatMap((f, i) => {
      const name = tokens(f.name_ + ' ' + f.aliases_);
      return words.every(w => name.some(t => t.l === w)) ? { f: i, v: new Map() } : [];
    });
  }
  // Nobody answers: the likeliest theme is asked, where it is likely enough; then who says the words.
  const guess = least => {
    const guessed = clues[0] && !hits[0] && !lost ? understand(meant, least) : [];
    if (guessed.some(c => c.learned_) && (hits = match(guessed))[0]) clues = guessed;
  };
  guess(W.guess);
  if (clues[0] && !hits[0] && !lost && !content.nobody_) hits = match(clues, 1);
  guess(W.last_guess);
  guess(-1);
  const shown = hits => hits.map(e => ({ f: e.f, s_: e.s_, why: [...e.v.values()].find(v => v[2])?.[2] }));
  // What was heard, by kind: its senses, the fiches that it names.
  const understood = clues.map(c => ({ k: c.k, asked_: c.asked_, area_: c.a, not_: c.not_, denied_: c.denied_, people_: c.people_, senses_: (c.m || []).map(x => M.indexOf(x.m)).filter(i => i >= 0), fiches_: (c.m || []).flatMap(x => x.m.k === 'f' ? x.m.f : []) }));
  return { read, lost_: lost, understood_: understood, elsewhere_: () => shown(match(clues.filter(c => c.k !== 'a'))), themes_: clues.flatMap(c => c.about_ && !c.denied_ && !c.not_ && !c.named_ && !c.house_ ? c.m.map(x => M.indexOf(x.m)) : []), hits: shown(hits), direct: X.people_.direct_(clues, hits) };
};
// The meetings that have every word of it.
const meetings = text => {
  const q = full(tokens(text));
  return D.r.filter(r => { const said = tokens(r[0] + ' ' + r[1]).map(t => t.r); return q[0] && q.every(t => said.includes(t.r)); });
};
const api = { fold, light, root, ask, meetings };
// Ready: what is left makes the first misspelt word cheap.
yield api;
yield* rest();
return api;
};
