#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import nodeModule from 'node:module';
import { EXIT, failure, print, printJson } from './cli/output.ts';

/**
 * The command line. Everything is loaded when it is needed, so that `status` does not wait for what only `update` uses, and
 * compiled code is kept between runs.
 */
nodeModule.enableCompileCache?.();

async function main(argv: readonly string[]): Promise<number> {
  const [{ parseArgv }, { findVerb }, { clock }, { findStore }] = await Promise.all([
    import('./command/argv.ts'),
    import('./command/verbs.ts'),
    import('./io/clock.ts'),
    import('./io/directory.ts'),
  ]);
  const parsed = parseArgv(argv, `cli:${randomUUID()}`);
  if ('help' in parsed) {
    const { helpText } = await import('./command/help.ts');
    const text = helpText(parsed.help ?? undefined, 'text');
    if (argv.includes('--json')) printJson({ help: text });
    else print(text);
    return EXIT.done;
  }
  if ('version' in parsed) {
    const { default: manifest } = await import('../package.json', { with: { type: 'json' } });
    if (argv.includes('--json')) printJson({ version: manifest.version });
    else print(manifest.version);
    return EXIT.done;
  }
  if ('refusal' in parsed) {
    failure([parsed.refusal], parsed.json);
    return EXIT.usage;
  }
  const { command, cli } = parsed;
  const json = cli.json;
  try {
    const now = clock(cli.now ?? process.env['GIT_MILESTONE_NOW']);
    if (command.verb === 'init') {
      const { init } = await import('./cli/init.ts');
      return await init(command, cli, now);
    }
    // While git looks for the top of the repository, the rest is loaded.
    const finding = findStore(cli.dir ?? '.');
    if (findVerb(command.verb)?.writes) {
      const [{ write }, place] = await Promise.all([import('./cli/write.ts'), finding]);
      return await write(command, cli, place, now);
    }
    const [{ show }, place] = await Promise.all([import('./cli/show.ts'), finding]);
    return await show(command, cli, place, now);
  } catch (error) {
    if (error instanceof RangeError && /is not a time/.test(error.message)) {
      const hint = 'Mend GIT_MILESTONE_NOW, or leave it out.';
      failure([{ code: 'bad-value', message: error.message, hint, intent: null, diagnostics: [] }], json);
      return EXIT.usage;
    }
    const [{ RepositoryError }, { fileProblem }, { apiProblem }] = await Promise.all([
      import('./io/repository.ts'),
      import('./io/files.ts'),
      import('./io/github/api-problem.ts'),
    ]);
    const problem = error instanceof RepositoryError ? error : (fileProblem(error) ?? apiProblem(error));
    if (!problem) throw error;
    const { message, hint } = problem;
    failure([{ code: 'not-here', message, hint, intent: null, diagnostics: [] }], json);
    return EXIT.refused;
  }
}

// A reader that closes early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = EXIT.bug;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`git-milestone failed; this is a bug. Please report it with these lines:\n${detail}\n`);
}
