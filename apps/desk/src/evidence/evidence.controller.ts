import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import {
  dueSources,
  Evidence,
  KIND_POLICY,
  type KeptFact,
  KINDS,
  LONG_OVERDUE_MONTHS,
  lookedAtToday,
  workOf,
} from '@app/evidence';
import { type Arrived, Form, type SeeOther, seeOther, type View, view } from '@app/http';
import { CLOCK, type Clock } from '@app/kernel';
import { StaffService } from '@app/staff';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { done } from '../done-words.js';
import { pageNumber, requestText } from '../request-text.js';
import { CheckFactForm } from './check-fact.form.js';
import { factRows } from './fact-rows.js';
import { ageRows, sourceRows, whole, workWords } from './source-rows.js';

const ROWS = 20;
const STATES = ['due', 'untrue', 'in date'] as const;
type State = (typeof STATES)[number];

interface Asked {
  readonly kind?: unknown;
  readonly state?: unknown;
  readonly page?: unknown;
  readonly fact?: unknown;
  readonly done?: unknown;
}

const NOTHING_WRONG = { error: '', error_fact: '', kept_note: '', kept_page: '' };

/** Facts about the world outside that our content states: what is due to be checked, and what people found. */
@Controller('evidence')
@Needs('evidence.read')
export class EvidenceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly staff: StaffService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Query() asked: Asked): Promise<View> {
    return await this.page(asked, NOTHING_WRONG);
  }

  @Post('check')
  @Needs('evidence.check')
  async check(
    @CurrentStaff() staff: Caller,
    @Form(CheckFactForm) { value, errors, typed }: Arrived<CheckFactForm>,
  ): Promise<View | SeeOther> {
    const fault = errors ? errors[0]?.message : await this.missingPage(value);
    if (errors || fault !== undefined) {
      const { fact = '', note = '', page = '' } = typed;
      return await this.page(
        { fact },
        { error: fault, error_fact: fact, kept_note: note, kept_page: page },
        422,
      );
    }
    await this.evidence.check(staff, {
      key: value.fact,
      wordsSha256: value.words,
      verdict: value.verdict,
      page: value.page ?? null,
      note: value.verdict === 'true' ? null : (value.note ?? null),
    });
    const back = value.back ?? `/evidence?kind=${value.kind ?? ''}`;
    return seeOther(`${back}&done=fact_${value.verdict}`);
  }

  /** What was found true was read somewhere: where no page is known, the next person must know which. */
  private async missingPage({ fact, verdict, page }: CheckFactForm): Promise<string | undefined> {
    if (verdict !== 'true' || page) return undefined;
    const kept = (await this.evidence.all()).find((one) => one.fact.key === fact);
    if (!kept || kept.fact.page !== null || kept.newest?.page) return undefined;
    return 'Give the address of the page you read, so that the next person can open it.';
  }

  private async page(asked: Asked, extra: object, status?: number): Promise<View> {
    const all = await this.evidence.all();
    const kind = KINDS.find((one) => one === asked.kind);
    const state: State = STATES.find((one) => one === asked.state) ?? 'due';
    const only = requestText(asked.fact);
    const ofKind = all.filter((one) => kind === undefined || one.fact.kind === kind);
    const facts =
      only === '' ? ofKind.filter((one) => one.state === state) : all.filter((one) => one.fact.key === only);
    const bySource = state === 'due' && only === '';
    const sources = bySource ? dueSources(all, kind ?? '') : [];
    const length = bySource ? sources.length : facts.length;
    const number = pageNumber(asked.page);
    const now = this.clock.now();
    const names = await this.staff.names();
    const onPage = <One>(rows: readonly One[]): One[] => rows.slice((number - 1) * ROWS, number * ROWS);
    return view(
      'desk/evidence',
      {
        sources: sourceRows(onPage(sources), names, kind ?? ''),
        rows: bySource ? [] : factRows(onPage(facts), names, now),
        shown: facts.length,
        work: bySource ? workWords(workOf(sources, now)) : [],
        today: lookedAtToday(all, now),
        kinds: kindTabs(all, state, kind),
        states: STATES.map((name) => ({
          name,
          count: whole(ofKind.filter((one) => one.state === name).length),
          current: name === state && only === '',
        })),
        policy: ageRows(all),
        kind: kind ?? '',
        state,
        only,
        page_number: number,
        more: length > number * ROWS,
        long_overdue: LONG_OVERDUE_MONTHS,
        done: done(asked.done),
        ...extra,
      },
      status ? { status } : {},
    );
  }
}

const kindTabs = (all: readonly KeptFact[], state: State, current: string | undefined): object[] =>
  [undefined, ...KINDS].map((kind) => ({
    name: kind ?? '',
    label: kind === undefined ? 'All' : KIND_POLICY[kind].title,
    count: whole(
      all.filter((one) => one.state === state && (kind === undefined || one.fact.kind === kind)).length,
    ),
    current: kind === current,
  }));
