/** How a terminal shows text. `width` is in columns; colours are ANSI sequences and only there if `color` is on. */
export interface Terminal {
  readonly color: boolean;
  readonly width: number;
}

const CODES = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', blue: '34', cyan: '36' } as const;
export type Colour = keyof typeof CODES;

/** `text` in a colour, or as it is. */
export function paint(terminal: Pick<Terminal, 'color'>, colour: Colour | null, text: string): string {
  return terminal.color && colour !== null && text !== '' ? `\u001B[${CODES[colour]}m${text}\u001B[0m` : text;
}

/** Colour of a health, a milestone's or an edge's state; null for those that need no attention. */
export function colourOf(value: string): Colour | null {
  if (value === 'late' || value === 'blocked') return 'red';
  if (value === 'at_risk') return 'yellow';
  if (value === 'done' || value === 'completed' || value === 'on_track' || value === 'satisfied') return 'green';
  return value === 'in_progress' ? 'cyan' : null;
}
