export { DATA_FOLDER, loadDataset } from './load-dataset.js';
export { DatasetError } from './dataset-error.js';
export { SECTORS, sectorOf, type SectorId } from './sectors.js';
export type * from './types.js';
