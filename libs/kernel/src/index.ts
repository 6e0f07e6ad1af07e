export type { Brand } from './brand.js';
export { formatPence, pence, subtractPence, type Pence, vatIncluded } from './money.js';
export { type Clock, CLOCK, systemClock } from './clock.js';
export { DomainError } from './domain-error.js';
export { defineMachine, type Machine, type Transition } from './machine.js';
export { newId, newReference, newSecret, hashSecret, type Id } from './ids.js';
export { network } from './network.js';
export { sha256, type Sha256, stableJson } from './hash.js';
export { seal, unseal } from './seal.js';
export {
  type BusinessCalendar,
  calendarOf,
  currentCalendar,
  SHIPPED_CALENDAR,
  useCalendar,
} from './calendar/bank-holidays.js';
export {
  addBusinessTime,
  businessTimeBetween,
  isBusinessDay,
  nextBusinessMoment,
} from './calendar/business-time.js';
export { newTimeAfter, promiseFor, type DeliveryPromise, unlessExhausted } from './calendar/promise.js';
export { shareOf } from './share-words.js';
export { formatDay, formatDayTime, inLondon, LONDON } from './calendar/london.js';
export { orderKeptUntil, orderRecordsEndBefore, plusDays, plusMonths, RETENTION } from './retention.js';
export { countWords, inSentence, listWords, withArticle } from './words.js';
