import type { StoreFile } from '../model/state.ts';

export const MAX_FILE_BYTES = 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes of a store file as text, or why they are not: over the size limit, or not UTF-8. A byte-order mark stays. */
export function toStoreFile(path: string, bytes: Buffer): StoreFile {
  if (bytes.length > MAX_FILE_BYTES) return { path, kind: 'too-large' };
  try {
    return { path, kind: 'text', text: decoder.decode(bytes) };
  } catch {
    return { path, kind: 'not-utf8' };
  }
}

/** Only these are part of the store; other files beside them are people's own business and are not read. */
export function isStoreText(path: string): boolean {
  return /\.(ya?ml)$/i.test(path);
}

/** A link or a submodule of this name may stand for a folder of the store, whose files would then be missed in silence. */
export function mayHideFiles(path: string): boolean {
  return !/[^/]\.[^/.]+$/.test(path);
}
