import { isLockedFor, LOCKED, mayWrite } from '../access.ts';
import { threadArea } from '../call.ts';
import { setState } from '../change-issue.ts';
import { nodeId } from '../node-id.ts';
import type { Issue, Reaction, Repo } from '../records.ts';
import { threadNode } from '../show/issue.ts';
import type { View } from './connection.ts';
import { createCommitOnBranch, denied } from './create-commit.ts';
import { commentView, issueView } from './issue.ts';
import { nodeOf, nodeView } from './node.ts';
import { userView } from './people.ts';
import { Problem } from './problem.ts';
import type { Scope } from './scope.ts';

/** Arguments as graphql has checked them against the schema. */
type Input = Readonly<Record<string, unknown>>;

/** The root of mutations: each takes GitHub's `input`. */
export function mutations(scope: Scope): View {
  return {
    createCommitOnBranch: ({ input }: { input: Parameters<typeof createCommitOnBranch>[1] }) =>
      createCommitOnBranch(scope, input),
    addComment: ({ input }: { input: Input }) => addComment(scope, input),
    addReaction: ({ input }: { input: Input }) => addReaction(scope, input),
    updateIssue: ({ input }: { input: Input }) => updateIssue(scope, input),
  };
}

function addComment(scope: Scope, input: Input): View {
  const [repo, issue] = threadOf(scope, String(input['subjectId']));
  const { state, actor } = scope;
  if (!mayWrite(state, actor, repo, threadArea(issue), 'read')) throw denied(scope, 'AddComment');
  if (isLockedFor(state, actor, repo, issue)) throw new Problem('FORBIDDEN', LOCKED);
  const body = String(input['body']);
  if (body.trim() === '') throw new Problem('UNPROCESSABLE', "Body can't be blank");
  const comment = state.addComment(repo, issue, actor.user, body);
  return {
    __typename: 'AddCommentPayload',
    clientMutationId: input['clientMutationId'] ?? null,
    commentEdge: {
      __typename: 'IssueCommentEdge',
      cursor: String(comment.id),
      node: commentView(scope, repo, comment),
    },
    subject: () => nodeView(scope, threadNode(repo, issue)),
  };
}

const CONTENT: Readonly<Record<string, string>> = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  HOORAY: 'hooray',
  CONFUSED: 'confused',
  HEART: 'heart',
  ROCKET: 'rocket',
  EYES: 'eyes',
};

function addReaction(scope: Scope, input: Input): View {
  const { state, actor } = scope;
  const found = nodeOf(scope, String(input['subjectId']));
  if (found.kind !== 'comment')
    throw new Problem('NOT_IMPLEMENTED', 'Only comments take reactions on the local GitHub.');
  const { repo, comment } = found;
  if (!mayWrite(state, actor, repo, threadArea(comment.issue), 'read')) throw denied(scope, 'AddReaction');
  const word = String(input['content']);
  const content = CONTENT[word] ?? '';
  let reaction = comment.reactions.find((one) => one.user === actor.user && one.content === content);
  if (!reaction) {
    reaction = { id: state.nextId(), user: actor.user, content, createdAt: state.stamp() } satisfies Reaction;
    comment.reactions.push(reaction);
  }
  return {
    __typename: 'AddReactionPayload',
    clientMutationId: input['clientMutationId'] ?? null,
    subject: () => commentView(scope, repo, comment),
    reaction: {
      __typename: 'Reaction',
      id: nodeId('reaction', repo.id, reaction.id),
      databaseId: reaction.id,
      content: word,
      createdAt: reaction.createdAt,
      user: () => userView(scope, actor.user, true),
    },
  };
}

/** Title, body, state, milestone and assignees; labels by id are not served. */
function updateIssue(scope: Scope, input: Input): View {
  const { state, actor } = scope;
  const [repo, issue] = threadOf(scope, String(input['id']));
  const own = issue.user === actor.user;
  if (!mayWrite(state, actor, repo, threadArea(issue), own ? 'read' : 'triage')) throw denied(scope, 'UpdateIssue');
  if ('labelIds' in input) throw new Problem('NOT_IMPLEMENTED', 'The local GitHub takes no labelIds.');
  if (typeof input['title'] === 'string') issue.title = input['title'];
  if ('body' in input) issue.body = (input['body'] as string | null) ?? null;
  if ('milestoneId' in input) issue.milestone = milestoneOf(scope, repo, input['milestoneId']);
  if (Array.isArray(input['assigneeIds'])) {
    issue.assignees = input['assigneeIds'].map((id) => {
      const found = nodeOf(scope, String(id));
      if (found.kind !== 'user') throw notFound(id);
      return found.user;
    });
  }
  if (input['state'] === 'CLOSED') setState(issue, 'closed', 'completed', state.stamp());
  if (input['state'] === 'OPEN') setState(issue, 'open', null, state.stamp());
  issue.updatedAt = state.stamp();
  return {
    __typename: 'UpdateIssuePayload',
    clientMutationId: input['clientMutationId'] ?? null,
    actor: () => userView(scope, actor.user),
    issue: () => issueView(scope, repo, issue),
  };
}

function milestoneOf(scope: Scope, repo: Repo, id: unknown): Issue['milestone'] {
  if (id === null) return null;
  const found = nodeOf(scope, String(id));
  if (found.kind !== 'milestone' || found.repo !== repo) throw notFound(id);
  return found.milestone;
}

function threadOf(scope: Scope, id: string): [Repo, Issue] {
  const found = nodeOf(scope, id);
  if (found.kind !== 'thread') throw notFound(id);
  return [found.repo, found.issue];
}

function notFound(id: unknown): Problem {
  return new Problem('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
}
