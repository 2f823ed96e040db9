// The algorithm of `cafe find` (lib/query) over the index that `cafe publish` makes. It touches no page: tests run it.
'use strict';
const Recherche = D => {
const [little, same, deny, denyDe, vague, places, before, acronyms] = D.w.map(l => new Set(l.split(' ')));
const anybody = /^(actifs|demandeurs-emploi|enfants|etudiants|familles|femmes|jeunes|seniors)$/, longAgo = /^(depuis|pendant|durant|since|y)$/;
const fold = s => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss');
const rigid = w => w.length < 4 || /\d/.test(w);
const once = w => w.replace(/(..)([^aeiouy])\2$/, '$1$2');
const soft = w => w.replace(/(..)y$/, '$1i');
const light = w => {
  if (rigid(w)) return w;
  const o = same.has(w) ? w : /[eo]ux$|eaux$/.test(w) ? w.slice(0, -1) : /.aux$/.test(w) && w[4] ? w.slice(0, -2) + 'l' : w.replace(/([^s])s$/, '$1');
  if (o === 'cafe') return o;
  const e = o.replace(/(...)ee?$/, '$1');
  return soft(e === o ? o : once(e));
};
const root = w => {
  const o = light(w);
  if (!rigid(o)) for (const [e, least] of D.e) if (o.endsWith(e)) {
    const s = o.slice(0, o.length - e.length + /^[st]i/.test(e));
    if (s.length >= least && (e !== 'er' || !/(i|oy)$/.test(s) && (s[3] || /[guy]$/.test(s)))) return soft(once(s));
  }
  return o;
};
// f folded, l light, r root, a acronym, c capital, z little
const seen = new Map();
const tokens = text => {
  const all = text.match(/(?:[\p{L}\p{N}]\.){2,}(?:[\p{L}\p{N}](?![\p{L}\p{N}]))?|[\p{L}\p{N}\p{M}]+/gu) || [], loud = all[2] && text === text.toUpperCase();
  return all.map(w => {
    const key = loud + w, made = seen.get(key);
    if (made) return made;
    const f = fold(w).replace(/\./g, ''), a = !loud && /^\p{Lu}{2,}$|\./u.test(w.normalize());
    const token = { f, a, c: /^\p{Lu}/u.test(w), l: light(f), r: root(f), z: !a && little.has(f), p: { st: 'saint', ste: 'sainte' }[f] || f };
    seen.set(key, token);
    return token;
  }).filter(t => t.f);
};
const push = (map, key, value) => (map.get(key) || map.set(key, []).get(key)).push(value);
const join = (ts, k) => ts.map(t => t[k]).join(' '), full = ts => ts.filter(t => !t.z);
const sum = l => l.reduce((a, b) => a + b, 0);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-.:=?@[]^_{}~';
// A slot is a partner and one of its services, or none: partner * 32 + service + 1.
const slots = s => { let i = -1; return [...(s || '').matchAll(/([0-9a-z]*)([^0-9a-z])/g)].map(m => [i += parseInt(m[1] || '1', 36), letters.indexOf(m[2])]); };
const table = s => new Map(slots(s).map(([i, c]) => [i, D.c[c]]));
const phrases = new Map(), known = new Set();
const learn = (m, breadth, said, says) => {
  const ts = tokens(said), alone = !ts[1] && ts[0].a, meaning = { m, b: breadth, a: alone, s: new Set(slots(says).map(s => s[0])) };
  for (const t of full(ts)) t.a || known.add(t.f);
  [join(ts, 'f'), join(ts, 'l'), join(ts, 'r'), full(ts)[1] && join(full(ts), 'l')].forEach((k, d) => k && !(alone && d) && push(phrases, d + k, meaning));
};
const M = D.m.map(([k, family, t, ...lists]) => {
  const m = { k, family, t: table(t) };
  lists.forEach((l, b) => l && l.split(';').forEach(s => learn(m, b, ...s.split('|'))));
  return m;
});
const A = new Map(), sits = new Map();
let all = 0;
D.a.forEach((a, i) => [a[0], ...a[5].split(';')].forEach(n => A.set(join(tokens(n), 'p'), i)));
D.f.forEach((f, i) => {
  const m = { k: 'f', t: new Map([[i * 32, [1, 1]]]) };
  for (const n of [f[1], f[2], ...f[8]]) n && learn(m, 0, n);
  f[9].forEach((s, n) => s[1].forEach(said => {
    const r = [...new Set(full(tokens(said)).filter(t => !deny.has(t.f)).map(t => t.r))], it = { slot: i * 32 + n + 1, r, said };
    r.forEach(x => push(sits, x, it)); ++all;
  }));
});
const names = D.f.map(f => ` ${join(tokens([f[1], ...f[8]].join(' ')), 'p')} `);
const words = D.i.split(';').map(e => { const [w, p] = e.split(' '); return [w, root(w), p]; });

const longest = (q, at) => {
  const alone = !q[1];
  for (let n = Math.min(9, q.length - at); n; --n) {
    const ts = q.slice(at, at + n), ends = !ts[0].z && !ts[n - 1].z && full(ts)[1];
    if (n > 1 || !ts[0].z || alone) for (const k of ['0' + join(ts, 'f'), '1' + join(ts, 'l'), '2' + join(ts, 'r'), ends && '3' + join(full(ts), 'l')]) {
      let m = (phrases.get(k) || []).filter(m => !m.a || !acronyms.has(ts[0].f) || ts[0].a || alone);
      m = m.filter((x, i) => m.findIndex(y => y.m === x.m) === i && !m.some(y => y.m === M[x.m.family]));
      if (m[0]) return { n, m, unsure: k[0] === '2' || m.some(x => anybody.test(x.m.family)) || n < 2 && vague.has(ts[0].f) };
    }
  }
};
// Clues: k w for words with meanings, a area, x another word, g age, s situation. t gives the answer of a slot.
const understand = text => {
  const q = tokens(text), clues = [], heard = new Map(), t = new Map();
  const denied = at => {
    let b = at; while (b && /^(d|de|une?|any|a)$/.test(q[b - 1].f)) --b;
    return b > 0 && (deny.has(q[b - 1].f) || b < at && q[b - 1].f !== 'plus' && denyDe.has(q[b - 1].f));
  };
  const people = id => { const m = M.find(m => m.family === id); m && clues.push({ k: 'w', m: [{ m, b: 0, s: new Set() }] }); };
  for (let at = 0; at < q.length;) {
    const w = q[at], found = longest(q, at), age = /^\d+$/.test(w.f) && /^(ans?|years?)$/.test((q[at + 1] || w).f) && !(at && longAgo.test(q[at - (at > 1 && q[at - 1].f === 'a' ? 2 : 1)].f)) && +w.f;
    let b = at, n = Math.min(7, q.length - at);
    while (b && /^(l[ae]?|les|the)$/.test(q[b - 1].f)) --b;
    const said = b && (before.has(q[b - 1].f) || /^du?$/.test(q[b - 1].f));
    while (n && !A.has(join(q.slice(at, at + n), 'p'))) --n;
    if (n === 1 && (w.z ? !said || !w.c : places.has(w.f) && (found || !w.c))) n = 0;
    if (n && n >= (found ? found.n : 0)) clues.push({ k: 'a', a: A.get(join(q.slice(at, at + n), 'p')), said: ` ${join(q.slice(at, at + n), 'p')} ` });
    else if (found) clues.push({ ...found, k: 'w', q: q.slice(at, at + (n = found.n)), denied: denied(at) });
    else if (age !== false) {
      n = 2; clues.push({ k: 'g', age });
      if (age < 18) people('enfants');
      if (age > 11 && age < 26) people('jeunes');
      if (age > 59) people('seniors');
    } else { n = 1; w.z || q[1] && /^\d\d?$/.test(w.f) || deny.has(w.f) || clues.push({ k: 'x', w, denied: denied(at) }); }
    at += n;
  }
  const themes = clues.some(c => c.k === 'w' && about(c)), rare = r => Math.log(1 + all / sits.get(r).length);
  for (const r of new Set(full(q).map(t => t.r))) for (const s of sits.get(r) || []) push(heard, s, r);
  for (const [s, said] of heard) {
    const part = sum(said.map(rare)) / sum(s.r.map(rare)), v = s.r[1] ? part : .5;
    if ((s.r[1] ? said[1] && part >= .6 : s.r[0][2] && !themes) && v > (t.get(s.slot) || [0])[0]) t.set(s.slot, [v, 1, s.said, said[1]]);
  }
  if (t.size) clues.push({ k: 's', t, unsure: ![...t.values()].some(s => s[3]) });
  return clues;
};
const has = k => c => c.m.some(m => m.m.k === k), about = has('t'), named = has('f'), house = has('k');

// An answer is [how sure, how near to doing it], of the slot alone.
const NO = [0, .1];
const better = (a, b) => b[0] * b[1] > a[0] * a[1] ? b : a;
const byWords = (c, slot) => {
  const strict = about(c) || named(c), kinds = new Set(), said = c.m.some(m => m.s.has(slot));
  let best = NO, themes = 0;
  for (const { m } of c.m) {
    let e = m.t.get(slot);
    if (!e || m.k === 'p' && strict && e[0] < 1) continue;
    if (m.k === 'p' && strict) e = [.6, e[1]];
    kinds.add(m.k); themes += m.k === 't'; best = better(best, e);
  }
  if (c.m.some(m => m.m.k === 'k' && m.s.has(slot))) { kinds.add('f'); best = better(best, [.9, 1]); }
  const plain = least => c.m.some(m => m.m.k === 't' && m.b < least);
  if (!best[0]) return said && strict ? plain(2) ? [.5, .1] : [.8, slot % 32 ? 1 : .45] : NO;
  let v = best[0] + .15 * (kinds.size - 1) + .03 * Math.max(0, themes - 1);
  if (best[1] > .1 && about(c)) v = said || c.m.some(m => m.s.has(slot - slot % 32)) ? v + .1 : plain(1) || kinds.size > 1 ? v : v * .8;
  return [v, best[1] > .1 && about(c) && said && !plain(1) && !(slot % 32) ? Math.max(best[1], .85) : best[1]];
};
const byArea = (c, slot) => {
  const [, , inside, part, small] = D.a[c.a], f = D.f[slot >> 5], s = slot % 32;
  let v = 0, some = 0;
  for (const u of s && f[9][s - 1][0] || f[7]) { if (inside.includes(u)) v = Math.max(v, D.z[u][0] === c.a ? 1 : D.z[u][1] / 100); else some ||= part.includes(u); }
  return v ? [v, 1] : some && !(small & 1) ? [.1, 0] : names[slot >> 5].includes(c.said) ? [.08, 0] : NO;
};
const likes = w => words.map(([l, r, p]) => [l === light(w.p) ? 1 : w.a ? 0 : r === root(w.p) ? .6 : w.p[2] && l.startsWith(w.p) ? .4 : 0, p]).filter(l => l[0]);

const match = (clues, any) => {
  // Places and needs filter, one of several is enough; the rest ranks, unless there is nothing else to go by.
  const need = c => c.k === 's' || c.k === 'w' && !c.denied && (about(c) || named(c)), sure = clues.some(c => need(c) && !c.unsure);
  for (const c of clues) {
    const hint = c.denied || c.unsure && sure;
    if (c.k === 'x') { c.t = new Map(); for (const [v, p] of likes(c.w)) for (const [f, w] of slots(p)) c.t.set(f, (c.t.get(f) || 0) + v * (w + 1) / 2); }
    c.p = c.k === 'a' ? 'a' : c.k === 'g' ? 'p' : c.denied && c.k === 'w' ? 'd' : hint ? 'h' : c.k === 'x' || c.k === 's' ? c.k : need(c) ? 'n' : house(c) ? 'k' : 'p';
  }
  const of = p => clues.filter(c => c.p === p), areas = of('a'), needs = [...of('n'), ...of('s')], x = of('x'), ages = clues.filter(c => c.k === 'g');
  const rest = clues.filter(c => !areas.includes(c) && !needs.includes(c) && c.k !== 'g');
  let found = [];
  D.f.forEach((f, i) => {
    const raw = (c, s) => c.k === 'w' ? byWords(c, i * 32 + s) : c.k === 'a' ? byArea(c, i * 32 + s) : c.k === 's' ? c.t.get(i * 32 + s) || NO
      : s ? NO : c.k === 'x' ? [Math.min(1, c.t.get(i) || 0), .1] : f[10] ? [+!(c.age < f[10][0] || c.age > f[10][1]), .45] : [.4, .45];
    const memo = new Map(clues.map(c => [c, [0, ...f[9]].map((_, s) => raw(c, s))]));
    const answer = (c, s) => {
      const m = memo.get(c);
      if (/[as]/.test(c.k)) return m[s];
      let best = better(m[s], m[0]);
      if (!best[0]) m.forEach((e, o) => { if (areas.every(a => memo.get(a)[o][0])) best = better(best, [e[0], Math.min(e[1], .45)]); });
      return best;
    };
    let top;
    for (let s = 0; s <= f[9].length; ++s) {
      const v = new Map(clues.map(c => [c, answer(c, s)])), ok = c => v.get(c)[0] > 0, some = l => !l[0] || l.some(ok);
      const open = needs[0] || (any ? some([...x, ...rest]) : x[0] ? x.every(ok) : areas[0] || ages[0] || some(rest));
      if (!some(areas) || !some(needs) || !ages.every(ok) || !open) continue;
      const e = { f: i, s, v, off: f[3] ? 1 : 0, part: +!!(areas[0] && !areas.some(a => v.get(a)[1])) };
      e.score = score(e, 0);
      if (!top || e.part - top.part || e.score - top.score > 1e-9 ? !top || e.part < top.part || e.part === top.part && e.score > top.score : 0) top = e;
    }
    if (top) found.push(top);
  });
  function score(e, said) {
    let total = 0, weights = 0;
    const put = (w, cs, get, k = 1) => { if (cs[0]) { total += w * sum(cs.map(get)) / cs.length; weights += w; } };
    const sure = c => Math.min(1, e.v.get(c)[0] / (c.k !== 'w' ? 1 : named(c) || house(c) ? 1.3 : .95)), n = of('n'), lone = !n[0] && !x[0];
    put(.5, n, sure); put(.175, n, c => e.v.get(c)[0] && e.v.get(c)[1]); put(n[0] ? .35 : .675, of('s'), sure);
    put(.08 * of('p').length, of('p'), sure);  put(.14, areas.slice(0, 1), () => Math.max(...areas.map(a => e.v.get(a)[0])));
    put(lone ? .5 : .06, of('k'), sure); put(lone ? .5 : .2, of('d'), sure); put(lone ? .5 : .06, of('h'), sure); put(n[0] ? .08 : .5, x.slice(0, 1), () => said);
    return weights ? total / weights : 1;
  }
  const says = (c, l) => l.filter(e => c.t.has(e.f)).length;
  if (any && x[0]) {
    const r = x.map(c => Math.log(1 + D.f.length / (says(c, found) + .5)));
    found = found.filter(e => sum(x.map((c, i) => c.t.has(e.f) * r[i])) * 2 >= sum(r));
  }
  const mid = sum(found.map(e => D.f[e.f][11])) / found.length || 1, r = x.map(c => Math.log(1 + (found.length - says(c, found) + .5) / (says(c, found) + .5)));
  for (const e of found) {
    const bm = x.map((c, i) => { const w = c.t.get(e.f) || 0; return r[i] * w / (w + .6 + .6 * D.f[e.f][11] / mid); });
    e.score = Math.round(1e4 * score(e, sum(bm) / sum(r) || 0)) / 1e4;
  }
  return found.sort((a, b) => a.off - b.off || a.part - b.part || b.score - a.score || D.f[a.f][12] - D.f[b.f][12]);
};
const slip = (a, b) => { let i = 0; while (a[i] && a[i] === b[i]) ++i; return a.length - b.length || a[7] || !a[i] || 'ae ea ei ie iy yi sc cs sz zs ck kc cq qc ou uo'.includes(a[i] + b[i]); };
const gap = (a, b) => {
  let row = [...b, 0].map((_, j) => j);
  [...a].forEach((x, i) => { const last = row; row = [i + 1]; [...b].forEach((y, j) => row.push(Math.min(last[j + 1] + 1, row[j] + 1, last[j] + (x !== y)))); });
  return row.pop();
};
// Partners in order, with what each was found for; and what was read instead of what was typed.
const ask = text => {
  const digits = text.replace(/\D/g, '').slice(-9);
  if (digits[8] && !/\p{L}{4}/u.test(text)) return { read: [], themes: [], hits: D.f.flatMap((f, i) => f[14].includes(digits) ? [{ f: i, s: 0, score: 1 }] : []) };
  const read = [];
  let clues = understand(text);
  for (const { k, w } of clues) if (k === 'x' && !w.a && w.f[4] && !/\d/.test(w.f) && !known.has(w.f) && !likes(w).some(l => l[0] > .4)) {
    let least = w.f[9] ? 2 : 1, near = [];
    for (const n of new Set([...known, ...A.keys(), ...words.map(w => w[0])])) if (n[0] === w.f[0] && Math.abs(n.length - w.f.length) <= least) {
      const d = gap(w.f, n);
      if (d <= least && slip(w.f, n)) near = d < least ? [n] : [...near, n], least = d;
    }
    if (near[1]) near = near.filter(n => known.has(n) || A.has(n));
    if (near[0] && near.every(n => light(n) === light(near[0]))) read.push([w.f, near[0]]);
  }
  if (read[0]) clues = understand(tokens(text).map(t => (read.find(r => r[0] === t.f) || [, t.a ? t.f.toUpperCase() : t.c ? t.f[0].toUpperCase() + t.f.slice(1) : t.f])[1]).join(' '));
  let hits = clues[0] ? match(clues) : [];
  if (clues[0] && !hits[0]) hits = match(clues, 1);
  return { read, themes: clues.flatMap(c => c.k === 'w' && !c.denied && !named(c) && !house(c) ? c.m.filter(x => x.m.k === 't').map(x => M.indexOf(x.m)) : []), hits: hits.map(e => ({ f: e.f, s: e.s, score: e.score, why: ([...e.v.values()].find(v => v[2]) || [])[2] })) };
};
// The meetings that have every word of it.
const meetings = text => {
  const q = full(tokens(text));
  return q[0] ? D.r.filter(r => { const said = new Set(tokens(r[0] + ' ' + r[1]).map(t => t.r)); return q.every(t => said.has(t.r)); }) : [];
};
return { fold, light, root, tokens, ask, meetings };
};
