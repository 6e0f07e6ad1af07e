export { mayPassOn } from './dataset/may-pass-on.js';
export { DATA_FOLDER, loadDataset, SECTORS, type SectorId } from './dataset/index.js';
export type {
  Activity,
  ActivityShare,
  ApprenticeshipRecord,
  BankHoliday,
  CrosswalkConfidence,
  Dataset,
  Element,
  ElementRating as RatingsRow,
  EmployerRecord,
  Interval,
  Manifest,
  MeasureId,
  MeasureInfo,
  Measures,
  MeasureValue,
  FiguresOf,
  ModelRecord,
  OccupationRecord,
  OnetRecord,
  PayBand,
  PayLevel,
  RegionPay,
  SourceInfo,
  UnitGroup,
  UnitGroupLink,
} from './dataset/index.js';
export type * from './model/index.js';
export { hundredths, roundHalfUp, wholePercents } from './method/rounding.js';
export { match, matchPercent, type Match, shownMatch } from './method/match.js';
export { riskLabel } from './method/risk-label.js';
export { bandWord, type BandWord } from './method/band-word.js';
export { directionOf, type Placed } from './method/direction.js';
export { LIKELY_FROM, type Sureness, surenessOf, VERY_LIKELY_FROM } from './method/how-sure.js';
export { percentileFigure, percentileWords, shownPercentile } from './method/percentile-words.js';
export { windowFor } from './method/window.js';
export { exposureInFiveYears } from './method/growth.js';
export { occupationScore } from './method/occupation-score.js';
export { SECTOR_BARRIER_MONTHS } from './build/sector-barriers.js';
export { PUBLISHED } from './method/published.js';
export { MODEL_MONTH, MODEL_VERSION, monthWords } from './method/model.js';
export { Catalogue, type FamilyOfGroup } from './catalogue.js';
export type { MajorGroup, PageOfGroup, PartOfGroup } from './groups/families.js';
export { recordCatalogueVersion } from './catalogue-versions.store.js';
export { OccupationsModule } from './occupations.module.js';
export { ContentError } from './content-files/content-error.js';
export { readCodedFolder } from './content-files/coded-files.js';
export type { CodedEntry } from './content-files/yaml-file.js';
export { americanSpellings } from './report/word-rules.js';
export { type Content, loadContent } from './content/load-content.js';
export { beginsAWord, type ForTrades, isForTrade } from './model/trade-fit.js';
export { prepareContent } from './content/prepared-content.js';
export type { Breach } from './report/breach.js';
export { shownScore } from './report/shown-score.js';
export { type Licence } from './pivots/licensed.js';
export { DATA_FILES, type DataFile, MANIFEST_FILE, recordsJson } from './dataset/data-files.js';
export { mean } from './method/mean.js';
export * from './method/consensus.js';
export { atLeastHalfEarn, type PayPlace, payPlacesFor } from './dataset/pay-places.js';
export { ukSectorOf } from './dataset/uk-sectors.js';
export { type GroupLink, loadGroupLinks, type UnitGroupLinks } from './groups/group-links.js';
export type { GroupTitles } from './groups/group-titles.js';
export { groupPages, type GroupPages } from './groups/group-pages.js';
export { MEASURE_IDS, MEASURES } from './method/measure-list.js';
export { CROSSWALK } from './method/score-interval.js';
export { weightedRankCorrelation, type WeightedScale, weightedScale } from './method/weighted-ranks.js';
export { shipPivots } from './pivots/ship-pivots.js';
export { loadNextGroups, movesOf, type NextGroup, NextGroupsEntry } from './groups/next-groups.js';
export { OTHER_ACTIVITIES } from './build/activity-tasks.js';
export {
  type ChangedBy,
  type PageHistory,
  pageHistory,
  readScoreHistory,
  SCORE_HISTORY_FILE,
  type ScoreChange,
  type ScoreStep,
  unrecorded,
} from './history/score-history.js';
