/** Edges out of each node in one array: those of node n are `target[offset[n]] … target[offset[n + 1] - 1]`. */
interface Adjacency {
  readonly offset: Int32Array;
  readonly target: Int32Array;
}

/**
 * Marks (1) every node that lies on a cycle, and no node that merely follows or leads to one. Tarjan's strongly connected
 * components ("Depth-first search and linear graph algorithms", 1972) with an explicit stack: O(V+E), any depth.
 */
export function onCycle({ offset, target }: Adjacency): Uint8Array {
  const size = offset.length - 1;
  const marked = new Uint8Array(size);
  const order = new Int32Array(size); // 0 = not visited yet
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const next = offset.slice(0, size);
  const stack: number[] = [];
  const walk: number[] = [];
  let visited = 0;

  const enter = (node: number): void => {
    visited++;
    order[node] = visited;
    low[node] = visited;
    stack.push(node);
    onStack[node] = 1;
    walk.push(node);
  };
  const lower = (node: number, value: number): void => {
    if (value < (low[node] as number)) low[node] = value;
  };
  const leave = (node: number): void => {
    walk.pop();
    const parent = walk.at(-1);
    if (parent !== undefined) lower(parent, low[node] as number);
    if (low[node] !== order[node]) return;
    const several = stack.at(-1) !== node;
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      onStack[member] = 0;
      if (several) marked[member] = 1;
      if (member === node) return;
    }
  };

  for (let root = 0; root < size; root++) {
    if (order[root] !== 0) continue;
    enter(root);
    for (let node = walk.at(-1); node !== undefined; node = walk.at(-1)) {
      const edge = next[node] as number;
      if (edge === offset[node + 1]) {
        leave(node);
        continue;
      }
      next[node] = edge + 1;
      const to = target[edge] as number;
      if (to === node) marked[node] = 1;
      else if (order[to] === 0) enter(to);
      else if (onStack[to] === 1) lower(node, order[to] as number);
    }
  }
  return marked;
}
