import { requireRead } from '../access.ts';
import { listed, NO_CONTENT, type Routes, repoOf, threadArea, writer } from '../call.ts';
import { notFound } from '../errors.ts';
import type { Reaction } from '../records.ts';
import { showReaction } from '../show/issue.ts';
import { findComment } from './comments.ts';

const ALL = '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions';

export const reactionRoutes: Routes = {
  [`GET ${ALL}`]: (call) => {
    const repo = repoOf(call);
    const comment = findComment(repo, call);
    requireRead(call.actor, repo, threadArea(comment.issue));
    const { content } = call.query;
    const wanted = comment.reactions.filter((reaction) => content === undefined || reaction.content === content);
    return listed(call, wanted, (reaction) => showReaction(call.urls, repo, reaction));
  },

  [`POST ${ALL}`]: (call) => {
    const repo = repoOf(call);
    const comment = findComment(repo, call);
    const user = writer(call, repo, threadArea(comment.issue), 'read');
    const content = String(call.body['content']);
    const mine = comment.reactions.find((reaction) => reaction.user.id === user.id && reaction.content === content);
    if (mine) return { status: 200, body: showReaction(call.urls, repo, mine) };
    const reaction: Reaction = { id: call.state.nextId(), user, content, createdAt: call.state.stamp() };
    comment.reactions.push(reaction);
    return { status: 201, body: showReaction(call.urls, repo, reaction) };
  },

  [`DELETE ${ALL}/{reaction_id}`]: (call) => {
    const repo = repoOf(call);
    const comment = findComment(repo, call);
    const index = comment.reactions.findIndex((reaction) => reaction.id === Number(call.params['reaction_id']));
    const reaction = comment.reactions[index];
    if (!reaction) throw notFound();
    const own = reaction.user.id === call.actor.user?.id;
    writer(call, repo, threadArea(comment.issue), own ? 'read' : 'write');
    comment.reactions.splice(index, 1);
    return NO_CONTENT;
  },
};
