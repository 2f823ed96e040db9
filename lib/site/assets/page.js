// What the home page does: its filters, its cards, those that are kept; and once somebody is there it brings
// recherche.js, which uses what is declared first here. Words of records go into the page as text, never as markup.
'use strict';
const memo = (map, key, make) => map.get(key) || map.set(key, make()).get(key);
const list = s => s ? s.split(',').map(Number) : [];
// Where a page of the publication is; of an edition in one file, a place in it.
const to = (folder, key, place) => CAFE.one ? `#${[folder[0], key, place].filter(Boolean).join('-')}` : `${folder}/${key}.html${place ? '#' + place : ''}`;
// A partner is a line of the data. A field is made out when somebody asks for it: of thousands a question asks few.
class Partner {
  constructor(row) { this.row_ = row; }
  // Its services as they are written, without parting the rest.
  get served_() { const end = this.row_.lastIndexOf('|'); return this.row_.slice(this.row_.lastIndexOf('|', end - 1) + 1, end); }
}
const field = (fields, make = s => s) => Object.entries(fields).forEach(([name, n]) => Object.defineProperty(Partner.prototype, name, { get() {
  // The first ones are asked for of many.
  const value = make((n < 4 ? this.head_ ??= this.row_.split('|', 4) : this.all_ ??= this.row_.split('|'))[n]);
  Object.defineProperty(this, name, { value });
  return value;
} }));
field({ id: 0, name_: 1, short_: 2, aliases_: 3, mail_: 5, mark_: 6, kind_: 7, side_: 8, checked_: 9, age_: 13, rank_: 14, words_: 15, week_: 16, seat_: 17, summary_: 19 });
field({ themes_: 10, publics_: 11, areas_: 12 }, list);
field({ phones_: 4 }, s => s.split(';'));
field({ services_: 18 }, s => s.split('^').slice(1).map(s => s.split(';')));
const unpack = D => {
  D.a = D.a.map(a => a.split('|'));
  D.f = D.f.map(row => new Partner(row));
};
(() => {
const field = $('#q'), cardList = $('.fiches'), D = window.CAFE, classes = document.documentElement.classList;
if (!field || !cardList || !D) return classes?.remove('cherche');
classes.add('js');
unpack(D);
const F = D.f, title = $('#partenaires'), titled = title.textContent;
const [FILTER, THEME, AREA, PUBLIC, OPEN, COMMUNES, WIDER, ANSWERS, ONE, MANY, NONE, NONE_SO, MORE, READ, REMOVE, CLEAR,
  KEEP, , , , , EMERGENCY, MEETINGS, SEARCHING, NO_SEARCH] = D.l;
const button = (className, text, onclick) => make('button', { type: 'button', className, onclick }, text);
const box = onchange => make('input', { type: 'checkbox', onchange });
const call = number => make('a', { href: 'tel:' + number.replace(/^0(?=.{13})/, '+33').replace(/[^+\d]/g, '') }, number);

// Of each partner: whether somebody is there now, and a sentence.
const weeks = D.h.map(opening), state = i => weeks[F[i].week_] || [];

// ---- Filters ----
const within = D.z.map(() => []), named = new Map();
D.a.forEach(([, , group], i) => D.g[group].split(';')[0].split(',').forEach(z => z && within[z].push(i)));
const areas = i => {
  const served = F[i].services_.reduce((all, s) => all + ',' + s[0], F[i].areas_.join());
  return memo(named, served, () => [...new Set(served.split(',').flatMap(z => within[z] || []))]);
};
const openBox = box(() => changed()), count = make('span', {});
const facet = (name, any, values, all) => {
  const select = make('select', { ariaLabel: any, onchange: () => { f.picked_ = +select.value; changed(); } });
  const f = { name_: name, any_: any, values_: values, all_: all, select_: select, picked_: -1 };
  return f;
};
const facets = [
  facet('t', THEME, i => F[i].themes_, D.t),
  facet('a', AREA, areas, D.a.map(([names, page]) => { const name = names.split(';')[0]; return [page || name, name]; })),
  facet('p', PUBLIC, i => F[i].publics_, D.q)];
const passes = (i, but) => facets.every(f => f === but || f.picked_ < 0 || f.values_(i).includes(f.picked_)) && (but === openBox || !openBox.checked || state(i)[0]);
const fill = (f, found) => {
  const n = f.all_.map(() => 0);
  let into = f.select_;
  for (const i of found) if (passes(i, f)) for (const v of f.values_(i)) ++n[v];
  f.select_.replaceChildren(make('option', { value: -1 }, f.any_));
  f.all_.forEach(([, label], v) => {
    if (f.name_ === 'a' && (v === 0 || v === D.n)) f.select_.append(into = make('optgroup', { label: v < D.n ? WIDER : COMMUNES }));
    if (n[v] || v === f.picked_) into.append(make('option', { value: v, selected: v === f.picked_ }, `${label} (${n[v]})`));
  });
};

// ---- Cards: the first are in the page, the others are made ----
const cards = $$('.fiche', cardList), kept = new Set(), order = [];
if (F[cards.length]) cardList.nextElementSibling.remove();
const acronyms = new Map(D.v.map(a => a.split('|')));
const spell = words => words.split(/([\p{L}\d]+)/u).map(w => acronyms.has(w) ? make('abbr', { title: acronyms.get(w) }, w) : w);
const line = (tag, className, ...inside) => inside[0] ? [make(tag, className, ...inside.flatMap(e => e.at ? spell(e) : e))] : [];
const card = i => {
  const f = F[i], phone = f.phones_[0].replace(/^0\d{9}$/, n => n.replace(/..(?=.)/g, '$& ')), [commune, areas] = (D.s[f.side_] || '|').split('|'), tint = t => ' t' + (t % 14 + 1);
  const li = cards[i] ||= make('li', 'fiche' + (f.themes_[0] + 1 ? tint(f.themes_[0]) : ''), make('div', {},
    ...line('p', 'genre', [...new Set([D.k[f.kind_], f.short_])].filter(Boolean).join(' · ')), make('h3', {}, make('a', { href: to('partenaires', f.id) }, ...spell(f.name_))),
    ...line('p', 'marque-etat', f.mark_), ...line('p', 'mission', f.summary_),
    ...line('ul', 'tags', ...f.themes_.map(t => make('li', {}, make('a', { className: 'tag' + tint(t), href: to('themes', D.t[t][0]) }, ...spell(D.t[t][1])))))),
  make('div', 'cote', ...line('p', 'ic tel', ...phone ? [call(phone)] : []), ...line('p', 'ic lieu', commune), ...line('p', 'petit doux', areas), ...line('p', 'petit doux', D.o[f.checked_])));
  if (!$('.choix', li)) $('.cote', li).append(...told(state(i)));
  return li;
};
// Any card can be kept.
const keepable = (li, i) => {
  if (!$('.choix', li)) {
    const keep = box(() => { kept[keep.checked ? 'add' : 'delete'](i); collected(); address(); });
    keep.ariaLabel = `${KEEP} : ${F[i].name_}`;
    $('.cote', li).append(make('label', 'choix', keep, ' ' + KEEP));
  }
  $('.choix input', li).checked = kept.has(i);
  return li;
};
// Of answers twelve at a time, of all partners sixty.
let step, about;
const show = n => {
  cardList.append(...order.slice(cardList.children.length, n).map(h => keepable(about ? answers.card_(h, about, field.value) : card(h.f), h.f)));
  const rest = order.length - cardList.children.length;
  more.hidden = !rest;
  more.textContent = say(MORE, rest);
};
let bar;
const collected = () => {
  if (bar) bar();
  else if (kept.size) script('assets/panier.js', () => { bar = Panier(D, kept, basket, { line, button, none_: () => { keepOnly([]); address(); field.focus(); } }); bar(); });
};
// Only these are kept, by their ids.
const keepOnly = ids => {
  kept.clear();
  if (ids[0]) F.forEach((f, i) => ids.includes(f.id) && kept.add(i));
  $$('.choix input', cardList).forEach(c => c.checked = false);
  collected();
};

// ---- The search ----
const status = make('p', { className: 'bilan', role: 'status', id: 'bilan' }), chips = make('div', 'puces'), alert = make('p', { className: 'avis', role: 'alert' }), meetings = make('p', {}), basket = make('div', { className: 'panier', hidden: true }), direct = make('div', {});
const more = button('bouton', '', () => { const from = cardList.children.length; show(from + step); $('a', cardList.children[from]).focus(); });
// A line of links behind a word; hidden without any.
const links = (p, word, items) => {
  p.hidden = !items[0];
  p.replaceChildren(make('strong', {}, word + (lang === 'fr' ? '\u202f: ' : ': ')), ...items.flatMap((l, k) => [k ? ' · ' : '', ...l]));
};
const calls = numbers => links(alert, EMERGENCY, numbers.map(([number, label]) => [call(number), ' ' + label]));
// Its script makes itself ready in steps, a few of them at a time: a telephone goes on answering meanwhile. What was typed
// until then is answered at its end.
let engine, coming, missing, danger, answers;
const answer = () => { if (field.value) search(); };
const build = steps => {
  const from = performance.now();
  let step;
  do step = steps.next(); while (!step.done && !step.value && performance.now() - from < 25);
  if (step.value && !engine) { engine = step.value; answer(); }
  if (!step.done) setTimeout(build, 0, steps);
};
const bring = () => {
  if (coming) return;
  missing = false;
  const failed = () => { coming?.remove(); coming = null; missing = true; answer(); };
  // The second reads by what the first has: they come together and run in this order.
  coming = script('assets/lecture.js', () => {}, failed, false);
  script('assets/recherche.js', () => coming && build(Recherche(D)), failed, false);
  script('assets/reponses.js', () => { answers = Reponses(REPONSES, D, { call, line, spell }); answer(); }, () => { answers = null; answer(); });
  // Danger is heard first: it does not wait for the others.
  script('assets/urgences.js', () => { danger = Danger(DANGER); answer(); });
};
// In one file all of them are there.
const script = (src, onload, onerror, async = true) => {
  if (CAFE.one) return setTimeout(onload);
  return document.head.appendChild(make('script', { src, onload, onerror, async }));
};
const search = () => {
  // While its script is on its way, what is shown stays; where that is missing, a question is none.
  const typed = field.value.trim(), q = missing ? '' : typed, waits = q && !(engine && answers !== undefined), picked = facets.filter(f => f.picked_ >= 0), busy = q || picked[0] || openBox.checked;
  classes.toggle('cherche', !!(typed || busy));
  const heard = q && danger ? danger.numbers_(q).flatMap(([n]) => D.u.filter(u => u[0] === n)) : [];
  calls(heard);
  alert.classList.toggle('danger', !!heard[0]);
  if (heard[0]) $('.quete').after(alert);
  const chip = (words, off) => button('puce', words, () => { off(); changed(); field.focus(); });
  const on = (words, off) => Object.assign(chip(words + ' ✕', off), { ariaLabel: say(REMOVE, words) });
  chips.replaceChildren(...picked.map(f => on(f.all_[f.picked_][1], () => f.picked_ = -1)), ...openBox.checked ? [on(OPEN, () => openBox.checked = false)] : [],
    ...busy ? [chip(CLEAR, () => { field.value = ''; openBox.checked = false; facets.forEach(f => f.picked_ = -1); })] : []);
  if (waits) { status.textContent = SEARCHING; if (!order[0]) { cardList.replaceChildren(); more.hidden = true; } return; }
  const found = q ? engine.ask(q) : { hits: F.map((_, f) => ({ f })) }, { read = [], themes_ = [], understood_ = [] } = found;
  const none = answers && q && !found.hits[0] ? answers.nobody_(found, engine.ask, n => n > 1 ? say(MANY, n) : ONE) : {}, hits = none.hits_ || found.hits;
  const all = hits.map(h => h.f);
  order.splice(0, 1 / 0, ...hits.filter(h => passes(h.f)));
  for (const f of facets) fill(f, all);
  for (const [a, v] of map) a.ariaCurrent = v === facets[1].picked_ ? 'true' : null;
  count.textContent = ` (${all.filter(i => passes(i, openBox) && state(i)[0]).length})`;
  cardList.replaceChildren();
  about = answers && q && themes_;
  direct.replaceChildren(...about ? answers.direct_(found.direct) : []);
  direct.className = direct.textContent && 'fiche rep';
  show(step = busy ? 12 : 60);
  title.textContent = busy ? ANSWERS : titled;
  const n = order.length;
  // Of a danger they stand above everything; else behind the answers: those of the need, where nobody answers all.
  if (!heard[0] && q) calls(found.hits[0] && n ? D.u.filter(u => themes_.some(t => u[2].includes(t))) : D.u);
  if (!heard[0]) more.after(alert);
  status.textContent = [...missing && typed ? [NO_SEARCH] : [], q && !found.hits[0] ? none.words_ || NONE : n > 1 ? say(MANY, n) : n ? ONE : all[0] + 1 ? say(NONE_SO, all.length) : NONE, ...read.map(r => say(READ, r[1])),
    ...about ? [answers.understood_(understood_), none.ask_] : []].filter(Boolean).join(' · ');
  status.append(...none.without_ ? [' ', button('bouton', none.without_[0], () => { field.value = field.value.replace(none.without_[1], '').trim(); changed(); field.focus(); })] : []);
  links(meetings, MEETINGS, q && D.r ? engine.meetings(q).slice(0, 5).map(([label, , minutes]) => [make('a', { href: to('reunions', minutes || 'index') }, label)]) : []);
};
// What is asked, picked and kept stands in the address: a link shows the same, and so does coming back from a fiche.
const address = () => {
  const u = new URLSearchParams(), q = field.value.trim();
  if (q) u.set('q', q);
  for (const f of facets) if (f.picked_ >= 0) u.set(f.name_, f.all_[f.picked_][0]);
  if (openBox.checked) u.set('o', '1');
  if (kept.size) u.set('k', [...kept].map(i => F[i].id).join());
  try { history.replaceState(null, '', '#' + u); } catch { /* too many in a short time */ }
};
const changed = () => { search(); address(); };
const recall = () => {
  const u = new URLSearchParams(location.hash.slice(1));
  field.value = u.get('q') || '';
  for (const f of facets) f.picked_ = f.all_.findIndex(v => v[0] === u.get(f.name_));
  openBox.checked = u.has('o');
  keepOnly((u.get('k') || '').split(','));
  if (field.value) bring();
  search();
};
// The map is the filter by area, beside the cards where there is room, instead of a list of names; its links lead to the
// same areas' pages without a script, or in a new tab.
const map = $$('.carte a').map(a => [a, facets[1].all_.findIndex(([page]) => a.getAttribute('href').endsWith(`/${page}.html`))]), wide = matchMedia('(min-width:60rem)').matches;
for (const [a, v] of map) a.onclick = e => {
  if (v < 0 || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault(); facets[1].picked_ = v; changed();
  title.tabIndex = -1; title.focus();
};
const filters = make('details', { className: 'filtres', open: wide }, make('summary', {}, FILTER), ...facets.map(f => f.select_), make('label', {}, openBox, ' ' + OPEN, count));
// Beside the answers where there is room: from the field to the first of them it is two steps of the keyboard, or three.
const results = make('div', {}, ...wide ? [make('div', 'barre', status, chips)] : [make('div', 'barre', filters, chips), status], direct, cardList, more, meetings);
title.after(make('div', 'tri', results, ...wide ? [filters] : []), basket);
if (map[0]) {
  const names = $('figure').closest('.ecran');
  if (wide) filters.append($('figure'));
  (wide ? names : $('.tags', names)).remove();
}
// Whoever moves a mouse or a finger on the page is there and may ask next: it is ready before the first letter.
field.onfocus = document.body.onpointerenter = bring;
field.oninput = () => { bring(); changed(); };
// Another address may be a place on the page.
addEventListener('hashchange', () => /^$|=/.test(location.hash) && recall());
addEventListener('beforeprint', () => show(1 / 0));
recall();
})();
