// The words of the house, read from the texts: which keys there are, and which English a reader may not meet elsewhere.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './server.mjs';

const WINGS = ['floor/kit', 'people', 'placing', 'operating', 'learning', 'integrations', 'portal', 'demo'];
/** A shorter run of words may be right in two languages. */
const WORDS_MIN = 3;
/** English that none of the other three languages has. */
const ENGLISH = /(?<![\p{L}-])(the|you|your|this|these|with|please|which|should|cannot|been)(?![\p{L}-])/iu;

const texts = {};
for (const lang of ['en', 'nb', 'nn', 'da']) texts[lang] = gather(lang);

function gather(lang) {
  const words = new Map();
  for (const wing of WINGS) {
    for (const room of folders(join(REPOSITORY, wing))) {
      const file = join(REPOSITORY, wing, room, 'text', `${lang}.ftl`);
      for (const [key, runs] of parse(read(file))) words.set(key, runs);
    }
  }
  return words;
}

function folders(path) {
  try {
    return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return [];
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Keys with the runs of fixed words between their variables and variants. */
function parse(text) {
  const words = new Map();
  let runs = null;
  for (const line of text.split('\n')) {
    const start = /^(-?[a-z][a-z0-9-]*)\s*=\s*(.*)$/.exec(line);
    if (start) {
      runs = [];
      words.set(start[1], runs);
      runs.push(...fixed(start[2]));
    } else if (/^\s+\S/.test(line) && runs) {
      runs.push(...fixed(line.replace(/^\s*(\*?\[[^\]]*\]|\.[a-z-]+\s*=)?\s*/, '')));
    } else if (!/^\s*$/.test(line)) {
      runs = null;
    }
  }
  return words;
}

function fixed(value) {
  return value
    .replace(/\{\s*"([^"]*)"\s*\}/g, '$1')
    .split(/\{[^}]*\}?|\}/)
    .map((run) => run.replace(/\s+/g, ' ').trim())
    .filter((run) => run.length > 0);
}

export const keys = new Set(texts.en.keys());

/** English runs of three words and more that read otherwise in the given language. */
const foreign = new Map(
  ['nb', 'nn', 'da'].map((lang) => {
    const own = new Set([...texts[lang].values()].flat());
    const runs = [...texts.en.values()].flat();
    return [lang, [...new Set(runs)].filter((run) => run.split(' ').length >= WORDS_MIN && !own.has(run))];
  }),
);

/** English found in a text that should be in `lang`. */
export function englishIn(text, lang) {
  if (lang === 'en') return [];
  const flat = text.replace(/\s+/g, ' ');
  const found = foreign.get(lang).filter((run) => flat.includes(run));
  const word = ENGLISH.exec(flat);
  if (word) found.push(flat.slice(Math.max(0, word.index - 30), word.index + 40).trim());
  return found;
}

/** Keys that stand in a text where their words should. */
export function rawKeysIn(text) {
  const found = text.match(/(?<![\w/@.-])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?![\w/@-])/g) ?? [];
  return [...new Set(found)].filter((word) => keys.has(word));
}
