// Whether somebody is there, by the reader's clock: on a fiche beside its hours and what can be done at once, where
// today's row is marked too; page.js says it on cards. It uses what is declared here.
'use strict';
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)], lang = document.documentElement.lang;
const say = (words, ...with_) => with_.reduce((s, w) => s.replace('#', () => w), words);
// An element of a class, or with properties.
const make = (tag, is, ...inside) => { const e = Object.assign(document.createElement(tag), is.at ? { className: is } : is); e.append(...inside); return e; };

const now = new Date(), weekday = d => (d.getDay() + 6) % 7;
const clock = m => { const h = m / 60 | 0, rest = String(m % 60).padStart(2, '0'); return lang === 'fr' ? `${h}\u202fh${m % 60 ? '\u202f' + rest : ''}` : h + ':' + rest; };
// Of the minutes of a week and of dates (lib/calendar/open_week.hpp): whether it is open, and a sentence; nothing where
// it never is, or where nobody can tell. Yesterday comes first, for its night.
// The browser's own words for dates would take a telephone longer than all the rest here.
const opening = text => {
  const [OPEN, UNTIL, CLOSED, ...DAYS] = JOURS.l, m = now.getHours() * 60 + now.getMinutes();
  let last;
  const [week, ...dates] = text.split('|').map(part => part.split('@')), days = week[0].split('/').map(d => last = d === '=' ? last : d);
  const holds = (run, n) => { const [from, to = from] = run.split('-').map(day => parseInt(day, 36)); return n >= from && !(n > to); };
  for (let d = -1; d < 8; ++d) {
    const on = new Date(now);
    on.setDate(on.getDate() + d);
    const at = on - on.getTimezoneOffset() * 6e4, date = dates.find(([, runs]) => runs.split(',').some(run => holds(run, at / 864e5 | 0)));
    const part = date ? date[0] : days[JOURS.o.includes(new Date(at).toISOString().slice(0, 10)) ? 7 : weekday(on)];
    const [from, until] = part.split(',').map(s => s.split('-').map(t => +t + d * 1440)).sort((a, b) => a[0] - b[0]).find(([from, until]) => until > m && (d >= 0 || from <= m)) || [];
    if (from <= m) return [1, until % 1440 ? say(UNTIL, clock(until % 1440)) : OPEN];
    if (d >= 0 && part.includes('?')) break;
    if (until && d >= 0) return [0, say(CLOSED, DAYS[d > 1 ? 2 + weekday(on) : d], clock(from - d * 1440))];
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
