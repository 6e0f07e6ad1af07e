import type { Composer } from '../model/composer.js';
import type { PageContent } from '@app/typeset';
import { answerPage } from './p02-answer.js';
import { weekPage } from './p03-week.js';
import { whyPage } from './p04-why.js';
import { alreadyPage } from './p05-already.js';
import { windowPage } from './p06-window.js';
import { bringPage } from './p07-bring.js';
import { optionsPage } from './p08-options.js';
import { pathPage } from './p09-path.js';
import { learningPage } from './p12-learning.js';
import { payPage } from './p13-pay.js';
import { ninetyDaysPage } from './p14-ninety-days.js';
import { methodPage } from './p15-method.js';

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
