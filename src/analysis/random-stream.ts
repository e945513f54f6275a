import { createHash } from 'node:crypto';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/**
 * A stream of random numbers of its own for every uncertain quantity, seeded by a hash of the quantity's name alone (128 bits of
 * SHA-256). So the same store gives the same bytes everywhere, and a change elsewhere in the project leaves the stream as it
 * is: two forecasts, before and after a change, differ by the change and not by the luck of the draw ("common random numbers",
 * Glasserman and Yao, "Some Guidelines and Guarantees for Common Random Numbers", Management Science 38, 1992).
 */
export function randomStream(name: string): RandomGenerator {
  const digest = createHash('sha256').update(name).digest();
  return xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32LE(at)));
}

/** Names all streams of a simulation in 16 hexadecimal digits: the seed that the forecast reports. */
export function seedOf(names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 16);
}

const STEP = 2 ** -32;

/** The next number of the stream, uniform from 0 to below 1, in steps of 2⁻³². */
export function uniform(stream: RandomGenerator): number {
  return (stream.next() >>> 0) * STEP;
}
