import { posix } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** What the rules need to know of a source file, read from its syntax tree and not by pattern. */
export interface Source {
  /** Relative to `src/`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Whatever would give another answer tomorrow, on another machine or the next time: `Date.now`, `process`, … */
  readonly impurities: readonly string[];
}

export interface Import {
  /** `model/day.ts` for a file of ours, else the module's name as it is written. */
  readonly target: string;
  readonly own: boolean;
  /** Nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
  /** Imported names; `*` for the whole module or where it cannot be told. */
  readonly names: readonly string[];
}

type Node = Record<string, unknown> & { type: string };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function visit(node: Node, enter: (node: Node) => void): void {
  enter(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, enter);
  }
}

const literal = (node: unknown): string | null =>
  isNode(node) && typeof node['value'] === 'string' ? node['value'] : null;
const nameOf = (node: unknown): string => (isNode(node) ? String(node['name'] ?? node['value'] ?? '') : '');

/** The module that a node imports, if it is one of the five ways to import. */
function imported(node: Node): { from: string | null; typesOnly: boolean; names: string[] } | null {
  const source = literal(node['source']);
  switch (node.type) {
    case 'ImportDeclaration': {
      const parts = (node['specifiers'] as Node[]) ?? [];
      const typesOnly =
        node['importKind'] === 'type' || (parts.length > 0 && parts.every((part) => part['importKind'] === 'type'));
      const names = parts.map((part) => (part.type === 'ImportSpecifier' ? nameOf(part['imported']) : '*'));
      return { from: source, typesOnly, names };
    }
    case 'ExportNamedDeclaration':
      return source === null ? null : { from: source, typesOnly: node['exportKind'] === 'type', names: ['*'] };
    case 'ExportAllDeclaration':
      return { from: source, typesOnly: node['exportKind'] === 'type', names: ['*'] };
    case 'ImportExpression':
      return { from: source, typesOnly: false, names: ['*'] };
    case 'TSImportType':
      return { from: source, typesOnly: true, names: ['*'] };
    default:
      return null;
  }
}

const FORBIDDEN_GLOBALS = new Set([
  'process',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'console',
  'require',
  'globalThis',
]);
const FORBIDDEN_MEMBERS = new Set([
  'Date.now',
  'Math.random',
  'Temporal.Now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);
/** They follow the machine's language or time zone. */
const FORBIDDEN_METHODS = new Set(['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'resolvedOptions']);

function impurity(node: Node): string | null {
  if (
    node.type === 'NewExpression' &&
    nameOf(node['callee']) === 'Date' &&
    (node['arguments'] as unknown[]).length === 0
  )
    return 'new Date()';
  if (node.type === 'CallExpression' && nameOf(node['callee']) === 'Date') return 'Date()';
  if (node.type === 'MemberExpression') {
    const member = `${nameOf(node['object'])}.${nameOf(node['property'])}`;
    if (FORBIDDEN_MEMBERS.has(member)) return member;
    if (FORBIDDEN_METHODS.has(nameOf(node['property']))) return nameOf(node['property']);
    if (FORBIDDEN_GLOBALS.has(nameOf(node['object']))) return nameOf(node['object']);
  }
  if (node.type === 'CallExpression' && FORBIDDEN_GLOBALS.has(nameOf(node['callee']))) return nameOf(node['callee']);
  if (node.type === 'VariableDeclarator' && FORBIDDEN_GLOBALS.has(nameOf(node['init']))) return nameOf(node['init']);
  return null;
}

/** `path` is relative to `src/`. Throws on text that is no TypeScript. */
export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'syntax error'}`);
  const imports: Import[] = [];
  const impurities: string[] = [];
  visit(program as unknown as Node, (node) => {
    const found = imported(node);
    if (found) {
      if (found.from === null) throw new Error(`${path}: an import whose target is not a plain string`);
      const own = found.from.startsWith('.');
      const target = own ? posix.normalize(posix.join(posix.dirname(path), found.from)) : found.from;
      imports.push({ target, own, typesOnly: found.typesOnly, names: found.names });
    }
    const what = impurity(node);
    if (what) impurities.push(what);
  });
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, impurities };
}
