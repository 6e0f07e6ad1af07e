import type { Dataset } from '@app/occupations';

/** ONS name of a region or nation given by code. The pay survey's table has no row for Northern Ireland. */
export const regionName = ({ regions }: Dataset, code: string | undefined): string | undefined =>
  code === 'N92000002' ? 'Northern Ireland' : regions.find(({ region }) => region === code)?.name;
