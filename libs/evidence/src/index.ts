export {
  type Checker,
  Evidence,
  type CheckResult,
  confirmedAtOf,
  type KeptFact,
  KINDS,
  type NamedFact,
} from './evidence.service.js';
export { type EvidenceCheck, type Verdict, VERDICTS } from './evidence-check.entity.js';
export { KIND_POLICY, type KindPolicy, LONG_OVERDUE_MONTHS, longOverdueFrom } from './evidence-policy.js';
export { evidenceEntities, EvidenceModule } from './evidence.module.js';
export type { OutsideFact } from './outside-fact.js';
export { placesWords } from './place-words.js';
export {
  dueSources,
  type FactSource,
  type FactWork,
  lookedAtToday,
  pageOf,
  sourcesOf,
  workOf,
} from './fact-sources.js';
