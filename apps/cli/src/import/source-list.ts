import type { SourceInfo } from '@app/occupations';

type SourceEntry = Omit<SourceInfo, 'id' | 'rows'>;

const ONET_LICENCE = 'CC BY 4.0';
const ONET_CREDIT =
  'Includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), used under the CC BY 4.0 licence. O*NET is a trademark of USDOL/ETA. We have modified this information; USDOL/ETA has not approved, endorsed or tested the modifications.';
const OGL = 'Open Government Licence v3.0';
const ONS_CREDIT = 'Source: Office for National Statistics, licensed under the Open Government Licence v3.0.';

const onetText = (name: string, file: string): SourceEntry => ({
  name: `O*NET ${name}`,
  release: '30.2, February 2026',
  licence: ONET_LICENCE,
  credit: ONET_CREDIT,
  file: `onet/${file}`,
});
const onetRatings = (name: string): SourceEntry => ({
  name: `O*NET ${name} (importance)`,
  release: '30.1, December 2025',
  licence: ONET_LICENCE,
  credit: ONET_CREDIT,
  file: `onet/${name}.xlsx`,
});

/** Every file the catalogue is built from, with the words its licence asks for. Order is the order on the data page. */
export const SOURCES = {
  onetOccupations: onetText('occupations', 'Occupation Data.txt'),
  onetSkills: onetRatings('Skills'),
  onetKnowledge: onetRatings('Knowledge'),
  onetJobZones: onetText('job zones', 'Job Zones.txt'),
  onetInterests: onetText('interests', 'Interests.txt'),
  onetRelated: onetText('related occupations', 'Related Occupations.txt'),
  onetTasks: onetText('tasks (types and counts)', 'Task Statements.txt'),
  onetTaskActivities: onetText('task to activity links', 'Tasks to DWAs.txt'),
  gptsOccupations: {
    name: 'GPTs are GPTs, occupation exposure',
    release: '2024',
    licence: 'MIT',
    credit:
      'Eloundou, Manning, Mishkin and Rock (2024), GPTs are GPTs: labor market impact potential of LLMs, Science 384. Copyright (c) 2024 OpenAI.',
    file: 'gpts-are-gpts/occ_level.csv',
  },
  gptsTasks: {
    name: 'GPTs are GPTs, task labels',
    release: '2024',
    licence: 'MIT',
    credit:
      'Eloundou, Manning, Mishkin and Rock (2024), GPTs are GPTs: labor market impact potential of LLMs, Science 384. Copyright (c) 2024 OpenAI.',
    file: 'gpts-are-gpts/full_labelset.tsv',
  },
  freyOsborne: {
    name: 'Probability of computerisation',
    release: '2013',
    licence: 'Figures of a published paper, cited',
    credit:
      'Frey and Osborne (2013), The future of employment: how susceptible are jobs to computerisation?, Oxford Martin School.',
    file: 'frey-osborne/frey_osborne_automation_risk_index_clean.csv',
  },
  ilo: {
    name: 'ILO generative AI exposure by ISCO-08',
    release: '2025',
    licence: 'CC BY 4.0',
    credit:
      'Gmyrek, Berg, Kamiński, Konopczyński, Ładna, Nafradi, Rosłaniec and Troszyński (2025), Generative AI and jobs: a refined global index of occupational exposure, ILO Working Paper 140.',
    file: 'ilo-2025/Final_Scores_ISCO08_Gmyrek_et_al_2025.xlsx',
  },
  microsoft: {
    name: 'Working with AI, applicability score',
    release: '2025',
    licence: 'CC BY 4.0',
    credit:
      'Tomlinson, Jaffe, Wang, Counts and Suri (2025), Working with AI: measuring the occupational implications of generative AI, Microsoft Research.',
    file: 'microsoft-working-with-ai/soc_ai_applicability_scores.csv',
  },
  observed: {
    name: 'Anthropic Economic Index, observed exposure',
    release: '2026',
    licence: 'CC BY 4.0',
    credit:
      'Anthropic Economic Index (2026). Use of one vendor’s products; occupations that the release does not list count as missing here.',
    file: 'economic-index/observed-exposure-by-soc.csv',
  },
  aioe: {
    name: 'AI occupational exposure',
    release: '2021',
    licence: 'None stated; cited',
    credit:
      'Felten, Raj and Seamans (2021), Occupational, industry, and geographic exposure to artificial intelligence, Strategic Management Journal 42(12):2195–2217.',
    file: 'aioe/AIOE_DataAppendix.xlsx',
  },
  aioeLanguage: {
    name: 'AI occupational exposure, language modelling',
    release: '2023',
    licence: 'None stated; cited',
    credit:
      'Felten, Raj and Seamans (2021, language-model version 2023), Occupational, industry, and geographic exposure to artificial intelligence, Strategic Management Journal 42(12):2195–2217.',
    file: 'aioe/Language Modeling AIOE and AIIE.xlsx',
  },
  soc2010To2018: {
    name: 'SOC 2010 to SOC 2018 crosswalk',
    release: 'November 2017',
    licence: 'U.S. public domain',
    credit: 'U.S. Bureau of Labor Statistics.',
    file: 'crosswalk/crosswalk_soc2010_to_soc2018.csv',
  },
  candidates: {
    name: 'British groups and the O*NET occupations they could be, by titles and crosswalks',
    release: 'November 2026',
    licence: `${OGL} (ONS titles), CC BY 4.0 (O*NET titles)`,
    credit: `${ONS_CREDIT} ${ONET_CREDIT}`,
    file: 'crosswalk/sug-candidates.csv',
  },
  codingIndex: {
    name: 'ONS SOC 2020 coding index, version 13',
    release: 'December 2025',
    licence: OGL,
    credit: ONS_CREDIT,
    file: 'crosswalk/soc2020volume2thecodingindexexcel03122025.xlsx',
  },
  soc2020: {
    name: 'ONS SOC 2020 unit groups',
    release: '2020',
    licence: OGL,
    credit: ONS_CREDIT,
    file: 'soc2020/soc2020_unit_groups.xlsx',
  },
  ukJobs: {
    name: 'ONS jobs by occupation and industry, Annual Population Survey',
    release: '2021–2024',
    licence: OGL,
    credit: ONS_CREDIT,
    file: 'ons-employment/employmentby4digitsoc1digitindustryatosuk20212024final.xlsx',
  },
  ashe: {
    name: 'ONS ASHE 2025 provisional, Table 14 (annual pay, full-time)',
    release: 'October 2025',
    licence: OGL,
    credit: ONS_CREDIT,
    file: 'ashe/ashe-2025-provisional-table14.csv',
  },
  ashe2024: {
    name: 'ONS ASHE 2024, Table 14.7a (annual pay, full-time, all SOC 2020 levels)',
    release: 'October 2024',
    licence: OGL,
    credit: ONS_CREDIT,
    file: 'ashe/PROV - Occupation SOC20 (4) Table 14.7a   Annual pay - Gross 2024.xlsx',
  },
  asheRegions: {
    name: 'ONS ASHE 2025 provisional, Table 3 (annual pay by region, full-time)',
    release: 'October 2025',
    licence: OGL,
    credit: ONS_CREDIT,
    file: 'ashe/ashe-2025-provisional-table3-by-region.csv',
  },
  employers: {
    name: 'UK gender pay gap service, employers 2024–25',
    release: '2025',
    licence: OGL,
    credit:
      'Source: gender pay gap service, Government Equalities Office, licensed under the Open Government Licence v3.0.',
    file: 'employers/gender-pay-gap-2024-25.csv',
  },
  bankHolidays: {
    name: 'GOV.UK bank holidays, England and Wales',
    release: 'August 2026',
    licence: OGL,
    credit: 'Source: GOV.UK, licensed under the Open Government Licence v3.0.',
    file: 'bank-holidays/bank-holidays.json',
  },
  apprenticeships: {
    name: 'Skills England, apprenticeships approved for delivery in England',
    release: '14 August 2026',
    licence: OGL,
    credit: 'Source: Skills England, licensed under the Open Government Licence v3.0.',
    file: 'apprenticeships/skills-england-2026-08-14.csv',
  },
} as const satisfies Record<string, SourceEntry>;

export type SourceId = keyof typeof SOURCES;
