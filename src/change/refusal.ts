import type { Diagnostic } from '../model/diagnostic.ts';
import type { Intent } from '../model/intent.ts';
import type { Refusal, RefusalCode } from '../model/plan.ts';

/** A refusal with everything beside code and message optional. */
export function refusal(
  code: RefusalCode,
  message: string,
  more: { hint?: string; intent?: Intent; diagnostics?: readonly Diagnostic[] } = {},
): Refusal {
  return { code, message, hint: more.hint ?? null, intent: more.intent ?? null, diagnostics: more.diagnostics ?? [] };
}

/** Edits of one option, or why it cannot be carried out. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (...args: Parameters<typeof refusal>): Outcome<never> => ({
  ok: false,
  refusal: refusal(...args),
});
