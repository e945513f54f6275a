import type { Rating } from '../model/status-measures.ts';

/** Amber reaches this far from the target: 80 % of it where more is better, 125 % where less is (the inverse of 80 %). */
const AMBER = 0.8;

/** More is better: green from the target on, amber from 80 % of it on, else red. */
export function rateHigh(value: number | null, target: number): Rating | null {
  if (value === null) return null;
  if (value >= target - 1e-9) return 'green';
  return value >= target * AMBER - 1e-9 ? 'amber' : 'red';
}

/** Less is better: green up to the target, amber up to 125 % of it, else red. */
export function rateLow(value: number | null, target: number): Rating | null {
  if (value === null) return null;
  if (value <= target + 1e-9) return 'green';
  return value <= target / AMBER + 1e-9 ? 'amber' : 'red';
}

const ORDER: readonly Rating[] = ['green', 'amber', 'red'];

/** The worst of the ratings that there are; null without any. */
export function worst(ratings: readonly (Rating | null)[]): Rating | null {
  const found = ratings.filter((rating) => rating !== null);
  return found.length === 0 ? null : found.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a));
}
