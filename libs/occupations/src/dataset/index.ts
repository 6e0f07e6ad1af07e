export { DATA_FOLDER, loadDataset } from './load-dataset.js';
export { SECTORS, type SectorId } from './sectors.js';
export type * from './types.js';
