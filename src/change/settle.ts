import { type ApprovalDecision, approversText } from '../model/approval.ts';
import { parseDay } from '../model/day.ts';
import type { Intent, Origin } from '../model/intent.ts';
import type { Entry } from '../model/journal.ts';
import type { State } from '../model/state.ts';
import { changesOf } from '../store/journal.ts';
import { givenBy, mayApprove, type Tally, tallyOf, teamsNamed } from './approvers.ts';
import { done, type Outcome, refused } from './refusal.ts';
import type { Hearing, Step } from './step.ts';
import { unknownChange } from './undo.ts';

/** True for what may be approved: a request, or an edit by hand that the policy wants approved. */
const isAsked = ({ kind, approvals }: Entry): boolean =>
  kind === 'requested' || (kind === 'edited' && approvals.some((a) => a.outcome === 'required'));

/** The request that a decision names, if it still waits for one. */
export function pendingRequest(state: State, asked: string, now: string): Outcome<Entry> {
  const change = changesOf(state.journal).find((c) => c.id.toLowerCase() === asked.toLowerCase());
  if (!change) return unknownChange(state, asked);
  const request = state.journal.find((entry) => entry.id === change.id && isAsked(entry));
  if ((change.state !== 'pending' && change.state !== 'unapproved') || !request) {
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

/** Approvals of a request that count, as logins, in the order in which they were given. */
export function approversOf(state: State, request: Entry, hearing: Pick<Hearing, 'invalid'>): string[] {
  const given = state.journal.filter((e) => e.kind === 'approved' && e.of === request.id && !hearing.invalid.has(e.id));
  // Reviews of a pull request that was merged stand in the entry of the edit itself.
  const reviewed = request.approvals.flatMap((a) => (a.outcome === 'given' && a.by !== undefined ? [a.by] : []));
  return [...new Set([...reviewed, ...given.map((entry) => entry.actor)])];
}

const required = (request: Entry): ApprovalDecision[] => request.approvals.filter((a) => a.outcome === 'required');

/** Where every rule of a request stands. */
export function talliesOf(
  state: State,
  request: Entry,
  approvers: readonly string[],
  hearing: Pick<Hearing, 'teams'>,
): Tally[] {
  return required(request).map((decision) => {
    const counted = approvers.filter(
      (login) => decision.selfApproval || login.toLowerCase() !== request.actor.toLowerCase(),
    );
    return tallyOf(decision, counted, state.config, hearing.teams);
  });
}

function entitled(state: State, request: Entry, actor: string, hearing: Hearing): Outcome<true> {
  const rules = required(request);
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
  const pending = pendingRequest(state, intent.args[0] ?? '', origin.now);
  if (!pending.ok) return pending;
  const request = pending.value;
  if (!hearing.onRecord) {
    return refused('no-evidence', 'An approval counts only where others can read it', {
      hint: `Comment \`/milestone approve ${request.id}\` on an issue or pull request of the repository.`,
    });
  }
  const may = entitled(state, request, origin.actor, hearing);
  if (!may.ok) return may;
  const self = request.actor.toLowerCase() === origin.actor.toLowerCase();
  if (
    self &&
    !required(request).some((rule) => rule.selfApproval && mayApprove(origin.actor, rule, state.config, hearing.teams))
  ) {
    return refused('self-approval', `${origin.actor} asked for ${request.id}, and nobody approves their own request`, {
      hint: 'Ask another approver.',
    });
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
      required(request).filter((rule) => rule.selfApproval || !self),
      state.config,
      hearing.teams,
    ),
  };
  return done({ step, request, complete });
}

/** The step of `reject`: by an approver, or by the person who asked. */
export function rejectStep(state: State, intent: Intent, origin: Origin, hearing: Hearing): Outcome<Step> {
  const pending = pendingRequest(state, intent.args[0] ?? '', origin.now);
  if (!pending.ok) return pending;
  const request = pending.value;
  if (request.kind === 'edited') {
    return refused('already-decided', `${request.id} was made by hand and stands; a rejection would not take it back`, {
      hint: `Revert ${request.source ?? 'its commit'}, or leave it unapproved.`,
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
    approvals: state.journal.filter((e) => e.kind === 'approved' && e.of !== null && ids.has(e.of)),
    teams: [...new Set(requests.flatMap((request) => teamsNamed(required(request), state.config)))],
  };
}
