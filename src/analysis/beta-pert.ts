/**
 * The modified PERT distribution with λ = 4 (Malcolm, Roseboom, Clark and Fazar, "Application of a Technique for Research and
 * Development Program Evaluation", Operations Research 7, 1959; as a full beta distribution in Vose, "Risk Analysis", 2000):
 * between the optimistic value a and the pessimistic b, with the most likely value m, it is a + (b − a)·X where X has a beta
 * distribution with α = 1 + 4(m − a)/(b − a) and β = 1 + 4(b − m)/(b − a). Mean (a + 4m + b)/6, variance (mean − a)(b − mean)/7.
 */

/** Quantiles of a distribution at equal steps of probability: the first value stands for 0, the last for 1. */
export interface Quantiles {
  readonly values: Float64Array;
  /** True if every value holds for its whole step (observed values); else they are joined by straight lines. */
  readonly stepwise: boolean;
}

/** Steps of the quantile table, and of the numerical integral below it. */
const STEPS = 1024;

const LAMBDA = 4;
const known = new Map<number, Quantiles>();

/**
 * The quantile function of X, where `mode` = (m − a)/(b − a), from 0 to 1. Numbers are drawn by inverting the distribution
 * function (Devroye, "Non-Uniform Random Variate Generation", 1986, chapter II.2), tabulated once per shape by Simpson's rule.
 * Inversion, unlike rejection, draws a later value for a more pessimistic shape from the same uniform number, so that a forecast
 * never gets better by more work.
 */
export function pertQuantiles(mode: number): Quantiles {
  const found = known.get(mode);
  if (found) return found;
  const a = LAMBDA * mode; // α − 1
  const b = LAMBDA * (1 - mode); // β − 1
  const density = (x: number): number => x ** a * (1 - x) ** b;
  const cumulative = new Float64Array(STEPS + 1);
  for (let i = 0, left = density(0); i < STEPS; i++) {
    const right = density((i + 1) / STEPS);
    cumulative[i + 1] = (cumulative[i] as number) + left + 4 * density((i + 0.5) / STEPS) + right;
    left = right;
  }
  const total = cumulative[STEPS] as number;
  const values = new Float64Array(STEPS + 1);
  let cell = 0;
  for (let k = 1; k < STEPS; k++) {
    const wanted = (total * k) / STEPS;
    while ((cumulative[cell + 1] as number) < wanted) cell++;
    const low = cumulative[cell] as number;
    values[k] = (cell + (wanted - low) / ((cumulative[cell + 1] as number) - low)) / STEPS;
  }
  values[STEPS] = 1;
  const quantiles: Quantiles = { values, stepwise: false };
  known.set(mode, quantiles);
  return quantiles;
}

/** The value below which the share `u` (0 to below 1) of the distribution lies. */
export function quantileAt({ values, stepwise }: Quantiles, u: number): number {
  if (stepwise) return values[Math.floor(u * values.length)] as number;
  const place = u * (values.length - 1);
  const cell = Math.floor(place);
  const low = values[cell] as number;
  return low + (place - cell) * ((values[cell + 1] as number) - low);
}
