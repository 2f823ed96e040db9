// The bar of the cards that are kept, which page.js brings with the first of them: how many, a mail to all of them, their sheet to hand over.
'use strict';
const Panier = (D, kept, bar, { line, button, none_: none }) => {
  const [KEPT, WRITE, NO_MAIL, NONE_KEPT] = D.l.slice(17), HAND_OVER = D.l[25];
  return () => {
    const mails = [...kept].map(i => D.f[i].mail_), known = [...new Set(mails.filter(Boolean))], missing = mails.filter(m => !m).length;
    bar.hidden = !mails[0];
    document.documentElement.classList.toggle('garde', !bar.hidden);
    bar.replaceChildren(make('span', {}, say(KEPT, kept.size) + (missing ? ` (${say(NO_MAIL, missing)})` : '')),
      ...line('a', 'bouton plein', ...known[0] ? [WRITE] : []).map(a => { a.href = 'mailto:?bcc=' + known.map(m => encodeURIComponent(m).replace('%40', '@')).join(','); return a; }),
      ...kept.size && !D.one ? [make('a', { className: 'bouton', href: 'a-remettre/index.html#k=' + [...kept].map(i => D.f[i].id) }, HAND_OVER)] : [],
      button('bouton', NONE_KEPT, none));
  };
};
