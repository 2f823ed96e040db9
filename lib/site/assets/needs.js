// How surely a fiche answers what some words may mean, as lib/query/fiche.cpp judges it: by its themes, its publics, its
// kind, its names, and by what it says. recherche.js asks it; SAYS is what lib/site/sayings_data.cpp writes before it. It
// touches no page.
'use strict';
var Needs = ({ D, F, senses_: senses, first, of, words_: { full, join, light, root, tokens }, among, listed, bearers_: bearers }) => {
  const NO = [0, W.text], TEXT = 0, NEED = 2;
  const names = [], called = i => names[i] ||= ` ${join(tokens(F[i].name_ + ' ' + F[i].aliases_), 'f')} `;
  // Each of its names without little words and endings.
  const bares = [], bare = i => bares[i] ||= [F[i].name_, F[i].short_, ...F[i].aliases_.split(';')].filter(Boolean).map(n => full(tokens(n))).map(ts => ({ ts_: ts, text_: ` ${join(ts, 'l')} ` }));
  const bearing = (i, ts) => bare(i).filter(n => n.text_.includes(` ${join(ts, 'l')} `)).sort((a, b) => a.ts_.length - b.ts_.length)[0];
  const acronyms = new Map(SAYS.v.map(a => a.split('|')));
  const capitals = new Set(SAYS.c.split(' ')), acronym = ts => !ts[1] && (ts[0].a || capitals.has(ts[0].f));
  const sayings = Lines(SAYS.s), begun = new Map();
  const sayingOf = key => memo(begun, key.slice(0, 2).trim(), () => new Map(sayings.of_(key.slice(0, 2).trim()).map(line => line.split('|')))).get(key);
  // Which slots say the words, and how.
  const saying = (ts, m, loud) => {
    const said = new Map(), own = join(ts, 'l');
    if (!ts[0]) return said;
    if (!ts[1]) for (const [, p] of among(ts[0].r, w => loud ? w === ts[0].l : root(w) === ts[0].r)) for (const [s] of listed(p)) said.set(s, TEXT);
    const key = [own, ...ts[1] ? m.map(x => x.ts_ && join(full(x.ts_), 'l')) : []].find(sayingOf);
    for (const [s, how] of listed(key ? sayingOf(key) : '')) said.set(s, how);
    return said;
  };
  // Whether a fiche is for people of some age or state alone.
  let alone;
  const narrow = whole => {
    if (!alone) { alone = new Map(); for (const m of senses()) if (m.k === 'p') for (const [s, [v]] of m.own_) if (v === 1 && s === first[of[s]]) alone.set(s, alone.get(s) !== false && m.anybody_); }
    return alone.get(whole);
  };
  // Services that say no themes of their own: they have their fiche's, once they say what was asked.
  let undecided;
  const byWords = (m, u, said = []) => {
    const has = k => m.some(m => m.m.k === k), about = has('t'), named = has('f'), house = has('k'), strict = about || named;
    const plain = least => m.some(m => m.m.k === 't' && m.b < least), people = m.filter(m => m.m.k === 'p');
    const ts = full(said), loud = ts[0] && !ts[1] && (ts[0].a || m[0] && m.every(x => x.y_)), spelled = ts[0] && !said[1] ? full(tokens(acronyms.get(ts[0].f) || '')) : [];
    const telling = ts.reduce((a, b) => b.f.length >= a.f.length ? b : a, { f: '' }), mayBeName = ts[1] || named || house || spelled[0] || loud;
    const spells = i => spelled[0] && bearing(i, spelled) || loud && /^.{3,6}$/.test(ts[0].f) && bare(i).some(n => n.ts_.map(t => t.f[0]).join('').includes(ts[0].f));
    let says, some;
    // The fiches that may answer: those that have a meaning of it, or say it, or are called so; all where letters may be
    // the first ones of a name.
    const may = () => {
      if (says) return some;
      says = saying(ts, m, loud);
      if (loud) return;
      some = new Set();
      const take = slots => { for (const s of slots) some.add(of[s]); };
      for (const x of m) if (x.m.k === 'f') some.add(x.m.f); else { take(x.m.t.keys()); if (strict) take(x.m.others_); }
      take(says.keys());
      if (ts[0] && mayBeName) for (const words of [ts, spelled]) if (words[0]) for (const i of bearers(words[0])) some.add(i);
      return some;
    };
    return { k: 'w', m, u, about_: about, strict_: strict, named_: named, house_: house, may_: may, t: slot => {
      if (may() && !some.has(of[slot])) return NO;
      const i = of[slot], whole = first[i], kinds = new Set(), saidHere = says.has(slot);
      let v = 0, near = W.text, kind;
      // The best one, and a little more for each further kind of reason.
      const take = (more, level, its) => {
        if (!more) return;
        const further = kinds.size, better = !v || more * level > v * near;
        if (kind) kinds.add(better ? kind : its);
        if (better) { kind = its; v = more; near = level; }
        kinds.delete(kind);
        v += W.further_reason * (better ? kinds.size : kinds.size - further);
      };
      for (const x of m) {
        const its = x.m.k;
        let e = x.m.t.get(slot);
        if (its === 't') {
          if (!e && saidHere && slot !== whole) {
            undecided ||= new Set(listed(D.d).map(s => s[0]));
            e = undecided.has(slot) && x.m.t.get(whole);
            e &&= [e[0], W.service];
          }
          if (!e) continue;
          const both = v;
          take(x.b > 1 && plain(2) ? e[0] * W.not_saying_it : e[0], e[1], its);
          if (both) v += W.further_theme;
        } else if (e) take(its === 'p' && strict ? e[0] < 1 ? 0 : W.by_public : e[0], e[1], its === 'f' && x.y_ ? 'y' : its);
      }
      if (slot === whole && ts[0] && (ts[1] || !said[1]) && (v || mayBeName)) {
        const name = bearing(i, ts);
        if (name || spells(i)) take(name && name.ts_.length <= ts.length ? W.by_name : W.by_part_of_name, W.service, 'f');
      }
      const how = says.get(slot);
      if (!v && strict && ts[0]) {
        if (how > TEXT) {
          kind = 'x';
          [v, near] = how === NEED && !plain(2) ? [W.by_narrow_word, slot === whole ? W.fiche : W.service] : [W.by_words, W.text];
        } else if (!named && !house && m.some(x => x.m.others_.has(slot))) [v, near] = [W.by_synonym, W.text];
      }
      if (!v) return NO;
      const its = u.some(k => k.t.has(whole));
      if (near > W.text && about) {
        const it = saidHere || says.has(whole) || !plain(1) && ts[0] && called(i).split(' ').some(n => light(n) === telling.l);
        if (it) v += W.saying_it; else if (!its && !plain(1) && kind === 't') v *= W.not_saying_it;
        if (it && slot === whole && !plain(1)) near = Math.max(near, W.said);
        if (people[0] && narrow(whole) && !people.some(x => x.m.t.has(slot) || x.m.t.has(whole))) v *= W.for_others;
      }
      if (its) { v += W.usual_kind; if (slot === whole && near > W.text) near = Math.max(near, W.said); }
      return [v, near];
    } };
  };
  return { called_: called, bearing_: bearing, narrow_: narrow, acronym_: acronym, byWords_: byWords };
};
