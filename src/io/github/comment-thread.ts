import type { Entry } from '../../model/journal.ts';
import { markedIntents } from '../../model/marker.ts';
import { pause } from '../pause.ts';
import { RepositoryError } from '../repository.ts';
import type { Thread } from '../thread.ts';
import { apiProblem } from './api-problem.ts';
import type { Client } from './client.ts';
import { pullRequestOf } from './merged-pull.ts';
import { approversOfCommit, commentNow, commentsSince, type Repo, react, readTeams, reply, roleOf } from './repo.ts';

export interface CommentPlace {
  readonly repo: Repo;
  /** Number of the issue or pull request. */
  readonly issue: number;
  readonly commentId: number;
  readonly createdAt: string;
  readonly author: string;
  /** Whether a text, as a comment, is the command to approve a change: naming it in passing approves nothing. */
  readonly approves: (body: string, change: string) => boolean;
}

/** Why the reviews that the entry of a merged edit tells of do not bear it out; null if they do. */
async function reviewDoubt(client: Client, repo: Repo, { actor, intent, approvals }: Entry): Promise<string | null> {
  const sha = /^commit:([0-9a-f]{40,64})$/.exec(intent ?? '')?.[1];
  const pull = sha === undefined ? null : await pullRequestOf(client, repo, sha);
  if (!pull) return 'its commit came by no pull request';
  if (pull.author.toLowerCase() !== actor.toLowerCase()) return `its pull request is by ${pull.author}`;
  const approvers = await approversOfCommit(client, repo, pull.number, pull.headSha);
  const other = approvals.find(({ outcome, by }) => outcome === 'given' && !approvers.includes(by ?? ''));
  return other ? `${other.by} did not approve its pull request` : null;
}

type Asked = Pick<CommentPlace, 'repo' | 'approves'>;

/** Why the comment that a journalled approval points to does not bear it out; null if it does. */
async function doubt(client: Client, { repo, approves }: Asked, entry: Entry): Promise<string | null> {
  if (entry.kind === 'edited') return reviewDoubt(client, repo, entry);
  const id = /#issuecomment-(\d+)$/.exec(entry.source ?? '')?.[1];
  if (id === undefined) return 'it names no comment';
  const comment = await commentNow(client, repo, Number(id));
  if (comment === null) return 'its comment is gone';
  if (comment.author.toLowerCase() !== entry.actor.toLowerCase()) return `its comment is by ${comment.author}`;
  if (comment.edited) return 'its comment was edited';
  return approves(comment.body, entry.of ?? '') ? null : 'its comment does not approve the change';
}

/** Why journalled approvals are not borne out by what they were given in, by the entry's id; those that are, are absent. */
export async function doubtsAbout(
  client: Client,
  asked: Asked,
  approvals: readonly Entry[],
): Promise<Map<string, string>> {
  const found = await Promise.all(
    approvals.map(async (entry) => [entry.id, await doubt(client, asked, entry)] as const),
  );
  return new Map(found.flatMap(([id, why]) => (why === null ? [] : [[id, why]])));
}

const REPLY_TRIES = 4;

/** A command in a comment: acknowledged with 👀, answered by one reply, closed with 🚀 or 😕. */
export function commentThread(client: Client, place: CommentPlace, log: (message: string) => void): Thread {
  const { repo, issue, commentId } = place;
  let answering = false;
  const settled = async (intentIds: readonly string[]): Promise<string | null> => {
    const comments = await commentsSince(client, repo, issue, place.createdAt);
    const own = comments.find((comment) => comment.id === commentId);
    if (!own) return 'The comment was deleted';
    // What it says now is not what the event was about, and could be made to say anything.
    if (own.edited) return 'The comment was edited after it was written, and only what was written at first counts';
    const marked = new Set(
      comments.filter((comment) => comment.trusted).flatMap((comment) => markedIntents(comment.body)),
    );
    return intentIds.every((id) => marked.has(id)) ? 'This request was answered before' : null;
  };
  /** A server that answers with an error, or not at all, may have posted the reply all the same: one is enough. */
  const post = async (text: string): Promise<string> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await reply(client, repo, issue, text);
      } catch (error) {
        const { status } = error as { status?: number };
        if (attempt === REPLY_TRIES || (status !== undefined && status < 500)) throw error;
        await pause(attempt + 2);
        if ((await settled(markedIntents(text))) !== null) return 'an earlier try';
      }
    }
  };
  /** A reaction is a courtesy: the run goes on without it, unless the token will not be able to answer either. */
  const acknowledge = async (content: 'eyes' | 'rocket' | 'confused'): Promise<void> => {
    try {
      await react(client, repo, commentId, content);
    } catch (error) {
      const problem = apiProblem(error);
      const { status } = error as { status?: number };
      if (!answering && problem instanceof RepositoryError && (status === 401 || status === 403)) throw problem;
      log(`No reaction could be left: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return {
    settled,
    onRecord: true,
    evidence: (approvals) => doubtsAbout(client, place, approvals),
    teams: (names) => readTeams(client, names),
    role: () => roleOf(client, repo, place.author),
    started: () => acknowledge('eyes'),
    async answer(text, done) {
      answering = true;
      log(`answered at ${await post(text)}`);
      await acknowledge(done ? 'rocket' : 'confused');
    },
    async failed(text) {
      // The answer itself could not be given: neither could this, and a change may well have been made.
      if (answering) return;
      answering = true;
      try {
        await reply(client, repo, issue, text);
      } catch (error) {
        log(`The failure could not be reported: ${error instanceof Error ? error.message : String(error)}`);
      }
      await acknowledge('confused');
    },
    log,
  };
}
