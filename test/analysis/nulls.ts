import type { Status } from '../../src/model/status.ts';

type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'reasons' in value;

function look(part: Part, path: string): string[] {
  const reasons = part['reasons'] as Readonly<Record<string, string>>;
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'reasons' || key === 'reason') return [];
    if (isPart(value)) return look(value, `${path}.${key}`);
    const reason = key === 'value' ? part['reason'] : reasons[key];
    if (value === null)
      return typeof reason === 'string' && reason !== '' ? [] : [`${path}.${key} is null without a reason`];
    return key !== 'value' && reason !== undefined ? [`${path}.${key} has a value and a reason for having none`] : [];
  });
}

/** Every figure of the analytics that is null without saying why, or says why although it is there. */
export function unexplained({ metrics, evm, trends }: Status): string[] {
  const parts = { ...metrics, ...trends, evm };
  return Object.entries(parts).flatMap(([name, part]) =>
    isPart(part) ? look(part, name) : [`${name} is not there at all`],
  );
}
