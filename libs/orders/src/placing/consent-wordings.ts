import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import { DomainError } from '@app/kernel';
import type { ConsentKind } from '../order/order-consent.entity.js';

export const CONSENT_KINDS: readonly ConsentKind[] = [
  'start_in_cancellation_period',
  'right_ends_on_delivery',
];

/** The words of both consents under one version name. */
export type ConsentWording = Readonly<Record<ConsentKind, string>> & { readonly version: string };

/** The published wordings, read and checked once. */
export class ConsentWordings {
  private constructor(private readonly versions: readonly ConsentWording[]) {}

  /** @throws DomainError `content_invalid` naming the file and what is wrong with it. */
  static load(file = projectPath('libs', 'orders', 'content', 'consents.yaml')): ConsentWordings {
    return ConsentWordings.check(parse(readFileSync(file, 'utf8')), file);
  }

  static check(content: unknown, file: string): ConsentWordings {
    const versions: unknown = isRecord(content) ? content['versions'] : undefined;
    if (!Array.isArray(versions) || versions.length === 0) throw broken(file, 'there is no list "versions"');
    const seen = new Set<string>();
    for (const [index, version] of (versions as unknown[]).entries()) {
      for (const key of ['version', ...CONSENT_KINDS]) {
        const text: unknown = isRecord(version) ? version[key] : undefined;
        if (typeof text !== 'string' || text.trim().length === 0)
          throw broken(file, `versions[${index}].${key} is missing`);
      }
      const { version: name } = version as ConsentWording;
      if (seen.has(name)) throw broken(file, `version ${name} is there twice`);
      seen.add(name);
    }
    return new ConsentWordings(versions as ConsentWording[]);
  }

  /** The wording that new orders are asked to agree to. */
  get current(): ConsentWording {
    const last = this.versions.at(-1);
    if (!last) throw new DomainError('content_invalid', 'There is no consent wording.');
    return last;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object';
const broken = (file: string, why: string): DomainError =>
  new DomainError('content_invalid', `${file}: ${why}`);
