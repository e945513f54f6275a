import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gitIn } from '../../src/io/git.ts';
import { markedIntents } from '../../src/model/marker.ts';
import { issueCommentPayload } from '../github-server/payloads.ts';
import { cli, removeDirectories } from './command-line.ts';
import { checkout } from './runner.ts';
import { NOW, stage } from './stage.ts';

afterAll(removeDirectories);

/** How many comments race: GIT_MILESTONE_RACERS=20 for the full race, fewer in every run of the tests. */
const RACERS = Number(process.env['GIT_MILESTONE_RACERS'] ?? 3);
const REPEATED = 3;

describe('comments that are delivered all at once', () => {
  it(`${RACERS} of them, one ${REPEATED} times, are each applied once`, { timeout: 240_000 }, async () => {
    const at = await stage();
    try {
      const { owner, name: repo, github } = at;
      const repository = await github.show.repo(owner, repo);
      const issue = github.show.issue(owner, repo, at.issue) as { number: number };
      const shifts = Math.ceil(RACERS / 2);
      const bodies = Array.from({ length: RACERS }, (_, i) =>
        i < shifts
          ? '/milestone update M07 --timeline=+1d'
          : `/milestone update M0${5 + (i % 4)} --scope="Version ${i}"`,
      );
      const events = bodies.map((body) => {
        const comment = github.addComment(owner, repo, at.issue, 'wanda', body) as { body: string; node_id: string };
        const payload = issueCommentPayload({ owner, repo, repository, urls: github, issue, comment });
        return { name: 'issue_comment', payload, actor: 'wanda', intent: `${comment.node_id}#1` };
      });
      const [first] = events;
      const deliveries = [...events, ...Array(REPEATED - 1).fill(first)] as typeof events;
      const places = await Promise.all(deliveries.map(() => checkout(github, owner, repo, at.token)));
      const started = Date.now();
      const results = await Promise.all(
        deliveries.map(({ intent: _, ...event }, i) => {
          const workspace = places[i];
          return at.deliver({ ...event, ...(workspace ? { workspace } : {}) });
        }),
      );
      const seconds = (Date.now() - started) / 1000;
      await Promise.all(places.map((place) => place.remove()));
      const rejected = results.flatMap((result) => result.log.match(/Somebody else pushed first/g) ?? []).length;
      console.info(`${deliveries.length} runs in ${seconds.toFixed(1)} s, ${rejected} rejected pushes`);

      expect(results.filter((result) => result.code !== 0).map((result) => result.log)).toEqual([]);
      expect(results.filter((result) => result.outputs['outcome'] === 'applied')).toHaveLength(RACERS);
      expect(rejected).toBeGreaterThan(0);

      const clone = await at.clone();
      const git = gitIn(clone);
      expect(await git.run(['rev-list', '--count', 'HEAD'])).toBe(String(RACERS + 1));
      expect(await git.run(['rev-list', '--count', '--merges', 'HEAD'])).toBe('0');
      const names = (await git.run(['diff', '--name-only', '--diff-filter=A', 'HEAD~', 'HEAD'])).split('\n');
      expect(names).toHaveLength(1);
      const root = await git.run(['rev-list', '--max-parents=0', 'HEAD']);
      const logs = (await git.run(['diff', '--name-only', root, 'HEAD', '--', '.milestones/logs'])).split('\n');
      const entries = logs.map((path) => parse(readFileSync(join(clone, path), 'utf8')) as { intent: string });
      expect(entries.map((entry) => entry.intent).sort()).toEqual(events.map((event) => event.intent).sort());

      const m07 = readFileSync(join(clone, '.milestones/active/M07.yaml'), 'utf8');
      expect(m07).toContain(`estimated_end: 2024-08-${String(5 + shifts).padStart(2, '0')}`);
      expect(m07).toContain(`duration: ${8 + shifts}d`);
      const page = readFileSync(join(clone, 'STATUS.md'), 'utf8');
      await cli(['update'], { cwd: clone, now: NOW });
      expect(readFileSync(join(clone, 'STATUS.md'), 'utf8')).toBe(page);

      const answered = at.replies().flatMap(({ body }) => markedIntents(body));
      expect(answered.sort()).toEqual(events.map((event) => event.intent).sort());
      expect(github.violations).toEqual([]);
    } finally {
      await at.close();
    }
  });
});
