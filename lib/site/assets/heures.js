// Whether somebody is there, by the reader's clock: on a fiche beside its hours and what can be done at once, where
// today's row is marked too; page.js says it on cards. It uses what is declared here.
'use strict';
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)], lang = document.documentElement.lang;
const say = (words, ...with_) => with_.reduce((s, w) => s.replace('#', () => w), words);
// An element of a class, or with properties.
const make = (tag, is, ...inside) => { const e = Object.assign(document.createElement(tag), is.at ? { className: is } : is); e.append(...inside); return e; };

const now = new Date(), weekday = d => (d.getDay() + 6) % 7;
const clock = m => { const h = m / 60 | 0, rest = String(m % 60).padStart(2, '0'); return lang === 'fr' ? `${h}\u202fh${m % 60 ? '\u202f' + rest : ''}` : h + ':' + rest; };
// Of the minutes of a week (lib/calendar/open_week.hpp): whether it is open, and a sentence; nothing where it never is.
// The browser's own words for dates would take a telephone longer than all the rest here.
const opening = week => {
  const [OPEN, UNTIL, CLOSED, ...DAYS] = JOURS.l, m = now.getHours() * 60 + now.getMinutes();
  let last;
  const days = week.split('/').map(d => last = d === '=' ? last : d);
  for (let d = 0; d < 8; ++d) {
    const on = new Date(now);
    on.setDate(on.getDate() + d);
    const date = new Date(on - on.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
    const times = days[JOURS.o.includes(date) ? 7 : weekday(on)].split(',').map(s => s.split('-')).sort((a, b) => a[0] - b[0]);
    const [from, until] = times.find(([, until]) => until && (d || until > m)) || [];
    if (!until) continue;
    if (!d && from <= m) return [1, until > 1439 ? OPEN : say(UNTIL, clock(until))];
    return [0, say(CLOSED, DAYS[d > 1 ? 2 + weekday(on) : d], clock(from))];
  }
  return [];
};
const told = ([open, words]) => words ? [make('p', open ? 'etat oui' : 'etat', words)] : [];

for (const row of $$(`.heures [data-j="${weekday(now) + 1}"]`)) { row.classList.add('auj'); row.ariaCurrent = 'date'; }
for (const table of $$('[data-h]')) {
  const state = opening(table.dataset.h);
  table.before(...told(state));
  $('.actions')?.after(...told(state));
}
