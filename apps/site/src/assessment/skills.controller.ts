import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  AssessmentService,
  PersonalScorer,
  SKILL_RATING_WORDS,
  SKILL_RATINGS,
  type SkillQuestion,
  type SkillRating,
} from '@app/assessment';
import { type SeeOther, seeOther, type View } from '@app/http';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import { checkChoices, type ChoiceRow, readChoices } from './forms/choices.form.js';
import {
  fromQuery,
  notOpen,
  onwards,
  PAGES,
  question,
  type QuestionOptions,
  record,
  revisionOf,
} from './questions.js';

const RATINGS = SKILL_RATINGS.map(String);
/** Element ids hold dots; a field's id is also a place on the page. */
const fieldOf = (id: string): string => `skill_${id.replaceAll('.', '-')}`;

/** Question 7: twelve skills, chosen for the job and its paths. Where none can be asked, the page says why. */
@Controller(PAGES.skills)
export class SkillsController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly scorer: PersonalScorer,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers } = open.assessment;
    if (!this.scorer.subjectOf(answers)) return seeOther(PAGES.job);
    const occupation = this.scorer.occupationOf(answers);
    const asked = this.scorer.skillQuestionsFor(answers);
    if (!occupation || 'notAsked' in asked) {
      const notAsked = 'notAsked' in asked ? asked.notAsked : '';
      return question('skills', 'skills-not-asked', open, { not_asked: notAsked }, fromQuery(query));
    }
    const saved = answers.skills?.occupationSlug === occupation.slug ? answers.skills.ratings : {};
    const values = Object.fromEntries(
      Object.entries(saved).map(([id, rating]) => [fieldOf(id), String(rating)]),
    );
    return this.show(open, asked.questions, values, fromQuery(query));
  }

  @Post()
  async save(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers } = open.assessment;
    const occupation = this.scorer.occupationOf(answers);
    const asked = this.scorer.skillQuestionsFor(answers);
    const options = fromQuery(body);
    const next = options.fromCheck ? PAGES.check : PAGES.interests;
    const save = async (ratings: Readonly<Record<string, SkillRating>>): Promise<SeeOther> => {
      const given =
        occupation && Object.keys(ratings).length > 0
          ? { skills: { occupationSlug: occupation.slug, ratings } }
          : {};
      return onwards(next, body, await this.service.saveScreen(open.code, 'skills', given, revisionOf(body)));
    };
    if (!occupation || 'notAsked' in asked || record(body)['skip'] !== undefined) return await save({});
    const rows = asked.questions.map(rowOf);
    const input = readChoices(body, rows);
    const checked = checkChoices(input, rows, RATINGS);
    if ('errors' in checked)
      return this.show(open, asked.questions, input, { ...options, errors: checked.errors });
    return await save(
      Object.fromEntries(
        asked.questions.flatMap(({ id }): [string, SkillRating][] => {
          const rating = SKILL_RATINGS.find((each) => String(each) === checked.chosen[fieldOf(id)]);
          return rating === undefined ? [] : [[id, rating]];
        }),
      ),
    );
  }

  private show(
    open: OpenAssessment,
    questions: readonly SkillQuestion[],
    values: Readonly<Record<string, string>>,
    options: QuestionOptions,
  ): View {
    const data = {
      rows: questions.map((skill) => ({ ...rowOf(skill), value: values[fieldOf(skill.id)] ?? '' })),
      choices: SKILL_RATINGS.map((id) => ({ id: String(id), words: SKILL_RATING_WORDS[id] })),
    };
    return question('skills', 'skills', open, data, options);
  }
}

const rowOf = ({ id, name, words }: SkillQuestion): ChoiceRow & { readonly hint: string } => ({
  field: fieldOf(id),
  name,
  hint: words,
});
