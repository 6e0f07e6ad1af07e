export { type AiGuide, aiGuideFor, aiGuides } from './ai-guides.js';
export { LabourMarketModule } from './labour-market.module.js';
export { LabourMarket, type LeastOfHalf } from './labour-market.js';
export { payFor } from './pay-for.js';
export { notesTogether } from './notes-together.js';
export {
  type PayScale,
  type ScaleOfGroup,
  scaleSentence,
  scaleSource,
  type TopPoint,
} from './pay-scales/pay-scale.js';
export { PAY_POINTS, type PayBands, type PayPoint } from './pay-bands.js';
export type { SaidOfEmployer } from './employers/employer-kinds.js';
export type { EmployerEvidence, EmployersNearby } from './employers/employers-for.js';
export { employersIn, jobBoards } from './employers/job-boards.js';
export { prepareEmploying } from './employers/prepared-employing.js';
export { type JobsEvidence, type SectionJobs } from './jobs-for.js';
export { publicBodies, publicBodiesOf } from './employers/public-bodies.js';
export { bodyIn, jointBodies } from './routes/bodies.js';
export { inNation, type Nation, nationOf, NATIONS } from './routes/nation.js';
export type { Course, GroupLearning, LearningItem } from './learning/group-learning.js';
export { freeOutOfWork } from './learning/free-out-of-work.js';
export { prepareLearning } from './learning/prepared-learning.js';
export { prepareRoutes } from './routes/prepared-routes.js';
export {
  fundingAreas,
  type FundingArea,
  fundsByStanding,
  fundsForAnyCourse,
  fundsOutOfWork,
  type Standing,
} from './routes/funds.js';
export type { FundedWay, Register, Route, WayFrom } from './routes/route.js';
export type { Entrant } from './routes/entrant.js';
export { isTwoWays, usualMonths } from './routes/usual-months.js';
export type { GroupSteps, StepLevel, TradeStep } from './steps/group-steps.js';
export { prepareSteps } from './steps/prepared-steps.js';
export { allLeavingTerms, type Leaver, type LeavingTerm, leavingTerms } from './leaving/leaving-terms.js';
export { ASIDE } from './steps/aside.js';
export { tradeTitles } from './steps/trade-titles.js';
export { titlesOfTheirOwn } from './titles/title-facts.js';
export type { WeightedCode } from './uk-code.js';
export {
  type AdvertisingCompany,
  type LiveFigures,
  LiveMarket,
  type LiveQuestion,
  type MonthlyPay,
  type PayStep,
} from './live/live-market.js';
export { prepareMoves } from './moves/prepared-moves.js';
export { growthOf, OUTLOOK_FILE, type OutlookRow } from './outlook/outlook.js';
export { FULL_TIME_HOURS, partOfFullTime, payAtHours } from './pay-at-hours.js';
export {
  leastByLaw,
  type MinimumWage,
  minimumWageOn,
  minutesByLaw,
  newestMinimumWage,
} from './minimum-wage.js';
