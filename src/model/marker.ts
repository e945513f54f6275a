/**
 * The hidden first line of a reply: it names the intents that the reply answers, so that a command delivered twice is
 * answered once. Hyphens are encoded because two of them would end the HTML comment.
 */
export function marker(intentIds: readonly string[]): string {
  const named = intentIds.map((id) => `intent=${encodeURIComponent(id).replaceAll('-', '%2D')}`);
  return `<!-- git-milestone ${named.join(' ')} -->`;
}

/** Ids of the intents that a comment says it answers; none if it is not a marked reply. */
export function markedIntents(body: string): string[] {
  const line = /^<!-- git-milestone ([^\n]*) -->/.exec(body);
  if (!line) return [];
  return [...(line[1] ?? '').matchAll(/intent=(\S+)/g)].flatMap((match) => {
    try {
      return [decodeURIComponent(match[1] ?? '')];
    } catch {
      return [];
    }
  });
}
