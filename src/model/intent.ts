/** One command as it was understood: a verb of the verb table with its argument and options, and the name it is known by. */
export interface Intent {
  /** Never changes for the same request: `<comment node id>#<line>`, `dispatch:<run id>`, or a fresh id for the command line. */
  readonly id: string;
  readonly verb: string;
  /** Positional arguments, in order. */
  readonly args: readonly string[];
  /** Option names without dashes; a switch is true, or false for its `--no-` form. */
  readonly options: Readonly<Record<string, string | boolean>>;
  /** The line as the person wrote it. */
  readonly text: string;
  /** 1-based line in the comment; 1 elsewhere. */
  readonly line: number;
}

/** Who asks, from where. Roles come from the GitHub API; on the command line there is none to check. */
export interface Origin {
  readonly actor: string;
  /** URL of the comment, `dispatch`, or `cli`: what the journal names as the source. */
  readonly source: string;
  /** ISO 8601 instant, UTC. */
  readonly now: string;
}
