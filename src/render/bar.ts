/** Percentages are numbers from 0 to 100. Only 100 looks finished and only 0 looks untouched, whatever the rounding says. */

/** `88%`, `87.5%`: at most one decimal; 99.96 reads `99.9%`, never `100%`. */
export function percent(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  if (value < 100 && rounded >= 100) return '99.9%';
  if (value > 0 && rounded <= 0) return '0.1%';
  return `${rounded}%`;
}

/** A bar of `cells` characters. */
export function bar(value: number, cells: number): string {
  let filled = Math.round((Math.min(Math.max(value, 0), 100) / 100) * cells);
  if (value < 100) filled = Math.min(filled, cells - 1);
  if (value > 0) filled = Math.max(filled, 1);
  filled = Math.min(Math.max(filled, 0), cells);
  return '█'.repeat(filled) + '░'.repeat(cells - filled);
}
