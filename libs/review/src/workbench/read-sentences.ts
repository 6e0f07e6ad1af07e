import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type BlueprintSnapshot, BlueprintTwins } from '@app/blueprint';
import { Environment } from '@app/config';
import { CLOCK, type Clock } from '@app/kernel';
import { type PageReading, pageReading } from './page-reading.js';
import { insertRead, readBefore, type Reading, removeRead } from './read-sentence.store.js';

const FINGERPRINT_BYTES = 8;
/** So long somebody's reading counts for colleagues. */
const COLLEAGUES_DAYS = 365;

/** How one person reads a page. */
export interface ReadingOf extends Reading {
  /** A second approver reads for themselves: what colleagues have read does not count. */
  readonly alone: boolean;
  /** A page that is ticked shows what was new on it; one that is not yet leaves out what stood on pages ticked before. */
  readonly ticked: boolean;
}

/**
 * What of a draft its reviewer has read before, or a colleague in a draft that was approved: frames of sentences, what they are filled with, and
 * names, each by itself. Frames are the same when they differ in figures alone: those are locked, and the checks work them out again. What the
 * customer typed is never kept, not even as a fingerprint, so it is new each time.
 */
@Injectable()
export class ReadSentences {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly twins: BlueprintTwins,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null when the templates have changed since the draft was made: its sentences could not be told. @param page from 1. */
  async on(page: number, snapshot: BlueprintSnapshot, reading: ReadingOf): Promise<PageReading | null> {
    const sentences = this.twins.sentences(snapshot, page);
    if (!sentences) return null;
    const prints = new Map(
      sentences.flatMap(({ units }) =>
        units.map(({ wording }) => [wording, this.fingerprint(wording)] as const),
      ),
    );
    const since = new Date(this.clock.now().getTime() - COLLEAGUES_DAYS * 86_400_000);
    const before = await readBefore(this.source.manager, reading, [...prints.values()], {
      here: !reading.ticked,
      colleaguesSince: reading.alone ? null : since,
    });
    return pageReading(sentences, (wording) => prints.get(wording) ?? this.fingerprint(wording), before);
  }

  /** Keeps that a page was read, or takes it back. @param page from 1. */
  async keep(
    { page, seen }: { readonly page: number; readonly seen: boolean },
    snapshot: BlueprintSnapshot,
    reading: Reading,
  ): Promise<void> {
    const theirs = wordsOfTheirs(snapshot);
    const wordings = (this.twins.sentences(snapshot, page) ?? []).flatMap(({ units }) =>
      units.map(({ wording }) => wording),
    );
    const prints = [...new Set(wordings)]
      .filter((wording) => !theirs.test(wording))
      .map((wording) => this.fingerprint(wording));
    await (seen ? insertRead : removeRead)(this.source.manager, reading, prints);
  }

  private fingerprint(wording: string): Buffer {
    return createHmac('sha256', this.environment.APP_SECRET)
      .update(`read-sentence:${wording}`)
      .digest()
      .subarray(0, FINGERPRINT_BYTES);
  }
}

/** Finds what the customer typed and what their order is known by. Their job is their own word only where it is not that of the report. */
function wordsOfTheirs({ person, occupation, order, result }: BlueprintSnapshot): RegExp {
  const own = result.tasks.filter(({ id }) => id.startsWith('own-')).map(({ name }) => name);
  const role = person.role.toLowerCase() === occupation.title.toLowerCase() ? [] : [person.role];
  const phrases = sought([order.reference, order.checkCode, person.name, ...role, ...own]);
  // A short name is the beginning of many a word, so it counts as a word of its own.
  const names = sought(person.name.split(/\s+/)).map((name) => `${name}(?![\\p{L}\\p{N}])`);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...phrases, ...names].join('|')})`, 'iu');
}

const sought = (words: readonly string[]): string[] =>
  words
    .map((one) => one.trim())
    .filter((one) => one.length > 1)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
