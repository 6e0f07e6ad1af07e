import { Controller, Get, Query } from '@nestjs/common';
import { PublicPage, RateLimit, type View, view } from '@app/http';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { inSentence, listWords } from '@app/kernel';
import { chooseRoles, type RoleChoice, typedRoles } from './choose-roles.js';
import { compareView } from './compare-view.js';

/** Roles whose own comparison is offered as an example. */
const EXAMPLES = ['machine-learning-engineer', 'nurse', 'clinical-trials-manager'];

/** The comparison that the page opens with. */
const OPENS_WITH = ['primary-school-teacher', 'data-scientist', 'electrician'];

const PLACES = ['First', 'Second', 'Third', 'Fourth'];

/** Two to four roles of the reader's choice side by side. The address holds the choice, so it can be kept and passed on. */
@Controller('compare')
export class CompareController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly labourMarket: LabourMarket,
  ) {}

  @Get()
  @PublicPage()
  @RateLimit({ limit: 120, seconds: 60 })
  compare(@Query() query: Record<string, unknown>): View {
    const typed = typedRoles(query['role']);
    const choice = chooseRoles(this.catalogue, typed);
    if (choice.errors.length > 0) return this.form(choice, 422);
    if (choice.roles.length < 2) return this.form(choice, 200);
    return view('site/pages/compare', {
      ...this.compared(choice.roles.map(({ slug }) => slug)),
      fields: fieldsOf(choice),
      guesses: guessesOf(choice),
      errors: [],
    });
  }

  private compared(slugs: readonly string[]): Record<string, unknown> {
    const compared = slugs.flatMap((slug) => {
      const occupation = this.catalogue.bySlug(slug);
      return occupation ? [{ occupation, pay: this.labourMarket.payFor(occupation.ukCodes) }] : [];
    });
    return {
      ...compareView(compared),
      modelVersion: this.catalogue.modelVersion,
      catalogueVersion: this.catalogue.version,
    };
  }

  private form(choice: RoleChoice, status: number): View {
    return view(
      'site/pages/compare-start',
      {
        // Whoever comes with nothing sees what a comparison is before they type.
        ...(choice.roles.length === 0 && choice.errors.length === 0 ? this.compared(OPENS_WITH) : {}),
        fields: fieldsOf(choice),
        errors: choice.errors,
        // Who comes from a report is offered that report's own comparison.
        examples: (choice.roles.length === 1 ? choice.roles.map(({ slug }) => slug) : EXAMPLES).flatMap(
          (slug) => this.example(slug),
        ),
        meta: {
          description:
            'Compare two to four occupations: exposure to AI with its likely range, window to act, and UK pay.',
          indexable: status === 200,
        },
      },
      { status },
    );
  }

  private example(slug: string): { address: string; words: string }[] {
    const roles = this.catalogue.report(slug)?.compare ?? [];
    const names = roles.map(({ title }, index) => (index === 0 ? title : inSentence(title)));
    return roles.length > 1
      ? [{ address: addressOf(roles.map((role) => role.slug)), words: listWords(names) }]
      : [];
  }
}

const addressOf = (slugs: readonly string[]): string =>
  `/compare?${slugs.map((slug) => `role=${encodeURIComponent(slug)}`).join('&')}`;

/** Always four fields. Where nothing is wrong, blank ones between the named are closed up. */
function fieldsOf({ fields, errors }: RoleChoice): object[] {
  const kept = errors.length > 0 ? fields : fields.filter(({ typed }) => typed !== '');
  return PLACES.map((place, index) => ({
    field: `role-${index + 1}`,
    // What was understood, so that the next comparison starts from it.
    typed: (errors.length > 0 ? undefined : kept[index]?.role?.title) ?? kept[index]?.typed ?? '',
    place,
    optional: index > 1,
  }));
}

/** What we took words for that are nobody's title, with the other readings as links that change only that one. */
function guessesOf({ fields, roles }: RoleChoice): object[] {
  return fields.flatMap(({ typed, role, guessed, others }) =>
    guessed && role
      ? [
          {
            typed,
            title: role.title,
            others: others
              .filter(({ slug }) => !roles.some((taken) => taken.slug === slug))
              .map(({ slug, title }) => ({
                title,
                address: addressOf(roles.map((each) => (each.slug === role.slug ? slug : each.slug))),
              })),
          },
        ]
      : [],
  );
}
