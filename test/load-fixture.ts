import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoreFile } from '../src/model/state.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const LIMIT = 1_048_576;

function entry(file: string, path: string): StoreFile | undefined {
  const found = lstatSync(file);
  if (found.isSymbolicLink()) return { path, kind: 'is-link' };
  if (found.isDirectory()) return /\.ya?ml$/i.test(path) ? { path, kind: 'is-directory' } : undefined;
  if (found.size > LIMIT) return { path, kind: 'too-large' };
  try {
    // The byte-order mark is part of the text: the store keeps it.
    return {
      path,
      kind: 'text',
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file)),
    };
  } catch {
    return { path, kind: 'not-utf8' };
  }
}

/**
 * A fixture's store as the reader takes it. `name` is a folder below `test/fixtures`, such as `reference` or
 * `bad-input/cycle`; its `.milestones` is read, or the folder itself where it has none.
 */
export function loadFixture(name: string): StoreFile[] {
  const inner = join(FIXTURES, name, '.milestones');
  const root = existsSync(inner) ? inner : join(FIXTURES, name);
  const walk = (folder: string): StoreFile[] =>
    readdirSync(join(root, folder))
      .sort()
      .flatMap((name) => {
        const path = folder === '' ? name : `${folder}/${name}`;
        const found = entry(join(root, path), path);
        return found ? [found] : walk(path);
      });
  return walk('');
}
