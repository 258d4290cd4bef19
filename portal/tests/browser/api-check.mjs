// schemathesis over the whole description of the API, against the demo. The long form (LONG=1) tries many more examples.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { tokenOf } from './api.mjs';
import { REPOSITORY, startPortal } from './lib.mjs';

const SERVERS = join(REPOSITORY, 'portal/tests/servers');
const program = process.env.SCHEMATHESIS ?? join(SERVERS, 'installed/bin/schemathesis');
const examples = process.env.LONG ? '100' : '8';

const portal = await startPortal({ settings: { FOTFESTE_LIMITS__REQUESTS_PER_SECOND: '1000000' } });
let status = 1;
try {
  const token = await tokenOf(portal.url, process.env.PERSONA ?? 'administrator');
  const options = [
    '--config-file', join(SERVERS, 'schemathesis.toml'), 'run', `${portal.url}/api/openapi.json`,
    '--url', portal.url, '--header', `Authorization: Bearer ${token}`, '--max-examples', examples,
    '--seed', '2027', '--no-color', ...process.argv.slice(2),
  ];
  status = spawnSync(program, options, { stdio: 'inherit' }).status ?? 1;
} finally {
  await portal.stop();
}
process.exit(status);
