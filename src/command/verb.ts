import type { Role } from '../model/config.ts';
import type { RefusalCode } from '../model/plan.ts';

/** The ways in which a command reaches us; a `workflow_dispatch` input is held to the rules of a comment. */
export type Where = 'comment' | 'dispatch' | 'cli';

/** What is wrong with a command: a code of the closed set, a sentence, and what to write instead. */
export interface Problem {
  readonly code: RefusalCode;
  readonly message: string;
  readonly hint: string;
}

export interface Option {
  /** Without dashes, kebab-case. */
  readonly name: string;
  /** One-letter form, for the command line's own options. */
  readonly short?: string;
  /** Name of the value in usage lines, without brackets; null for a switch, which takes a `--no-` form as well. */
  readonly value: string | null;
  /** The only values there are; they are read without regard to case. */
  readonly choices?: readonly string[];
  readonly summary: string;
  /** What holds if the option is not given, in words for the reader. */
  readonly fallback: string;
  /** Says what is wrong with a value; null if nothing is. */
  readonly check?: (value: string) => string | null;
  /** Completes "Allowed: …" for a refused value. */
  readonly allowed?: string;
}

export interface Argument {
  readonly name: string;
  readonly required: boolean;
  readonly summary: string;
  readonly check?: (value: string) => Problem | null;
}

interface Example {
  /** Without the leading `/milestone` or `git milestone`. */
  readonly line: string;
  readonly does: string;
}

/** The parts of a command that were understood one by one, for rules about their combination. */
export interface Given {
  readonly args: readonly string[];
  readonly options: ReadonlyMap<string, string | boolean>;
}

/** One entry of the verb table. Parser, help and reference read nothing else. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  readonly args: readonly Argument[];
  readonly options: readonly Option[];
  /** Options that a later version brings, with what to do until then: they get a better answer than "unknown". */
  readonly later?: Readonly<Record<string, string>>;
  /** Weakest GitHub role that may use the verb, unless the policy's `permissions` say otherwise. */
  readonly role: Role;
  readonly where: readonly Where[];
  /** True if the verb can change the store. */
  readonly writes: boolean;
  /** What is wrong with the combination of arguments and options; null if nothing is. */
  readonly rule?: (given: Given) => Problem | null;
  readonly examples: readonly Example[];
}
