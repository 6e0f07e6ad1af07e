import { Injectable } from '@nestjs/common';
import { PersonalScorer } from '@app/assessment';
import {
  type BlueprintAssets,
  type BlueprintSnapshot,
  ownBlueprintAssets,
  loadExamplePeople,
  previewSnapshot,
  renderBlueprint,
  type RenderedBlueprint,
} from '@app/blueprint';
import { Environment, projectPath } from '@app/config';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { pagePictures } from './page-pictures.js';

/** Pages the product page shows as pictures. */
export const SHOWN_PAGES = [1, 2, 3, 4, 8, 14] as const;
export type ShownPage = (typeof SHOWN_PAGES)[number];

/** Words in place of an order's, on the cover and at the foot of every page. */
const MARKED = { reference: 'SAMPLE', checkCode: 'None: made up', version: 1 } as const;

/** The blueprint of a made-up person, made from the same answers, figures and templates as a real one, once a process. */
@Injectable()
export class SampleBlueprint {
  private drafted?: { readonly snapshot: BlueprintSnapshot; readonly assets: BlueprintAssets };
  private read?: string;
  private made?: Promise<RenderedBlueprint>;
  private drawn?: Promise<ReadonlyMap<number, Buffer>>;

  constructor(
    private readonly environment: Environment,
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
  ) {}

  file(): Promise<RenderedBlueprint> {
    return (this.made ??= this.make().catch((error: unknown) => {
      delete this.made;
      throw error;
    }));
  }

  /** Page n as a PNG; undefined when it is not one of {@link SHOWN_PAGES}. */
  async picture(page: number): Promise<Buffer | undefined> {
    this.drawn ??= this.file()
      .then(({ pdf }) => pagePictures(pdf, SHOWN_PAGES))
      .catch((error: unknown) => {
        delete this.drawn;
        throw error;
      });
    return (await this.drawn).get(page);
  }

  /** The sample to read on any screen: one HTML file with its style inside. */
  html(): string {
    const { snapshot, assets } = this.draft();
    return (this.read ??= assets.twin.render(snapshot, assets));
  }

  /** Page n as a section of HTML. @throws RangeError when there is no such page */
  section(page: number): string {
    const found = new RegExp(`<section id="page-${page}"[\\s\\S]*?</section>`).exec(this.html());
    if (!found) throw new RangeError(`The sample has no page ${page}.`);
    return found[0];
  }

  private async make(): Promise<RenderedBlueprint> {
    const { snapshot, assets } = this.draft();
    return renderBlueprint(snapshot, assets);
  }

  private draft(): NonNullable<SampleBlueprint['drafted']> {
    return (this.drafted ??= this.drafting());
  }

  private drafting(): NonNullable<SampleBlueprint['drafted']> {
    const { catalogue, market, environment } = this;
    const file = projectPath('templates', 'site', 'sample', 'person.yaml');
    const person = loadExamplePeople(file)[0];
    if (!person) throw new Error(`${file} names nobody.`);
    const assets = ownBlueprintAssets();
    const scorer = new PersonalScorer(catalogue, market);
    const snapshot = previewSnapshot({ catalogue, market, scorer }, assets, person);
    const brand = {
      name: environment.BRAND_NAME,
      siteUrl: environment.SITE_URL,
      supportEmail: environment.SUPPORT_EMAIL,
    };
    return { snapshot: { ...snapshot, brand, order: MARKED }, assets };
  }
}
