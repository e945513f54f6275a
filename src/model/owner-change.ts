import { codeSpan } from './code-span.ts';

export const OWNER_ALLOWED = 'a login such as `alice`, or `none`';

/** Logins of GitHub, those of managed users (`alice_corp`) included. */
const LOGIN = /^@?([a-z0-9](?:[a-z0-9_-]{0,48}[a-z0-9])?)$/i;

/** `alice`, `@alice` or `none` → who owns it from now on, null for nobody; a string says what is wrong with the text. */
export function parseOwner(text: string): { readonly login: string | null } | string {
  const trimmed = text.trim();
  if (/^none$/i.test(trimmed)) return { login: null };
  const [, login] = LOGIN.exec(trimmed) ?? [];
  return login === undefined ? `${codeSpan(text)} is not a login` : { login };
}
