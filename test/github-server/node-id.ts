/** What stands before the underscore of a GraphQL node id, by kind. */
const PREFIX = {
  user: 'U',
  bot: 'BOT',
  organization: 'O',
  repository: 'R',
  issue: 'I',
  pull: 'PR',
  comment: 'IC',
  milestone: 'MI',
  label: 'LA',
  reaction: 'REA',
  checkRun: 'CR',
  blob: 'B',
  commit: 'C',
  ref: 'REF',
  tree: 'T',
  team: 'T',
  review: 'PRR',
} as const;

export type NodeKind = keyof typeof PREFIX;

/**
 * A node id in GitHub's present form: a prefix, then the base64url of a MessagePack array `[0, …numbers or strings]`
 * (`IC_kwDO…` for a comment in a repository, `U_kgDO…` for a user). Different arguments never give the same id.
 */
export function nodeId(kind: NodeKind, ...parts: (number | string)[]): string {
  const bytes = [0x90 + parts.length + 1, 0x00];
  for (const part of parts) bytes.push(...packed(part));
  return `${PREFIX[kind]}_${Buffer.from(bytes).toString('base64url')}`;
}

function packed(part: number | string): number[] {
  if (typeof part === 'string') {
    const text = Buffer.from(part);
    return [0xd9, text.length, ...text];
  }
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(0xce, 0);
  bytes.writeUInt32BE(part, 1);
  return [...bytes];
}
