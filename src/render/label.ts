import type { Check } from '../model/plan.ts';
import type { Health } from '../model/standing.ts';
import type { MilestoneStatusRow, Status } from '../model/status.ts';
import { days, signedDays } from './when.ts';

/** The words and signs of every closed set, in one place so that a page, a comment and a terminal say the same. */
type Label = readonly [sign: string, word: string];

const HEALTH: Record<Health, Label> = {
  done: ['✅', 'Done'],
  on_track: ['🟢', 'On track'],
  at_risk: ['🟠', 'At risk'],
  late: ['🔴', 'Late'],
  blocked: ['⛔', 'Blocked'],
  pending: ['⏳', 'Pending'],
};

const STATUS: Record<MilestoneStatusRow['status'], Label> = {
  completed: ['✅', 'Done'],
  in_progress: ['🟡', 'Active'],
  planning: ['⏳', 'Pending'],
  blocked: ['⛔', 'Blocked'],
  cancelled: ['🚫', 'Cancelled'],
};

const EDGE: Record<Status['dependencies'][number]['state'], Label> = {
  satisfied: ['✅', 'Satisfied'],
  in_progress: ['🟡', 'In progress'],
  waiting: ['⏳', 'Waiting'],
  at_risk: ['🟠', 'At risk'],
  blocked: ['⛔', 'Blocked'],
};

const EXTERNAL: Record<Status['external'][number]['status'], Label> = {
  ok: ['🟢', 'OK'],
  at_risk: ['🟠', 'At risk'],
  blocked: ['⛔', 'Blocked'],
  done: ['✅', 'Done'],
};

const TASK: Record<string, Label> = { ...STATUS, pending: STATUS.planning };

const IMPACT: Record<'low' | 'medium' | 'high' | 'critical', Label> = {
  low: ['🟢', 'Low'],
  medium: ['🟡', 'Medium'],
  high: ['🔴', 'High'],
  critical: ['🔴', 'Critical'],
};

const ACTION: Record<Status['actions'][number]['priority'], Label> = {
  urgent: ['🎯', 'URGENT'],
  high: ['🔧', 'HIGH'],
  medium: ['📋', 'MEDIUM'],
  low: ['💡', 'LOW'],
};

const CHECK: Record<Check['mark'], Label> = {
  ok: ['✅', 'ok:'],
  warning: ['⚠️', 'warning:'],
  error: ['❌', 'error:'],
  'no-data': ['➖', ''],
};

const SEVERITY: Record<Status['diagnostics'][number]['severity'], Label> = {
  error: ['❌', 'error'],
  warning: ['⚠️', 'warning'],
  info: ['ℹ️', 'info'],
};

const RATING: Record<'green' | 'amber' | 'red' | 'none', Label> = {
  green: ['🟢', 'on target'],
  amber: ['🟡', 'near target'],
  red: ['🔴', 'off target'],
  none: ['➖', 'not rated'],
};

const SETS = {
  health: HEALTH,
  status: STATUS,
  edge: EDGE,
  external: EXTERNAL,
  task: TASK,
  impact: IMPACT,
  action: ACTION,
  severity: SEVERITY,
  rating: RATING,
};

/** The word for a value of a closed set, with its sign in front unless `emoji` is off. */
export function label<S extends keyof typeof SETS>(set: S, value: keyof (typeof SETS)[S], emoji: boolean): string {
  const [sign, word] = (SETS[set] as Record<PropertyKey, Label>)[value] ?? ['', String(value)];
  return emoji && sign !== '' ? `${sign} ${word}` : word;
}

/** Only the sign, with a blank after it; nothing if `emoji` is off. */
export function sign<S extends keyof typeof SETS>(set: S, value: keyof (typeof SETS)[S], emoji: boolean): string {
  const found = (SETS[set] as Record<PropertyKey, Label>)[value]?.[0];
  return emoji && found ? `${found} ` : '';
}

/** What stands before a check's text. A check without data says so in words, for it must not look passed. */
export function checkMark(check: Check, emoji: boolean): string {
  const [symbol, word] = CHECK[check.mark];
  const noData = check.mark === 'no-data' && !/^no data/i.test(check.text) ? 'no data:' : '';
  return [emoji ? symbol : word, noData].filter((part) => part !== '').join(' ');
}

/**
 * The matrix's last column: how a finished milestone came in against its due date; for the others how it stands, with the
 * projected finish where that is not the due date, as far as `detail` allows.
 */
export function outlook(row: MilestoneStatusRow, detail: 'dates' | 'days' | 'word' = 'dates'): string {
  if (row.status === 'cancelled') return '–';
  const late = row.variance_days;
  if (row.status === 'completed') {
    if (late === null) return row.due === null ? 'no due date' : 'no data';
    return late === 0 ? 'On time' : signedDays(late);
  }
  const word = row.health === 'pending' && row.blocked_by.length > 0 ? 'Dependent' : HEALTH[row.health][1];
  if (detail === 'word' || row.projected_finish === null || row.projected_finish === row.due) return word;
  const by = late === null ? '' : ` (${late === 0 ? 'on time' : signedDays(late)})`;
  return detail === 'days' ? word + by : `${word} · ${row.projected_finish}${by}`;
}

/** What is left of a milestone, and why it stands as it does: `2 days left, at risk: reason`. */
export function standing(row: MilestoneStatusRow): string {
  if (row.status === 'completed') return `done, ${outlook(row).replace(/^On/, 'on')}`;
  if (row.status === 'cancelled') return 'cancelled';
  const left = row.remaining_days === null ? 'remaining work: no data' : `${days(row.remaining_days)} left`;
  const why = row.reasons.map((reason) => reason.text).join('; ');
  // On track, the reason would only repeat the dates.
  if (why === '' || row.health === 'on_track') return `${left}, ${outlook(row).replace(/^./, (c) => c.toLowerCase())}`;
  const word = HEALTH[row.health][1];
  return `${left}, ${why.startsWith(word) ? why.replace(/^./, (c) => c.toLowerCase()) : `${word.toLowerCase()}: ${why}`}`;
}
