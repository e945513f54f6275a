import { type ApprovalDecision, approversText } from '../model/approval.ts';
import { parseDay } from '../model/day.ts';
import type { Intent, Origin } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import { changesOf } from '../store/journal.ts';
import { samePeople } from './approvals.ts';
import { givenBy, mayApprove, teamsNamed } from './approvers.ts';
import { done, type Outcome, refused } from './refusal.ts';
import {
  approversOf,
  isApproved,
  isAuthor,
  isReviewed,
  requiredOf,
  rulesInForce,
  talliesOf,
} from './request-approvals.ts';
import type { Hearing, Step } from './step.ts';
import { unknownChange } from './undo.ts';

/** True for what may be approved: a request, or an edit by hand that the policy wants approved. */
const isAsked = ({ kind, approvals }: Entry): boolean =>
  kind === 'requested' || (kind === 'edited' && approvals.some((a) => a.outcome === 'required'));

/** True for a change that was made on GitHub and that the store followed. */
function isFollowed({ command }: Entry): boolean {
  return command === 'sync';
}

/** How a change that stands already is taken back. */
function takeBack(request: Entry): string {
  return isFollowed(request) ? `Undo ${request.id}` : `Revert ${request.source ?? 'its commit'}`;
}

/** Refuses a request that does not ask whom the policy in force would have it ask. What stands already is held to the people of today. */
function asPolicyAsks(request: Entry, state: State): Outcome<ApprovalDecision[]> {
  const rules = rulesInForce(request, state);
  const differs = requiredOf(request).find((decision) => {
    const rule = rules.find((each) => each.rule === decision.rule);
    return (
      !rule ||
      (request.kind === 'requested' && !rules.some((each) => each.rule === decision.rule && samePeople(each, decision)))
    );
  });
  if (!differs) return done(rules);
  return refused(
    'stale-plan',
    `${request.id} asks ${approversText(differs)} for ${differs.rule}, and the policy does not`,
    {
      hint:
        request.kind === 'requested'
          ? 'Give the command again, and have that approved.'
          : `${takeBack(request)}, or give the rule back to the policy.`,
    },
  );
}

/**
 * The request that a decision names, if it still waits for one. Whether an edit by hand has been approved is for the evidence to
 * say, not for the journal.
 */
function pendingRequest(
  state: State,
  asked: string,
  now: string,
  hearing: Pick<Hearing, 'invalid' | 'teams'>,
): Outcome<Entry> {
  const change = changesOf(state.journal).find((c) => c.id.toLowerCase() === asked.toLowerCase());
  if (!change) return unknownChange(state, asked);
  const named = state.journal.filter(({ id }) => id === change.id);
  if (named.length > 1) {
    return refused(
      'invalid-store',
      `${named.length} journal entries are called ${change.id}: which was asked for is not clear`,
      {
        hint: 'Remove those that were written by hand, or give the command again.',
      },
    );
  }
  const request = named.find(isAsked);
  const claimed = change.state === 'applied' && request?.kind === 'edited' && !isApproved(state, request, hearing);
  if ((change.state !== 'pending' && change.state !== 'unapproved' && !claimed) || !request) {
    return refused('already-decided', `${change.id} is ${change.state} and waits for nothing`, {
      hint: change.state === 'applied' ? `To take it back: undo ${change.id}.` : 'Give the command again to ask anew.',
    });
  }
  const today = parseDay(now, state.config.calendar.timezone) ?? 0;
  const over = request.approvals.find((a) => a.expires !== null && (parseDay(a.expires, 'UTC') ?? today) < today);
  if (over) {
    return refused('expired-change', `${change.id} expired on ${over.expires}`, {
      hint: 'Give the command again to ask anew.',
    });
  }
  return done(request);
}

function entitled(state: State, request: Entry, actor: string, hearing: Hearing): Outcome<true> {
  const rules = rulesInForce(request, state);
  if (rules.some((rule) => mayApprove(actor, rule, state.config, hearing.teams))) return done(true);
  const closed = teamsNamed(rules, state.config).filter((team) => hearing.teams.get(team) == null);
  if (closed.length > 0) {
    return refused(
      'unreadable-team',
      `The members of ${closed.join(', ')} cannot be read, so nobody can be taken for one of them`,
      {
        hint: 'Give the Action a token with `members: read` in that organisation, or list the approvers by login in `groups`.',
      },
    );
  }
  return refused(
    'not-approver',
    `${actor} is not asked about ${request.id}: ${rules.map((r) => `${r.rule} needs ${approversText(r)}`).join('; ')}`,
    {
      hint: 'Ask them to comment.',
    },
  );
}

/** The step of `approve`, and whether it is the last approval that the request waited for. */
export function approveStep(
  state: State,
  intent: Intent,
  origin: Origin,
  hearing: Hearing,
): Outcome<{ step: Step; request: Entry; complete: boolean }> {
  const pending = pendingRequest(state, intent.args[0] ?? '', origin.now, hearing);
  if (!pending.ok) return pending;
  const request = pending.value;
  if (!hearing.onRecord) {
    return refused('no-evidence', 'An approval counts only where others can read it', {
      hint: `Comment \`/milestone approve ${request.id}\` on an issue or pull request of the repository.`,
    });
  }
  const asked = asPolicyAsks(request, state);
  if (!asked.ok) return asked;
  const rules = asked.value;
  const may = entitled(state, request, origin.actor, hearing);
  if (!may.ok) return may;
  const self = isAuthor(request, origin.actor);
  if (self && !rules.some((rule) => rule.selfApproval && mayApprove(origin.actor, rule, state.config, hearing.teams))) {
    const brought = request.broughtBy?.toLowerCase() === origin.actor.toLowerCase();
    return refused(
      'self-approval',
      brought
        ? `${origin.actor} brought ${request.id} in from GitHub, where nobody can tell who made it, and so does not approve it`
        : `${origin.actor} asked for ${request.id}, and nobody approves their own request`,
      { hint: 'Ask another approver.' },
    );
  }
  const before = approversOf(state, request, hearing);
  if (before.some((login) => login.toLowerCase() === origin.actor.toLowerCase())) {
    return refused('already-approved', `${origin.actor} has approved ${request.id} before`, {
      hint: 'Others still have to.',
    });
  }
  const tallies = talliesOf(state, request, [...before, origin.actor], hearing);
  const complete = tallies.every((tally) => tally.received >= tally.needed);
  const step: Step = {
    intent,
    kind: 'approved',
    of: request.id,
    edits: [],
    milestones: request.milestones,
    granted: true,
    given: givenBy(
      origin.actor,
      rules.filter((rule) => rule.selfApproval || !self),
      state.config,
      hearing.teams,
    ),
  };
  return done({ step, request, complete });
}

/** The step of `reject`: by an approver, or by the person who asked. */
export function rejectStep(state: State, intent: Intent, origin: Origin, hearing: Hearing): Outcome<Step> {
  const pending = pendingRequest(state, intent.args[0] ?? '', origin.now, hearing);
  if (!pending.ok) return pending;
  const request = pending.value;
  if (request.kind === 'edited') {
    const made = isFollowed(request) ? 'on GitHub' : 'by hand';
    return refused('already-decided', `${request.id} was made ${made} and stands; a rejection would not take it back`, {
      hint: `${takeBack(request)}, or leave it unapproved.`,
    });
  }
  if (request.actor.toLowerCase() !== origin.actor.toLowerCase()) {
    const may = entitled(state, request, origin.actor, hearing);
    if (!may.ok) return may;
  }
  return done({ intent, kind: 'rejected', of: request.id, edits: [], milestones: request.milestones, granted: true });
}

/** What has to be looked up before decisions about change requests can be heard: approvals to re-read, teams to resolve. */
export function hearingNeeds(state: State, intents: readonly Intent[]): { approvals: Entry[]; teams: string[] } {
  const named = intents
    .filter(({ verb }) => verb === 'approve' || verb === 'reject')
    .map(({ args }) => args[0]?.toLowerCase());
  const requests = state.journal.filter((e) => isAsked(e) && named.includes(e.id.toLowerCase()));
  const ids = new Set(requests.map((entry) => entry.id));
  return {
    approvals: state.journal.filter(
      (e) => (e.kind === 'approved' && e.of !== null && ids.has(e.of)) || (ids.has(e.id) && isReviewed(e)),
    ),
    teams: [...new Set(requests.flatMap((request) => teamsNamed(rulesInForce(request, state), state.config)))],
  };
}
