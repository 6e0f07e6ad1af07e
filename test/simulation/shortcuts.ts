import { hash } from '@node-rs/argon2';
import { BlueprintEditing, BlueprintProofs } from '@app/blueprint';
import { sha256, stableJson } from '@app/kernel';
import { slowWork } from '../../libs/staff/src/second-factors/passwords.js';

/** As little work as argon2 takes; the hash names it, so that comparing costs as little. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 } as const;
/** So many answers of one kind are kept; a file is about 100 kB. */
const KEPT = 50;

/**
 * While installed, work that gives the same every time is done once. What it gives is the product's own, to the byte:
 * - a draft is set anew for its check the first time that anybody looks at it, and what two versions have alike is found once, by the hash of the drafts;
 * - passwords are hashed at the least cost, since colleagues sign in fifty times a month.
 * @returns takes it out again.
 */
export function takeShortcuts(): () => void {
  const usual = slowWork.hash;
  const proofs = onceForEach(BlueprintProofs.prototype, 'remade');
  const pages = onceForEach(BlueprintEditing.prototype, 'samePages');
  slowWork.hash = (password) => hash(password, CHEAP);
  return () => {
    proofs();
    pages();
    slowWork.hash = usual;
  };
}

/** Keeps what a method gave by the hash of what it was given. @returns undoes it. */
function onceForEach<Name extends string>(
  service: Record<Name, (...given: never[]) => unknown>,
  name: Name,
): () => void {
  const real = service[name];
  const kept = new Map<string, unknown>();
  service[name] = function (this: unknown, ...given: never[]) {
    const key = sha256(stableJson(given));
    if (!kept.has(key)) kept.set(key, real.apply(this, given));
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
    return kept.get(key);
  };
  return () => {
    service[name] = real;
  };
}
