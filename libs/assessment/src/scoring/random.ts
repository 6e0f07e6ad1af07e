import { sha256, stableJson } from '@app/kernel';

/** Uniform, normal and gamma numbers from one seed. The same seed gives the same numbers on every machine. */
export interface Random {
  /** In (0, 1): never exactly 0, so that its logarithm exists. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Gamma with this shape (> 0) and scale 1. */
  gamma(shape: number): number;
}

/** Seed of a computation: the first 16 hexadecimal digits of the SHA-256 of its inputs as ordered JSON. */
export const seedOf = (inputs: unknown): string => sha256(stableJson(inputs)).slice(0, 16);

// Looked up once: these lines run hundreds of thousands of times a result.
const { log, sqrt } = Math;
const TWO_TO_32 = 4_294_967_296;

/**
 * sfc32 (Chris Doty-Humphrey's Small Fast Counting generator, 128 bits of state), started from the seed's 64 bits and run in for 15
 * steps. Normals by Marsaglia's polar method, gammas by Marsaglia and Tsang (2000).
 */
export function randomFrom(seed: string): Random {
  // Typed arrays keep the state unboxed; plain variables in a closure cost an allocation a number.
  const state = Int32Array.of(parseInt(seed.slice(0, 8), 16), parseInt(seed.slice(8, 16), 16), 0x9e3779b9, 1);
  const spare = Float64Array.of(0, 0);

  const uniform = (): number => {
    const a = state[0] ?? 0;
    const b = state[1] ?? 0;
    const c = state[2] ?? 0;
    const counter = state[3] ?? 0;
    const sum = (((a + b) | 0) + counter) | 0;
    state[3] = (counter + 1) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / TWO_TO_32;
  };
  for (let step = 0; step < 15; step += 1) uniform();

  const normal = (): number => {
    if (spare[0] === 1) {
      spare[0] = 0;
      return spare[1] ?? 0;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = sqrt((-2 * log(square)) / square);
      spare[0] = 1;
      spare[1] = y * factor;
      return x * factor;
    }
  };

  const gamma = (shape: number): number => {
    // Below 1 the method does not hold: draw one shape higher and shrink (Marsaglia and Tsang, section 6).
    if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const k = 1 / sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + k * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = uniform();
      const square = x * x;
      if (u < 1 - 0.0331 * square * square || log(u) < 0.5 * square + d * (1 - v + log(v))) return d * v;
    }
  };

  return { uniform, normal, gamma };
}
