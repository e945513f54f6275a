/** Where a store is looked for unless the input `path` says otherwise; what is written for this one bears no name. */
export const DEFAULT_STORE = '.milestones';

/** A comment's id as a store knows it: several stores of one repository carry it out and answer it each on its own account. */
export function idInStore(nodeId: string, storeDir: string): string {
  return storeDir === DEFAULT_STORE ? nodeId : `${storeDir}:${nodeId}`;
}

/** The name of the check on a pull request's changes of a store. */
export function checkName(storeDir: string): string {
  return storeDir === DEFAULT_STORE ? 'milestones/approval' : `milestones/approval (${storeDir})`;
}

/** What tells the one comment on a pull request's changes of a store from that on another; empty for the usual one. */
export function commentName(storeDir: string): string {
  return storeDir === DEFAULT_STORE ? '' : storeDir;
}
