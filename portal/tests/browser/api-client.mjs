// @ts-check
// A program that uses the API through types made from its description. The test checks both: that it fits the types,
// and that the portal answers what the types promise.
import createClient from 'openapi-fetch';

/** @typedef {import('./generated/api.js').paths} paths */

/** @param {string} url @param {string} token */
export function programOf(url, token) {
  /** @type {import('openapi-fetch').Client<paths>} */
  const client = createClient({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });
  return {
    client,

    /** Every student of every round, part by part. */
    async students() {
      /** @type {{ round: string, student: string, subject: string }[]} */
      const found = [];
      for (const round of await this.rounds()) {
        /** @type {string | undefined} */
        let after;
        do {
          const part = await client.GET('/api/v1/rounds/{round}/students', {
            params: { path: { round: round.id }, query: { after, limit: 200 } },
          });
          if (!part.data) throw new Error(part.error.detail);
          for (const student of part.data.items) {
            found.push({ round: round.id, student: student.id, subject: student.subject });
          }
          after = part.data.next ?? undefined;
        } while (after);
      }
      return found;
    },

    async rounds() {
      const { data, error } = await client.GET('/api/v1/rounds', { params: { query: { limit: 200 } } });
      if (!data) throw new Error(error.detail);
      return data.items;
    },

    /** @param {string} name @param {string} key */
    async addUnit(name, key) {
      const { data, error } = await client.POST('/api/v1/units', {
        params: { header: { 'Idempotency-Key': key } },
        body: { name },
      });
      if (!data) throw new Error(error.detail);
      return data;
    },

    /** Takes somebody in, and lets them hold a role. @param {string} given @param {string} family */
    async takeIn(given, family) {
      const { data, error } = await client.POST('/api/v1/people', {
        body: { person: { given_name: given, family_name: family }, affiliation: { kind: 'staff' } },
      });
      if (!data) throw new Error(error.detail);
      return data;
    },

    /** @param {string} person @param {string} role */
    async give(person, role) {
      return client.POST('/api/v1/roles', { body: { person, role } });
    },

    /** Brings a file of units and imports what is ready. @param {string} name @param {string} content */
    async importUnits(name, content) {
      const brought = await client.POST('/api/v1/organisation/imports/{kind}', {
        params: { path: { kind: 'register-units' }, query: { name } },
        headers: { 'Content-Type': 'application/octet-stream' },
        body: new Blob([content]),
        bodySerializer: (body) => /** @type {Blob} */ (body),
      });
      if (!brought.data) throw new Error(brought.error.detail);
      const path = { params: { path: { import: brought.data.id } } };
      const done = await client.POST('/api/v1/imports/{import}/import', path);
      if (!done.data) throw new Error(done.error.detail);
      return { brought: brought.data, done: done.data };
    },

    /** The threads of the office, with what was written in the first of them. */
    async messages() {
      const { data, error } = await client.GET('/api/v1/threads', { params: { query: { limit: 200 } } });
      if (!data) throw new Error(error.detail);
      const [first] = data.items;
      if (!first) return { threads: data.items, entries: [] };
      const entries = await client.GET('/api/v1/threads/{thread}/entries', { params: { path: { thread: first.id } } });
      if (!entries.data) throw new Error(entries.error.detail);
      return { threads: data.items, entries: entries.data.items };
    },

    /** @param {string} unit @param {string} name @param {string} tag */
    async rename(unit, name, tag) {
      return client.PUT('/api/v1/units/{unit}', {
        params: { path: { unit }, header: { 'If-Match': tag } },
        body: { act: 'named', name },
      });
    },
  };
}
