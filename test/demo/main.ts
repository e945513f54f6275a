import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gitIn } from '../../src/io/git.ts';
import { ROOT } from '../e2e/runner.ts';
import { stage } from '../e2e/stage.ts';

/**
 * `npm start`: the main job on an embedded GitHub. Starts the local server, seeds a repository, delivers a comment to the built
 * Action as GitHub's runner would, and shows what came of it. Everything it leaves lies in `.demo/`.
 */

const { values } = parseArgs({
  options: {
    comment: { type: 'string', multiple: true },
    as: { type: 'string', default: 'wanda' },
    fixture: { type: 'string', default: 'reference' },
    now: { type: 'string', default: '2024-07-26T16:45:00Z' },
    help: { type: 'boolean', default: false },
  },
});

const HELP = `npm start -- [--comment "/milestone …"]… [--as LOGIN] [--now ISO]

  --comment  what to comment; several are delivered one after another
  --as       who comments: wanda (write), tristan (triage), rita (read), or a stranger
  --now      the present time of the demonstration (default ${values.now})
`;

const DEFAULT =
  'Hosting will not be ready in time.\n\n/milestone update M07 --timeline=+5days --reason="hosting contract is late"';

const rule = (title: string): void => console.log(`\n── ${title} ${'─'.repeat(Math.max(3, 96 - title.length))}\n`);

async function demonstrate(): Promise<void> {
  const out = join(ROOT, '.demo');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const at = await stage({ fixture: values.fixture, now: values.now });
  try {
    console.log(
      `The embedded GitHub runs at ${at.github.url}. Repository ${at.owner}/${at.name}: 8 milestones, issue #${at.issue}.`,
    );
    for (const text of values.comment ?? [DEFAULT]) {
      const known = at.replies().length;
      rule(`${values.as} comments on #${at.issue}`);
      console.log(text);
      const result = await at.comment(values.as, text.replaceAll('\\n', '\n'));
      rule('The Action answers');
      const replies = at.replies().slice(known);
      console.log(replies.map((reply) => reply.body).join('\n\n') || '(no reply)');
      console.log(
        `\nreactions: ${at.reactions(result.comment.id).join(', ') || 'none'} · outcome: ${result.outputs['outcome']} · exit ${result.code}`,
      );
      await appendFile(join(out, 'reply.md'), replies.map((reply) => `${reply.body}\n`).join('\n'));
      await writeFile(join(out, 'job.log'), result.log);
      await writeFile(join(out, 'summary.md'), result.summary);
      if (result.code !== 0) console.log(result.log);
    }
    const repository = join(out, 'repository');
    await mkdir(repository);
    const git = gitIn(repository);
    await git.run(['clone', '--quiet', at.github.cloneUrl(at.owner, at.name, at.token), '.']);
    await git.run(['remote', 'remove', 'origin']);
    rule('The newest commit');
    if ((await git.run(['rev-list', '--count', 'HEAD'])) === '1') console.log('(none: nothing had to be written)');
    else {
      console.log(await git.run(['show', '--stat', '--format=%h %an%n%n%B', 'HEAD']));
      console.log(await git.run(['show', '--format=', 'HEAD', '--', '.milestones']));
    }
    rule('STATUS.md');
    const page = await git.try(['show', 'HEAD:STATUS.md']);
    console.log(page.code === 0 ? page.stdout.toString('utf8') : '(not written yet)');
    rule('Where it lies');
    console.log(
      '.demo/repository   a clone: look with git log -p\n.demo/reply.md     the replies\n.demo/summary.md   the job summary\n.demo/job.log      the job log',
    );
    if (at.github.violations.length > 0)
      throw new Error(`Requests GitHub would refuse: ${JSON.stringify(at.github.violations)}`);
  } finally {
    await at.close();
  }
}

if (values.help) console.log(HELP);
else await demonstrate();
