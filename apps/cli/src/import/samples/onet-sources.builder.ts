import type { SourceId } from '../source-list.js';
import { OCCUPATIONS, CODES, THEMES, soc, soc2010, tabs, commas } from './invented-world.builder.js';
import { type SampleCell, xlsx } from './workbooks.builder.js';

const rated = (sheet: string, ids: readonly string[]): Uint8Array =>
  xlsx(sheet, [
    ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value'],
    // The clay pressers were never rated.
    ...CODES.slice(0, 3).flatMap((code, which) =>
      ids.flatMap((id, index): SampleCell[][] => [
        [code, id, `${sheet} ${index + 1}`, 'IM', 1 + ((index + which) % 5)],
        [code, id, `${sheet} ${index + 1}`, 'LV', 7],
      ]),
    ),
  ]);

/** O*NET and the measures that hang on it, each in its own format: a few rows, invented. */
export const ONET_FILES = {
  onetOccupations: () =>
    tabs([
      ['O*NET-SOC Code', 'Title', 'Description'],
      ...OCCUPATIONS.map(({ code, title }) => [code, title, 'They say "so"']),
      ['55-9905.00', 'Drum Majors', 'x'],
    ]),
  onetJobZones: () =>
    tabs([['O*NET-SOC Code', 'Job Zone'], ...CODES.map((code, index) => [code, index + 2])]),
  onetSkills: () =>
    rated(
      'Skills',
      // The third is complex problem solving.
      Array.from({ length: 35 }, (_, index) => (index === 2 ? '2.B.2.i' : `2.A.${index + 1}.a`)),
    ),
  onetKnowledge: () =>
    rated(
      'Knowledge',
      Array.from({ length: 33 }, (_, index) => `2.C.${index + 1}`),
    ),
  onetInterests: () =>
    tabs([
      ['O*NET-SOC Code', 'Element Name', 'Scale ID', 'Data Value'],
      ...CODES.flatMap((code) => [
        ...THEMES.map((theme, index) => [code, theme, 'OI', index + 1.5]),
        [code, 'First Interest High-Point', 'IH', 2],
      ]),
    ]),
  onetRelated: () =>
    tabs([
      ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
      [CODES[0], CODES[2], 'Primary-Long', 2],
      [CODES[0], CODES[1], 'Primary-Short', 1],
    ]),
  onetTasks: () =>
    tabs([
      ['O*NET-SOC Code', 'Task ID', 'Task', 'Task Type'],
      ...CODES.flatMap((code) => [
        [code, 1, 'x', 'Core'],
        [code, 2, 'x', 'Supplemental'],
        [code, 3, 'x', 'n/a'],
      ]),
    ]),
  onetTaskActivities: () =>
    tabs([
      ['O*NET-SOC Code', 'Task ID', 'DWA ID'],
      ...CODES.flatMap((code) => [
        [code, 1, '4.A.1.a.1.I01.D01'],
        [code, 1, '4.A.1.a.1.I01.D02'],
        [code, 2, '4.A.2.a.4.I02.D03'],
      ]),
    ]),
  gptsOccupations: () =>
    commas([
      ['O*NET-SOC Code', 'Title', 'dv_rating_beta', 'human_rating_beta'],
      ...OCCUPATIONS.map(({ code, model, human }) => [code, '"a, b"', model, human]),
      ['11-9906.00', 'gone', 0.1, 0.1],
    ]),
  gptsTasks: () =>
    tabs([
      ['O*NET-SOC Code', 'Task ID', 'Task', 'human_exposure_agg', 'gpt4_exposure'],
      ...CODES.flatMap((code) => [
        [code, 1, '"a ""quoted"" task"', 'E0', 'E2'],
        [code, 2, 'x', 'E1', 'E2'],
      ]),
    ]),
  freyOsborne: () =>
    commas([
      ['Rank', 'Probability', 'SOC code'],
      ...OCCUPATIONS.flatMap(({ code, fo }, index) => (fo === null ? [] : [[index, fo, soc2010(code)]])),
    ]),
  ilo: () =>
    xlsx('Sheet1', [
      ['ISCO_08', 'mean_score_2025'],
      ...OCCUPATIONS.flatMap(({ isco, model }) => [
        [isco, model],
        [isco, model],
      ]),
    ]),
  microsoft: () =>
    commas([['SOC Code', 'ai_applicability_score'], ...CODES.map((code) => [soc(code), 0.25])]),
  observed: () =>
    commas([
      ['soc_code', 'observed_exposure'],
      [soc(CODES[0]), 0.5],
    ]),
  aioe: () =>
    xlsx('Appendix A', [
      ['SOC Code', 'Title', 'AIOE'],
      ...CODES.map((code, index) => [soc2010(code), 'x', index - 1.5]),
    ]),
  aioeLanguage: () =>
    xlsx('LM AIOE', [
      ['SOC Code', 'Title', 'Language Modeling\nAIOE'],
      ...CODES.map((code, index) => [soc2010(code), 'x', index - 0.5]),
    ]),
  soc2010To2018: () =>
    commas([['2010 SOC Code', '2018 SOC Code'], ...CODES.map((code) => [soc2010(code), soc(code)])]),
} satisfies Partial<Record<SourceId, () => string | Uint8Array>>;
