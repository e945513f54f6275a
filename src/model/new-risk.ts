import { codeSpan } from './code-span.ts';
import { nearest } from './nearest.ts';
import { isBounded, LONGEST_SPAN, parseSpan } from './span.ts';

/** The risk that `--add-risk` describes, with the keys that a milestone's file has for it; what was not said is absent. */
export interface NewRisk {
  readonly description: string;
  /** 0–1. */
  readonly probability?: number;
  readonly impact?: (typeof IMPACTS)[number];
  /** Working days or weeks, as in the file: `3d`, `1w`. */
  readonly delay?: string;
  readonly mitigation?: string;
}

export const RISK_ALLOWED =
  '`description; probability=40%; impact=high; delay=3d; mitigation=text`, where all behind the description may be left out';

const IMPACTS = ['low', 'medium', 'high', 'critical'] as const;
const KEYS = ['probability', 'impact', 'delay', 'mitigation'] as const;
type Key = (typeof KEYS)[number];

function probabilityOf(text: string): number | string {
  const [, digits, percent] = /^(\d{1,3}(?:\.\d{1,4})?|\.\d{1,4}) ?(%?)$/.exec(text) ?? [];
  if (digits === undefined) return `${codeSpan(text)} is no probability`;
  // Ten-thousandths, so that 7% is 0.07 and no longer a sum of binary fractions.
  const value = percent ? Math.round(Number(digits) * 100) / 10_000 : Number(digits);
  return value > 1 ? `a probability of ${codeSpan(text)} is above 100%` : value;
}

function delayOf(text: string): { text: string } | string {
  const span = parseSpan(text);
  if (!span) return `${codeSpan(text)} is no number of days or weeks`;
  if (!isBounded(span)) return `${codeSpan(text)} is too long: a delay is at most ${LONGEST_SPAN} days or weeks`;
  return span.amount < 0 ? 'a delay cannot be negative' : { text: `${span.amount}${span.unit}` };
}

function keyValue(key: Key, text: string): Partial<NewRisk> | string {
  if (text === '') return `\`${key}\` is empty`;
  if (key === 'mitigation') return { mitigation: text };
  if (key === 'impact') {
    const impact = IMPACTS.find((name) => name === text.toLowerCase());
    return impact ? { impact } : `${codeSpan(text)} is no impact: low, medium, high or critical`;
  }
  if (key === 'probability') {
    const probability = probabilityOf(text);
    return typeof probability === 'string' ? probability : { probability };
  }
  const delay = delayOf(text);
  return typeof delay === 'string' ? delay : { delay: delay.text };
}

/**
 * `risk := description (";" key "=" value)*` with the keys probability (`40%` or `0.4`), impact (low, medium, high,
 * critical), delay (`3d`, `1w`) and mitigation, in any order, each at most once. Semicolons part, so no text holds one.
 * → the risk; a string says what is wrong with the text.
 */
export function parseNewRisk(text: string): NewRisk | string {
  const [first = '', ...rest] = text.split(';').map((part) => part.trim());
  if (first === '') return 'the description is missing';
  const early = /^(\w+) ?=/.exec(first)?.[1]?.toLowerCase();
  if (KEYS.some((key) => key === early)) return 'the description comes first';
  let risk: NewRisk = { description: first };
  for (const part of rest) {
    const [, name, value] = /^(\w+) ?= ?(.*)$/s.exec(part) ?? [];
    if (name === undefined || value === undefined) {
      return part === '' ? 'nothing stands behind a semicolon' : `${codeSpan(part)} is not of the form \`key=value\``;
    }
    const key = KEYS.find((known) => known === name.toLowerCase());
    if (!key) {
      const meant = nearest(name, KEYS, 2);
      return `a risk has no ${codeSpan(name)}${meant ? `; \`${meant}\` is meant?` : `; it takes ${KEYS.join(', ')}`}`;
    }
    if (key in risk) return `\`${key}\` is given twice`;
    const found = keyValue(key, value.trim());
    if (typeof found === 'string') return found;
    risk = { ...risk, ...found };
  }
  return risk;
}
