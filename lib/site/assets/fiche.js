// What the page of a fiche does besides, behind heures.js: today's hours where they are seen first, the way there in the
// telephone's own map, sharing and printing; and free places that nobody counted since are no longer told.
'use strict';
{
  const table = $('[data-h]'), part = table && spans(table.dataset.h)(0), [TODAY, CLOSED_TODAY, ALL_DAY] = JOURS.f;
  const span = s => s === '0-1440' ? ALL_DAY : s.split('-').map(m => clock(m % 1440)).join(lang === 'fr' ? '\u00a0–\u2060\u00a0' : '\u2060–\u2060');
  // A question mark: it depends on school holidays, or is by appointment.
  if (table && !part.includes('?')) ($('.etat') || $('.actions')).after(make('p', 'jour', part ? say(TODAY, part.split(',').map(span).join(', ')) : CLOSED_TODAY));

  // geo: is Android's, maps: Apple's; elsewhere a page of OpenStreetMap opens.
  const way = $('a[href*="/directions?to="]'), place = way && encodeURIComponent(new URL(way.href).searchParams.get('to'));
  if (way && /Android/.test(navigator.userAgent)) way.href = `geo:${/^-?[\d.]+%2C-?[\d.]+$/.test(place) ? decodeURIComponent(place) : '0,0'}?q=${place}`;
  if (way && /iPhone|iPad/.test(navigator.userAgent)) way.href = 'maps:?daddr=' + place;

  const deeds = { share: navigator.share && (() => navigator.share({ title: document.title, url: location.href }).catch(() => {})), print: () => print() };
  for (const b of $$('[data-fait]')) { b.onclick = deeds[b.dataset.fait]; b.hidden = !b.onclick; }

  const day = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  for (const e of $$('[data-jusqu]')) if (day > e.dataset.jusqu) e.textContent = e.dataset.alors;
}
