// schemathesis over the whole description of the API, against the demo. The long form (LONG=1) tries many more examples.
import { checkApi, tokenOf } from './api.mjs';
import { startPortal } from './lib.mjs';

const portal = await startPortal({ settings: { FOTFESTE_LIMITS__REQUESTS_PER_SECOND: '1000000' } });
let status = 1;
try {
  const token = await tokenOf(portal.url, process.env.PERSONA ?? 'administrator');
  const examples = process.env.LONG ? 100 : 8;
  ({ status } = await checkApi(portal.url, token, { examples, more: process.argv.slice(2) }));
} finally {
  await portal.stop();
}
process.exit(status ?? 1);
