import { entryWrites } from '../../../src/change/hand-edits.ts';
import { bookkeeping, type SyncPlan, syncOf } from '../../../src/change/sync/sync.ts';
import type { Write } from '../../../src/model/plan.ts';
import type { Operation, Remote, RemoteIssue, RemoteMilestone } from '../../../src/model/remote.ts';
import type { State } from '../../../src/model/state.ts';
import { editText, type TextEdit } from '../../../src/store/edit.ts';
import { readStore } from '../../../src/store/read.ts';

export const NOW = '2024-07-26T16:45:00Z';
const ORIGIN = { actor: 'octo', source: 'schedule', now: NOW };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** GitHub as far as milestones and issues go: titles are unique, closing dates what is closed, nothing else happens by itself. */
export class PeerModel {
  readonly milestones = new Map<number, Mutable<RemoteMilestone>>();
  readonly issues = new Map<number, Mutable<RemoteIssue>>();
  #next = 1;
  #nextIssue = 1;

  remote(): Remote {
    return {
      milestones: [...this.milestones.values()].map((m) => ({ ...m })),
      issues: [...this.issues.values()].map((i) => ({ ...i })),
      complete: true,
    };
  }

  taken(title: string, but?: number): boolean {
    return [...this.milestones.values()].some((m) => m.title === title && m.number !== but);
  }

  milestone(set: Partial<Omit<RemoteMilestone, 'number' | 'url'>> & { title: string }): number | null {
    if (this.taken(set.title)) return null;
    const number = this.#next++;
    const blank = {
      description: '',
      due: null,
      state: 'open',
      createdAt: '2024-07-01T09:00:00Z',
      closedAt: null,
    } as const;
    const closedAt = set.state === 'closed' ? NOW : null;
    this.milestones.set(number, { ...blank, closedAt, ...set, number, url: `https://example.org/milestone/${number}` });
    return number;
  }

  issue(set: Partial<Omit<RemoteIssue, 'number' | 'url'>> & { title: string }): number {
    const number = this.#nextIssue++;
    const blank = { state: 'open', reason: null, assignees: [], labels: [], milestone: null } as const;
    const rest = { closedAt: null, parent: null, blockedBy: [] };
    this.issues.set(number, { ...blank, ...rest, ...set, number, url: `https://example.org/issues/${number}` });
    return number;
  }

  /** A person's change, or an operation's; false where GitHub answers 404 or 422. */
  change(number: number, set: Partial<Omit<RemoteMilestone, 'number'>>): boolean {
    const milestone = this.milestones.get(number);
    if (!milestone || (set.title !== undefined && this.taken(set.title, number))) return false;
    Object.assign(milestone, set);
    if (set.state) milestone.closedAt = set.state === 'closed' ? NOW : null;
    return true;
  }

  changeIssue(number: number, set: Partial<Omit<RemoteIssue, 'number'>>): boolean {
    const issue = this.issues.get(number);
    if (!issue || (set.milestone && !this.milestones.has(set.milestone))) return false;
    Object.assign(issue, set);
    if (set.state) {
      issue.closedAt = set.state === 'closed' ? NOW : null;
      issue.reason = set.reason ?? (set.state === 'closed' ? 'completed' : 'reopened');
    }
    return true;
  }

  remove(number: number): void {
    this.milestones.delete(number);
    for (const issue of this.issues.values()) if (issue.milestone === number) issue.milestone = null;
  }

  execute(operation: Operation): boolean {
    if (operation.kind === 'create-milestone') return this.milestone(operation.set) !== null;
    if (operation.kind === 'update-milestone') return this.change(operation.number, operation.set);
    return this.changeIssue(operation.number, operation.set);
  }
}

/** A store and its GitHub. */
export class World {
  readonly github = new PeerModel();
  readonly files: Map<string, string>;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.files = new Map(Object.entries(files));
  }

  get state(): State {
    return readStore([...this.files].map(([path, text]) => ({ path, kind: 'text', text })));
  }

  text(path: string): string {
    return this.files.get(path) ?? '';
  }

  edit(path: string, ...edits: readonly TextEdit[]): void {
    const result = editText(this.text(path), edits);
    if (!result.ok) throw new Error(`${path}: ${result.message}`);
    this.files.set(path, result.text);
  }

  write(writes: readonly Write[]): void {
    for (const { path, after } of writes) if (after !== null) this.files.set(path, after);
  }

  plan(prefer?: 'store' | 'github', asker?: string): SyncPlan {
    const options = { ...(prefer ? { prefer } : {}), ...(asker ? { asker } : {}) };
    return syncOf(this.state, this.github.remote(), ORIGIN, options);
  }

  /** A whole run, as the Action makes it; `meanwhile` is what people do before it records what it did. `fails` says which operations GitHub refuses; a run that `dies` records nothing. */
  run(
    more: {
      prefer?: 'store' | 'github';
      asker?: string;
      fails?: (index: number) => boolean;
      dies?: boolean;
      meanwhile?: () => void;
    } = {},
  ) {
    const plan = this.plan(more.prefer, more.asker);
    this.write([...plan.writes, ...entryWrites(plan.entries)]);
    const done = plan.operations.map((operation, i) => !more.fails?.(i) && this.github.execute(operation));
    more.meanwhile?.();
    const books = more.dies ? [] : bookkeeping(this.state, this.github.remote());
    this.write(books);
    return { plan, done, books };
  }

  milestone(id: string) {
    const found = this.state.milestones.find((m) => m.id === id);
    if (!found) throw new Error(`${id} is not in the store`);
    return found;
  }

  onGitHub(number: number): RemoteMilestone {
    const found = this.github.milestones.get(number);
    if (!found) throw new Error(`#${number} is not on GitHub`);
    return found;
  }
}
