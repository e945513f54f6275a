/** The seconds that a run may spend on waiting for GitHub, all its waits together. */
export interface Patience {
  /** Seconds left; never negative. */
  left(): number;
  spend(seconds: number): void;
}

/** Long enough for a secondary limit, which asks for a minute, and short enough not to hold a runner for nothing. */
const PATIENCE_SECONDS = 120;

export function patience(seconds = PATIENCE_SECONDS): Patience {
  let left = seconds;
  return {
    left: () => Math.max(0, left),
    spend: (spent) => {
      left -= spent;
    },
  };
}
