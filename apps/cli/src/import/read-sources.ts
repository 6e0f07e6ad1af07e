import { readApprenticeships } from './sources/apprenticeships.js';
import { readAshePay, readAshePay2024, readAsheRegions } from './sources/ashe-pay.js';
import { readBankHolidays } from './sources/bank-holidays.js';
import { readCandidates } from './sources/candidates.js';
import { readCodingIndex } from './sources/coding-index.js';
import { readEmployers } from './sources/employers.js';
import { readFreyOsborne } from './sources/frey-osborne.js';
import { readGptExposure, readGptTasks } from './sources/gpts-are-gpts.js';
import { readOnetInterests } from './sources/onet-interests.js';
import { readOnetOccupations } from './sources/onet-occupations.js';
import { readOnetRatings } from './sources/onet-ratings.js';
import { readOnetRelated } from './sources/onet-related.js';
import { readOnetTasks } from './sources/onet-tasks.js';
import {
  readAioe,
  readAioeLanguage,
  readIlo,
  readMicrosoft,
  readObservedUse,
} from './sources/shown-measures.js';
import { readSoc2010To2018 } from './sources/soc-2010-to-2018.js';
import { readSoc2020 } from './sources/soc2020.js';
import { readUkJobs } from './sources/uk-jobs.js';
import type { ImportContext } from './import-context.js';

/** Reads every source, one after the other so that the progress lines and the first error are always the same. */
export async function readSources(context: ImportContext) {
  const occupations = await readOnetOccupations(context);
  const codes = new Set(occupations.map(({ code }) => code));
  const unitGroups = await readSoc2020(context);
  const unitGroupCodes = new Set(unitGroups.keys());
  return {
    occupations,
    codes,
    unitGroups,
    skills: await readOnetRatings(context, 'skill'),
    knowledge: await readOnetRatings(context, 'knowledge'),
    interests: await readOnetInterests(context, codes),
    related: await readOnetRelated(context, codes),
    tasks: await readOnetTasks(context, codes),
    gpt: await readGptExposure(context, codes),
    gptTasks: await readGptTasks(context),
    freyOsborne: await readFreyOsborne(context),
    ilo: await readIlo(context),
    microsoft: await readMicrosoft(context),
    observed: await readObservedUse(context),
    aioe: await readAioe(context),
    aioeLanguage: await readAioeLanguage(context),
    soc2010To2018: await readSoc2010To2018(context),
    candidates: await readCandidates(context),
    codingIndex: await readCodingIndex(context, unitGroupCodes),
    ukJobs: await readUkJobs(context, unitGroupCodes),
    ukJobs2021: await readUkJobs(context, unitGroupCodes, '2021'),
    pay: await readAshePay(context, unitGroupCodes),
    pay2024: await readAshePay2024(context, unitGroupCodes),
    regionPay: await readAsheRegions(context),
    employers: await readEmployers(context),
    bankHolidays: await readBankHolidays(context),
    apprenticeships: await readApprenticeships(context),
  };
}

export type Sources = Awaited<ReturnType<typeof readSources>>;
