// Danger in a question, by the rules of lib/query/danger over the same table (DANGER of danger_data.cpp: t the table with
// its words worked out, as danger_text.cpp writes it, w its weights). It touches no page: tests run it.
'use strict';
const Danger = ({ t, w }) => {
const most = 5, buckets = 1 << 13;
const sounds = [['ph', 'f'], ['qu', 'k'], ['ck', 'k'], ['ch', 'q'], ['sh', 'q'], ['ce', 'se'], ['ci', 'si'], ['cy', 'sy'], ['c', 'k'], ['z', 's'], ['y', 'i'], ['eau', 'o'], ['au', 'o'], ['ai', 'e'], ['ei', 'e'], ['eu', 'e']];
const fold = s => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
const sound = word => {
  if (/\d/.test(word)) return word;
  let s = word;
  for (const [letters, instead] of sounds) if (s.includes(letters)) s = s.split(letters).join(instead);
  return s.replace(/(?!^)h/g, '').replace(/(.)\1+/g, '$1') || word;
};
const key = s => {
  if (/\d/.test(s)) return s;
  while (s.length > 4) {
    if (s.length > 5 && s.endsWith('er')) s = s.slice(0, -2);
    else if (/[sxtde]$/.test(s)) s = s.slice(0, -1);
    else break;
  }
  return s;
};
// A phrase is a line: elements, each of several runs of words. Some 800 of them, of which a question may say a few: it is
// kept by what it may begin with, and made out when a word of a question is that.
const classes = [], whole = new Map(), begins = new Map(), lines = [], beginning = new Map(), phrases = [];
const entries = (map, text) => { for (const e of text.split(',')) { const [at, letters] = e.split(':'); map.has(letters) || map.set(letters, +at); } };
for (const line of t.split('\n')) {
  const [kind, name, more, numbers] = line.split('\t');
  if (kind === 'class') classes.push({ name_: name, numbers_: numbers.split(' ').filter(Boolean), least_: +more });
  if (kind === 'whole') entries(whole, name);
  if (kind === 'starts') entries(begins, name);
  if (kind === 'p') {
    for (const run of more.slice(more.indexOf(':') + 1).split(';', 1)[0].split('|')) {
      const first = run.split('_', 1)[0];
      beginning.has(first) || beginning.set(first, []);
      beginning.get(first).push(lines.length);
    }
    lines.push([name - 1, more]);
  }
}
const element = text => { const [gap, any] = text.split(':'); return { gap_: +gap, any_: any.split('|').map(run => run.split('_')) }; };
const phrase = i => {
  if (phrases[i]) return phrases[i];
  const [about, text] = lines[i], all = text.split(';').filter(Boolean);
  return phrases[i] = { about_: about, all_: all.filter(e => e[0] !== '!').map(element), unless_: all.filter(e => e[0] === '!').map(e => element(e.slice(1))) };
};
// Those that may begin with one of the words, in the order of the table.
const near = ws => [...new Set(ws.flatMap(w => [...w.is_].flatMap(sign => beginning.get(sign) || [])))].sort((a, b) => a - b).map(phrase);
const conceptOf = (s, k) => {
  if (whole.has(k)) return whole.get(k);
  for (let n = s.length; n > 1; --n) if (begins.has(s.slice(0, n))) return begins.get(s.slice(0, n));
  return -1;
};
// What the table may write for it: its key, its concept, each beginning of its sound.
const word = folded => {
  const s = sound(folded), k = key(s), about = conceptOf(s, k);
  return { sound_: s, key_: k, about_: about, is_: new Set(['=' + k, '@' + about, ...[...s].map((_, i) => '^' + s.slice(0, i + 1))]) };
};
const words = question => (fold(question).match(/[a-z0-9]+/g) || []).flatMap(w => /^j[bcdfghjklmnpqrstvwxz]./.test(w) ? [word('j'), word(w.slice(1))] : [word(w)]);
const stands = (ws, at, run) => at + run.length <= ws.length && run.every((a, i) => ws[at + i].is_.has(a));
const said = (ws, e) => ws.some((_, at) => e.any_.some(run => stands(ws, at, run)));
const goesOn = (ws, p, at, from, gap) => {
  if (at === p.all_.length) return [];
  for (let i = from; i < ws.length && i <= from + gap; ++i) {
    if (ws[i].key_ === '|') return;
    for (const run of p.all_[at].any_) if (stands(ws, i, run)) {
      const rest = goesOn(ws, p, at + 1, i + run.length, p.all_[at + 1]?.gap_ || 0);
      if (rest) return [...run.map((_, k) => i + k), ...rest];
    }
  }
};
const says = (ws, p) => {
  for (let from = 0; from < ws.length; ++from) {
    const taken = goesOn(ws, p, 0, from, 0);
    if (taken) return p.unless_.some(e => said(ws, e)) ? undefined : taken;
  }
};
const bar = { sound_: '|', key_: '|', about_: -1, is_: new Set() };
const withoutHarmless = ws => {
  for (const p of near(ws)) if (p.about_ < 0) for (const at of says(ws, p) || []) ws[at] = bar;
  return ws.filter((w, i) => w !== bar || ws[i - 1] !== bar);
};
const bucket = feature => {
  let hash = 2166136261;
  for (let i = 0; i < feature.length; ++i) hash = Math.imul(hash ^ feature.charCodeAt(i), 16777619);
  hash >>>= 0;
  return (hash ^ (hash >>> 15)) & (buckets - 1);
};
const features = ws => {
  const all = new Set(), add = (...parts) => all.add(bucket(parts.join(' ').replace(' ', '') + ' '));
  const about = ws.map(w => w.about_).filter(a => a >= 0), letters = ' ' + ws.map(w => w.sound_ + ' ').join('');
  ws.forEach((w, i) => { add('w', w.key_); if (i) add('b', ws[i - 1].key_, w.key_); });
  about.forEach((a, i) => {
    add('c', a);
    for (let j = i + 1; j < about.length && j <= i + 3; ++j) add('p', a, about[j]);
    if (i > 1) add('t', about[i - 2], about[i - 1], a);
  });
  for (let n = 3; n <= most; ++n) for (let at = 0; at + n <= letters.length; ++at) all.add(bucket('l' + letters.slice(at, at + n) + ' '));
  return all;
};
const n = classes.length;
let raw;
const byte = at => (raw ||= atob(w)).charCodeAt(at), weight = at => byte(at) << 24 >> 24;
// The numbers of each danger that is heard, their own first, then those that help besides.
const numbers = question => {
  const ws = withoutHarmless(words(question)), found = [];
  if (ws.every(w => w === bar)) return found;
  const all = features(ws), some = near(ws);
  const heard = classes.filter((c, i) => {
    if (some.some(p => p.about_ === i && says(ws, p))) return true;
    const start = (buckets * n) + i * 4;
    let sum = byte(start) | byte(start + 1) << 8 | byte(start + 2) << 16 | byte(start + 3) << 24;
    for (const f of all) sum += weight(f * n + i);
    return sum >= c.least_;
  });
  for (let place = 0; place < 2; ++place) for (const c of heard) if (c.numbers_[place]) found.push([c.numbers_[place], c.name_]);
  return found.filter(([number], i) => found.findIndex(f => f[0] === number) === i);
};
return { numbers_: numbers };
};
