// The portal under test: the binary that was built, on a demo town of its own. FOTFESTE_URL names a running one instead.
import { spawn, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const READY_WITHIN_MS = 180_000;
export const REPOSITORY = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../..');

/** The built program; FOTFESTE_BINARY names another. */
export function binary() {
  const target = process.env.CARGO_TARGET_DIR ?? join(REPOSITORY, 'target');
  const path = process.env.FOTFESTE_BINARY ?? join(target, 'debug/fotfeste');
  if (!existsSync(path)) throw new Error(`${path} is missing: run cargo build --package portal first`);
  return path;
}

/**
 * Starts the demo on a free port and waits until it is ready. `await portal.stop()` ends it and removes its data.
 * With `named` it is reached by a name, as passkeys ask for.
 */
export async function startPortal({ settings = {}, named = false } = {}) {
  if (process.env.FOTFESTE_URL) {
    return { url: process.env.FOTFESTE_URL.replace(/\/$/, ''), data: null, stop: async () => {} };
  }
  const data = await mkdtemp(join(tmpdir(), 'fotfeste-browser-'));
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const url = named ? `http://localhost:${port}` : `http://${listen}`;
  const child = spawn(binary(), ['demo', '--data', data, '--listen', listen], {
    env: { ...withoutOurOwn(process.env), FOTFESTE_BASE_URL: url, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said.push(text.toString());
      if (said.length > 400) said.shift();
    });
  }
  const portal = {
    url,
    data,
    said: () => said.join(''),
    stop: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await new Promise((done) => child.once('exit', done));
      }
      await rm(data, { recursive: true, force: true });
    },
  };
  try {
    await ready(portal, child);
  } catch (error) {
    await portal.stop();
    throw error;
  }
  return portal;
}

/** What is told to these tests is no setting of the portal. */
function withoutOurOwn({ FOTFESTE_BINARY: _binary, FOTFESTE_URL: _url, ...rest }) {
  return rest;
}

async function ready(portal, child) {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the portal ended with ${child.exitCode}:\n${portal.said()}`);
    const answer = await fetch(`${portal.url}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the portal was not ready after ${READY_WITHIN_MS} ms:\n${portal.said()}`);
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** The router's own list: [{ method, path, need }]. */
export function routes() {
  return JSON.parse(execFileSync(binary(), ['routes', '--json'], { encoding: 'utf8' }));
}

/** The personas on the demo's sign-in page: [{ value, name }]. */
export async function personas(url) {
  const page = await (await fetch(`${url}/login`)).text();
  const found = new Map();
  for (const [tag] of page.matchAll(/<(?:button|input|option)\b[^>]*>/g)) {
    const name = /\bname="persona"/.test(tag);
    const value = /\bvalue="([^"]+)"/.exec(tag)?.[1];
    if (name && value) found.set(value, { value });
  }
  if (found.size === 0) throw new Error('the sign-in page offers no persona');
  return [...found.values()];
}

/** Signs a persona in without a browser; the answer is a Cookie header. */
export async function cookieOf(url, persona) {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ persona }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (answer.status !== 303 || cookies.length === 0) {
    throw new Error(`${persona} cannot sign in: ${answer.status} and ${cookies.length} cookies`);
  }
  return cookies.join('; ');
}
