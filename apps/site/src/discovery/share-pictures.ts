import { Injectable } from '@nestjs/common';
import { Environment } from '@app/config';
import { sha256, stableJson } from '@app/kernel';
import { Catalogue } from '@app/occupations';
import { encodePng } from '@app/pictures';
import { drawSharePicture, PICTURE_DESIGN, type SharePicture } from './share-picture.js';

/** Pictures kept drawn, about 25 kB each. */
const MOST_KEPT = 300;

/** Pictures for shared links: of every occupation, of the site, and of the blueprint. Drawn when first asked for. */
@Injectable()
export class SharePictures {
  private readonly drawn = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly environment: Environment,
  ) {}

  /** The address of a picture, with a version that changes with anything it shows; undefined when there is none of that name. */
  address(name: string): string | undefined {
    const facts = this.facts(name);
    return facts && `/pictures/${name}.${versionOf(facts)}.png`;
  }

  /** The picture as a PNG file with its version. */
  async picture(name: string): Promise<{ version: string; png: Buffer } | undefined> {
    const facts = this.facts(name);
    if (!facts) return undefined;
    const version = versionOf(facts);
    return { version, png: await this.draw(`${name}.${version}`, facts) };
  }

  private draw(key: string, facts: SharePicture): Promise<Buffer> {
    const known = this.drawn.get(key);
    if (known) return known;
    const drawing = encodePng(drawSharePicture(facts));
    this.drawn.set(key, drawing);
    for (const oldest of this.drawn.keys()) {
      if (this.drawn.size <= MOST_KEPT) break;
      this.drawn.delete(oldest);
    }
    return drawing;
  }

  private facts(name: string): SharePicture | undefined {
    const { BRAND_NAME: brand, SITE_URL } = this.environment;
    const from = new URL(SITE_URL).host;
    if (name === 'site')
      return {
        brand,
        title: 'How much of your week can AI already do?',
        say: `Scores of ${this.catalogue.all().length} occupations with their likely range, and a free look at your own week.`,
        source: `${from} · with sources, and without fear`,
      };
    if (name === 'blueprint')
      return {
        brand,
        title: 'A plan for your next move, made from your own week',
        say: 'The Career Pivot Blueprint: 15 pages from your answers, read by a person before they are sent.',
        source: from,
      };
    const report = this.catalogue.report(name);
    return (
      report && {
        brand,
        title: report.title,
        say: `${report.headline}.`,
        source: `${from} · ${report.updated.words} · method and sources on the page`,
        score: report.score,
      }
    );
  }
}

const versionOf = (facts: SharePicture): string =>
  sha256(stableJson({ ...facts, PICTURE_DESIGN })).slice(0, 10);
