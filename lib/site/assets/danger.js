// Danger in a question, by the rules of lib/query/danger over the same table (DANGER of danger-data.js, which make_danger
// writes: t its text, w its weights). It touches no page: tests run it.
'use strict';
const Danger = ({ t, w }) => {
const near = 2, far = 6, most = 5, buckets = 1 << 13;
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
// Of "menac*" both "menak" and "menas".
const starts = word => {
  const s = sound(fold(word.slice(0, -1)));
  return word.endsWith('c*') ? [s, s.slice(0, -1) + 's'] : [s];
};
const classes = [], concepts = [], whole = new Map(), begins = new Map(), phrases = [];
const concept = name => concepts.indexOf(name);
// What a word may be: its key, a beginning of its sound, its concept. Phrases share their words and many of their parts.
const ways = new Map(), parts = new Map(), once = (map, text, make) => map.get(text) || map.set(text, make()).get(text);
const waysOf = word => once(ways, word, () => /^[A-Z]/.test(word) ? [{ about_: concept(word) }] : word.endsWith('*') ? starts(word).map(start => ({ start_: start })) : [{ key_: key(sound(fold(word))) }]);
// A run of words.
const runs = text => text.split('_').map(waysOf).reduce((all, ways) => ways.flatMap(way => all.map(run => [...run, way])), [[]]);
const element = (text, gap) => ({ any_: once(parts, text, () => text.split('|').filter(Boolean).flatMap(runs)), gap_: gap });
const phrase = (about, text) => {
  const p = { about_: about, all_: [], unless_: [] };
  let gap = 0;
  for (const piece of text.split(' ').filter(Boolean)) {
    if (piece === '..') { gap = far; continue; }
    if (piece[0] === '!') p.unless_.push(element(piece.slice(1), 0));
    else p.all_.push(element(piece, gap));
    gap = near;
  }
  return p;
};
for (const line of t.split('\n').filter(Boolean)) {
  const [kind, name, text, least] = line.split('\t');
  if (kind === 'class') classes.push({ name_: name, numbers_: text.split(' '), least_: +least });
  if (kind === 'word') {
    if (concept(name) < 0) concepts.push(name);
    const at = concept(name), add = (map, word) => map.has(word) || map.set(word, at);
    for (const word of text.split(' ').filter(Boolean)) {
      if (word.endsWith('*')) for (const s of starts(word)) add(begins, s);
      else add(whole, key(sound(fold(word))));
    }
  }
  if (kind === 'phrase') for (const c of name.split(',')) phrases.push(phrase(classes.findIndex(x => x.name_ === c), text));
}
const conceptOf = (s, k) => {
  if (whole.has(k)) return whole.get(k);
  for (let n = s.length; n > 1; --n) if (begins.has(s.slice(0, n))) return begins.get(s.slice(0, n));
  return -1;
};
const word = folded => { const s = sound(folded), k = key(s); return { sound_: s, key_: k, about_: conceptOf(s, k) }; };
const words = question => (fold(question).match(/[a-z0-9]+/g) || []).flatMap(w => /^j[bcdfghjklmnpqrstvwxz]./.test(w) ? [word('j'), word(w.slice(1))] : [word(w)]);
const is = (w, a) => a.key_ !== undefined ? w.key_ === a.key_ : a.start_ !== undefined ? w.sound_.startsWith(a.start_) : w.about_ === a.about_;
const stands = (ws, at, run) => at + run.length <= ws.length && run.every((a, i) => is(ws[at + i], a));
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
const bar = { sound_: '|', key_: '|', about_: -1 };
const withoutHarmless = ws => {
  for (const p of phrases) if (p.about_ < 0) for (const at of says(ws, p) || []) ws[at] = bar;
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
const raw = atob(w), bytes = new Uint8Array(raw.length), n = classes.length;
for (let i = 0; i < raw.length; ++i) bytes[i] = raw.charCodeAt(i);
const weight = at => bytes[at] << 24 >> 24;
// The numbers of each danger that is heard, their own first, then those that help besides.
const numbers = question => {
  const ws = withoutHarmless(words(question)), found = [];
  if (ws.every(w => w === bar)) return found;
  const all = features(ws);
  const heard = classes.filter((c, i) => {
    if (phrases.some(p => p.about_ === i && says(ws, p))) return true;
    const start = (buckets * n) + i * 4;
    let sum = bytes[start] | bytes[start + 1] << 8 | bytes[start + 2] << 16 | bytes[start + 3] << 24;
    for (const f of all) sum += weight(f * n + i);
    return sum >= c.least_;
  });
  for (let place = 0; place < 2; ++place) for (const c of heard) if (c.numbers_[place]) found.push([c.numbers_[place], c.name_]);
  return found.filter(([number], i) => found.findIndex(f => f[0] === number) === i);
};
return { numbers_: numbers };
};
