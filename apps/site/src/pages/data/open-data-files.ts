import { Injectable } from '@nestjs/common';
import { LabourMarket } from '@app/labour-market';
import { Catalogue, mayPassOn, MODEL_MONTH, type SourceInfo } from '@app/occupations';
import { sha256 } from '@app/kernel';
import { WholeCatalogue } from '../../discovery/whole-catalogue.js';
import { openOccupation } from './open-data.js';
import { openCsv } from './open-data-csv.js';
import { LICENCE_TEXTS } from './licence-texts.js';

export interface OpenFile {
  readonly name: string;
  readonly body: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface OpenFiles {
  readonly csv: OpenFile;
  readonly json: OpenFile;
  readonly count: number;
}

/** Sources whose figures are in the files or behind a figure in them. */
const USED = [
  ...['onetOccupations', 'onetTasks', 'onetTaskActivities', 'gptsOccupations', 'gptsTasks', 'freyOsborne'],
  ...['ilo', 'microsoft', 'observed', 'aioe', 'aioeLanguage', 'candidates', 'codingIndex', 'soc2010To2018'],
  ...['soc2020', 'ukJobs', 'ashe', 'ashe2024'],
  // The paths in the JSON file.
  ...['onetSkills', 'onetKnowledge', 'onetJobZones', 'onetRelated'],
];

/** The catalogue as files to download. Made once: the same version of the catalogue gives the same bytes, so a checksum can be relied on. */
@Injectable()
export class OpenDataFiles {
  private made: Promise<OpenFiles> | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly labourMarket: LabourMarket,
    private readonly whole: WholeCatalogue,
  ) {}

  files(): Promise<OpenFiles> {
    this.made ??= this.make().catch((error: unknown) => {
      this.made = undefined;
      throw error;
    });
    return this.made;
  }

  /** Sources with licence and credit, in the order the data set names them. */
  sources(): SourceInfo[] {
    return [...this.catalogue.dataset.sources.values()].filter(({ id }) => USED.includes(id));
  }

  private async make(): Promise<OpenFiles> {
    const { dataset, version, modelVersion } = this.catalogue;
    const occupations = (await this.whole.entries()).map(({ occupation }) =>
      openOccupation(dataset, occupation, this.labourMarket.payFor(occupation.ukCodes)),
    );
    const json = {
      catalogueVersion: version,
      modelVersion,
      modelMonth: MODEL_MONTH,
      licence: 'CC BY 4.0 for our scores, ranges, windows and percentiles; each source under its own licence',
      measures: dataset.measureInfo.map((info) => ({ ...info, valueGiven: mayPassOn(dataset, info) })),
      sources: this.sources().map(({ id, name, release, licence, credit }) => ({
        id,
        name,
        release,
        licence,
        credit,
      })),
      licences: LICENCE_TEXTS,
      occupations,
    };
    return {
      csv: fileOf(`catalogue-${version}.csv`, openCsv(dataset, occupations, { version, modelVersion })),
      json: fileOf(`catalogue-${version}.json`, `${JSON.stringify(json, null, 1)}\n`),
      count: occupations.length,
    };
  }
}

const fileOf = (name: string, body: string): OpenFile => ({
  name,
  body,
  bytes: Buffer.byteLength(body),
  sha256: sha256(body),
});
