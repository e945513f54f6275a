/** Another project than the reference: drawn from a seed, the same for the same seed, with nothing taken from the sources. */

export interface GeneratedProject {
  /** Files by their path in a repository. */
  readonly files: Readonly<Record<string, string>>;
  /** The instant at which the project is looked at: some milestones are finished, some under way, some still to come. */
  readonly now: string;
  readonly ids: readonly string[];
  /** Ids of those in progress, and of those still to come. */
  readonly active: readonly string[];
  readonly planned: readonly string[];
}

const TITLES = [
  'Site survey',
  'Harbour permits',
  'Quay foundations',
  'Crane procurement',
  'Power supply',
  'Crane assembly',
  'Control software',
  'Gate automation',
  'Customs interface',
  'Operator training',
  'Trial unloading',
  'Opening',
] as const;

const TEAM = [
  ['lena', 'engineer', 'structures', 95],
  ['milo', 'engineer', 'software', 90],
  ['nora', 'engineer', 'software', 100],
  ['omar', 'electrician', 'power', 70],
  ['pia', 'electrician', 'power', 72],
  ['quinn', 'surveyor', 'surveying', 110],
  ['rosa', 'trainer', 'training', 60],
  ['sven', 'engineer', 'structures', 85],
] as const;

const HOLIDAYS = ['2025-04-18', '2025-04-21', '2025-05-01'];
const DAY = 86_400_000;

/** Numbers in [0, 1) from a seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const text = (day: number): string => new Date(day).toISOString().slice(0, 10);
const works = (day: number): boolean => ![0, 6].includes(new Date(day).getUTCDay()) && !HOLIDAYS.includes(text(day));

/** The nth working day counted from a day, which is the first if it is one. */
export function workingDay(from: string, nth: number): string {
  let day = Date.parse(from);
  for (let left = nth; ; day += DAY) {
    if (works(day)) left -= 1;
    if (left <= 0) return text(day);
  }
}

interface Drawn {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly days: number;
  readonly requires: readonly string[];
}

function drawn(next: () => number): Drawn[] {
  const all: Drawn[] = [];
  for (const [i] of TITLES.entries()) {
    const days = 3 + Math.floor(next() * 7);
    const before = i === 0 ? [] : [i - 1, i - 2, i - 3].filter((n) => n >= 0 && next() < 0.55);
    const from = before.length === 0 && i > 2 ? [i - 2] : before;
    const ends = from.map((n) => all[n]?.end ?? '').toSorted();
    const after = ends.at(-1);
    const start = workingDay(after ?? '2025-03-03', after === undefined ? 1 : 2);
    const requires = from.map((n) => all[n]?.id ?? '').toSorted();
    all.push({ id: `H${String(i + 1).padStart(2, '0')}`, start, end: workingDay(start, days), days, requires });
  }
  return all;
}

function milestone(i: number, { id, start, end, days, requires }: Drawn, now: string, next: () => number): string[] {
  const [who, role] = TEAM[Math.floor(next() * TEAM.length)] ?? TEAM[0];
  const status = end < now ? 'completed' : start <= now ? 'in_progress' : 'planning';
  const hours = days * 8;
  const done = 1 + Math.floor(next() * 3);
  const tasks = [1, 2, 3, 4].map((n) => {
    const state = status === 'completed' || (status === 'in_progress' && n <= done) ? 'completed' : 'pending';
    return `  - {id: ${id}-${n}, title: Part ${n}, status: ${state}, estimated_hours: ${hours / 4}}`;
  });
  const late = status === 'completed' && next() < 0.4 ? 2 : 1;
  return [
    `title: ${TITLES[i]} # drawn`,
    `description: ${TITLES[i]} as agreed with the port authority`,
    `status: ${status}`,
    `priority: ${['medium', 'high', 'low'][i % 3]}`,
    `owner: ${who}`,
    ...(status === 'completed' ? [`completed_at: ${workingDay(end, late)}T15:00:00Z`] : []),
    'timeline:',
    `  estimated_start: ${start}`,
    `  estimated_end: ${end}`,
    `  duration: ${days}d`,
    `  estimated_hours: ${hours}`,
    ...(status === 'planning' ? [] : [`  actual_start: ${start}`]),
    ...(status === 'completed'
      ? [`  actual_end: ${workingDay(end, late)}`, `  actual_hours: ${hours + late * 4}`]
      : []),
    ...(requires.length > 0 ? ['dependencies:', `  requires: [${requires.join(', ')}]`] : []),
    'resources:',
    `  - {role: ${role}, fte: ${1 + Math.floor(next() * 2) / 2}}`,
    `  - {who: ${who}, allocation: 40}`,
    `budget: {currency: EUR, planned: ${hours * 90}}`,
    'tasks:',
    ...tasks,
    'risks:',
    `  - {id: R-${id}, description: Weather, probability: 0.${1 + Math.floor(next() * 5)}, impact: medium, delay: 2d, status: open}`,
  ];
}

const POLICY = `project: {name: Container terminal, start: 2025-03-03}
calendar: {workdays: [mon, tue, wed, thu, fri], holidays: [${HOLIDAYS.join(', ')}], timezone: Europe/Lisbon, hours_per_day: 8}
currency: EUR
sync: {enabled: false}
team:
${TEAM.map(([login, role, skill, rate]) => `  - {login: ${login}, roles: [${role}], skills: [${skill}], rate: ${rate}}`).join('\n')}
authority: {timeline_days: 2, budget: 1500, scope: true}
approvals:
  - {name: Sponsor for long moves, when: {timeline_days: {gt: 2}}, from: [sponsor], answer_within: 2d, expires: 10d}
  - {name: Finance and sponsor for money, when: {budget: {gt: 1500}}, from: {all: [finance, sponsor]}, expires: 10d}
groups: {sponsor: [carol], finance: [dave]}
priorities: {high: {escalate_to: [sponsor], review: daily, report: weekly}, medium: {review: weekly}}
`;

/** A project of twelve milestones on a working week with holidays, with team, rates, budgets and rules for sponsor and finance. */
export function generatedProject(seed: number): GeneratedProject {
  const next = random(seed);
  const all = drawn(next);
  // In the middle of the fifth milestone.
  const middle = all[4];
  const now = workingDay(middle?.start ?? '2025-03-03', 2);
  const folder = ({ end }: Drawn): string => (end < now ? 'completed' : 'active');
  const stored = all.map((each, i) => [
    `.milestones/${folder(each)}/${each.id}.yaml`,
    `${milestone(i, each, now, next).join('\n')}\n`,
  ]);
  return {
    files: { '.milestones/config.yaml': POLICY, ...Object.fromEntries(stored) },
    now: `${now}T10:00:00Z`,
    ids: all.map(({ id }) => id),
    active: all.filter(({ start, end }) => end >= now && start <= now).map(({ id }) => id),
    planned: all.filter(({ start }) => start > now).map(({ id }) => id),
  };
}
