import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gitIn } from '../../src/io/git.ts';
import { generatedProject } from '../generated/project.ts';
import { daysLeft, projectedFinishes, storedIn } from '../generated/schedule.ts';
import { cli, directory, json, removeDirectories } from './command-line.ts';
import { type Stage, stage } from './stage.ts';

/** The reference's three examples in the terms of another project, through the Action and on the command line. */

const project = generatedProject(4);
const TODAY = project.now.slice(0, 10);
type Files = Record<string, string>;

const EXAMPLES = {
  scope:
    'update H06 --scope="Crane assembly with a second spreader" --timeline=+3days --effort=+15h --dependencies=+H05',
  resources: 'update H07 --resources="2.5 engineers, 1 surveyor" --priority=high',
  bulk: 'update --bulk --milestones=H06..H08 --timeline=+3d --resources="+0.5 engineer"',
} as const;
/** Whose approval the rules of the project ask for, in the order in which it is given. */
const APPROVERS: Record<keyof typeof EXAMPLES, string[]> = {
  scope: ['carol'],
  resources: ['dave', 'carol'],
  bulk: ['dave', 'carol'],
};

interface StatusJson {
  readonly milestones: readonly { readonly id: string; readonly projected_finish: string }[];
  readonly schedule: { readonly projected_finish: string };
}

interface Member {
  readonly login: string;
  readonly roles: readonly string[];
  readonly rate: number;
}

const { team } = parse(project.files['.milestones/config.yaml'] ?? '') as { team: Member[] };

/** Rate of a person, or the mean rate of those who have a role. */
function rateOf(name: string): number {
  const rates = team.filter(({ login, roles }) => login === name || roles.includes(name)).map(({ rate }) => rate);
  return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}

/** What people cost more on a milestone for the days that are left of it, or its added hours where the people stay. */
function costOf(before: Files, after: Files): number {
  const [was, is] = [storedIn(before), storedIn(after)];
  return [...is].reduce((total, [id, now]) => {
    const shares = (stored: typeof now | undefined): Map<string, number> =>
      new Map(
        (stored?.resources ?? []).map((r) => [r.who ?? r.role ?? '', r.fte ?? Number(Object(r)['allocation']) / 100]),
      );
    const [old, own] = [shares(was.get(id)), shares(now)];
    const moves = [...new Set([...old.keys(), ...own.keys()])].map(
      (name) => ((own.get(name) ?? 0) - (old.get(name) ?? 0)) * daysLeft(now) * 8 * rateOf(name),
    );
    const people = moves.reduce((sum, each) => sum + each, 0);
    const hours = Number(now.timeline['estimated_hours']) - Number(was.get(id)?.timeline['estimated_hours']);
    const worker = now.resources.find(({ who }) => who !== undefined)?.who ?? '';
    return total + people + (people === 0 && hours !== 0 ? hours * rateOf(worker) : 0);
  }, 0);
}

const amount = (text: string): number => Number(/cost ([+-][\d,]+) EUR at/.exec(text)?.[1]?.replaceAll(',', ''));

/** A reply without what is another every time, and without the parts that every reply has. */
function stable(text: string, at?: Stage): string {
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `C-${String(ids.size + 1).padStart(6, '0')}`);
    return ids.get(id) ?? id;
  };
  return text
    .replace(/<details>\n<summary>(?!Impl|Impact)[\s\S]*$/, '')
    .replace(/^<!--.*-->\n/, '')
    .replaceAll(at?.github.serverUrl ?? '\0', 'https://github.example')
    .replaceAll(at?.owner ?? '\0', 'owner')
    .replace(/C-[0-9a-f]{6,}/g, named)
    .replace(/\[`[0-9a-f]{7}`\]\([^)]*\)/g, '`(commit)`')
    .replace(/actions\/runs\/\d+/g, 'actions/runs/1')
    .replace(/`--plan=[0-9a-f]+`|Plan `[0-9a-f]+`/g, 'Plan');
}

describe('a project that was generated', () => {
  let at: Stage;
  const filesIn = async (dir: string): Promise<Files> => {
    const git = gitIn(dir);
    const names = (await git.run(['ls-files', '.milestones'])).split('\n').filter((name) => !name.includes('/logs/'));
    const texts = await Promise.all(names.map((name) => git.run(['show', `HEAD:${name}`])));
    return Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
  };
  const statusIn = async (dir: string): Promise<StatusJson> =>
    json(await cli(['status', '--json'], { cwd: dir, now: project.now })) as unknown as StatusJson;
  const finishes = ({ milestones }: StatusJson): Files =>
    Object.fromEntries(milestones.map((m) => [m.id, m.projected_finish]));
  const latest = (dates: Files): string => Object.values(dates).toSorted().at(-1) ?? '';

  beforeAll(async () => {
    at = await stage({ files: { ...project.files }, now: project.now });
  });
  afterAll(async () => {
    await at.close();
    await removeDirectories();
  });

  it('is the same for the same seed, and another for another', () => {
    expect(generatedProject(4)).toEqual(project);
    expect(generatedProject(5)).not.toEqual(project);
    expect(project.ids).toHaveLength(12);
  });

  for (const name of ['scope', 'resources', 'bulk'] as const) {
    it(`${name}: asked for, approved by ${APPROVERS[name].join(' and ')}, applied as predicted, undone`, {
      timeout: 120_000,
    }, async () => {
      const start = await at.clone();
      const [before, earlier] = [await filesIn(start), await statusIn(start)];
      expect(finishes(earlier)).toEqual(projectedFinishes(before, TODAY));

      const asked = await at.comment('wanda', `/milestone ${EXAMPLES[name]}`);
      expect([asked.code, asked.outputs['outcome']]).toEqual([0, 'requested']);
      const id = asked.outputs['change'] ?? '';
      const request = at.replies().at(-1)?.body ?? '';
      await expect(stable(request, at)).toMatchFileSnapshot(`golden/generated-${name}-requested.md`);
      expect(await filesIn(await at.clone())).toEqual(before);

      for (const [i, login] of APPROVERS[name].entries()) {
        const given = await at.comment(login, `/milestone approve ${id}`);
        expect([given.code, given.outputs['outcome']]).toEqual([0, 'applied']);
        const reply = at.replies().at(-1)?.body ?? '';
        await expect(stable(reply, at)).toMatchFileSnapshot(`golden/generated-${name}-approved-${i + 1}.md`);
      }
      const done = await at.clone();
      const [after, later] = [await filesIn(done), await statusIn(done)];
      expect(after).not.toEqual(before);
      expect(finishes(later)).toEqual(projectedFinishes(after, TODAY));

      // What the request predicted is what came, by another way of counting.
      const [was, is] = [latest(projectedFinishes(before, TODAY)), latest(projectedFinishes(after, TODAY))];
      const sentence = was === is ? `The project still finishes on ${is}.` : `projected finish moves: ${was} → ${is} (`;
      expect(request).toContain(sentence);
      const [old, now] = [projectedFinishes(before, TODAY), projectedFinishes(after, TODAY)];
      for (const each of project.ids.filter((one) => old[one] !== now[one])) {
        expect(request).toMatch(new RegExp(`\\| ${each} .*${old[each]} → ${now[each]} `));
      }
      expect(amount(request)).toBe(Math.round(costOf(before, after)));

      const undone = await at.comment('wanda', `/milestone undo ${id}`);
      expect(undone.outputs['outcome']).toBe('applied');
      await expect(stable(at.replies().at(-1)?.body ?? '', at)).toMatchFileSnapshot(
        `golden/generated-${name}-undone.md`,
      );
      expect(await filesIn(await at.clone())).toEqual(before);
      expect(at.github.violations).toEqual([]);
    });

    it(`${name} on the command line: planned with the same figures, and asked for`, async () => {
      const clone = await at.clone();
      const dir = await directory();
      await cp(join(clone, '.milestones'), join(dir, '.milestones'), { recursive: true });
      const words = [...EXAMPLES[name].matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
      const dry = json(await cli([...words, '--dry-run', '--json'], { cwd: dir, now: project.now }));
      const { impact } = dry['plan'] as {
        impact: { milestones: { id: string; projectedFinish?: { before: string; after: string } }[] };
      };
      const asked = await cli(words, { cwd: dir, now: project.now });
      expect(asked.code).toBe(3);
      await expect(stable(asked.stdout)).toMatchFileSnapshot(`golden/generated-${name}.txt`);
      const before = await filesIn(clone);
      for (const { id, projectedFinish } of impact.milestones) {
        if (projectedFinish) expect(projectedFinish.before).toBe(projectedFinishes(before, TODAY)[id]);
      }
      expect(impact.milestones.some(({ projectedFinish }) => projectedFinish)).toBe(name !== 'resources');
    });
  }
});
