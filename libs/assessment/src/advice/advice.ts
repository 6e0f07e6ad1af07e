import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  CLOCK,
  type Clock,
  DomainError,
  hashSecret,
  newId,
  newSecret,
  plusDays,
  RETENTION,
} from '@app/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { CompletedAssessment } from '../result/completed-assessment.js';
import { AssessmentService } from '../assessment.service.js';
import { lockByCode } from '../session/find-by-code.js';
import {
  addComment,
  type AdviceComment,
  type AdviceLink,
  commentsOf,
  insertLink,
  linksOf,
  linkUnder,
  revokeLinks,
  type Shows,
} from './advice.store.js';

/** Longest comment, characters; the database holds it too. */
export const LONGEST_COMMENT = 2_000;
/** Most comments by one link. */
export const MOST_COMMENTS = 10;

/** What the owner of a result sees of its adviser. */
export interface AdviceGiven {
  /** The link that opens the result today. */
  readonly open: AdviceLink | null;
  /** The link that shows its picture today. */
  readonly picture: AdviceLink | null;
  readonly links: readonly AdviceLink[];
  readonly comments: readonly AdviceComment[];
}

/**
 * A result shown to somebody else: to one adviser, whose words come back, or as a picture to anybody. Each by a link that is not there unless its
 * owner asks for it, that ends, and that they can take back.
 */
@Injectable()
export class Advice {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly assessments: AssessmentService,
  ) {}

  /**
   * Makes a link to the finished assessment under a code; one of its kind made before opens nothing from now on.
   * @returns the secret of the link, which is not kept: show it once
   * @throws DomainError `assessment_not_found`, `assessment_incomplete`
   */
  async share(code: string, shows: Shows = 'result'): Promise<{ secret: string; expiresAt: Date }> {
    return await this.source.transaction(async (manager) => {
      const now = this.clock.now();
      const assessment = await lockByCode(manager, code, now);
      if (assessment.completedAt === null)
        throw new DomainError('assessment_incomplete', 'This assessment has not been finished yet.');
      const secret = newSecret();
      const expiresAt = plusDays(now, RETENTION.adviceLinkDays);
      await insertLink(manager, {
        id: newId(),
        assessmentId: assessment.id,
        shows,
        secretHash: hashSecret(secret),
        createdAt: now,
        expiresAt,
      });
      return { secret, expiresAt };
    });
  }

  /** Takes the link back; what was written stays with the result. @throws DomainError `assessment_not_found` */
  async revoke(code: string, shows: Shows = 'result'): Promise<void> {
    await this.source.transaction(async (manager) => {
      const now = this.clock.now();
      const { id } = await lockByCode(manager, code, now);
      await revokeLinks(manager, id, shows, now);
    });
  }

  /** What has come of showing an assessment. */
  async given(assessmentId: string): Promise<AdviceGiven> {
    const { manager } = this.source;
    const [links, comments] = [await linksOf(manager, assessmentId), await commentsOf(manager, assessmentId)];
    const openOf = (picture: boolean): AdviceLink | null =>
      links.find((link) => this.opens(link) && (link.shows !== 'result') === picture) ?? null;
    return { open: openOf(false), picture: openOf(true), links, comments };
  }

  /**
   * The result behind a link and what was written about it so far.
   * @throws DomainError `link_unknown`, `link_revoked`, `link_expired`; `assessment_incomplete` while its owner changes the answers
   */
  async shown(
    secret: string,
  ): Promise<{ link: AdviceLink; assessment: CompletedAssessment; comments: readonly AdviceComment[] }> {
    const link = await this.linkOf(this.source.manager, secret);
    const assessment = await this.assessments.completed(link.assessmentId);
    return { link, assessment, comments: await commentsOf(this.source.manager, link.assessmentId) };
  }

  /** The result behind the link of a picture. @throws DomainError as {@link shown} */
  async pictured(secret: string): Promise<{ link: AdviceLink; assessment: CompletedAssessment }> {
    const link = await this.linkOf(this.source.manager, secret, { picture: true });
    return { link, assessment: await this.assessments.completed(link.assessmentId) };
  }

  /**
   * Keeps a comment; the same words again change nothing.
   * @param text 1 to {@link LONGEST_COMMENT} characters
   * @returns false when the link has its most already
   * @throws DomainError as {@link shown}
   */
  async comment(secret: string, text: string): Promise<boolean> {
    return await this.source.transaction(async (manager) => {
      const link = await this.linkOf(manager, secret, { lock: true });
      return await addComment(
        manager,
        { id: newId(), linkId: link.id, text, writtenAt: this.clock.now() },
        MOST_COMMENTS,
      );
    });
  }

  private async linkOf(
    manager: EntityManager,
    secret: string,
    { lock = false, picture = false } = {},
  ): Promise<AdviceLink> {
    const link = await linkUnder(manager, hashSecret(secret), { lock });
    if (!link || (link.shows !== 'result') !== picture)
      throw new DomainError('link_unknown', 'This link opens nothing. Ask whoever sent it for a new one.');
    if (link.revokedAt !== null)
      throw new DomainError('link_revoked', 'Whoever sent you this link has taken it back.');
    if (!this.opens(link))
      throw new DomainError('link_expired', 'This link has ended. Ask whoever sent it for a new one.');
    return link;
  }

  private opens({ revokedAt, expiresAt }: AdviceLink): boolean {
    return revokedAt === null && expiresAt > this.clock.now();
  }
}
