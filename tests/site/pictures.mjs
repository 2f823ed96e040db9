// Pictures of each kind of page: pictures.mjs SITE FOLDER. Desktop, telephone, dark and, as PDF, paper. With "readme"
// after that, the three first screens that the README shows.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { address, answered, browser, kinds } from './browser.mjs';

const [site, folder, readme] = process.argv.slice(2);
const views = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
};
mkdirSync(folder, { recursive: true });
const { fresh, close, errors } = await browser();
// The morning of the day that pictures.sh publishes on: who is open is the same in each picture.
const opened = async options => { const page = await fresh(options); await page.clock.setFixedTime(new Date('2026-11-20T10:00:00+01:00')); return page; };
const open = async (page, path) => {
  await page.goto('about:blank');
  const [file, hash] = path.split('#');
  await page.goto(address(join(site, file)) + (hash ? '#' + hash : ''));
  await answered(page);
};
if (readme) {
  for (const [kind, view] of [['home', 'desktop'], ['fiche', 'desktop'], ['question', 'phone']]) {
    const page = await opened({ ...views[view], deviceScaleFactor: 1 });
    await open(page, kinds[kind]);
    await page.screenshot({ path: join(folder, `picture-${kind}.png`) });
  }
} else for (const [view, options] of Object.entries(views)) {
  const page = await opened(options);
  for (const [kind, path] of Object.entries(kinds)) {
    await open(page, path);
    // What a few screens show is what a reader meets; a page of sixty cards is no picture.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path: join(folder, `${kind}-${view}.png`), fullPage: true, clip: { x: 0, y: 0, width: options.viewport.width, height: Math.min(height, 2600) } });
    if (view === 'desktop') await page.pdf({ path: join(folder, `${kind}-print.pdf`), preferCSSPageSize: true, printBackground: true });
  }
}
await close();
errors.forEach(e => console.error(e));
process.exitCode = errors.length ? 1 : 0;
