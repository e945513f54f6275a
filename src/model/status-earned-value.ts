import * as z from 'zod';
import { figure, measured } from './status-measures.ts';

const earnedValue = measured({
  pv: z.number(),
  ev: z.number(),
  ac: figure,
  bac: z.number(),
  sv: z.number(),
  cv: figure,
  spi: figure,
  cpi: figure,
  eac: figure,
  etc: figure,
  vac: figure,
  milestones: z.number().int().meta({ description: 'How many the figures stand on' }),
  left_out: z.array(z.string()).meta({ description: 'Milestones without an estimate or budget' }),
});

/** Earned value in hours of effort and in money; each null as a whole where nothing is estimated or budgeted. */
export const evmSchema = measured({
  hours: earnedValue.nullable(),
  money: earnedValue.extend({ currency: z.string() }).nullable(),
});

export type EarnedValue = z.infer<typeof earnedValue>;
export type Evm = z.infer<typeof evmSchema>;
