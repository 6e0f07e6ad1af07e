import type { AnswerLine, Assessment } from '@app/assessment';
import type { Delivery, Download } from '@app/delivery';
import { formatPence, pence } from '@app/kernel';
import type { Correction, Order, OrderBlocker, OrderConsent, OrderEvent, Recheck } from '@app/orders';
import type { CreditNote, Receipt, Refund, RefundDecision } from '@app/payments';
import type { BlueprintVersion } from '@app/desk-reading';
import { answersExport, NOTES_ON_ANSWERS } from './answers-export.js';
import { emailsExport, NOTES_ON_EMAILS } from './emails-export.js';

export interface OrderFacts {
  readonly order: Order;
  readonly assessment: Assessment | null;
  /** The answers in words. */
  readonly told: readonly AnswerLine[];
  readonly consents: readonly OrderConsent[];
  readonly events: readonly OrderEvent[];
  readonly versions: readonly BlueprintVersion[];
  readonly receipt: Receipt | null;
  readonly refunds: readonly Refund[];
  readonly creditNotes: readonly CreditNote[];
  readonly decisions: readonly RefundDecision[];
  readonly blockers: readonly OrderBlocker[];
  readonly deliveries: readonly Delivery[];
  readonly downloads: readonly Download[];
  readonly recheck: Recheck | null;
  readonly corrections: readonly Correction[];
  readonly keptUntil: Date;
  readonly madeAt: Date;
}

/** Everything we hold about a customer and an order. A pure function; its member names are those of the file. */
export const orderExport = (facts: OrderFacts): object => ({
  about: {
    what: `Everything we hold about order ${facts.order.reference}`,
    madeAt: facts.madeAt,
    times: 'All times are in UTC. Amounts are in pounds, with the VAT in them where there is any.',
    notHere:
      'The blueprint itself: download it from your order page. Your card: it went to Stripe and never reached us. The secret part of your order page’s address.',
    parts: {
      order: 'Who you are to us, what you bought, and when each step happened.',
      agreed:
        'Everything you ticked before paying: the words, their version, when, from which internet address, and whether it belongs to the choice that counts.',
      history: 'The log of your order.',
      heldUp: 'What stopped your order for a while, and what we noted about it.',
      receipt: 'Your receipt, what was paid back, and why we decided so.',
      blueprint:
        'Each version that was written, with its fingerprint (SHA-256) and what became of it in review.',
      emails: NOTES_ON_EMAILS,
      downloads: 'When the blueprint was downloaded, and from which internet address.',
      corrections: 'What you asked us to put right in your blueprint, by when, and what became of it.',
      recheck: 'The re-check after 90 days: when we reminded you, and what you told us you did.',
      ...NOTES_ON_ANSWERS,
    },
  },
  order: orderPart(facts),
  agreed: facts.consents.map(({ kind, wording, wordingVersion, givenAt, ipAddress, choiceId }) => ({
    what: kind,
    wording,
    wordingVersion,
    givenAt,
    internetAddress: ipAddress,
    inForce: choiceId === facts.order.choiceId,
  })),
  history: facts.events.map(({ at, name, data }) => ({ at, what: name, details: data })),
  heldUp: facts.blockers.map(({ kind, reason, openedAt, endedAt, endedReason }) => ({
    what: kind,
    note: reason,
    from: openedAt,
    until: endedAt,
    whyItEnded: endedReason,
  })),
  receipt: facts.receipt && {
    number: facts.receipt.number,
    issuedAt: facts.receipt.issuedAt,
    total: formatPence(facts.receipt.totalPence),
    beforeVat: formatPence(facts.receipt.netPence),
    vat: formatPence(facts.receipt.vatPence),
    creditNotes: facts.creditNotes.map(({ number, issuedAt, totalPence, vatPence, voidedAt }) => ({
      number,
      issuedAt,
      total: formatPence(totalPence),
      vat: formatPence(vatPence),
      voidSince: voidedAt,
    })),
    paidBack: facts.refunds.map(({ amountPence, status, createdAt }) => ({
      amount: formatPence(amountPence),
      status,
      at: createdAt,
    })),
    decided: facts.decisions.map(({ amountPence, reason, askedAt }) => ({
      amount: formatPence(amountPence),
      why: reason,
      at: askedAt,
    })),
  },
  blueprint: facts.versions.map(
    ({
      version,
      state,
      draftedAt,
      renderedAt,
      pages,
      sha256,
      reviewState,
      reason,
      madeFor,
      instructions,
    }) => ({
      version,
      state,
      writtenAt: draftedAt,
      finishedAt: renderedAt,
      pages,
      fingerprint: sha256,
      review: reviewState,
      reviewersNote: reason,
      madeFor: madeFor || null,
      askedOfTheNext: instructions.map(({ page, words }) => ({ page: page || null, words })),
    }),
  ),
  emails: emailsExport(facts.deliveries),
  downloads: facts.downloads.map(({ at, ipAddress }) => ({ at, internetAddress: ipAddress })),
  corrections: facts.corrections.map((one) => ({
    about: one.about,
    yourWords: one.words,
    askedAt: one.askedAt,
    promisedFor: one.promiseAt,
    toldAtRiskAt: one.atRiskAt,
    toldLateAt: one.lateAt,
    newTime: one.newTimeAt,
    decided: one.decision,
    decidedAt: one.decidedAt,
    putRight: one.answer,
    settledAt: one.settledAt,
  })),
  recheck: facts.recheck && {
    remindedAt: facts.recheck.remindedAt,
    changedAnswers: facts.recheck.assessmentId !== null,
    did: facts.recheck.did,
    helped: facts.recheck.helped,
    answeredAt: facts.recheck.answeredAt,
  },
  ...(facts.assessment && facts.assessment.erasedAt === null
    ? answersExport(facts.assessment.answers, facts.assessment.result, facts.told)
    : { answersInWords: [], answers: null, result: null }),
});

const orderPart = ({ order, keptUntil }: OrderFacts): object => ({
  reference: order.reference,
  product: 'Career Pivot Blueprint',
  occupation: order.occupationTitle,
  name: order.customerName,
  emailAddress: order.customerEmail,
  price: formatPence(order.pricePence),
  paid: order.paidPence === null ? null : formatPence(order.paidPence),
  paidBack: formatPence(pence(order.refundedPence)),
  state: order.state,
  start: order.startChoice,
  orderedAt: order.createdAt,
  paidAt: order.paidAt,
  confirmationAcceptedAt: order.confirmationAcceptedAt,
  workStartedAt: order.clockStartedAt,
  waitEnds: order.waitEndsAt,
  promisedFor: order.promiseAt,
  firstPromisedFor: order.originalPromiseAt,
  toldAtRiskAt: order.atRiskAt,
  toldLateAt: order.lateAt,
  newTime: order.newTimeAt,
  deliveredAt: order.deliveredAt,
  cancelledAt: order.cancelledAt,
  disputedAt: order.disputedAt,
  answersAndBlueprintErasedAt: order.erasedAt,
  recordKeptUntil: keptUntil,
});
