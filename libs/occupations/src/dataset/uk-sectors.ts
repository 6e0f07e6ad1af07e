import type { SectorId } from './sectors.js';

/** Sector by SOC 2020 code; the longest prefix counts. */
const BY_PREFIX: Readonly<Record<string, SectorId>> = {
  '1': 'management',
  ...{
    '1112': 'government',
    '1121': 'manufacturing',
    '1122': 'construction',
    '1123': 'construction',
    '1137': 'technology',
  },
  ...{ '114': 'transport', '115': 'sales', '116': 'protection', '117': 'health' },
  ...{ '121': 'farming', '122': 'hospitality', '123': 'health', '124': 'transport' },
  ...{ '1251': 'business', '1252': 'repair', '1253': 'hospitality', '1255': 'arts' },
  ...{ '1256': 'hospitality', '1257': 'sales', '1258': 'business' },
  ...{ '211': 'science', '212': 'engineering', '213': 'technology', '2141': 'technology', '2142': 'arts' },
  ...{ '215': 'science', '216': 'science', '22': 'health', '23': 'education', '241': 'law' },
  ...{
    '242': 'business',
    '243': 'business',
    '2439': 'government',
    '244': 'business',
    '245': 'engineering',
    '2453': 'construction',
  },
  ...{ '2454': 'construction', '2455': 'construction', '246': 'community', '247': 'education' },
  ...{ '248': 'engineering', '249': 'arts' },
  ...{ '31': 'engineering', '3111': 'science', '313': 'technology', '321': 'health', '322': 'community' },
  ...{ '323': 'education', '324': 'health', '33': 'protection', '341': 'arts', '342': 'arts' },
  ...{ '343': 'hospitality', '351': 'transport', '352': 'law', '353': 'business', '354': 'business' },
  ...{ '3544': 'technology', '355': 'sales', '3551': 'business', '3554': 'business', '356': 'government' },
  ...{ '357': 'business', '3572': 'education', '3573': 'education', '358': 'government' },
  ...{
    '4': 'office',
    '411': 'government',
    '4113': 'community',
    '51': 'farming',
    '52': 'manufacturing',
    '523': 'repair',
    '524': 'repair',
  },
  ...{ '5241': 'construction', '525': 'repair', '53': 'construction', '54': 'manufacturing' },
  ...{ '5434': 'hospitality', '5435': 'hospitality', '5436': 'hospitality', '5443': 'sales' },
  ...{
    '61': 'health',
    '611': 'education',
    '612': 'farming',
    '62': 'hospitality',
    '6213': 'transport',
    '6214': 'transport',
    '63': 'protection',
  },
  ...{
    '7': 'sales',
    '72': 'office',
    '81': 'manufacturing',
    '8132': 'construction',
    '8145': 'repair',
    '815': 'construction',
  },
  ...{ '82': 'transport', '911': 'farming', '912': 'construction', '913': 'manufacturing' },
  ...{ '921': 'office', '9211': 'transport', '922': 'hospitality', '923': 'protection', '9233': 'education' },
  ...{ '924': 'sales', '925': 'transport', '926': 'hospitality' },
};

/** Sector of a SOC 2020 group of any length (`2433`, `2433/04`), or null for a code that is none. */
export function ukSectorOf(code: string): SectorId | null {
  for (let length = 4; length > 0; length -= 1) {
    const found = BY_PREFIX[code.slice(0, length)];
    if (found !== undefined) return found;
  }
  return null;
}
