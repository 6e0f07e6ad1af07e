import type { OccupationReport } from '@app/occupations';
import type { Thing } from './json-ld.js';

/** A report as search engines may read it: the page, the occupation it is about, and the way to it. Every text stands on the page too. */
export function reportThings(report: OccupationReport, heading: string, siteUrl: string): Thing[] {
  const address = `${siteUrl}/occupations/${report.slug}`;
  return [
    {
      '@type': 'WebPage',
      '@id': address,
      url: address,
      name: heading,
      inLanguage: 'en-GB',
      // A month, as the page gives it: the day is not known.
      dateModified: report.updated.month,
      isPartOf: { '@id': `${siteUrl}/#website` },
      mainEntity: { '@id': `${address}#occupation` },
    },
    {
      '@type': 'Occupation',
      '@id': `${address}#occupation`,
      name: report.title,
      ...(report.summary[0] === undefined ? {} : { description: report.summary[0] }),
      occupationalCategory: `SOC 2020 ${report.code}`,
      responsibilities: report.tasks.map(({ name }) => name),
      mainEntityOfPage: address,
    },
    breadcrumbs([
      { name: 'Occupations', item: `${siteUrl}/occupations` },
      { name: report.sector.name, item: `${siteUrl}/occupations?sector=${report.sector.id}` },
      { name: report.title, item: address },
    ]),
  ];
}

const breadcrumbs = (steps: readonly { readonly name: string; readonly item: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
});
