import type { Composer } from './composer.js';
import type { PageContent } from '@app/typeset';
import { answerPage } from '../pages/p02-answer.js';
import { weekPage } from '../pages/p03-week.js';
import { whyPage } from '../pages/p04-why.js';
import { alreadyPage } from '../pages/p05-already.js';
import { windowPage } from '../pages/p06-window.js';
import { bringPage } from '../pages/p07-bring.js';
import { optionsPage } from '../pages/p08-options.js';
import { pathPage } from '../pages/p09-path.js';
import { learningPage } from '../pages/p12-learning.js';
import { payPage } from '../pages/p13-pay.js';
import { ninetyDaysPage } from '../pages/p14-ninety-days.js';
import { methodPage } from '../pages/p15-method.js';

/** Pages 2 to 15, in order. */
export const BODY_PAGES: readonly ((composer: Composer) => PageContent)[] = [
  answerPage,
  weekPage,
  whyPage,
  alreadyPage,
  windowPage,
  bringPage,
  optionsPage,
  (composer) => pathPage(composer, 0),
  (composer) => pathPage(composer, 1),
  (composer) => pathPage(composer, 2),
  learningPage,
  payPage,
  ninetyDaysPage,
  methodPage,
];
