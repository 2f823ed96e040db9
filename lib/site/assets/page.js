// What a published page does: today's row among the opening hours; on the home page the search. Words of records go
// into the page as text, never as markup.
'use strict';
(() => {
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
const now = new Date(), weekday = (now.getDay() + 6) % 7;
for (const row of $$(`.heures [data-j="${weekday + 1}"]`)) { row.classList.add('auj'); row.setAttribute('aria-current', 'date'); }

const field = $('#q'), list = $('.fiches');
if (!field || !list || typeof Recherche === 'undefined' || typeof CAFE === 'undefined') return;
document.documentElement.classList.add('js');
const D = CAFE, cards = $$('.fiche', list), title = $('#partenaires'), titled = title.textContent, page = 60;
const [FILTER, THEME, AREA, PUBLIC, OPEN, COMMUNES, WIDER, ANSWERS, ONE, MANY, NONE, NONE_SO, MORE, READ, REMOVE, CLEAR,
  UNTIL, TODAY, TOMORROW, ON, KEEP, KEPT, WRITE, NO_MAIL, NONE_KEPT, EMERGENCY, MEETINGS] = D.l;
const say = (words, ...with_) => with_.reduce((s, w) => s.replace('#', () => w), words);
const make = (tag, is = {}, ...inside) => { const e = Object.assign(document.createElement(tag), is); e.append(...inside); return e; };
let engine;
const lang = document.documentElement.lang, colon = lang === 'fr' ? '\u202f: ' : ': ';

// ---- Open now: minutes of the week, Monday first, then public holidays ----
const clock = m => lang === 'fr' ? `${m / 60 | 0}\u202fh${m % 60 ? '\u202f' + String(m % 60).padStart(2, '0') : ''}` : `${m / 60 | 0}:${String(m % 60).padStart(2, '0')}`;
const spans = (week, ahead) => {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, 12);
  const iso = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
  const part = week.split('/')[D.o.includes(iso) ? 7 : (day.getDay() + 6) % 7];
  return [part ? part.split(',').map(s => s.split('-').map(Number)).sort((a, b) => a[0] - b[0]) : [], day];
};
const states = D.h.map(week => {
  const m = now.getHours() * 60 + now.getMinutes(), here = spans(week, 0)[0].find(([a, b]) => m >= a && m < b);
  if (here) return [1, here[1] === 1440 ? OPEN : say(UNTIL, clock(here[1]))];
  for (let d = 0; d < 15; ++d) {
    const [times, day] = spans(week, d), next = times.find(([a]) => d || a > m);
    if (next) return [0, d ? d > 1 ? say(ON, day.toLocaleDateString(lang, { weekday: 'long', ...d > 6 && { day: 'numeric', month: 'long' } }), clock(next[0])) : say(TOMORROW, clock(next[0])) : say(TODAY, clock(next[0]))];
  }
});
const state = i => states[D.f[i][13]];

// ---- Filters ----
const within = D.z.map(() => []), whole = new Map();
D.a.forEach((a, i) => a[2].forEach(z => within[z].push(i)));
const areas = i => {
  const served = [D.f[i][7], ...D.f[i][9].map(s => s[0] || [])].flat(), key = served.join();
  return whole.get(key) || whole.set(key, [...new Set(served.flatMap(z => within[z]))]).get(key);
};
const place = a => a[1] || a[0];
const box = make('input', { type: 'checkbox' }), count = make('span', { className: 'n' });
const facet = (name, any, values, all, groups) => ({ name, any, values, all, groups, select: make('select', { ariaLabel: any }), picked: -1 });
const facets = [
  facet('t', THEME, i => D.f[i][4], D.t.map(([id, label]) => ({ id, label }))),
  facet('a', AREA, areas, D.a.map(a => ({ id: place(a), label: a[0], group: a[4] & 1 ? COMMUNES : WIDER })), [WIDER, COMMUNES]),
  facet('p', PUBLIC, i => D.f[i][5], D.p.map(([id, label]) => ({ id, label })))];
const passes = (i, but) => facets.every(f => f === but || f.picked < 0 || f.values(i).includes(f.picked)) && (but === box || !box.checked || state(i)?.[0]);
const fill = (f, found) => {
  const n = new Map();
  for (const i of found) if (passes(i, f)) for (const v of f.values(i)) n.set(v, (n.get(v) || 0) + 1);
  const option = v => make('option', { value: v, selected: v === f.picked }, `${f.all[v].label} (${n.get(v) || 0})`);
  const kept = f.all.map((_, v) => v).filter(v => n.get(v) || v === f.picked), byLabel = (a, b) => f.all[a].label.localeCompare(f.all[b].label, lang);
  f.select.replaceChildren(make('option', { value: -1 }, f.any), ...f.groups
    ? f.groups.map(g => make('optgroup', { label: g }, ...kept.filter(v => f.all[v].group === g).sort(byLabel).map(option))) : kept.map(option));
};

// ---- The page ----
const status = make('p', { id: 'bilan', className: 'bilan' }), chips = make('div', { className: 'puces' }), alert = make('p', { className: 'avis', hidden: true }), meetings = make('p', { hidden: true });
const more = make('button', { type: 'button', className: 'bouton' }), basket = make('div', { className: 'panier', hidden: true });
status.setAttribute('role', 'status');
list.before(make('details', { className: 'filtres', open: !matchMedia('(max-width:60rem)').matches }, make('summary', {}, FILTER), ...facets.map(f => f.select),
  make('label', {}, box, ' ' + OPEN + ' ', count)), chips, alert, meetings, status);
list.after(more, basket);
const kept = new Set();
const fixed = () => {
  const mails = [...new Set([...kept].map(i => D.f[i][6]).filter(Boolean))], missing = [...kept].filter(i => !D.f[i][6]).length;
  basket.hidden = !kept.size;
  document.documentElement.classList.toggle('garde', kept.size > 0);
  const write = make('a', { className: 'bouton plein', href: 'mailto:?bcc=' + mails.map(m => encodeURIComponent(m).replace('%40', '@')).join(',') }, WRITE);
  const none = make('button', { type: 'button', className: 'bouton' }, NONE_KEPT);
  none.onclick = () => { kept.clear(); $$('.choix input').forEach(c => c.checked = false); fixed(); field.focus(); };
  basket.replaceChildren(make('span', {}, say(KEPT, kept.size) + (missing ? ` (${say(NO_MAIL, missing)})` : '')), ...mails[0] ? [write] : [], none);
};
const dressed = new Set();
const dress = i => {
  if (dressed.has(i)) return;
  dressed.add(i);
  const side = $('.cote', cards[i]), s = state(i), keep = make('input', { type: 'checkbox' });
  if (s) side.append(make('p', { className: s[0] ? 'etat oui' : 'etat' }, s[1]));
  keep.onchange = () => { keep.checked ? kept.add(i) : kept.delete(i); fixed(); };
  keep.setAttribute('aria-label', `${KEEP} : ${D.f[i][1]}`);
  side.append(make('label', { className: 'choix' }, keep, ' ' + KEEP));
};

let order = [], shown = 0;
const show = n => {
  order.slice(shown, n).forEach(({ i, why }) => {
    dress(i);
    let line = $('.extrait', cards[i]);
    if (why && !line) $('h3', cards[i]).after(line = make('p', { className: 'extrait' }));
    if (line) { line.textContent = why || ''; line.hidden = !why; }
  });
  list.append(...order.slice(shown, n).map(o => cards[o.i]));
  shown = Math.min(n, order.length);
  more.hidden = shown === order.length;
  more.textContent = say(MORE, order.length - shown);
};
const everybody = cards.map((_, i) => ({ i }));
const search = () => {
  const q = field.value.trim(), answer = q ? (engine ||= Recherche(D)).ask(q) : null;
  const found = answer ? answer.hits.map(h => ({ i: h.f, why: h.why })) : everybody, all = found.map(o => o.i);
  const picked = facets.filter(f => f.picked >= 0), busy = q || picked[0] || box.checked;
  order = found.filter(o => passes(o.i));
  for (const f of facets) fill(f, all);
  count.textContent = `(${all.filter(i => passes(i, box) && state(i)?.[0]).length})`;
  list.replaceChildren(); shown = 0; show(page);
  document.documentElement.classList.toggle('cherche', !!busy);
  title.textContent = busy ? ANSWERS : titled;
  const n = order.length, read = answer?.read.map(r => ' · ' + say(READ, r[1])).join('') || '';
  status.textContent = (n > 1 ? say(MANY, n) : n ? ONE : found.length ? say(NONE_SO, found.length) : NONE) + read;
  const numbers = D.u.filter(u => answer?.themes.some(t => u[2].includes(t)));
  alert.hidden = !numbers[0];
  alert.replaceChildren(make('strong', {}, EMERGENCY + colon), ...numbers.flatMap(([number, label], k) =>
    [k ? ' · ' : '', make('a', { href: 'tel:' + number.replace(/[^+\d]/g, '') }, number), ' ' + label]));
  const meets = q ? engine.meetings(q).slice(0, 5) : [];
  meetings.hidden = !meets[0];
  meetings.replaceChildren(make('strong', {}, MEETINGS + colon), ...meets.flatMap(([label, , minutes], k) =>
    [k ? ' · ' : '', make('a', { href: `reunions/${minutes || 'index'}.html` }, label)]));
  const chip = (label, off) => {
    const b = make('button', { type: 'button', className: 'puce', ariaLabel: say(REMOVE, label) }, label + ' ✕');
    b.onclick = () => { off(); search(); field.focus(); };
    return b;
  };
  const on = [...picked.map(f => chip(f.all[f.picked].label, () => f.picked = -1)), ...box.checked ? [chip(OPEN, () => box.checked = false)] : []];
  if (busy) { const b = chip(CLEAR, () => { field.value = ''; box.checked = false; facets.forEach(f => f.picked = -1); }); b.textContent = b.ariaLabel = CLEAR; on.push(b); }
  chips.replaceChildren(...on);
};
const remember = () => {
  const u = new URLSearchParams(), q = field.value.trim();
  if (q) u.set('q', q);
  for (const f of facets) if (f.picked >= 0) u.set(f.name, f.all[f.picked].id);
  if (box.checked) u.set('o', '1');
  try { history.replaceState(null, '', '#' + u); } catch { /* too many in a short time */ }
};
const recall = () => {
  if (location.hash && !location.hash.includes('=')) return false;
  const u = new URLSearchParams(location.hash.slice(1));
  field.value = u.get('q') || '';
  for (const f of facets) f.picked = f.all.findIndex(v => v.id === u.get(f.name));
  box.checked = u.has('o');
  search();
  return true;
};
const changed = () => { search(); remember(); };
field.oninput = box.onchange = changed;
for (const f of facets) f.select.onchange = () => { f.picked = +f.select.value; changed(); };
// The map is the filter by area; its links lead to the same areas' pages without a script, or in a new tab.
for (const a of $$('.carte a')) a.onclick = e => {
  const v = facets[1].all.findIndex(v => a.getAttribute('href').endsWith(`/${v.id}.html`));
  if (v < 0 || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault(); facets[1].picked = v; changed();
  title.tabIndex = -1; title.focus();
};
chips.addEventListener('click', remember);
more.onclick = () => { const from = shown; show(shown + page); $('a', cards[order[from].i]).focus(); };
addEventListener('hashchange', recall);
addEventListener('beforeprint', () => show(order.length));
recall() || search();
// Made ready while the reader looks, so that the first letter does not wait for it.
setTimeout(() => engine ||= Recherche(D), 200);
})();
