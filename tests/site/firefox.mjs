// Firefox for the tests of a published directory, through WebDriver BiDi: Debian's firefox-esr with a new, empty profile.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages } from './browser.mjs';

const WebSocket = packages('ws'), longest = 60000;
const late = what => new Promise((_, failed) => setTimeout(() => failed(new Error(`${what}: nothing came`)), longest).unref());
// Nothing of its own is asked of the network.
const quiet = { 'browser.shell.checkDefaultBrowser': false, 'app.update.disabledForTesting': true, 'browser.startup.page': 0, 'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '', 'extensions.update.enabled': false, 'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,', 'browser.safebrowsing.downloads.enabled': false, 'intl.locale.requested': 'fr', 'remote.active-protocols': 1, 'layout.css.prefers-color-scheme.content-override': 1 };

/** One browser with one page. `dark`: as somebody has it who wants dark pages. `run(f, ...args)` runs a function in the page,
 * `press(text)` types where the focus is, `errors` is what the console and the pages complained of, `outside` the requests
 * that went beyond the disk. */
export async function firefox({ dark = false, width = 1366, height = 768 } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'cafe-firefox-'));
  const prefs = { ...quiet, 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 };
  writeFileSync(join(profile, 'user.js'), Object.entries(prefs).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const program = spawn(process.env.FIREFOX || 'firefox-esr', ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], { env: { ...process.env, HOME: profile, TZ: 'Europe/Paris' } });
  // However the test ends.
  process.on('exit', () => { program.kill('SIGKILL'); rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); });
  const at = await Promise.race([late('Firefox'), new Promise((found, lost) => {
    let said = '';
    program.stderr.on('data', more => { said += more; const m = said.match(/WebDriver BiDi listening on (ws:\S+)/); if (m) found(m[1]); });
    program.on('error', lost);
    program.on('exit', () => lost(new Error(`firefox: ${said}`)));
  })]);
  const socket = new WebSocket(`${at}/session`), waiting = new Map(), errors = [], outside = [];
  await new Promise((open, failed) => { socket.on('open', open); socket.on('error', failed); });
  let number = 0;
  const send = (method, params) => Promise.race([late(method), new Promise((done, failed) => { waiting.set(++number, [done, failed]); socket.send(JSON.stringify({ id: number, method, params })); })]);
  const heard = {
    'log.entryAdded': e => e.level === 'error' && errors.push(e.text),
    'network.beforeRequestSent': e => /^(file|data|blob|about):/.test(e.request.url) || outside.push(e.request.url),
  };
  socket.on('message', text => {
    const said = JSON.parse(text);
    if (said.type === 'event') return heard[said.method]?.(said.params);
    const [done, failed] = waiting.get(said.id);
    waiting.delete(said.id);
    said.type === 'error' ? failed(new Error(`${said.error}: ${said.message}`)) : done(said.result);
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: Object.keys(heard) });
  const { contexts: [{ context }] } = await send('browsingContext.getTree', {});
  await send('browsingContext.setViewport', { context, viewport: { width, height } });
  const value = v => v.type === 'array' ? v.value.map(value) : v.type === 'object' ? Object.fromEntries(v.value.map(([k, e]) => [k, value(e)])) : v.value;
  const run = async (f, ...args) => {
    const said = await send('script.callFunction', { functionDeclaration: `${f}`, awaitPromise: true, target: { context }, arguments: args.map(a => typeof a === 'number' ? { type: 'number', value: a } : { type: 'string', value: a }) });
    if (said.type === 'exception') throw new Error(said.exceptionDetails.text);
    return value(said.result);
  };
  const open = url => send('browsingContext.navigate', { context, url, wait: 'complete' });
  const press = keys => send('input.performActions', { context, actions: [{ type: 'key', id: 'keyboard', actions: [...keys].flatMap(key => [{ type: 'keyDown', value: key }, { type: 'keyUp', value: key }]) }] });
  const until = async (f, ...args) => { for (const from = Date.now(); Date.now() - from < longest;) { if (await run(f, ...args)) return; await new Promise(later => setTimeout(later, 50)); } throw new Error(`never: ${f}`); };
  const print = async (page = { width: 21, height: 29.7 }) => Buffer.from((await send('browsingContext.print', { context, page, margin: { top: 0, bottom: 0, left: 0, right: 0 }, background: true })).data, 'base64');
  const picture = async () => Buffer.from((await send('browsingContext.captureScreenshot', { context })).data, 'base64');
  const close = async () => {
    const ending = new Promise(end => program.on('exit', end));
    await send('browser.close', {}).catch(() => {});
    await Promise.race([ending, new Promise(enough => setTimeout(enough, 5000))]);
    program.kill('SIGKILL');
    socket.terminate();
  };
  return { open, run, press, until, print, picture, close, errors, outside, back: () => send('browsingContext.traverseHistory', { context, delta: -1 }) };
}
