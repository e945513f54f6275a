/** The arguments of a connection, after validation: `first` or `last` is there. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A view of a record: its fields by name, those with arguments as functions. */
export type View = Readonly<Record<string, unknown>>;

/**
 * A connection over a whole list, cut as asked. A cursor names an entry by the key, so that it still fits when entries
 * before it have gone.
 */
export function connection<T>(
  typeName: string,
  items: readonly T[],
  { first, last, after, before }: PageArguments,
  key: (item: T) => number | string,
  view: (item: T) => View,
): View {
  const cursor = (item: T): string => Buffer.from(`cursor:v2:${key(item)}`).toString('base64');
  const at = (wanted: string): number => items.findIndex((item) => cursor(item) === wanted);
  let from = after ? at(after) + 1 : 0;
  let to = before ? Math.max(0, at(before)) : items.length;
  if (typeof first === 'number') to = Math.min(to, from + first);
  if (typeof last === 'number') from = Math.max(from, to - last);
  const slice = items.slice(from, to);
  return {
    __typename: `${typeName}Connection`,
    totalCount: items.length,
    nodes: () => slice.map(view),
    edges: () => slice.map((item) => ({ __typename: `${typeName}Edge`, cursor: cursor(item), node: view(item) })),
    pageInfo: {
      __typename: 'PageInfo',
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: slice[0] === undefined ? null : cursor(slice[0]),
      endCursor: slice.at(-1) === undefined ? null : cursor(slice.at(-1) as T),
    },
  };
}
