// What the home page says of those who answer: a card for each, what was understood, and where nobody answers who would
// elsewhere and whom to ask. page.js brings it with the data of lib/site/answer_data.cpp before it, and lends how it calls, spells and writes a line.
'use strict';
const Reponses = (R, D, { call, line, spell }) => {
const F = D.f, [DELAY, BRING, WRITE, CHECKED, AGAIN, NEVER, THEME, PUBLIC, KIND, PARTNER, DENIED, EXCEPT, WORD, UNDERSTOOD, UNKNOWN, WITHOUT, NOBODY, NEAREST, ELSEWHERE, ASK, GENERAL, PERSON] = R.l;
D.r = R.r;
const push = (map, key, value) => memo(map, key, () => []).push(value), weeks = R.w.map(opening), place = i => D.a[i][0].split(';')[0];
// Of a service what it has like its fiche is empty, what it lacks a hyphen.
const of = (f, s) => {
  const [calls, week, delay, bring, commune, fresh] = R.s[f][0].split('|'), whole = [calls, week, delay, bring];
  const [name, anchor, ...own] = (s ? R.s[f][s] : '|').split('|');
  const [c, w, d, b] = whole.map((v, k) => own[k] === '-' ? '' : own[k] || v);
  return { name, anchor, call: c, own: !!own[0], week: w, delay: d, bring: b, commune, fresh };
};
const fact = (word, text) => text ? `${word}${lang === 'fr' ? '\u00a0' : ''}: ${text}` : '';
const fresh = said => said ? say(said.slice(-1) === '!' ? AGAIN : CHECKED, R.d[parseInt(said)]) : NEVER;
// The line of the theme that was asked, unless the service has its own.
const whom = (f, its, themes) => {
  const [theme] = themes.filter(t => D.m[t][0] === 't');
  const other = !its.own && (R.p[f] || []).find(([, senses]) => list(senses).includes(theme));
  return R.c[other ? other[0] : its.call].split('|');
};
const card = ({ f, s_ = 0, why }, themes, asked) => {
  const p = F[f], its = of(f, s_), [who, phone, mail] = whom(f, its, themes);
  const said = [its.name, why && !asked.toLowerCase().includes(why.toLowerCase()) && why !== its.name ? lang === 'fr' ? `«\u00a0${why}\u00a0»` : `“${why}”` : ''].filter(Boolean).join(' – ');
  const button = phone ? call(phone) : mail ? make('a', { href: 'mailto:' + mail }, WRITE) : '';
  if (button) { button.className = 'bouton plein'; button.ariaLabel = `${button.textContent}, ${who || p.name_}`; }
  return make('li', 'fiche rep' + (p.themes_[0] + 1 ? ` t${p.themes_[0] % 14 + 1}` : ''),
    make('div', {}, make('h3', {}, make('a', { href: to('partenaires', p.id, its.anchor) }, ...spell(p.name_))), ...line('p', 'extrait', said), ...line('p', 'marque-etat', p.mark_)),
    make('div', 'cote', button, ...line('p', 'petit', who), ...told(weeks[its.week] || [])),
    make('p', 'petit doux', ...[its.commune, fact(DELAY, its.delay), fact(BRING, its.bring), fresh(its.fresh)].filter(Boolean).join(' · ').split(' · ').flatMap((t, k) => [k ? ' · ' : '', ...spell(t)])));
};

// ---- What was understood ----
const labels = (c, kind) => [...new Set(c.senses_.filter(m => D.m[m][0] === kind).map(m => R.m[m]))].join(' / ');
// Several words that mean the same are told together.
const understood = clues => {
  const all = new Map(), and = lang === 'fr' ? '\u00a0», «\u00a0' : "', '";
  const add = (c, phrase, what) => what && push(all, (c.not_ ? EXCEPT : c.denied_ ? DENIED : '#').replace('#', () => phrase.replace('#', () => what)), c.asked_);
  for (const c of clues) {
    if (c.k === 'a') add(c, '#', place(c.area_));
    else if (c.people_) add(c, PERSON, c.asked_);
    else if (c.k === 'w') {
      add(c, THEME, labels(c, 't')); add(c, PUBLIC, labels(c, 'p')); add(c, KIND, labels(c, 'k'));
      add(c, PARTNER, c.fiches_.slice(0, 2).map(f => F[f].name_).join(' / '));
    } else if (c.asked_) add(c, c.k === 'x' ? WORD : '#', c.asked_);
  }
  return all.size ? say(UNDERSTOOD, [...all].map(([words, asked]) => say(words, asked.join(and))).join(' · ')) : '';
};

// ---- Nobody ----
const at = i => R.g[i] ? list(R.g[i]) : null;
// Kilometres from an area to the nearest one that somebody serves, there or around.
const distance = (f, from) => Math.min(...F[f].areas_.map(z => D.z[z][0]).map(a => a < 0 ? null : at(a)).filter(Boolean).map(([x, y]) => Math.hypot(x - from[0], y - from[1])));
// A sentence, those to show below it, and what can be asked instead.
const nobody = (answer, ask, count) => {
  const { lost_, understood_ = [], elsewhere_ } = answer, [area] = understood_.filter(c => c.k === 'a'), there = area && place(area.area_), from = area && at(area.area_);
  if (lost_) return { words_: say(UNKNOWN, lost_), without_: [WITHOUT, lost_], hits_: [] };
  const others = area ? elsewhere_() : [];
  if (others[0]) {
    const far = from ? new Map(others.map(h => [h, distance(h.f, from)])) : new Map();
    if (from) others.sort((a, b) => far.get(a) - far.get(b));
    const near = far.get(others[0]);
    return { words_: say(NOBODY, there) + (near < 1e3 ? ' · ' + say(NEAREST, count(others.length), Math.round(near)) : ' · ' + say(ELSEWHERE, count(others.length))), hits_: others };
  }
  const general = ask(GENERAL + (there ? ' ' + there : '')).hits;
  return { ask_: general[0] ? ASK : '', hits_: (general[0] || !there ? general : ask(GENERAL).hits).slice(0, 3) };
};
// Somebody who was asked for, as a card: function, house, since when, telephone, mailbox.
const direct = p => {
  if (!p) return [];
  const button = p.phone_ ? call(p.phone_) : '';
  if (button) { button.className = 'bouton plein'; button.ariaLabel = `${p.phone_}, ${p.name_}`; }
  return [make('div', {}, make('h3', {}, p.name_), make('p', 'extrait', p.role_ && p.role_ + ' · ', make('a', { href: to('partenaires', F[p.f].id) }, ...spell(F[p.f].name_)))),
    make('div', 'cote', button, ...p.mail_ ? [make('a', { href: 'mailto:' + p.mail_ }, p.mail_)] : []), ...line('p', 'petit doux', p.since_)];
};
return { card_: card, understood_: understood, nobody_: nobody, direct_: direct };
};
