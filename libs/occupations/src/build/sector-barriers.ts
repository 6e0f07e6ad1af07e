import type { SectorId } from '../dataset/sectors.js';

/**
 * Months that rules, safety, sites and trust add before a tool is taken up, by sector, 0–24: our own judgement, for data reports
 * (edited ones carry their own with a reason). Licensed and safety-critical fields stand highest, desk work lowest.
 */
export const SECTOR_BARRIER_MONTHS: Readonly<Record<SectorId, number>> = {
  technology: 2,
  arts: 3,
  business: 6,
  office: 3,
  sales: 3,
  management: 6,
  engineering: 9,
  science: 9,
  hospitality: 9,
  manufacturing: 9,
  repair: 9,
  farming: 12,
  transport: 15,
  construction: 12,
  education: 12,
  government: 12,
  law: 15,
  community: 15,
  health: 18,
  protection: 18,
};
