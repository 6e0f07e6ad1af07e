import { Controller, Get, Header } from '@nestjs/common';
import { Environment } from '@app/config';
import { PublicPage, type View, view } from '@app/http';
import { Catalogue, mayPassOn, type SourceInfo } from '@app/occupations';
import { datasetThing } from '../../discovery/data-thing.js';
import { jsonLd } from '../../discovery/json-ld.js';
import { listWords } from '@app/kernel';
import { columnsOf } from './open-data-csv.js';
import { licencesPage } from './licence-texts.js';
import { type OpenFile, OpenDataFiles } from './open-data-files.js';

const LEDE =
  'Scores with their likely ranges, windows, the measures beside them, UK codes with how sure they are, and pay with its year.';

/** The figures of the whole catalogue to download, with versions, licences and checksums. */
@Controller('data')
export class DataController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly environment: Environment,
    private readonly open: OpenDataFiles,
  ) {}

  @Get()
  @PublicPage({ seconds: 3_600 })
  async data(): Promise<View> {
    const { csv, json, count } = await this.open.files();
    const { dataset, version, modelVersion } = this.catalogue;
    const facts = {
      heading: `The figures of all ${count.toLocaleString('en-GB')} occupations, to check and to use`,
      lede: LEDE,
      version,
      files: [
        {
          ...shown(csv),
          address: '/data/catalogue.csv',
          kind: 'CSV',
          holds: 'One line an occupation, for spreadsheets and scripts',
        },
        {
          ...shown(json),
          address: '/data/catalogue.json',
          kind: 'JSON',
          holds: 'The same, with paths, sources, licences and notes on pay',
        },
      ],
    };
    return view('site/pages/data', {
      ...facts,
      modelVersion,
      count,
      columns: columnsOf(dataset, this.catalogue).map(({ name, holds }) => ({ name, holds })),
      withheld: listWords(
        dataset.measureInfo.filter((info) => !mayPassOn(dataset, info)).map(({ name }) => `“${name}”`),
      ),
      sourceCount: this.open.sources().length,
      credits: creditsOf(this.open.sources()),
      meta: {
        description: `AI exposure scores of ${count} occupations with ranges, windows, measures, UK codes and pay, as CSV and JSON.`,
        indexable: true,
        things: jsonLd(datasetThing(facts, this.environment)),
      },
    });
  }

  @Get('catalogue.csv')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'text/csv; charset=utf-8')
  async csv(): Promise<string> {
    return (await this.open.files()).csv.body;
  }

  @Get('catalogue.json')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/json; charset=utf-8')
  async json(): Promise<string> {
    return (await this.open.files()).json.body;
  }

  /** What the licences ask to go with the figures. */
  @Get('licences.txt')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'text/plain; charset=utf-8')
  licences(): string {
    return licencesPage();
  }

  /** In the form `sha256sum --check` reads, under the names the page saves the files by. */
  @Get('checksums.txt')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'text/plain; charset=utf-8')
  async checksums(): Promise<string> {
    const { csv, json } = await this.open.files();
    return [csv, json].map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
  }
}

const shown = ({ name, bytes, sha256 }: OpenFile): { name: string; sha256: string; size: number } => ({
  name,
  sha256,
  size: Math.round(bytes / 1_000),
});

/** Sources that ask for the same credit are listed together. */
function creditsOf(sources: readonly SourceInfo[]): { names: string[]; credit: string; licence: string }[] {
  const credits = new Map<string, { names: string[]; credit: string; licence: string }>();
  for (const { name, release, credit, licence } of sources) {
    const key = `${credit}|${licence}`;
    const known = credits.get(key) ?? { names: [], credit, licence };
    known.names.push(`${name} (${release})`);
    credits.set(key, known);
  }
  return [...credits.values()];
}
