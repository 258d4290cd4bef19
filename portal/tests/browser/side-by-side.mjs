// Two releases on one PostgreSQL database under load: node side-by-side.mjs OLD NEW, two binaries. The older one serves, the
// newer one starts beside it and brings the schema up to date, the older one stops; then the newer one is taken back: the
// older one starts on the schema that the newer one left, and the newer one stops. Not one request may fail, and what was
// acknowledged must be there. Then an SQLite file, which belongs to one process: the older one makes a town and stops, the
// newer one takes its place. Every row must be there, and every page say what it said.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPOSITORY, cookieOf } from './server.mjs';

const [older, newer] = process.argv.slice(2);
if (!older || !newer) throw new Error('use: node side-by-side.mjs OLD NEW, two binaries of the portal');
const PHASE_MS = Number(process.env.PHASE_MS ?? 8_000);
const READY_WITHIN_MS = 180_000;
const READERS = 6;
const WRITERS = 3;
const PAGES = {
  administrator: ['/', '/rounds', '/messages', '/organisations'],
  'coordinator-hospital': ['/', '/messages'],
  'student-open': ['/', '/my/rounds'],
};

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const begun = Date.now();
const say = (text) => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);

// The tests' own server, held by a share of its lock for as long as this runs.
const cluster = join(REPOSITORY, 'portal/testkit/cluster.sh');
const folder = execFileSync('sh', [cluster, 'folder'], { encoding: 'utf8' }).trim();
const lock = spawn('flock', ['--shared', join(folder, 'use.lock'), 'sleep', '3600'], { stdio: 'ignore' });
const socket = execFileSync('sh', [cluster, 'start'], { encoding: 'utf8' }).trim();
const database = `side_by_side_${process.pid}`;
const psql = (sql, role = 'portal_owner', on = database) =>
  execFileSync('psql', ['-h', socket, '-U', role, '-d', on, '-AtX', '-v', 'ON_ERROR_STOP=1', '-c', sql], { encoding: 'utf8' }).trim();
const url = (role) => `postgres://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`;
const data = mkdtempSync(join(tmpdir(), 'fotfeste-side-'));

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** What a release is told that serves the PostgreSQL database; with `migrates` it brings the schema up to date first. */
const onPostgres = (migrates) => ({
  FOTFESTE_DATABASE__URL: url('portal_runtime'),
  ...(migrates ? { FOTFESTE_DATABASE__OWNER_URL: url('portal_owner') } : {}),
});

/** Starts a release with what `place` says of its database: nothing for SQLite. */
async function start(name, binary, what, place) {
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const args = what === 'demo' ? ['demo', '--data', data, '--listen', listen] : ['serve'];
  const env = {
    ...process.env,
    FOTFESTE_DATA: data,
    FOTFESTE_LISTEN: listen,
    FOTFESTE_BASE_URL: `http://${listen}`,
    FOTFESTE_LIMITS__REQUESTS_PER_SECOND: '1000000',
    FOTFESTE_BACKUP__EVERY_HOURS: '0',
    RUST_LOG: 'warn',
    ...place,
  };
  const child = spawn(binary, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const portal = { name, child, port, url: `http://${listen}`, agent: new Agent({ keepAlive: true, maxSockets: 64 }) };
  const end = Date.now() + READY_WITHIN_MS;
  while (!(await fetch(`${portal.url}/health/ready`).catch(() => null))?.ok) {
    assert.equal(child.exitCode, null, `${name} has ended`);
    assert.ok(Date.now() < end, `${name} is not ready`);
    await sleep(50);
  }
  say(`${name} serves (${what}${place.FOTFESTE_DATABASE__OWNER_URL ? ', migrates' : ''})`);
  return portal;
}

/** As a proxy does: no new request comes to it, those under way end, then it is told to stop. */
async function stop(portal) {
  serving.splice(serving.indexOf(portal), 1);
  while (portal.underWay) await sleep(5);
  const gone = new Promise((done) => portal.child.once('exit', done));
  portal.child.kill('SIGTERM');
  await gone;
  portal.agent.destroy();
  say(`${portal.name} has stopped`);
}

const serving = [];
const answered = {};
const failures = [];
let turn = 0;
let going = true;

function ask(method, path, cookie, fields) {
  const portal = serving[turn++ % serving.length];
  portal.underWay = (portal.underWay ?? 0) + 1;
  const body = fields && new URLSearchParams(fields).toString();
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  if (body) Object.assign(headers, { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) });
  return new Promise((done) => {
    const sent = request({ host: '127.0.0.1', port: portal.port, agent: portal.agent, method, path, headers, timeout: 30_000 });
    const end = (status, text) => {
      portal.underWay -= 1;
      const right = method === 'POST' ? status === 303 : status === 200;
      answered[portal.name] = (answered[portal.name] ?? 0) + 1;
      if (!right) failures.push(`${portal.name} ${method} ${path}: ${status}`);
      done({ right, text });
    };
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece) => { text += piece; }).on('end', () => end(response.statusCode, text));
      response.on('error', (error) => end(error.code, ''));
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer')));
    sent.on('error', (error) => end(error.code ?? error.message, ''));
    sent.end(body);
  });
}

async function read(pages, cookie) {
  for (let number = 0; going; number += 1) await ask('GET', pages[number % pages.length], cookie);
}

/** Adds places and takes them out again; answers how many acts were acknowledged. */
async function write(writer, path, offers, cookie) {
  let acknowledged = 0;
  for (; going; acknowledged += 1) {
    const offer = offers[Math.floor(acknowledged / 2) % offers.length];
    const act = `${acknowledged % 2 ? 'remove' : 'add'}:${offer}`;
    const { right } = await ask('POST', path, cookie, { request_key: `side-${writer}-${String(acknowledged).padStart(6, '0')}`, act });
    if (!right) break;
  }
  return acknowledged;
}

/** The open round of the student, and places for each writer that are not yet wished for. */
async function wishes(cookie) {
  const { text } = await ask('GET', '/my/rounds', cookie);
  for (const [, round] of text.matchAll(/href="(\/my\/rounds\/[0-9a-f-]{36})/g)) {
    const places = await ask('GET', `${round}/places`, cookie);
    const offers = [...places.text.matchAll(/value="add:([0-9a-f-]{36})"/g)].map(([, offer]) => offer);
    if (offers.length >= WRITERS) return { path: `${round}/wishes`, offers };
  }
  throw new Error('no round of this student takes wishes now');
}

/** Rows of each table of the town's file, but those that come and go with a process. */
function rows() {
  const count = `import json, sqlite3, sys
file = sqlite3.connect(sys.argv[1])
names = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
print(json.dumps({name: file.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}))`;
  const counts = JSON.parse(execFileSync('python3', ['-c', count, join(data, 'fotfeste.db')], { encoding: 'utf8' }));
  for (const passing of ['sessions', 'seaql_migrations', 'routines']) delete counts[passing];
  return counts;
}

/** What readers see, word by word. */
async function seen(portal, cookies) {
  const pages = {};
  serving.splice(0, serving.length, portal);
  for (const [persona, paths] of Object.entries(PAGES)) {
    for (const path of paths) {
      const { text } = await ask('GET', path, cookies[persona]);
      const main = text.match(/<main[\s\S]*<\/main>/)?.[0] ?? text;
      pages[`${persona} ${path}`] = main.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    }
  }
  return pages;
}

/** An SQLite file goes from one release to the next. */
async function replaced() {
  const cookies = {};
  const first = await start('older', older, 'demo', {});
  for (const persona of Object.keys(PAGES)) cookies[persona] = await cookieOf(first.url, persona);
  const before = await seen(first, cookies);
  await stop(first);
  const had = rows();
  const second = await start('newer', newer, 'demo', {}); // a town does no work by the clock, which would remove what is old
  const after = await seen(second, cookies);
  await stop(second);
  const has = rows();
  const lost = Object.keys(had).filter((table) => has[table] < had[table]);
  const count = Object.values(had).reduce((sum, one) => sum + one, 0);
  say(`a file of ${count} rows in ${Object.keys(had).length} tables: lost in [${lost}]; ${Object.keys(before).length} pages read before and after`);
  assert.deepEqual([lost, failures], [[], []], 'every row is there, and every page opens');
  assert.deepEqual(after, before, 'pages say what they said');
}

try {
  psql(`CREATE DATABASE ${database}`, 'portal_owner', 'postgres');
  const first = await start('older', older, 'demo', onPostgres(true));
  serving.push(first);
  const steps = () => Number(psql('SELECT count(*) FROM seaql_migrations'));
  const [cookies, before] = [{}, steps()];
  for (const persona of Object.keys(PAGES)) cookies[persona] = await cookieOf(first.url, persona);
  const student = cookies['student-open'];
  const { path, offers } = await wishes(student);
  const versions = () => Number(psql(`SELECT count(*) FROM wish_lists WHERE version > 0`, 'postgres'));
  const had = versions();
  const work = [];
  for (let reader = 0; reader < READERS; reader += 1) {
    const persona = Object.keys(PAGES)[reader % Object.keys(PAGES).length];
    work.push(read(persona === 'student-open' ? [...PAGES[persona], path] : PAGES[persona], cookies[persona]).then(() => 0));
  }
  for (let writer = 0; writer < WRITERS; writer += 1) work.push(write(writer, path, [offers[writer]], student));
  await sleep(PHASE_MS);
  const second = await start('newer', newer, 'serve', onPostgres(true));
  say(`the schema went from step ${before} to step ${steps()}`);
  serving.push(second);
  await sleep(PHASE_MS);
  await stop(first);
  await sleep(PHASE_MS);
  const third = await start('older again', older, 'serve', onPostgres(false)); // the newer one's steps stand
  serving.push(third);
  await sleep(PHASE_MS);
  await stop(second);
  await sleep(PHASE_MS);
  going = false;
  const acknowledged = (await Promise.all(work)).reduce((sum, count) => sum + count, 0);
  await stop(third);
  say(`answers: ${JSON.stringify(answered)}; ${acknowledged} wishes acknowledged, ${versions() - had} kept; ${failures.length} failed`);
  assert.deepEqual(failures, [], 'no request fails');
  assert.equal(versions() - had, acknowledged, 'what was acknowledged is there, once');
  await replaced();
} finally {
  for (const portal of serving) portal.child.kill('SIGKILL');
  await sleep(200);
  psql(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, 'portal_owner', 'postgres');
  lock.kill();
  rmSync(data, { recursive: true, force: true });
}
