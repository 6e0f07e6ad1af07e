import {
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  NotFoundException,
  type PipeTransform,
} from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { type Asked, Line, type Question, Questions } from '@app/assessment';
import { readForm, type SentForm } from '../forms/sent-form.js';

const OnlyIf = (allowed: readonly string[]): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && allowed.includes(value) ? value : undefined,
  );

/** What every question's form carries beside its own fields. */
export class FormEnvelope {
  /** The assessment's revision when the form was made; 0 when somebody played with it, which only makes the save say so. */
  @Transform(({ value }: { value: unknown }) => {
    const revision = typeof value === 'string' ? Number(value) : NaN;
    return Number.isSafeInteger(revision) && revision >= 0 ? revision : 0;
  })
  @IsInt()
  @Min(0)
  revision = 0;

  /** Came from "check your answers", so goes back there. */
  @OnlyIf(['check'])
  @IsOptional()
  @IsIn(['check'])
  from?: 'check';

  /** The button that leaves the page blank. */
  @IsOptional()
  @IsString()
  skip?: string;
}

/** What the address of a question may ask of its page. */
export class QuestionQuery implements Asked {
  @OnlyIf(['check'])
  @IsOptional()
  @IsIn(['check'])
  from?: 'check';

  /** The page before was saved over a newer save of it. */
  @OnlyIf(['1'])
  @IsOptional()
  @IsIn(['1'])
  kept?: '1';

  @OnlyIf(['bands', 'exact'])
  @IsOptional()
  @IsIn(['bands', 'exact'])
  as?: 'bands' | 'exact';

  @Line(80)
  @IsOptional()
  @MaxLength(80)
  q?: string;

  @Line(80)
  @IsOptional()
  @MaxLength(80)
  title?: string;
}

/** A question's form as it was sent. */
export interface SentQuestion {
  readonly question: Question;
  readonly envelope: FormEnvelope;
  readonly form: SentForm<object>;
}

/** The question that an address names. @throws NotFoundException */
@Injectable()
export class QuestionPipe implements PipeTransform<string, Question> {
  constructor(private readonly questions: Questions) {}

  transform(page: string): Question {
    const question = this.questions.byPage(page);
    if (!question) throw new NotFoundException();
    return question;
  }
}

/** Checks a body against the rules of the question that its address names. */
@Injectable()
export class SentQuestionPipe implements PipeTransform<FastifyRequest, Promise<SentQuestion>> {
  constructor(private readonly pages: QuestionPipe) {}

  async transform({ params, body }: FastifyRequest): Promise<SentQuestion> {
    const question = this.pages.transform((params as { page: string }).page);
    const { value } = await readForm(FormEnvelope, body);
    return { question, envelope: value ?? new FormEnvelope(), form: await readForm(question.form, body) };
  }
}

const WholeRequest = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<FastifyRequest>(),
);

/** `@QuestionForm() sent: SentQuestion` */
export const QuestionForm = (): ParameterDecorator => WholeRequest(SentQuestionPipe);
