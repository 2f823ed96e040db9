// What the home page does: the search, its filters, the cards that are kept. Words of records go into the page as text,
// never as markup.
'use strict';
(() => {
const field = $('#q'), cardList = $('.fiches'), D = window.CAFE, html = document.documentElement;
if (!field || !cardList || !D) return;
html.classList.add('js');
const engine = Recherche(D), F = engine.F, title = $('#partenaires'), titled = title.textContent;
const [FILTER, THEME, AREA, PUBLIC, OPEN, COMMUNES, WIDER, ANSWERS, ONE, MANY, NONE, NONE_SO, MORE, READ, REMOVE, CLEAR,
  KEEP, KEPT, WRITE, NO_MAIL, NONE_KEPT, EMERGENCY, MEETINGS] = D.l;
const button = (className, text, onclick) => make('button', { type: 'button', className, onclick }, text);
const box = onchange => make('input', { type: 'checkbox', onchange });
const call = (number, words) => make('a', { href: 'tel:' + number.replace(/^0(?=.{13})/, '+33').replace(/[^+\d]/g, '') }, words);

// Of each partner: whether somebody is there now, and a sentence.
const weeks = D.h.map(opening), state = i => weeks[F[i].week] || [];

// ---- Filters ----
const within = D.z.map(() => []), named = new Map();
D.a.forEach((a, i) => D.g[a.split('|')[2]].split(';')[0].split(',').forEach(z => z && within[z].push(i)));
const areas = i => {
  const served = F[i].services.reduce((all, s) => all + ',' + s[0], F[i].areas.join());
  return named.get(served) || named.set(served, [...new Set(served.split(',').flatMap(z => within[z] || []))]).get(served);
};
const openBox = box(() => changed()), count = make('span');
const facet = (name, any, values, all) => ({ name, any, values, all, select: make('select', { ariaLabel: any }), picked: -1 });
const facets = [
  facet('t', THEME, i => F[i].themes, D.t),
  facet('a', AREA, areas, D.a.map(a => { const [names, page] = a.split('|'), name = names.split(';')[0]; return [page || name, name]; })),
  facet('p', PUBLIC, i => F[i].publics, D.q)];
const passes = (i, but) => facets.every(f => f === but || f.picked < 0 || f.values(i).includes(f.picked)) && (but === openBox || !openBox.checked || state(i)[0]);
const fill = (f, found) => {
  const n = f.all.map(() => 0);
  let into = f.select;
  for (const i of found) if (passes(i, f)) for (const v of f.values(i)) ++n[v];
  f.select.replaceChildren(make('option', { value: -1 }, f.any));
  f.all.forEach(([, label], v) => {
    if (f.name === 'a' && (v === 0 || v === D.n)) f.select.append(into = make('optgroup', { label: v < D.n ? WIDER : COMMUNES }));
    if (n[v] || v === f.picked) into.append(make('option', { value: v, selected: v === f.picked }, `${label} (${n[v]})`));
  });
};

// ---- Cards: the first are in the page, the others are made ----
const cards = $$('.fiche', cardList), kept = new Set(), order = [];
if (F[cards.length]) cardList.nextElementSibling.remove();
const acronyms = new Map(D.v.map(a => a.split('|')));
const spell = words => words.split(/([\p{L}\d]+)/u).map(w => acronyms.has(w) ? make('abbr', { title: acronyms.get(w) }, w) : w);
const line = (tag, className, ...inside) => inside[0] ? [make(tag, { className }, ...inside.flatMap(e => e.at ? spell(e) : e))] : [];
const card = i => {
  const f = F[i], [commune, areas] = (D.s[f.side] || '|').split('|'), tint = t => ' t' + (t % 14 + 1);
  const li = cards[i] ||= make('li', { className: 'fiche' + (f.themes[0] + 1 ? tint(f.themes[0]) : '') }, make('div', {},
    ...line('p', 'genre', [...new Set([D.k[f.kind], f.short])].filter(Boolean).join(' · ')), make('h3', {}, make('a', { href: `partenaires/${f.id}.html` }, ...spell(f.name))),
    ...line('p', 'marque-etat', f.mark), ...line('p', 'mission', f.summary),
    ...line('ul', 'tags', ...f.themes.map(t => make('li', {}, make('a', { className: 'tag' + tint(t), href: `themes/${D.t[t][0]}.html` }, ...spell(D.t[t][1])))))),
  make('div', { className: 'cote' }, ...line('p', 'ic tel', ...f.phones[0] ? [call(f.phones[0], f.phones[0])] : []), ...line('p', 'ic lieu', commune), ...line('p', 'petit doux', areas)));
  if (!$('.choix', li)) {
    const keep = box(() => { kept[keep.checked ? 'add' : 'delete'](i); collected(); });
    keep.ariaLabel = `${KEEP} : ${f.name}`;
    $('.cote', li).append(...told(state(i)), make('label', { className: 'choix' }, keep, ' ' + KEEP));
  }
  return li;
};
const show = n => {
  cardList.append(...order.slice(cardList.children.length, n).map(({ f, why }) => {
    const li = card(f);
    $$('.extrait', li).forEach(e => e.remove());
    if (why) $('h3', li).after(make('p', { className: 'extrait' }, why));
    return li;
  }));
  const rest = order.length - cardList.children.length;
  more.hidden = !rest;
  more.textContent = say(MORE, rest);
};
const collected = () => {
  const mails = [...kept].map(i => F[i].mail), known = [...new Set(mails.filter(Boolean))], missing = mails.filter(m => !m).length;
  basket.hidden = !mails[0];
  html.classList.toggle('garde', !basket.hidden);
  basket.replaceChildren(make('span', {}, say(KEPT, kept.size) + (missing ? ` (${say(NO_MAIL, missing)})` : '')),
    ...line('a', 'bouton plein', ...known[0] ? [WRITE] : []).map(a => { a.href = 'mailto:?bcc=' + known.map(m => encodeURIComponent(m).replace('%40', '@')).join(','); return a; }),
    button('bouton', NONE_KEPT, () => { kept.clear(); $$('.choix input').forEach(c => c.checked = false); collected(); field.focus(); }));
};

// ---- The search ----
const status = make('p', { className: 'bilan', role: 'status', id: 'bilan' }), chips = make('div', { className: 'puces' }), alert = make('p', { className: 'avis' }), meetings = make('p', {}), basket = make('div', { className: 'panier', hidden: true });
const more = button('bouton', '', () => { const from = cardList.children.length; show(from + 60); $('a', cardList.children[from]).focus(); });
// A line of links behind a word; hidden without any.
const links = (p, word, items) => {
  p.hidden = !items[0];
  p.replaceChildren(make('strong', {}, word + (lang === 'fr' ? '\u202f: ' : ': ')), ...items.flatMap((l, k) => [k ? ' · ' : '', ...l]));
};
const search = () => {
  const q = field.value.trim(), answer = q ? engine.ask(q) : { read: [], themes: [], hits: F.map((_, f) => ({ f })) };
  const all = answer.hits.map(h => h.f), picked = facets.filter(f => f.picked >= 0), busy = q || picked[0] || openBox.checked;
  order.splice(0, 1 / 0, ...answer.hits.filter(h => passes(h.f)));
  for (const f of facets) fill(f, all);
  for (const [a, v] of map) a.ariaCurrent = v === facets[1].picked ? 'true' : null;
  count.textContent = ` (${all.filter(i => passes(i, openBox) && state(i)[0]).length})`;
  cardList.replaceChildren();
  show(60);
  html.classList.toggle('cherche', !!busy);
  title.textContent = busy ? ANSWERS : titled;
  const n = order.length;
  status.textContent = [n > 1 ? say(MANY, n) : n ? ONE : all[0] + 1 ? say(NONE_SO, all.length) : NONE, ...answer.read.map(r => say(READ, r[1]))].join(' · ');
  links(alert, EMERGENCY, D.u.filter(u => answer.themes.some(t => u[2].includes(t))).map(([number, label]) => [call(number, number), ' ' + label]));
  links(meetings, MEETINGS, q ? engine.meetings(q).slice(0, 5).map(([label, , minutes]) => [make('a', { href: `reunions/${minutes || 'index'}.html` }, label)]) : []);
  const chip = (words, ariaLabel, off) => Object.assign(button('puce', words, () => { off(); changed(); field.focus(); }), { ariaLabel });
  const on = picked.map(f => [f.all[f.picked][1], () => f.picked = -1]).concat(openBox.checked ? [[OPEN, () => openBox.checked = false]] : []).map(([words, off]) => chip(words + ' ✕', say(REMOVE, words), off));
  chips.replaceChildren(...on, ...busy ? [chip(CLEAR, CLEAR, () => { field.value = ''; openBox.checked = false; facets.forEach(f => f.picked = -1); })] : []);
};
const changed = () => {
  search();
  const u = new URLSearchParams(), q = field.value.trim();
  if (q) u.set('q', q);
  for (const f of facets) if (f.picked >= 0) u.set(f.name, f.all[f.picked][0]);
  if (openBox.checked) u.set('o', '1');
  try { history.replaceState(null, '', '#' + u); } catch { /* too many in a short time */ }
};
const recall = () => {
  const u = new URLSearchParams(location.hash.slice(1));
  if (location.hash && !location.hash.includes('=')) return;
  field.value = u.get('q') || '';
  for (const f of facets) f.picked = f.all.findIndex(v => v[0] === u.get(f.name));
  openBox.checked = u.has('o');
  search();
};
// The map is the filter by area, beside the cards where there is room, instead of a list of names; its links lead to the
// same areas' pages without a script, or in a new tab.
const map = $$('.carte a').map(a => [a, facets[1].all.findIndex(([page]) => a.getAttribute('href').endsWith(`/${page}.html`))]), wide = matchMedia('(min-width:60rem)').matches;
for (const [a, v] of map) a.onclick = e => {
  if (v < 0 || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault(); facets[1].picked = v; changed();
  title.tabIndex = -1; title.focus();
};
const filters = make('details', { className: 'filtres', open: wide }, make('summary', {}, FILTER), ...facets.map(f => f.select), make('label', {}, openBox, ' ' + OPEN, count));
title.after(make('div', { className: 'tri' }, filters, make('div', {}, chips, alert, meetings, status, cardList, more)), basket);
if (map[0]) {
  const names = $('.carte').closest('.ecran');
  if (wide) filters.append($('.carte'));
  (wide ? names : $('.tags', names)).remove();
}
field.oninput = changed;
for (const f of facets) f.select.onchange = () => { f.picked = +f.select.value; changed(); };
addEventListener('hashchange', recall);
addEventListener('beforeprint', () => show(1 / 0));
search();
recall();
})();
