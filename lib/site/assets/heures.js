// Whether somebody is there, by the reader's clock: on a fiche beside its hours and what can be done at once, where
// today's row is marked too; page.js says it on cards. It uses what is declared here.
'use strict';
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)], lang = document.documentElement.lang;
const say = (words, ...with_) => with_.reduce((s, w) => s.replace('#', () => w), words);
// An element of a class, or with properties.
const make = (tag, is, ...inside) => { const e = Object.assign(document.createElement(tag), is.at ? { className: is } : is); e.append(...inside); return e; };

const now = new Date(), today = (now - now.getTimezoneOffset() * 6e4) / 864e5 | 0, weekday = day => (day + 3) % 7;
const clock = m => { const h = m / 60 | 0, rest = String(m % 60).padStart(2, '0'); return lang === 'fr' ? `${h}\u202fh${m % 60 ? '\u202f' + rest : ''}` : h + ':' + rest; };
// Of the minutes of a week and of dates (lib/calendar/open_week.hpp): whether it is open, and a sentence; nothing where
// it never is, or where nobody can tell. Yesterday comes first, for its night.
// The browser's own words for dates would take a telephone longer than all the rest here.
// Of each day from today on (0) its spans, as they are written.
const spans = text => {
  let last;
  const [[week], ...dates] = text.split('|').map(part => part.split('@')), days = week.split('/').map(d => last = d === '=' ? last : d);
  return d => {
    const day = (today + d).toString(36);
    return (dates.find(([, runs]) => runs.split(',').some(run => day >= run.slice(0, 3) && day <= run.slice(-3))) || [days[JOURS.o.includes(day) ? 7 : weekday(today + d)]])[0];
  };
};
const opening = text => {
  const [OPEN, UNTIL, CLOSED, ...DAYS] = JOURS.l, m = now.getHours() * 60 + now.getMinutes(), of = spans(text);
  for (let d = -1; d < 8; ++d) {
    const at = weekday(today + d), part = of(d);
    const [from, until] = part.split(',').map(s => s.split('-').map(t => +t + d * 1440)).find(([, until]) => until > m) || [];
    if (from <= m) return [1, until % 1440 ? say(UNTIL, clock(until % 1440)) : OPEN];
    if (d < 0) continue;
    if (part.includes('?')) break;
    if (until) return [0, say(CLOSED, DAYS[d > 1 ? 2 + at : d], clock(from - d * 1440))];
  }
  return [];
};
const told = ([open, words]) => words ? [make('p', open ? 'etat oui' : 'etat', words)] : [];

for (const row of $$(`.heures [data-j="${weekday(today) + 1}"]`)) { row.classList.add('auj'); row.ariaCurrent = 'date'; }
for (const table of $$('[data-h]')) {
  const state = opening(table.dataset.h);
  table.before(...told(state));
  $('.actions')?.after(...told(state));
}
