/** What a check found. */
export type Mark = 'ok' | 'warning' | 'error' | 'no-data';

/** One computed line about a plan; text between backticks is code, the rest reads as it stands. */
export interface ReportLine {
  readonly mark: Mark | null;
  readonly text: string;
}

export interface ReportSection {
  readonly title: string;
  readonly lines: readonly ReportLine[];
}

/** What a plan means beyond its edits and moved dates: the sections of the reply, each computed from the store before and after it. */
export interface PlanReport {
  /** Impact on timeline, resources, dependencies, risk and stakeholders; a line each where there is something to say. */
  readonly impact: readonly ReportLine[];
  /** Resources and priority before and after, and whether the resources are there. */
  readonly details: readonly ReportSection[];
  /** What applying it comes to, in order. */
  readonly steps: readonly string[];
  /** Of a bulk update: a section for each milestone, and how they go together. */
  readonly batch: readonly ReportSection[];
  /** The sign-offs of the change by kind, and how approvals stand in the whole project. */
  readonly signOffs: readonly ReportSection[];
  /** The impact as YAML, for machines and for the change record. */
  readonly yaml: string;
}
