// A real browser for the tests and the pictures of a published directory: Debian's chromium with a new, empty profile,
// without network. The packages are those of package.json, in the folder that CAFE_NODE_MODULES names.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const packages = createRequire(join(resolve(process.env.CAFE_NODE_MODULES), 'here.js'));
const { chromium } = packages('playwright-core');

const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/** One browser. `fresh(options)` gives a page in a context of its own (width, colours, scripts: those of Playwright),
 * `outside` the requests that went beyond the disk, `errors` what the console and the pages complained of. */
export async function browser() {
  const profile = mkdtempSync(join(tmpdir(), 'cafe-chromium-'));
  const main = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, args: quiet });
  const outside = [], errors = [];
  const fresh = async (options = {}) => {
    const context = await main.browser().newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: 1280, height: 900 }, ...options });
    context.on('request', r => { if (!/^(file|data|blob|about):/.test(r.url())) outside.push(r.url()); });
    // A busy machine is no fault of the page.
    context.setDefaultTimeout(120000);
    const page = await context.newPage(), at = () => decodeURI(page.url()).split('/').slice(-2).join('/');
    page.on('pageerror', e => errors.push(`${at()}: ${e.message}`));
    page.on('console', m => m.type() === 'error' && errors.push(`${at()}: ${m.text()}`));
    // What is left behind when the next page is asked for did not fail.
    page.on('requestfailed', r => r.failure().errorText !== 'net::ERR_ABORTED' && errors.push(`${at()}: ${r.url()} did not load`));
    return page;
  };
  const close = async () => { await main.close(); rmSync(profile, { recursive: true, force: true }); };
  return { fresh, close, outside, errors };
}

export const address = path => pathToFileURL(resolve(path)).href;

/** Once the home page has answered its question: the line of how many were found no longer says that it searches. */
export const answered = page => page.waitForFunction(() => !document.querySelector('#bilan')?.textContent.endsWith('…'));

/** Every .html file of a folder, as paths below it, in order. */
export const pagesOf = (folder, below = '') => readdirSync(join(folder, below)).sort().flatMap(name => {
  const path = join(below, name);
  return statSync(join(folder, path)).isDirectory() ? pagesOf(folder, path) : name.endsWith('.html') ? [path] : [];
});

/** One page of each kind in the directory of examples/fumel: what it is, where. */
export const kinds = {
  home: 'index.html',
  question: 'index.html#q=impayé de loyer&t=logement',
  nobody: 'index.html#q=xyzzyx',
  fiche: 'partenaires/ccas-fumel.html',
  suspended: 'partenaires/escale.html',
  themes: 'themes/index.html',
  theme: 'themes/logement.html',
  areas: 'territoires/index.html',
  commune: 'territoires/fumel.html',
  publics: 'publics/index.html',
  public: 'publics/jeunes.html',
  meetings: 'reunions/index.html',
  minutes: 'reunions/2026-10-02-fumel.html',
  network: 'reseau.html',
  glossary: 'glossaire.html',
  plan: 'plan.html',
  about: 'a-propos.html',
  legal: 'mentions-legales.html',
  accessibility: 'accessibilite.html',
};
