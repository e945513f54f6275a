import type { Intent } from '../model/intent.ts';
import type { Refusal } from '../model/plan.ts';
import { commandLines } from './command-lines.ts';
import { parseText } from './parse-line.ts';

/** Most commands that one comment may hold. */
export const MOST_COMMANDS = 20;

/** What a comment asks for, and what of it was not understood. Both empty: it holds no command. */
export interface ParsedComment {
  readonly intents: readonly Intent[];
  readonly refusals: readonly Refusal[];
}

/**
 * Every command of a comment, in order. An intent's id is `<commentId>#<line>`. Commands that fail are refused one by one and the
 * others still returned: that none may be applied then is for the caller to see to. Too many commands are refused as a whole.
 */
export function parseComment(body: string, commentId: string): ParsedComment {
  const lines = commandLines(body);
  if (lines.length > MOST_COMMANDS) {
    const refusal: Refusal = {
      code: 'too-many-commands',
      message: `This comment has ${lines.length} commands.`,
      hint: `At most ${MOST_COMMANDS} are taken at once; many milestones change together with \`--bulk --milestones=M05..M07\`.`,
      intent: null,
      diagnostics: [],
    };
    return { intents: [], refusals: [refusal] };
  }
  const intents: Intent[] = [];
  const refusals: Refusal[] = [];
  for (const { line, text } of lines) {
    const parsed = parseText({ id: `${commentId}#${line}`, text, line, where: 'comment' });
    if ('intent' in parsed) intents.push(parsed.intent);
    else refusals.push(parsed.refusal);
  }
  return { intents, refusals };
}
