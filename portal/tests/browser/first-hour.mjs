// What docs/guides/first-hour.md tells, done: node first-hour.mjs BINARY. Packs the binary, unpacks the package into a clean
// folder, takes in an organisation, fills a round from files, announces it, copies, restores elsewhere and upgrades.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { REPOSITORY, arrive, launch } from './lib.mjs';

const READY_WITHIN_MS = 30_000;
const binary = resolve(process.argv[2] ?? join(REPOSITORY, 'target/release/fotfeste'));
const work = mkdtempSync(join(tmpdir(), 'fotfeste-hour-'));
const state = join(work, 'state');
const settings = join(work, 'portal.toml');
const port = 20_000 + (process.pid % 20_000);
const url = `http://localhost:${port}`;
let portal = null;

const say = (text) => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);
const begun = Date.now();

/** The program that the package brought. */
function fotfeste(...args) {
  return execFileSync(join(work, 'root/usr/bin/fotfeste'), [...args, '--config', settings], { encoding: 'utf8' });
}

/** Packs and unpacks, as `apt install` does, without its rights. */
function install() {
  const deb = execFileSync(join(REPOSITORY, 'scripts/deb.sh'), [binary, join(work, 'deb')], { encoding: 'utf8' }).trim();
  execFileSync('dpkg-deb', ['--extract', deb, join(work, 'root')]);
}

async function start() {
  portal = spawn(join(work, 'root/usr/bin/fotfeste'), ['serve', '--config', settings], { stdio: 'ignore' });
  const end = Date.now() + READY_WITHIN_MS;
  while (!(await fetch(`${url}/health/ready`).catch(() => null))?.ok) {
    if (portal.exitCode !== null || Date.now() > end) throw new Error(`the portal is not ready: ${portal.exitCode}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function stop() {
  if (!portal || portal.exitCode !== null) return;
  portal.kill('SIGTERM');
  await new Promise((done) => portal.once('exit', done));
}

/** A day so many days from today, as a date field holds it. */
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** Sends the form of the page, which leads to this address. */
const press = (page, to) => arrive(page, () => page.click('main form button[type=submit]'), to);

async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
}

async function takeIn(page, link, { kind, ...fields }) {
  await page.goto(link.replace(/^https?:\/\/[^/]+/, url));
  await fill(page, fields);
  await page.check(`[name="kind"][value="${kind}"]`);
  await press(page, /\/ops\/setup$/);
}

async function bring(page, round, kind, text) {
  await page.goto(`${url}${round}/imports/new?kind=${kind}`);
  await page.setInputFiles('input[type=file]', { name: `${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await press(page, /\/imports\/[0-9a-f-]{36}$/);
  await arrive(page, () => page.click('form[action$="/import"] button'), /^/);
}

async function firstRound(page) {
  await page.goto(`${url}/rounds/new`);
  await fill(page, {
    name: 'Sykehus og sykehjem, høsten', course_code: 'SYK2100', course_name: 'Klinisk sykepleie, 2. år',
    year: String(new Date(Date.now() + 60 * 86_400_000).getUTCFullYear()), weeks: '40',
    open_on: day(2), open_at: '09:00', close_on: day(12), close_at: '15:00', publish_on: day(20), publish_at: '12:00',
    contact_name: 'Anna Berg, praksiskontoret',
  });
  await press(page, /\/rounds\/[0-9a-f-]{36}$/);
  const round = new URL(page.url()).pathname;
  await bring(page, round, 'tree', 'host_id,parent_id,level,cap,name\nsykehus,,host,6,Fjelltun sykehus\nmed,sykehus,ward,3,Medisinsk sengepost\n');
  await bring(page, round, 'offers', 'place_id,host_id,subject,period,capacity,name\nmed-1,med,Sykepleie,2. år,3,Medisinsk sengepost\n');
  await bring(page, round, 'students',
    'student_id,subject,period,given_name,family_name,email\ns1,Sykepleie,2. år,Mila,Ås,mila@student.example\ns2,Sykepleie,2. år,Ola,Øy,ola@student.example\n');
  await page.goto(`${url}${round}/announcement`);
  await press(page, (to) => to.pathname === round);
  return round;
}

const browser = await launch();
try {
  mkdirSync(state, { mode: 0o700 });
  install();
  const brought = readFileSync(join(work, 'root/etc/fotfeste/portal.toml'), 'utf8');
  writeFileSync(settings, brought.replace('/var/lib/fotfeste', state).replace('127.0.0.1:8420', `127.0.0.1:${port}`), { mode: 0o600 });
  say('the package is unpacked');
  console.log(fotfeste('config', 'check').trim());
  const link = fotfeste('setup').trim().split('\n').at(-1);
  await start();
  say('the portal is ready');

  const context = await browser.newContext({ locale: 'nb' });
  const page = await context.newPage();
  await takeIn(page, link, {
    kind: 'institution', name: 'Mjøs høgskole', short_name: 'Mjøs', given_name: 'Anna', family_name: 'Berg', email: 'anna@mjos.example',
    contact_email: 'praksis@mjos.example', contact_phone: '61 00 00 00',
  });
  say(`the organisation is taken in: ${(await page.locator('.lead').first().innerText()).trim()}`);
  await arrive(page, () => page.click('main a[href$="/about"]'), /\/about$/);
  await press(page, /\/about\?done=yes$/);
  say('what everybody reads about it is read through and saved');
  const round = await firstRound(page);
  say('the first round is filled from three files and announced');
  const mails = readdirSync(join(state, 'mail')).length;
  say(`${mails} mails lie in the folder`);

  console.log(fotfeste('backup').trim());
  const archive = join(state, 'backups', readdirSync(join(state, 'backups')).filter((name) => name.endsWith('.backup')).sort().at(-1));
  console.log(fotfeste('backup', '--verify', archive).trim());
  console.log(fotfeste('restore', '--data', join(work, 'elsewhere'), '--key', join(state, 'backup.key'), archive).trim());
  say('copied, verified, restored elsewhere');

  await stop();
  install();
  await start();
  const after = await page.goto(`${url}${round}`);
  assert.equal(after.status(), 200, 'after the upgrade the session and the round are there');
  say('upgraded');
  try {
    console.log(fotfeste('doctor').trim());
  } catch (error) {
    assert.equal(error.status, 1, `doctor: ${error.stdout}`); // worth a look: no HTTPS, mail into a folder
    console.log(error.stdout.trim());
  }
  say('the first hour is over');
} finally {
  await browser.close();
  await stop();
  rmSync(work, { recursive: true, force: true });
}
