import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type BlueprintSnapshot, BlueprintTwins } from '@app/blueprint';
import { Environment } from '@app/config';
import { insertRead, readBefore, type Reading, removeRead } from './read-sentence.store.js';

/** A page as one person meets it. */
export interface PageReading {
  /** Sentences and rows of tables. */
  readonly sentences: number;
  /** Those this person has met in no draft before this one, in reading order, each once. */
  readonly fresh: readonly string[];
}

const FINGERPRINT_BYTES = 8;

/**
 * What of a draft its reviewer has read before. Sentences are the same when they differ in figures alone: those are locked, and the checks work
 * them out again. What the customer typed is never kept, not even as a fingerprint, so it is new each time.
 */
@Injectable()
export class ReadSentences {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly twins: BlueprintTwins,
    private readonly environment: Environment,
  ) {}

  /** Null when the templates have changed since the draft was made: its sentences could not be told. @param page from 1. */
  async on(page: number, snapshot: BlueprintSnapshot, reading: Reading): Promise<PageReading | null> {
    const sentences = this.twins.sentences(snapshot, page);
    if (!sentences) return null;
    const prints = sentences.map((sentence) => this.fingerprint(sentence));
    const known = await readBefore(this.source.manager, reading, prints);
    const met = new Set(known.map((print) => print.toString('hex')));
    const fresh = sentences.filter((_, index) => !met.has(prints[index]?.toString('hex') ?? ''));
    return { sentences: sentences.length, fresh: [...new Set(fresh)] };
  }

  /** Keeps that a page was read, or takes it back. @param page from 1. */
  async keep(
    { page, seen }: { readonly page: number; readonly seen: boolean },
    snapshot: BlueprintSnapshot,
    reading: Reading,
  ): Promise<void> {
    const theirs = wordsOfTheirs(snapshot);
    const prints = (this.twins.sentences(snapshot, page) ?? [])
      .filter((sentence) => !theirs.some((words) => sentence.toLowerCase().includes(words)))
      .map((sentence) => this.fingerprint(sentence));
    await (seen ? insertRead : removeRead)(this.source.manager, reading, prints);
  }

  private fingerprint(sentence: string): Buffer {
    const wording = sentence.replace(/\p{Nd}[\p{Nd}.,:–-]*/gu, '0');
    return createHmac('sha256', this.environment.APP_SECRET)
      .update(`read-sentence:${wording}`)
      .digest()
      .subarray(0, FINGERPRINT_BYTES);
  }
}

/** What the customer typed and what their order is known by, in small letters. Their job is their own word only where it is not that of the report. */
function wordsOfTheirs({ person, occupation, order, result }: BlueprintSnapshot): string[] {
  const own = result.tasks.filter(({ id }) => id.startsWith('own-')).map(({ name }) => name);
  const role = person.role.toLowerCase() === occupation.title.toLowerCase() ? [] : [person.role];
  return [order.reference, order.checkCode, person.name, ...person.name.split(/\s+/), ...role, ...own]
    .map((words) => words.trim().toLowerCase())
    .filter((words) => words.length > 1);
}
