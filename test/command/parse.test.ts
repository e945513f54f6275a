import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/command/parse.ts';
import { parseLine } from '../../src/command/parse-line.ts';
import { printCommand } from '../../src/command/print.ts';
import { VERBS } from '../../src/command/verbs.ts';
import type { Refusal } from '../../src/model/plan.ts';

const understood = (line: string): unknown => {
  const parsed = parseLine(line, 'dispatch:7');
  if ('refusal' in parsed) return parsed.refusal.code;
  const { verb, args, options } = parsed.intent;
  return { verb, args, options };
};

const refusal = (line: string): Refusal => {
  const parsed = parseLine(line, 'dispatch:7');
  if (!('refusal' in parsed)) throw new Error(`understood: ${line}`);
  return parsed.refusal;
};

const update = (options: object, ...args: string[]): unknown => ({ verb: 'update', args, options });

describe('options', () => {
  it.each<[string, unknown]>([
    ['update', update({})],
    ['/milestone update M05', update({}, 'M05')],
    ['/milestone/update M05', update({}, 'M05')],
    [
      'update M05 --scope="New objectives" --timeline=+5days',
      update({ scope: 'New objectives', timeline: '+5days' }, 'M05'),
    ],
    ['update --scope="a=b" M05', update({ scope: 'a=b' }, 'M05')],
    ['update M05 --timeline -3d', update({ timeline: '-3d' }, 'M05')],
    ['update M05 --timeline +5days', update({ timeline: '+5days' }, 'M05')],
    ['update M05 --timeline "+1 day"', update({ timeline: '+1 day' }, 'M05')],
    ['update M05 --timeline=2024-08-05', update({ timeline: '2024-08-05' }, 'M05')],
    ['update M05 --dependencies -M03', update({ dependencies: '-M03' }, 'M05')],
    ['update M05 --priority=High', update({ priority: 'high' }, 'M05')],
    ['update M05 --Priority=critical', update({ priority: 'critical' }, 'M05')],
    ['update M05 —priority=low', update({ priority: 'low' }, 'M05')],
    [
      'update --bulk --milestones="M05,M06,M07" --timeline=+1d',
      update({ bulk: true, milestones: 'M05,M06,M07', timeline: '+1d' }),
    ],
    ['update --milestones=M05..M07', update({ milestones: 'M05..M07' })],
    [
      'update M05 --no-monitor --dashboard --no-analytics',
      update({ monitor: false, dashboard: true, analytics: false }, 'M05'),
    ],
    ['update --bulk=no', update({ bulk: false })],
    ['update --force=YES --dry-run=true', update({ force: true, 'dry-run': true })],
    ['update --plan=0123456789ab', update({ plan: '0123456789ab' })],
    [
      'update M05 --timeline=+5d --calendar-days --reason="Vendor is late"',
      update({ timeline: '+5d', 'calendar-days': true, reason: 'Vendor is late' }, 'M05'),
    ],
    ['update --force -- M05', update({ force: true }, 'M05')],
    ['update --help', { verb: 'help', args: ['update'], options: {} }],
    ['update --bogus -h', { verb: 'help', args: ['update'], options: {} }],
    ['--help status', { verb: 'help', args: ['status'], options: {} }],
    ['', { verb: 'help', args: [], options: {} }],
    ['help Update', { verb: 'help', args: ['Update'], options: {} }],
    ['log M05', { verb: 'log', args: ['M05'], options: {} }],
    ['validate', { verb: 'validate', args: [], options: {} }],
  ])('%s', (line, expected) => {
    expect(understood(line)).toStrictEqual(expected);
  });
});

describe('refusals', () => {
  it.each<[string, string]>([
    ['frobnicate', 'unknown-verb'],
    ['plan "X"', 'unknown-verb'],
    ['update/M05', 'unknown-verb'],
    ['--force update', 'unknown-verb'],
    ['constructor', 'unknown-verb'],
    ['__proto__', 'unknown-verb'],
    ['help frob', 'unknown-verb'],
    ['init', 'not-here'],
    ['status --json', 'not-here'],
    ['update --now=2024-01-01', 'not-here'],
    ['update M05 --frob=1', 'unknown-option'],
    ['update M05 --__proto__=x', 'unknown-option'],
    ['update M05 --constructor', 'unknown-option'],
    ['update M05 -x', 'unknown-option'],
    ['update M05 -C x', 'unknown-option'],
    ['update --sync-sessions', 'unknown-option'],
    ['status M05 --scope=x', 'unknown-option'],
    ['update M05 --no-scope', 'unknown-option'],
    ['update M05 --scope', 'missing-value'],
    ['update M05 --scope=', 'missing-value'],
    ['update M05 --scope=" "', 'missing-value'],
    ['update M05 --scope --force', 'missing-value'],
    ['update M05 --timeline=soon', 'bad-value'],
    ['update M05 --timeline=5d', 'bad-value'],
    ['update M05 --timeline=2024-02-30', 'bad-value'],
    ['update M05 --priority=urgent', 'bad-value'],
    ['update M05 --dependencies=A,+B', 'bad-value'],
    ['update M05 --resources=many', 'bad-value'],
    ['update --bulk --milestones=M05,', 'bad-value'],
    ['update --plan=xyz', 'bad-value'],
    ['update --force=maybe', 'bad-value'],
    ['update --no-force=yes', 'bad-value'],
    ['update ../M05', 'bad-value'],
    ['update M05 --scope="a\u001b[31m"', 'bad-value'],
    ['update M05 --scope=\ud800', 'bad-value'],
    ['update M05 --force --force', 'conflicting-options'],
    ['update M05 --monitor --no-monitor', 'conflicting-options'],
    ['update M05 --scope=a --scope=b', 'conflicting-options'],
    ['update M05 --milestones=M06', 'conflicting-options'],
    ['update M05 --bulk', 'conflicting-options'],
    ['update --no-bulk --milestones=M06', 'conflicting-options'],
    ['update M05 --calendar-days', 'conflicting-options'],
    ['update --bulk', 'missing-argument'],
    ['update --timeline=+5d', 'missing-argument'],
    ['update M05 M06', 'extra-argument'],
    ['update M05 --scope=New objectives', 'extra-argument'],
    ['validate M05', 'extra-argument'],
  ])('%s → %s', (line, code) => {
    expect(understood(line)).toBe(code);
  });

  it.each<[string, string]>([
    ['updaet M05', 'Did you mean `update`?'],
    ['lgo', 'Did you mean `log`?'],
    ['update M05 --timelin=+5d', 'Did you mean `--timeline`?'],
    ['update M05 --no-monitr', 'Did you mean `--no-monitor`?'],
    ['update M05 --dry_run', 'Did you mean `--dry-run`?'],
    ['update M05 +5d', 'Did you mean `--timeline=+5d`?'],
    ['update M05 --priority=urgent', 'Allowed: `critical`, `high`, `medium`, `low`.'],
    ['update M05 --timeline=soon', '`+1month`'],
    ['update M05 --scope', '--scope=<text>'],
    ['update --sync-sessions', 'later version'],
    ['init', 'Run `git milestone init`'],
    ['status --scope=x', '`status` takes no options.'],
    ['--force update', 'A verb comes first'],
  ])('%s hints %s', (line, hint) => {
    expect(refusal(line).hint).toContain(hint);
  });

  it.each(['plan', 'execute', 'archive', 'session', 'resolve', 'notify', 'portal'])(
    '%s is a verb of a later version and no misspelling of one of ours',
    (verb) => {
      expect(refusal(verb)).toMatchObject({ code: 'unknown-verb', message: `There is no verb \`${verb}\`.` });
      expect(refusal(verb).hint).not.toContain('Did you mean');
    },
  );

  it('says that --sync-sessions is not there yet', () => {
    expect(refusal('update M05 --sync-sessions').message).toBe('`--sync-sessions` is not available yet.');
  });

  it('keeps what was understood, so that the reply can be found again', () => {
    expect(refusal('/milestone update M05 --timeline=soon').intent).toStrictEqual({
      id: 'dispatch:7',
      verb: 'update',
      args: ['M05'],
      options: {},
      text: '/milestone update M05 --timeline=soon',
      line: 1,
    });
  });

  it('shows what was written on one line, in code, shortened', () => {
    const { message } = refusal(`"@team\`\n${'x'.repeat(200)}"`);
    expect(message).toMatch(/^There is no verb `@team' x+…`\.$/);
    expect(message.length).toBeLessThan(120);
  });

  it('takes long values from the command line', () => {
    const request = { id: 'x', text: '', line: 1, where: 'cli' } as const;
    expect(parseCommand(['update', 'M05', `--scope=${'x'.repeat(5000)}`], request)).toHaveProperty('intent');
  });
});

describe('laws', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
  const text = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'"\'\\$`! a“”’—-=\u00a0') }))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the parser refuses control characters
    .filter((value) => value.trim() !== '' && !/[\u0000-\u001f\u007f]/.test(value));
  const shift = fc.tuple(fc.constantFrom('+', '-'), fc.nat(9999), fc.constantFrom('d', 'days', 'w', 'month'));
  const options = fc.record(
    {
      scope: text,
      reason: text,
      timeline: shift.map((parts) => parts.join('')),
      dependencies: fc
        .uniqueArray(id, { minLength: 1, selector: (each) => each.toLowerCase() })
        .map((ids) => ids.join(',')),
      priority: fc.constantFrom('critical', 'high', 'medium', 'low'),
      plan: fc.stringMatching(/^[0-9a-f]{12}$/),
      force: fc.boolean(),
      monitor: fc.boolean(),
      'dry-run': fc.boolean(),
    },
    { requiredKeys: [], noNullPrototype: true },
  );

  it('a printed intent reads back as itself', () => {
    fc.assert(
      fc.property(id, options, (target, given) => {
        const intent = { verb: 'update', args: [target], options: given };
        expect(understood(printCommand(intent))).toEqual(intent);
        expect(understood(`/milestone ${printCommand(intent)}`)).toEqual(intent);
      }),
    );
  });

  it('no words make it throw', () => {
    const known = VERBS.flatMap(({ name, options: own }) => [name, ...own.map((option) => `--${option.name}`)]);
    const word = fc.oneof(
      fc.constantFrom(...known, '--', '-', '=', '--=', '--no-', '-h', '__proto__'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const parsed = parseCommand(words, { id: 'x', text: 'x', line: 1, where: 'comment' });
        if ('intent' in parsed) expect(VERBS.map((verb) => verb.name)).toContain(parsed.intent.verb);
        else expect(parsed.refusal.hint).not.toBe('');
      }),
    );
  });
});
