import { formatPence, pence } from '@app/kernel';

/** "£28,290": a yearly amount as the desk reads it. @param amount pounds. */
export const wholePounds = (amount: number): string => formatPence(pence(Math.round(amount) * 100));
