import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import {
  dueSources,
  Evidence,
  type FactSource,
  type KeptFact,
  KINDS,
  pageOf,
  sourcesOf,
} from '@app/evidence';
import { type Arrived, Form, type SeeOther, seeOther, type View, view } from '@app/http';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { StaffService } from '@app/staff';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { done } from '../done-words.js';
import { pageNumber, requestText } from '../request-text.js';
import { ConfirmFactsForm, FACTS_AT_ONCE, namedFacts } from './confirm-facts.form.js';
import { factRows } from './fact-rows.js';
import { holds, sourceHref, sourceName } from './source-rows.js';

interface Asked {
  readonly page?: unknown;
  /** A kind whose facts name no page. */
  readonly without?: unknown;
  readonly kind?: unknown;
  readonly at?: unknown;
  readonly ticked?: unknown;
  readonly done?: unknown;
}

/** The facts that rest on one page, compared with it in one look. */
@Controller('evidence/source')
@Needs('evidence.read')
export class SourceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly staff: StaffService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() asked: Asked): Promise<View> {
    return await this.page(asked);
  }

  /** Those that are ticked are still true; then comes what is left of the source, or the next one. */
  @Post()
  @Needs('evidence.check')
  async confirm(
    @CurrentStaff() staff: Caller,
    @Form(ConfirmFactsForm) { value, errors, typed }: Arrived<ConfirmFactsForm>,
  ): Promise<View | SeeOther> {
    const { source = '', kind = '', page = '' } = typed;
    if (errors)
      return await this.page({ page: source, kind }, { error: errors[0]?.message, kept_page: page }, 422);
    await this.evidence.confirm(staff, namedFacts(value.fact), value.page || null);
    const due = dueSources(await this.evidence.all(), value.kind ?? '');
    const next = due.find((one) => one.page === source) ?? due[0];
    return seeOther(
      next ? `${sourceHref(next, kind)}&done=facts_true` : `/evidence?kind=${kind}&done=facts_true`,
    );
  }

  private async page(asked: Asked, extra: object = {}, status?: number): Promise<View> {
    const all = await this.evidence.all();
    const kind = KINDS.find((one) => one === asked.kind) ?? '';
    const without = KINDS.find((one) => one === asked.without);
    const page = without === undefined ? requestText(asked.page, 300) : null;
    const isHere = (one: KeptFact): boolean =>
      page === null ? pageOf(one) === null && one.fact.kind === without : pageOf(one) === page;
    const [here] = sourcesOf(all.filter(isHere));
    if (!here) throw new DomainError('not_found', 'Our content states no fact of this source any more.');
    const due = here.facts.filter(({ state }) => state !== 'in date');
    const number = pageNumber(asked.at);
    const shown = due.slice((number - 1) * FACTS_AT_ONCE, number * FACTS_AT_ONCE);
    const href = sourceHref(here, kind);
    return view(
      'desk/evidence-source',
      {
        name: sourceName(here),
        page,
        rows: factRows(shown, await this.staff.names(), this.clock.now()),
        due: due.length,
        in_date: here.facts.length - due.length,
        holds: holds(due),
        first: (number - 1) * FACTS_AT_ONCE + 1,
        last: (number - 1) * FACTS_AT_ONCE + shown.length,
        all_ticked: asked.ticked === 'all',
        kind,
        href,
        next: nextHref(dueSources(all, kind), here, kind),
        page_number: number,
        more: due.length > number * FACTS_AT_ONCE,
        error: '',
        kept_page: '',
        done: done(asked.done),
        ...extra,
      },
      status ? { status } : {},
    );
  }
}

/** The source after this one, to go round; '' when there is no other. */
function nextHref(due: readonly FactSource[], here: FactSource, kind: string): string {
  const at = due.findIndex(({ page, kind: of }) => page === here.page && of === here.kind);
  const next = due[at + 1] ?? due[0];
  return next && (next.page !== here.page || next.kind !== here.kind) ? sourceHref(next, kind) : '';
}
